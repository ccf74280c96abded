using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Plans.Activation;
using Wuzha.Plans.Implementation;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Amendment;

/// <summary>An amending document beside the running duties of its campaign.</summary>
internal sealed record DifferenceHere(OutcomeHere Outcome, PlanDifference Difference, IReadOnlyList<RunningDuty> Running)
{
    public PlanHere Plan => Outcome.Plan;

    public string Href => $"/plans/{Plan.Plan.Id}/difference";

    /// <param name="from">From which day the changes hold; null for today.</param>
    public static async Task<Result<DifferenceHere>> Read(PlanHere plan, DateOnly? from, Db db, FactCatalog catalog, TimeProvider clock)
    {
        if (plan.Plan.Purpose != PlanPurpose.Amendment || plan.Plan.CampaignId is not { } campaignId)
            return PlansRefusals.NoAmendment;
        if (!(await OutcomeHere.Read(plan, $"{campaignId}", from, db, clock)).Is(out var outcome, out var refusal))
            return refusal;
        if (outcome.Choice.Existing is null)
            return ImplementationRefusals.CampaignNotRunning;

        var tenant = plan.Viewer.TenantId;
        var running = await DutyBook.Of(db, tenant, campaignId, LocalDay.Today(clock));
        var chosen = await db.Set<PlanMatch>()
            .Where(match => match.TenantId == tenant && match.PlanId == plan.Plan.Id)
            .ToDictionaryAsync(match => match.ProposalId, match => match.DutyId);
        return new DifferenceHere(outcome, PlanDifference.Of(outcome.Outcome, running, chosen, outcome.Units, catalog), running);
    }
}
