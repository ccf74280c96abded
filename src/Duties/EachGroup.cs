using Wuzha.Directives.Exports;
using Wuzha.Duties.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Duties;

/// <summary>
/// 'Two pushes a week in each group' (requirements DIR7): done when every group of the unit has had its number, so many in one group never make up for another. What is
/// counted is groups that have reached it, and what is asked is all of them.
/// </summary>
internal sealed class EachGroup
{
    private readonly IReadOnlyList<StandingGroup> groups;
    private readonly ILookup<Guid, DayValue> relayed;

    internal EachGroup(IReadOnlyList<StandingGroup> groups, ILookup<Guid, DayValue> relayed) => (this.groups, this.relayed) = (groups, relayed);

    public static async Task<EachGroup> Load(Db db, string tenantId, AskedDuties asked, StandingQuestion question)
    {
        var rows = asked.Rows.Where(row => row.Duty.IsEachGroup).ToList();
        var periods = rows.SelectMany(asked.PeriodsOf).ToList();
        if (periods.Count == 0)
            return new EachGroup([], Enumerable.Empty<(Guid, DayValue)>().ToLookup(one => one.Item1, one => one.Item2));

        // Those who owe it together may stand outside the scope of the question.
        var scope = Scope.Around(rows.SelectMany(asked.CountedFor).Select(row => row.Path)) ?? question.Scope;
        var groups = await StandingGroups.Of(db, tenantId, scope);
        var days = await Tallies.DailyAt(
            db,
            tenantId,
            [DirectiveMeasures.Relayed.Key],
            [.. groups.Select(group => group.Id)],
            (periods.Min(period => period.FromOn), periods.Max(period => period.UntilOn)),
            question.Campaign.Id
        );
        return new EachGroup(groups, days.ToLookup(day => day.NodeId, day => new DayValue(day.Day, day.Value)));
    }

    /// <summary>What one period asks, and the days on which groups reached it: one for each group.</summary>
    /// <param name="each">So many in each group.</param>
    /// <returns>Nothing was reached, and one is asked, where no group stands: without one nobody can be reached.</returns>
    public (long Required, IReadOnlyList<DayValue> Days) Of(IReadOnlyList<AskedRow> counted, DutyPeriod period, long each)
    {
        var asked = Asked([.. groups.Where(group => counted.Any(row => IsUnder(group, row)))], period);
        var reached = asked.ConvertAll(group =>
            ReachedOn(relayed[group.Id].Where(day => counted.Any(row => IsUnder(group, row) && Counts(row, day.Day))), period, each)
        );
        return (
            Math.Max(1, asked.Count),
            [.. reached.OfType<DateOnly>().GroupBy(day => day).OrderBy(day => day.Key).Select(day => new DayValue(day.Key, day.Count()))]
        );
    }

    /// <summary>Groups that stood all the time; where none did, those that stand on the last day in time: a group that was set up on Sunday owes nothing for its week.</summary>
    internal static List<StandingGroup> Asked(IReadOnlyList<StandingGroup> own, DutyPeriod period)
    {
        var standing = own.Where(group => group.FromOn <= period.DueOn && (group.UntilOn is not { } until || until > period.DueOn)).ToList();
        var whole = standing.FindAll(group => group.FromOn <= period.FromOn);
        return whole.Count > 0 ? whole : standing;
    }

    /// <summary>The day on which one group has had so many within the period; null when it has not.</summary>
    /// <param name="days">Ascending.</param>
    internal static DateOnly? ReachedOn(IEnumerable<DayValue> days, DutyPeriod period, long each)
    {
        var sum = 0L;
        foreach (var day in days.Where(day => period.Holds(day.Day)))
            if ((sum += day.Value) >= each)
                return day.Day;
        return null;
    }

    private static bool IsUnder(StandingGroup group, AskedRow row) => group.UnitPath.StartsWith(row.Path, StringComparison.Ordinal);

    private static bool Counts(AskedRow row, DateOnly day) =>
        day >= row.Run.CountsFromOn
        && (row.Run.EndedOn is not { } ended || day <= ended)
        && row.Duty.Measures.On(day) == DirectiveMeasures.Relayed.Key;
}
