namespace Wuzha.Duties.Exports;

/// <summary>What a duty brings to its units.</summary>
/// <param name="Units">How many units owe it.</param>
/// <param name="PeriodsEach">How often it falls due at each of them.</param>
/// <param name="MinutesEach">Expected minutes at each of them, by <see cref="DutyKind.Minutes"/>.</param>
public sealed record DutyAsks(int Units, int PeriodsEach, long MinutesEach)
{
    public long Periods => (long)Units * PeriodsEach;

    public long Minutes => Units * MinutesEach;
}

/// <summary>What will happen when a duty is activated, before it is.</summary>
public static class DutyOutline
{
    /// <summary>How often a draft falls due between two days, and what that costs. A period that is asked n times costs n times the minutes of its kind.</summary>
    /// <param name="sources">Calendars of a typical unit; those of the country when left out.</param>
    public static DutyAsks Asks(DutyDraft draft, DutyCampaign campaign, DateOnly from, DateOnly until, PeriodSources? sources = null)
    {
        var due = Periods
            .Of(draft.Timing, campaign.Period, DutyRun.From(draft.FromOn), sources ?? PeriodSources.National)
            .Where(period => period.DueOn >= from && period.DueOn <= until)
            .ToList();
        // The amount of a need (so many households) is the size of one ask, not a number of asks.
        var asks = due.Sum(period => period.Asks(draft.Timing.Times));
        return new DutyAsks(draft.Assignments.Count, due.Count, asks * KindMeasures.Of(draft.Kind).Minutes);
    }
}
