using Wuzha.Platform.Calendar;

namespace Wuzha.Duties.Exports;

/// <summary>A term of the schools under a unit, both days inclusive.</summary>
public sealed record SchoolTerm(DateOnly FromOn, DateOnly UntilOn);

/// <summary>What periods of one unit depend on besides the duty: its working calendar, the terms of its schools, the markets of its place.</summary>
/// <param name="Terms">In order; empty when none is entered, then half-years stand in: February to July, August to January.</param>
/// <param name="Markets">Empty when none is known: a duty for market days then asks nothing.</param>
public sealed record PeriodSources(WorkingCalendar Calendar, IReadOnlyList<SchoolTerm> Terms, IReadOnlyList<MarketDays> Markets)
{
    /// <summary>A unit of which only the national calendar is known.</summary>
    public static readonly PeriodSources National = new(WorkingCalendar.National, [], []);
}

/// <summary>
/// How long one unit owes a duty. Work counts from <paramref name="CountsFromOn"/>, which lies before <paramref name="FromOn"/> where the duty followed an
/// earlier form of itself: the unit must not do twice what it has done.
/// </summary>
/// <param name="EndedOn">Last day it is owed; null while it lasts. What was not due by then is asked of nobody.</param>
public sealed record DutyRun(DateOnly FromOn, DateOnly CountsFromOn, DateOnly? EndedOn = null)
{
    /// <summary>Owed from a day on, counting from the same day.</summary>
    public static DutyRun From(DateOnly day) => new(day, day);
}

/// <summary>One stretch in which a duty asks once: what is done in it counts for it and for no other.</summary>
/// <param name="FromOn">First day that counts.</param>
/// <param name="UntilOn">Last day that counts; what is done after <paramref name="DueOn"/> is late.</param>
/// <param name="DueOn">Last day in time, inclusive.</param>
/// <param name="InsideDays">How many days of the whole period lie inside, and <paramref name="WholeDays"/> how many there are: a cut period asks its share.</param>
public sealed record DutyPeriod(DateOnly FromOn, DateOnly UntilOn, DateOnly DueOn, int InsideDays = 1, int WholeDays = 1)
{
    public bool Holds(DateOnly day) => day >= FromOn && day <= UntilOn;

    /// <summary>What is asked in this period of a whole amount: its share, rounded up.</summary>
    public long Asks(long whole) => (whole * InsideDays + WholeDays - 1) / WholeDays;
}

/// <summary>The periods of a duty. Pure: the rules stand in docs/decisions/0016-standings.md.</summary>
public static class Periods
{
    /// <summary>
    /// All periods that a duty asks of one unit, in order. Deadlines stay on the day that the plan names, also on a day of rest. A period of which less than
    /// half lies inside asks nothing, unless it is all there is; a longer cut one asks its share.
    /// </summary>
    public static IReadOnlyList<DutyPeriod> Of(Timing timing, CampaignPeriod campaign, DutyRun run, PeriodSources sources)
    {
        var all = timing.Kind switch
        {
            TimingKind.Periodic => Periodic(timing, campaign, run, sources),
            TimingKind.Continuous => Single(timing, campaign, run, Least(timing.UntilOn, campaign.UntilOn)),
            TimingKind.AtOnce => Single(timing, campaign, run, sources.Calendar.NextWorkingDay(Begin(timing, campaign, run))),
            _ => Single(timing, campaign, run, OnceDueOn(timing, campaign, run, sources)),
        };
        return run.EndedOn is { } ended
            ? [.. all.Where(period => period.DueOn <= ended).Select(period => period with { UntilOn = Least(period.UntilOn, ended) })]
            : [.. all];
    }

    /// <summary>Whether a deadline falls on a working day that has to be looked up: everything else falls on the day that the plan names.</summary>
    internal static bool AsksWorkingDays(Timing timing, CampaignPeriod campaign, DutyRun run) =>
        timing.Kind == TimingKind.AtOnce || timing.Kind == TimingKind.Once && timing.UntilOn < Begin(timing, campaign, run);

    /// <summary>The first day on which the unit both owes the duty and can do it.</summary>
    private static DateOnly Begin(Timing timing, CampaignPeriod campaign, DutyRun run) => Latest(Latest(timing.FromOn, campaign.FromOn), run.FromOn);

    /// <summary>A deadline that has passed before the unit owed the duty gives it until the next working day.</summary>
    private static DateOnly OnceDueOn(Timing timing, CampaignPeriod campaign, DutyRun run, PeriodSources sources)
    {
        var begin = Begin(timing, campaign, run);
        return timing.UntilOn >= begin ? timing.UntilOn : sources.Calendar.NextWorkingDay(begin);
    }

    private static IEnumerable<DutyPeriod> Single(Timing timing, CampaignPeriod campaign, DutyRun run, DateOnly dueOn)
    {
        var from = Latest(Latest(timing.FromOn, campaign.FromOn), run.CountsFromOn);
        if (Begin(timing, campaign, run) > campaign.UntilOn)
            yield break;

        var until = timing.Kind == TimingKind.Continuous ? dueOn : campaign.UntilOn;
        if (from <= until)
            yield return new DutyPeriod(from, until, Least(dueOn, campaign.UntilOn));
    }

    private static IEnumerable<DutyPeriod> Periodic(Timing timing, CampaignPeriod campaign, DutyRun run, PeriodSources sources)
    {
        var (from, until) = (Latest(timing.FromOn, campaign.FromOn), Least(timing.UntilOn, campaign.UntilOn));
        if (from > until)
            yield break;

        var owed = Latest(run.FromOn, from);
        foreach (var stretch in Asking(Naturals(timing.Per!.Value, from, until, sources), from, until))
        {
            var (first, last) = (Latest(stretch.FromOn, Latest(from, run.CountsFromOn)), Least(stretch.UntilOn, until));
            var inside = Days(first, last);
            var due = Least(DueOn(timing, stretch), last);
            if (inside < 1 || 2 * inside < stretch.WholeDays)
                continue;
            // The only period of a short campaign is due by its last day when its own day lies before the beginning.
            if (stretch.IsAllThereIs && due < first)
                due = last;
            if (due >= owed)
                yield return new DutyPeriod(first, last, due, inside, stretch.WholeDays);
        }
    }

    private sealed record Stretch(DateOnly FromOn, DateOnly UntilOn, int WholeDays, bool IsAllThereIs = false);

    /// <summary>Those of which at least half lies inside; when there is none, the one with most days inside, which then is a whole one.</summary>
    private static IReadOnlyList<Stretch> Asking(IReadOnlyList<Stretch> naturals, DateOnly from, DateOnly until)
    {
        int Inside(Stretch stretch) => Days(Latest(stretch.FromOn, from), Least(stretch.UntilOn, until));

        var half = naturals.Where(stretch => 2 * Inside(stretch) >= stretch.WholeDays).ToList();
        if (half.Count > 0 || naturals.Count == 0)
            return half;
        var longest = naturals.MaxBy(Inside)!;
        return [longest with { WholeDays = Inside(longest), IsAllThereIs = true }];
    }

    /// <summary>The whole periods that touch a stretch of days, uncut.</summary>
    private static IReadOnlyList<Stretch> Naturals(CadencePer per, DateOnly from, DateOnly until, PeriodSources sources)
    {
        var found = new List<Stretch>();
        if (per == CadencePer.MarketDay)
        {
            for (var day = from; day <= until; day = day.AddDays(1))
                if (sources.Markets.Any(market => market.IsOn(day)))
                    found.Add(new Stretch(day, day, 1));
            return found;
        }
        if (per == CadencePer.Term && sources.Terms.Count > 0)
            return
            [
                .. sources
                    .Terms.Where(term => term.FromOn <= until && term.UntilOn >= from)
                    .OrderBy(term => term.FromOn)
                    .Select(term => new Stretch(term.FromOn, term.UntilOn, Days(term.FromOn, term.UntilOn))),
            ];
        for (var day = from; day <= until; )
        {
            var (first, last) = per == CadencePer.Term ? HalfYear(day) : Calendar(per, day);
            found.Add(new Stretch(first, last, Days(first, last)));
            day = last.AddDays(1);
        }
        return found;
    }

    private static (DateOnly, DateOnly) Calendar(CadencePer per, DateOnly day)
    {
        var period = per switch
        {
            CadencePer.Day => Period.Day,
            CadencePer.TwoDays => Period.TwoDays,
            CadencePer.Week => Period.Week,
            CadencePer.Month => Period.Month,
            CadencePer.Quarter => Period.Quarter,
            _ => Period.Year,
        };
        return (WorkingCalendar.PeriodStart(period, day), WorkingCalendar.PeriodEnd(period, day));
    }

    private static (DateOnly, DateOnly) HalfYear(DateOnly day) =>
        day.Month is >= 2 and <= 7
            ? (new DateOnly(day.Year, 2, 1), new DateOnly(day.Year, 7, 31))
            : (new DateOnly(day.Month == 1 ? day.Year - 1 : day.Year, 8, 1), new DateOnly(day.Month == 1 ? day.Year : day.Year + 1, 1, 31));

    /// <summary>The day of the uncut period by which it is due.</summary>
    private static DateOnly DueOn(Timing timing, Stretch stretch) =>
        (timing.Per, timing.DueDay) switch
        {
            (CadencePer.Week, { } day) => stretch.FromOn.AddDays(Math.Clamp(day, 1, 7) - 1),
            (CadencePer.Month or CadencePer.Quarter, { } day) => new DateOnly(
                stretch.UntilOn.Year,
                stretch.UntilOn.Month,
                Math.Clamp(day, 1, stretch.UntilOn.Day)
            ),
            _ => stretch.UntilOn,
        };

    private static int Days(DateOnly from, DateOnly until) => until.DayNumber - from.DayNumber + 1;

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Least(DateOnly one, DateOnly other) => one < other ? one : other;
}
