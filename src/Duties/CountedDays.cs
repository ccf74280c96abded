using Wuzha.Duties.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties;

/// <summary>What was counted for each assignment on each day: by the measure bound on that day, while the assignment lasts.</summary>
internal sealed class CountedDays
{
    private readonly Dictionary<Guid, IReadOnlyList<DayValue>> made = [];
    private readonly AskedDuties asked;
    private readonly Dictionary<(Guid, string), DayValue[]> measured;
    private readonly EachGroup groups;

    private CountedDays(AskedDuties asked, Dictionary<(Guid, string), DayValue[]> measured, EachGroup groups) =>
        (this.asked, this.measured, this.groups) = (asked, measured, groups);

    public static async Task<CountedDays> Load(Db db, string tenantId, AskedDuties asked, StandingQuestion question)
    {
        var rows = asked.Rows.SelectMany(asked.CountedFor).DistinctBy(row => row.Id).ToList();
        var days = DaysOf(asked);
        var campaign = question.Campaign.Id;
        var keys = rows.SelectMany(row => row.Duty.Measures.Keys).Distinct().Where(key => key != DutyMeasures.Work.Key).ToList();
        var units = rows.Where(row => row.Duty.Measures.Keys.Any(keys.Contains)).Select(row => row.UnitId).Distinct().ToList();
        var nodes = rows.Where(row => row.Duty.Measures.Keys.Contains(DutyMeasures.Work.Key)).Select(row => row.NodeId).Distinct().ToList();

        var sums = keys.Count == 0 || days is null ? [] : await Tallies.Daily(db, tenantId, keys, units, days.Value, campaign);
        var measured = sums.GroupBy(sum => (sum.NodeId, sum.Measure))
            .ToDictionary(unit => unit.Key, unit => unit.Select(sum => new DayValue(sum.Day, sum.Value)).ToArray());
        if (nodes.Count > 0 && days is not null)
            foreach (var node in await Tallies.SeriesAt(db, tenantId, [DutyMeasures.Work.Key], nodes, days.Value, campaign))
                measured.Add((node.NodeId, node.Measure), [.. node.Days.Select(one => new DayValue(one.Day, one.Value))]);
        return new CountedDays(asked, measured, await EachGroup.Load(db, tenantId, asked, question));
    }

    /// <summary>How much one period asks, and what counts towards it by day, ascending.</summary>
    public (long Required, IReadOnlyList<DayValue> Days) For(AskedRow row, DutyPeriod period)
    {
        var whole = period.Asks((long)row.Needed * row.Duty.Times);
        return row.Duty.IsEachGroupIn(period) ? groups.Of(asked.CountedFor(row), period, whole) : (whole, Of(row));
    }

    /// <summary>By day, ascending.</summary>
    public IReadOnlyList<DayValue> Of(AskedRow row)
    {
        if (!made.TryGetValue(row.Id, out var days))
            made[row.Id] = days = Together(asked.CountedFor(row));
        return days;
    }

    private IReadOnlyList<DayValue> Together(IReadOnlyList<AskedRow> rows) =>
        rows is [var only]
            ? Single(only)
            :
            [
                .. rows.SelectMany(Single)
                    .GroupBy(day => day.Day)
                    .OrderBy(day => day.Key)
                    .Select(day => new DayValue(day.Key, day.Sum(one => one.Value))),
            ];

    private IReadOnlyList<DayValue> Single(AskedRow row)
    {
        var measures = row.Duty.Measures;
        if (measures.IsConstant)
            return Counted(row, measures.First) is var all && (all.Length == 0 || Runs(row, all[0].Day) && Runs(row, all[^1].Day))
                ? all
                : [.. all.Where(day => Runs(row, day.Day))];

        return
        [
            .. measures
                .Keys.SelectMany(key => Counted(row, key).Where(day => Runs(row, day.Day) && measures.On(day.Day) == key))
                .OrderBy(day => day.Day),
        ];
    }

    private DayValue[] Counted(AskedRow row, string measure) =>
        measured.GetValueOrDefault((measure == DutyMeasures.Work.Key ? row.NodeId : row.UnitId, measure), []);

    private static bool Runs(AskedRow row, DateOnly day) => day >= row.Run.CountsFromOn && (row.Run.EndedOn is not { } ended || day <= ended);

    /// <summary>From the first day of any period asked for to the last; null when there is none.</summary>
    private static (DateOnly, DateOnly)? DaysOf(AskedDuties asked)
    {
        (DateOnly From, DateOnly To)? days = null;
        foreach (var periods in asked.Rows.Select(asked.PeriodsOf).Distinct())
        foreach (var period in periods)
            days = days is var (from, to)
                ? (period.FromOn < from ? period.FromOn : from, period.UntilOn > to ? period.UntilOn : to)
                : (period.FromOn, period.UntilOn);
        return days;
    }
}
