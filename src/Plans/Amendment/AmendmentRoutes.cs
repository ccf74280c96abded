using Wuzha.Platform;

namespace Wuzha.Plans.Amendment;

/// <summary>The pages and forms of documents that amend a running campaign.</summary>
internal static class AmendmentRoutes
{
    public static void Map(Pages pages)
    {
        pages.MapGet("/plans/{id:guid}/difference", ShowDifference.Get).Needs(PlansActs.ReadPlans);
        pages.MapGet("/plans/{id:guid}/difference/{proposalId:guid}", MatchDuty.Get).Needs(PlansActs.ActivatePlans);
        pages.MapPost("/plans/{id:guid}/difference/{proposalId:guid}", MatchDuty.Post).Needs(PlansActs.ActivatePlans);
        pages.MapPost("/plans/{id:guid}/amend", AmendCampaign.Post).Needs(PlansActs.ActivatePlans);
    }
}
