using Wuzha.Duties.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties;

/// <summary>What was counted for each assignment on each day: by the measure bound on that day, while the assignment lasts.</summary>
internal sealed class CountedDays
{
    private readonly Dictionary<Guid, IReadOnlyList<DayValue>> made = [];
    private readonly AskedDuties asked;
    private readonly ILookup<(Guid, string), DayValue> measured;

    private CountedDays(AskedDuties asked, ILookup<(Guid, string), DayValue> measured) => (this.asked, this.measured) = (asked, measured);

    public static async Task<CountedDays> Load(Db db, string tenantId, AskedDuties asked, StandingQuestion question)
    {
        var rows = asked.Rows.SelectMany(asked.CountedFor).DistinctBy(row => row.Id).ToList();
        var days = DaysOf(asked);
        var campaign = question.Campaign.Id;
        var keys = rows.SelectMany(row => row.Duty.Measures.Keys).Distinct().Where(key => key != DutyMeasures.Work.Key).ToList();
        var units = rows.Where(row => row.Duty.Measures.Keys.Any(keys.Contains)).Select(row => row.UnitId).Distinct().ToList();
        var nodes = rows.Where(row => row.Duty.Measures.Keys.Contains(DutyMeasures.Work.Key)).Select(row => row.NodeId).Distinct().ToList();

        var sums = keys.Count == 0 || days is null ? [] : await Tallies.Daily(db, tenantId, keys, units, days.Value, campaign);
        var work = nodes.Count == 0 || days is null ? [] : await Tallies.DailyAt(db, tenantId, [DutyMeasures.Work.Key], nodes, days.Value, campaign);
        return new CountedDays(asked, sums.Concat(work).ToLookup(sum => (sum.NodeId, sum.Measure), sum => new DayValue(sum.Day, sum.Value)));
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

    private List<DayValue> Single(AskedRow row)
    {
        var measures = row.Duty.Measures;
        bool Runs(DateOnly day) => day >= row.Run.CountsFromOn && (row.Run.EndedOn is not { } ended || day <= ended);

        return
        [
            .. measures
                .Keys.SelectMany(key =>
                    measured[(key == DutyMeasures.Work.Key ? row.NodeId : row.UnitId, key)]
                        .Where(day => Runs(day.Day) && (measures.IsConstant || measures.On(day.Day) == key))
                )
                .OrderBy(day => day.Day),
        ];
    }

    /// <summary>From the first day of any period asked for to the last; null when there is none.</summary>
    private static (DateOnly, DateOnly)? DaysOf(AskedDuties asked)
    {
        var periods = asked.Rows.SelectMany(asked.PeriodsOf).ToList();
        return periods.Count == 0 ? null : (periods.Min(period => period.FromOn), periods.Max(period => period.UntilOn));
    }
}
