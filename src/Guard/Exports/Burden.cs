using Microsoft.EntityFrameworkCore;
using Wuzha.Guard.Burdens;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Numbers;
using Wuzha.Platform.Storage;

namespace Wuzha.Guard.Exports;

/// <summary>基层负担 of a unit in some time: how many things are asked, the minutes they are expected to take, the files asked for.</summary>
public readonly record struct BurdenSum(int Asks, int Minutes, int Uploads)
{
    public static BurdenSum operator +(BurdenSum one, BurdenSum other) =>
        new(one.Asks + other.Asks, one.Minutes + other.Minutes, one.Uploads + other.Uploads);

    /// <summary>More minutes than the ceiling of a week.</summary>
    public bool IsOver(int ceiling) => Minutes > ceiling;
}

/// <summary>What one source asks of a unit in a week.</summary>
/// <param name="Week">The week's Monday.</param>
public sealed record BurdenLine(Guid UnitId, DateOnly Week, BurdenSum Sum);

/// <summary>Which units are asked about, and from which Monday to which Sunday.</summary>
public sealed record BurdenQuestion(Db Db, string TenantId, IReadOnlyCollection<Guid> Units, DateOnly From, DateOnly To)
{
    /// <summary>The Monday on or before a day.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <summary>
/// Something that asks work of units. Register it as a singleton in the module's <c>Services</c>; the burden of a unit is the sum over all sources.
/// </summary>
/// <param name="Key">Stable, <c>module.what</c>.</param>
/// <param name="Name">What is asked, in Chinese: 报送名单, 到期任务 …</param>
/// <param name="Basis">How the minutes are estimated, one Chinese sentence.</param>
/// <param name="Read">The lines of all units and weeks asked about; a unit or week without any may be left out.</param>
/// <param name="Href">Where one sees what a unit's number from one day to another consists of.</param>
public sealed record BurdenSource(
    string Key,
    string Name,
    string Basis,
    Func<BurdenQuestion, Task<IReadOnlyList<BurdenLine>>> Read,
    Func<Guid, DateOnly, DateOnly, string> Href
)
{
    /// <summary>A source whose asks are counted by a measure at the unit itself, each taking so many minutes and asking for so many files.</summary>
    public static BurdenSource OfMeasure(Measure measure, string name, int minutesEach, int uploadsEach = 0) =>
        new(
            measure.Key,
            name,
            $"每{measure.Unit}按 {minutesEach} 分钟估计。",
            question => Count(question, measure, minutesEach, uploadsEach),
            (unit, from, to) => OpenNumber.Href(measure, unit, from, to)
        );

    private static async Task<IReadOnlyList<BurdenLine>> Count(BurdenQuestion question, Measure measure, int minutesEach, int uploadsEach)
    {
        var days = await question
            .Db.Set<Tally>()
            .Where(tally =>
                tally.TenantId == question.TenantId
                && tally.Measure == measure.Key
                && question.Units.Contains(tally.NodeId)
                && tally.Day >= question.From
                && tally.Day <= question.To
            )
            .GroupBy(tally => new { tally.NodeId, tally.Day })
            .Select(day => new
            {
                day.Key.NodeId,
                day.Key.Day,
                Value = day.Sum(tally => tally.Value),
            })
            .ToListAsync();
        return
        [
            .. days.GroupBy(day => (day.NodeId, Week: BurdenQuestion.WeekOf(day.Day)))
                .Select(week => (week.Key, Asks: (int)week.Sum(day => day.Value)))
                .Select(week => new BurdenLine(
                    week.Key.NodeId,
                    week.Key.Week,
                    new BurdenSum(week.Asks, week.Asks * minutesEach, week.Asks * uploadsEach)
                )),
        ];
    }
}

/// <summary>All sources of this installation. A service.</summary>
public sealed class BurdenSources(IEnumerable<BurdenSource> all)
{
    public IReadOnlyList<BurdenSource> All { get; } = [.. all.OrderBy(source => source.Key, StringComparer.Ordinal)];
}

/// <summary>The burden of units, asked.</summary>
public static class Burden
{
    /// <summary>Two hours a week for a village: our own default, the office sets its own.</summary>
    public const int DefaultCeiling = 120;

    /// <summary>Every line of every source for these units, from the week of one day to the week of another.</summary>
    public static async Task<IReadOnlyList<(BurdenSource Source, BurdenLine Line)>> Lines(
        Db db,
        BurdenSources sources,
        string tenant,
        IReadOnlyCollection<Guid> units,
        (DateOnly First, DateOnly Last) weeks
    )
    {
        if (units.Count == 0)
            return [];

        var question = new BurdenQuestion(db, tenant, units, BurdenQuestion.WeekOf(weeks.First), BurdenQuestion.WeekOf(weeks.Last).AddDays(6));
        var lines = new List<(BurdenSource, BurdenLine)>();
        foreach (var source in sources.All)
            lines.AddRange((await source.Read(question)).Select(line => (source, line)));
        return lines;
    }

    /// <summary>
    /// The burden of each unit in the week of a day, with what somebody is about to add; a unit of which nothing is asked stands at <paramref name="extra"/>.
    /// <code>(await Burden.Of(db, sources, tenant, villages, today, new BurdenSum(3, 35, 0))).Count(unit => unit.Value.IsOver(ceiling))</code>
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, BurdenSum>> Of(
        Db db,
        BurdenSources sources,
        string tenant,
        IReadOnlyCollection<Guid> units,
        DateOnly week,
        BurdenSum extra = default
    )
    {
        var sums = units.Distinct().ToDictionary(unit => unit, _ => extra);
        foreach (var (_, line) in await Lines(db, sources, tenant, units, (week, week)))
            sums[line.UnitId] += line.Sum;
        return sums;
    }

    /// <summary>How many minutes a week may be asked of a unit before it is shown as too much.</summary>
    public static async Task<int> Ceiling(Db db, string tenant) =>
        (await db.Set<BurdenCeiling>().AsNoTracking().SingleOrDefaultAsync(one => one.TenantId == tenant))?.Minutes ?? DefaultCeiling;
}

/// <summary>负担上限: the office set how many minutes a week may be asked of a unit.</summary>
public sealed record BurdenCeilingSet(int Minutes) : Fact;
