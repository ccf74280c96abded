using Wuzha.Plans.Naming;
using Wuzha.Plans.Parts;
using Wuzha.Plans.Review;
using Wuzha.Platform;

namespace Wuzha.Plans;

/// <summary>The pages and forms of plans.</summary>
internal static class PlanRoutes
{
    public static void Map(Pages pages)
    {
        // Reading in
        pages.MapGet("/plans", ListPlans.Get).Needs(PlansActs.ReadPlans);
        pages.MapGet("/plans/new", ReadPlan.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans", ReadPlan.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/choose/{fileId:guid}", ChoosePlans.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/choose/{fileId:guid}", ChoosePlans.Post).Needs(PlansActs.EditPlans);

        // Head
        pages.MapGet("/plans/{id:guid}", ShowPlan.Get).Needs(PlansActs.ReadPlans);
        pages.MapGet("/plans/{id:guid}/head", CorrectHead.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/head", CorrectHead.Post).Needs(PlansActs.EditPlans);
        Parts(pages);
        pages.MapPost("/plans/{id:guid}/discard", DiscardPlan.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/restore", RestorePlan.Post).Needs(PlansActs.EditPlans);

        // Review
        pages.MapGet("/plans/{id:guid}/review", ShowReview.Get).Needs(PlansActs.ReadPlans);
        pages.MapPost("/plans/{id:guid}/duties/{proposalId:guid}/take", TakeProposal.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/duties/{proposalId:guid}/adopt", AdoptLawfulForm.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/duties/{proposalId:guid}/drop", DropProposal.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/duties/{proposalId:guid}/merge", MergeProposals.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/duties/{proposalId:guid}/split", SplitProposal.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/duties/{proposalId:guid}/split", SplitProposal.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/duties/{proposalId:guid}/edit", CorrectProposal.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/duties/{proposalId:guid}/edit", CorrectProposal.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/duties/{proposalId:guid}/measure", ChooseMeasure.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/duties/{proposalId:guid}/measure", ChooseMeasure.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/duties/new", AddProposal.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/duties/locate", AddProposal.Locate).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/duties", AddProposal.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/take-all", TakeAllShown.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/undo", UndoReview.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/leftovers", ListLeftovers.Get).Needs(PlansActs.ReadPlans);
        pages.MapPost("/plans/{id:guid}/finish", FinishReview.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/resume", ResumeReview.Post).Needs(PlansActs.EditPlans);

        // Units
        pages.MapGet("/plans/{id:guid}/units", ListPlanNames.Get).Needs(PlansActs.ReadPlans);
        pages.MapGet("/plans/{id:guid}/units/name", NameUnits.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/units/name", NameUnits.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/aliases", ListAliases.Get).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/aliases/{aliasId:guid}", EditAlias.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/aliases/{aliasId:guid}", EditAlias.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/aliases/{aliasId:guid}/remove", RemoveAlias.Post).Needs(PlansActs.EditPlans);
    }

    /// <summary>What a plan lists around its duties.</summary>
    private static void Parts(Pages pages)
    {
        pages.MapGet("/plans/{id:guid}/stages/new", AddPlanStage.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/stages", AddPlanStage.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/stages/{stageId:guid}", EditPlanStage.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/stages/{stageId:guid}", EditPlanStage.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/stages/{stageId:guid}/remove", RemovePlanStage.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/indicators/new", AddPlanIndicator.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/indicators", AddPlanIndicator.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/indicators/{indicatorId:guid}", EditPlanIndicator.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/indicators/{indicatorId:guid}", EditPlanIndicator.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/indicators/{indicatorId:guid}/remove", RemovePlanIndicator.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/roles/new", AddPlanRole.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/roles", AddPlanRole.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/roles/{roleId:guid}", EditPlanRole.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/roles/{roleId:guid}", EditPlanRole.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/roles/{roleId:guid}/remove", RemovePlanRole.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/annexes/new", AddPlanAnnex.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/annexes", AddPlanAnnex.Post).Needs(PlansActs.EditPlans);
        pages.MapGet("/plans/{id:guid}/annexes/{annexId:guid}", EditPlanAnnex.Get).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/annexes/{annexId:guid}", EditPlanAnnex.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/annexes/{annexId:guid}/remove", RemovePlanAnnex.Post).Needs(PlansActs.EditPlans);
        pages.MapPost("/plans/{id:guid}/parts/undo", UndoPart.Post).Needs(PlansActs.EditPlans);
    }
}
