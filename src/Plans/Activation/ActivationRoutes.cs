using Wuzha.Platform;

namespace Wuzha.Plans.Activation;

/// <summary>The pages and forms from a reviewed plan to running duties.</summary>
internal static class ActivationRoutes
{
    public static void Map(Pages pages)
    {
        pages.MapGet("/plans/{id:guid}/outcome", ShowOutcome.Get).Needs(PlansActs.ReadPlans);
        pages.MapGet("/plans/{id:guid}/outcome/{proposalId:guid}", ShowPlannedDuty.Get).Needs(PlansActs.ReadPlans);
        pages.MapGet("/plans/{id:guid}/measures/{kind}", ChooseKindMeasure.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/measures/{kind}", ChooseKindMeasure.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/activate", ActivatePlan.Post).Needs(PlansActs.ActivatePlans);
        pages.MapGet("/plans/{id:guid}/activated", ShowActivation.Get).Needs(PlansActs.ReadPlans);
    }
}
