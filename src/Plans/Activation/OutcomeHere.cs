using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Guard.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Plans.Naming;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Activation;

/// <summary>The campaign that a plan goes into: one of its own, or one of this office that is there already.</summary>
/// <param name="Existing">Null for a campaign that is opened with the plan.</param>
internal sealed record CampaignChoice(CampaignHead? Existing, IReadOnlyList<CampaignHead> Open)
{
    /// <summary>Value of the choice for a campaign of its own.</summary>
    public const string New = "new";

    public string Value => Existing is null ? New : $"{Existing.Id}";
}

/// <summary>A reviewed plan with everything that its activation depends on.</summary>
/// <param name="Ceiling">Minutes a week that may be asked of a unit; above it a named person must agree.</param>
internal sealed record OutcomeHere(PlanHere Plan, CampaignChoice Choice, PlanOutcome Outcome, IReadOnlyList<CampaignUnit> Units, int Ceiling)
{
    public bool NeedsApprover => Outcome.Price().EachWeek > Ceiling;

    public string Href => $"/plans/{Plan.Plan.Id}/outcome";

    /// <summary>What happens when this plan goes into the campaign that is asked for.</summary>
    /// <param name="campaign">Id of a campaign of the same office that has not ended; anything else means one of its own.</param>
    /// <param name="from">From which day the units owe their duties; null for today, or the first day of the campaign when it is later.</param>
    public static async Task<Result<OutcomeHere>> Read(PlanHere here, string? campaign, DateOnly? from, Db db, TimeProvider clock)
    {
        var (plan, viewer, today) = (here.Plan, here.Viewer, LocalDay.Today(clock));
        var open = (await CampaignQuestions.Known(db, viewer, today))
            .Where(head => head.IssuingUnitId == plan.UnitId && head.State != CampaignState.Ended)
            .ToList();
        var existing = Guid.TryParse(campaign, out var id) ? open.Find(head => head.Id == id) : null;
        if (existing is null && (plan.FromOn is null || plan.UntilOn is null))
            return PlansRefusals.NoPeriod;

        var goal = existing is null
            ? new DutyCampaign(Guid.CreateVersion7(clock.GetUtcNow()), plan.UnitId, plan.FromOn!.Value, plan.UntilOn!.Value)
            : new DutyCampaign(existing.Id, existing.IssuingUnitId, existing.FromOn, existing.UntilOn);
        var fromOn = from ?? (today > goal.FromOn ? today : goal.FromOn);
        var units = existing is null
            ? await CampaignQuestions.UnitsUnder(db, viewer.TenantId, plan.UnitId, today)
            : await CampaignQuestions.Units(db, viewer.TenantId, existing.Id, today);
        var planned = await Planned(here, goal, fromOn, units, await PlanUnits.Resolve(db, here, clock), db);
        return new OutcomeHere(
            here,
            new CampaignChoice(existing, open),
            new PlanOutcome(goal, fromOn, planned, units, await TenantCalendar.Load(db, viewer.TenantId)),
            units,
            await Burden.Ceiling(db, viewer.TenantId)
        );
    }

    private static async Task<IReadOnlyList<PlannedDuty>> Planned(
        PlanHere here,
        DutyCampaign campaign,
        DateOnly fromOn,
        IReadOnlyList<CampaignUnit> units,
        PlanUnits named,
        Db db
    )
    {
        var taken = await here.Proposals(db)
            .Where(proposal => proposal.Decision == Decision.Taken)
            .OrderBy(proposal => proposal.Start)
            .ThenBy(proposal => proposal.Position)
            .ToListAsync();
        var text = await here.Text(db);
        return [.. taken.Select(proposal => Of(proposal, text, named.Of(proposal), units, campaign, fromOn))];
    }

    private static PlannedDuty Of(
        Proposal proposal,
        string text,
        DutyUnits named,
        IReadOnlyList<CampaignUnit> units,
        DutyCampaign campaign,
        DateOnly fromOn
    )
    {
        var ids = named.Units.Select(unit => unit.Id).ToHashSet();
        var owing = units.Where(unit => ids.Contains(unit.Id)).OrderBy(unit => unit.SortKey, StringComparer.Ordinal).ToList();
        return new PlannedDuty(
            proposal,
            DutyDrafts.Of(proposal, text, campaign.Period, fromOn, owing.Select(unit => unit.Id)),
            owing,
            named.Open,
            proposal.Units.Length > 0 && named.IsNobodys && named.Missing.Count == 0
        );
    }
}
