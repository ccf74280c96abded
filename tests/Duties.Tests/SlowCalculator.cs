using System.Globalization;
using Wuzha.Duties.Exports;

namespace Wuzha.Duties.Tests;

/// <summary>
/// The rules of docs/decisions/0016-standings.md once more, by walking over single days and single facts: no period arithmetic, no tallies, nothing shared
/// with the product but the plain values it is asked with.
/// </summary>
internal static class SlowCalculator
{
    private static readonly DateOnly Dawn = new(2024, 1, 1);
    private static readonly DateOnly Dusk = new(2028, 12, 31);

    /// <summary>A stretch as the slow way finds it.</summary>
    internal sealed record Stretch(DateOnly First, DateOnly Last, DateOnly Due, int Inside, int Whole);

    /// <summary>How one stretch stands.</summary>
    internal sealed record Verdict(DateOnly First, DateOnly Last, DateOnly Due, long Required, long Value, StandingState State, DateOnly? ReachedOn);

    public static List<Stretch> Stretches(Timing timing, CampaignPeriod campaign, DutyRun run, PeriodSources sources)
    {
        var found = timing.Kind == TimingKind.Periodic ? Periodic(timing, campaign, run, sources) : Single(timing, campaign, run, sources);
        if (run.EndedOn is not { } end)
            return found;
        found.RemoveAll(one => one.Due > end);
        return found.ConvertAll(one => one.Last > end ? one with { Last = end } : one);
    }

    /// <param name="countedOn">What single facts add up to on a day, asked day by day.</param>
    public static Verdict Judge(Stretch stretch, long whole, Func<DateOnly, long> countedOn, bool isWaived, DateOnly today)
    {
        // Least number that is at least the share: found by counting up.
        var required = 0L;
        while (required * stretch.Whole < whole * stretch.Inside)
            required++;

        long value = 0;
        DateOnly? reached = null;
        for (var day = stretch.First; day <= stretch.Last; day = day.AddDays(1))
        {
            if (day > today)
                break;
            value += countedOn(day);
            if (value >= required && reached is null)
                reached = day;
        }

        StandingState state;
        if (reached is { } at && at <= stretch.Due)
            state = StandingState.Met;
        else if (isWaived)
            state = StandingState.Waived;
        else if (reached is not null)
            state = StandingState.MetLate;
        else if (today > stretch.Due)
            state = StandingState.Overdue;
        else
            state = today < stretch.First ? StandingState.NotYet : StandingState.Due;
        return new Verdict(stretch.First, stretch.Last, stretch.Due, required, value, state, reached);
    }

    private static List<Stretch> Single(Timing timing, CampaignPeriod campaign, DutyRun run, PeriodSources sources)
    {
        bool Counts(DateOnly day) =>
            day >= timing.FromOn
            && day >= campaign.FromOn
            && day >= run.CountsFromOn
            && day <= campaign.UntilOn
            && (timing.Kind != TimingKind.Continuous || day <= timing.UntilOn);
        bool Owes(DateOnly day) => day >= timing.FromOn && day >= campaign.FromOn && day >= run.FromOn;

        var days = Days(Dawn, Dusk).Where(Counts).ToList();
        var begin = Days(Dawn, Dusk).First(Owes);
        if (days.Count == 0 || begin > campaign.UntilOn)
            return [];

        var nextWorked = Days(begin.AddDays(1), Dusk).First(sources.Calendar.IsWorkingDay);
        var due = timing.Kind switch
        {
            TimingKind.AtOnce => nextWorked,
            TimingKind.Once when timing.UntilOn < begin => nextWorked,
            _ => timing.UntilOn,
        };
        return [new Stretch(days[0], days[^1], due > campaign.UntilOn ? campaign.UntilOn : due, 1, 1)];
    }

    private static List<Stretch> Periodic(Timing timing, CampaignPeriod campaign, DutyRun run, PeriodSources sources)
    {
        bool InWindow(DateOnly day) => day >= timing.FromOn && day <= timing.UntilOn && day >= campaign.FromOn && day <= campaign.UntilOn;

        var groups = Days(Dawn, Dusk)
            .Select(day => (Day: day, Key: KeyOf(timing.Per!.Value, day, sources)))
            .Where(one => one.Key is not null)
            .GroupBy(one => one.Key!, one => one.Day)
            .Select(group => group.Order().ToList())
            .Where(group => group.Exists(InWindow))
            .ToList();
        var asking = groups.Where(group => group.Count(InWindow) * 2 >= group.Count).ToList();
        var lonely = asking.Count == 0;
        if (lonely && groups.Count > 0)
            asking.Add(groups.OrderByDescending(group => group.Count(InWindow)).ThenBy(group => group[0]).First());

        var found = new List<Stretch>();
        foreach (var group in asking)
        {
            var inside = group.Where(day => InWindow(day) && day >= run.CountsFromOn).ToList();
            var whole = lonely ? group.Count(InWindow) : group.Count;
            if (inside.Count == 0 || inside.Count * 2 < whole)
                continue;

            var due = DueIn(timing, group);
            if (due > inside[^1] || lonely && due < inside[0])
                due = inside[^1];
            if (due >= run.FromOn && due >= timing.FromOn && due >= campaign.FromOn)
                found.Add(new Stretch(inside[0], inside[^1], due, inside.Count, whole));
        }
        return found;
    }

    private static DateOnly DueIn(Timing timing, List<DateOnly> group)
    {
        if (timing.DueDay is not { } number)
            return group[^1];
        if (timing.Per == CadencePer.Week)
            return group[number - 1];
        var lastMonth = group.Where(day => day.Month == group[^1].Month).ToList();
        return lastMonth.Find(day => day.Day == number) is { Year: > 1 } named ? named : lastMonth[^1];
    }

    /// <summary>What all days of one period have in common; null for a day in none.</summary>
    private static string? KeyOf(CadencePer per, DateOnly day, PeriodSources sources)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        switch (per)
        {
            case CadencePer.Day:
                return $"{day}";
            case CadencePer.TwoDays:
                return $"{(day.DayNumber - Dawn.DayNumber) / 2}";
            case CadencePer.Week:
                return $"{ISOWeek.GetYear(at)}/{ISOWeek.GetWeekOfYear(at)}";
            case CadencePer.Month:
                return $"{day.Year}/{day.Month}";
            case CadencePer.Quarter:
                return $"{day.Year}/{(day.Month + 2) / 3}";
            case CadencePer.Year:
                return $"{day.Year}";
            case CadencePer.MarketDay:
                return sources.Markets.Any(market => market.IsOn(day)) ? $"{day}" : null;
            default:
                if (sources.Terms.Count > 0)
                    return sources.Terms.FirstOrDefault(term => term.FromOn <= day && day <= term.UntilOn)?.FromOn.ToString();
                return day.Month is 1 ? $"autumn {day.Year - 1}"
                    : day.Month >= 8 ? $"autumn {day.Year}"
                    : $"spring {day.Year}";
        }
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            yield return day;
    }
}
