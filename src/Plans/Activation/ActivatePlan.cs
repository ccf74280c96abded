using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Activation;

/// <summary>
/// 启用: campaign, stages, duties, assignments and the plan's own state in one transaction. Those who press at once come one after the other; who comes
/// second finds what the first one made.
/// </summary>
internal static class ActivatePlan
{
    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, FactCatalog catalog, Vault vault, TimeProvider clock)
    {
        await using var all = await db.Database.BeginTransactionAsync();
        await TakeTurn(db, viewer.TenantId, id);
        if (!(await PlanHere.Edit(id, db, viewer)).Is(out var plan, out var refusal))
            return refusal.AsPage();
        if (plan.Plan.State == PlanState.Activated)
            return TypedResults.LocalRedirect($"/plans/{id}/activated");
        if (plan.Plan.Purpose == PlanPurpose.Amendment)
            return PlansRefusals.AmendsInstead.AsPage();

        var (campaign, from) = (form.Typed(ActivationForm.Campaign.Name), form.Read(ActivationForm.FromOn));
        if (!(await OutcomeHere.Read(plan, campaign, from, db, clock)).Is(out var here, out var no))
            return no.AsPage();

        var name = here.Choice.Existing is null ? form.Read(ActivationForm.Name) : null;
        var approver = form.Read(await ShowOutcome.Approvers(here, db, vault));
        var wrong = form.Failed ? null : Wrong(here, approver) ?? await Activate(here, name, approver, db, catalog, clock);
        if (form.Failed || wrong is not null)
        {
            // What was put together for a refused activation must not be looked at as if it stood.
            db.ChangeTracker.Clear();
            return await ShowOutcome.Page(here, db, catalog, vault, form, wrong, 422);
        }
        await db.SaveChangesAsync();
        await all.CommitAsync();
        return Page.Done($"/plans/{id}/activated", "方案已启用，各单位现在都能看到自己的任务。");
    }

    /// <summary>Opens what the outcome says and marks the plan activated; the caller saves. Nothing is saved when it is refused.</summary>
    internal static async Task<Refusal?> Activate(OutcomeHere here, string? name, string? approver, Db db, FactCatalog catalog, TimeProvider clock)
    {
        var (plan, viewer, outcome) = (here.Plan.Plan, here.Plan.Viewer, here.Outcome);
        var stages = await StagesOf(here, db);
        var reference = ReferenceOf(plan);
        var refused = here.Choice.Existing is null
            ? CampaignBook.Open(
                db,
                viewer,
                clock,
                new CampaignOpening(outcome.Campaign.Id, name!, outcome.Campaign.FromOn, outcome.Campaign.UntilOn, reference, stages)
            )
            : await CampaignBook.Continue(db, viewer, clock, outcome.Campaign.Id, reference, stages);
        if (refused is not null)
            return refused;

        var book = new DutyBook(db, viewer, catalog, clock);
        if ((await book.Open(outcome.Campaign, [.. outcome.Asked.Select(duty => duty.Draft)])).Refusal is { } not)
            return not;

        var activated = new PlanActivated(
            plan.Id,
            plan.UnitId,
            outcome.Campaign.Id,
            outcome.FromOn,
            outcome.Asked.Count,
            0,
            0,
            (int)outcome.Assignments,
            Guid.TryParse(approver, out var person) ? person : null
        );
        return plan.Activate(activated, db.Record(viewer, activated, outcome.Campaign.Id), clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>An update that changes nothing holds the row until the end of the transaction, on both databases.</summary>
    internal static Task TakeTurn(Db db, string tenantId, Guid id) =>
        db.Set<PlanDocument>()
            .Where(plan => plan.TenantId == tenantId && plan.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.Version, plan => plan.Version));

    private static Refusal? Wrong(OutcomeHere here, string? approver)
    {
        var (outcome, plan) = (here.Outcome, here.Plan.Plan);
        if (plan.State != PlanState.Reviewed)
            return PlansRefusals.NotReviewedYet;
        if (!outcome.IsReady)
            return PlansRefusals.NotReady;
        if (outcome.FromOn < outcome.Campaign.FromOn || outcome.FromOn > outcome.Campaign.UntilOn)
            return PlansRefusals.OutsideCampaign.With(
                ("from", outcome.Campaign.FromOn.ToString("yyyy-MM-dd")),
                ("until", outcome.Campaign.UntilOn.ToString("yyyy-MM-dd"))
            );
        return approver is null && here.NeedsApprover ? PlansRefusals.NeedsApprover.With(("minutes", here.Ceiling)) : null;
    }

    /// <summary>Those of the plan's stages whose days are known.</summary>
    private static async Task<IReadOnlyList<StageOpening>> StagesOf(OutcomeHere here, Db db) =>
        [
            .. (await ShowPlan.Stages(db, here.Plan))
                .Where(stage => stage is { FromOn: not null, UntilOn: not null })
                .Select(stage => new StageOpening(stage.Name, stage.FromOn!.Value, stage.UntilOn!.Value)),
        ];

    private static string? ReferenceOf(PlanDocument plan) =>
        (plan.DocNumber, plan.Title) switch
        {
            (null, null) => null,
            (null, { } title) => $"《{title.Trim('《', '》')}》",
            ({ } number, null) => number,
            ({ } number, { } title) => $"{number}《{title.Trim('《', '》')}》",
        };
}
