using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Facts;

/// <summary>
/// Reads figures. A day's tally counts under whoever stood above the node on that day, so a sum over many days follows every move of the nodes and of
/// the unit itself. The cost grows with the nodes and days asked for, not with the number of facts.
/// </summary>
public static class Tallies
{
    private sealed record ChildSum(string Child, long Value);

    /// <summary>One measure over a unit's subtree from one day to another, both inclusive.</summary>
    /// <param name="scope">The unit as it stands today, see <see cref="Unit.Scope"/>.</param>
    /// <param name="campaignId">Only what belongs to this campaign; null for everything.</param>
    public static async Task<long> Sum(
        Db db,
        string tenantId,
        Measure measure,
        Scope scope,
        DateOnly from,
        DateOnly to,
        Guid? campaignId = null,
        CancellationToken cancellation = default
    ) => (await ByChild(db, tenantId, measure, scope, from, to, campaignId, cancellation)).Values.Sum();

    /// <summary>The same, for each unit or counted thing directly below; what was counted at the unit itself stands under its own id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, long>> ByChild(
        Db db,
        string tenantId,
        Measure measure,
        Scope scope,
        DateOnly from,
        DateOnly to,
        Guid? campaignId = null,
        CancellationToken cancellation = default
    )
    {
        var (unit, all, campaign) = (UnitOf(scope), campaignId is null, campaignId ?? Guid.Empty);
        // Place by place through the key of tallies: as a plain join PostgreSQL reads all tallies for each place as long as it has no statistics.
        var sums = await db
            .Database.SqlQuery<ChildSum>(
                $"""
                with above as materialized (
                  select path, from_on, until_on from unit_placements
                  where tenant_id = {tenantId} and node_id = {unit} and from_on <= {to} and until_on >= {from}
                )
                select x.child, cast(sum(x.value) as bigint) as value
                from (
                  select substr(p.path, length(a.path) + 1, 32) as child,
                    (select sum(t.value) from tallies t
                     where t.tenant_id = {tenantId} and t.measure = {measure.Key} and t.node_id = p.node_id
                       and t.day >= {from} and t.day <= {to} and t.day >= p.from_on and t.day <= p.until_on
                       and t.day >= a.from_on and t.day <= a.until_on and ({all} or t.campaign_id = {campaign})) as value
                  from above a
                  join unit_placements p on p.tenant_id = {tenantId}
                    and p.path >= a.path and p.path < substr(a.path, 1, length(a.path) - 1) || '0'
                    and p.from_on <= a.until_on and p.until_on >= a.from_on and p.from_on <= {to} and p.until_on >= {from}
                ) x
                group by x.child
                having sum(x.value) is not null
                """
            )
            .ToListAsync(cancellation);
        return sums.ToDictionary(sum => sum.Child.Length == 0 ? unit : Guid.ParseExact(sum.Child, "N"), sum => sum.Value);
    }

    /// <summary>
    /// Day by day what several measures add up to in the subtrees of many units, for one campaign: what a board of standings is made of. Each day counts under
    /// whoever stood above the node on that day. Three statements, whatever is asked; the cost grows with the nodes below the units and the days.
    /// </summary>
    /// <returns>Only days with a value, by unit, measure and day.</returns>
    public static async Task<IReadOnlyList<DaySum>> Daily(
        Db db,
        string tenantId,
        IReadOnlyCollection<string> measures,
        IReadOnlyCollection<Guid> units,
        (DateOnly From, DateOnly To) days,
        Guid campaignId,
        CancellationToken cancellation = default
    )
    {
        var asked = await PlacesAt(db, tenantId, units, days, cancellation);
        var above = Scope.Around(asked.Select(place => place.Path));
        var keys = measures.ToList();
        // Most nodes below a unit (people's duties, screens, classes) count something else: their places are not asked for.
        var under = await db
            .UnitPlacements.AsNoTracking()
            .Where(place => place.TenantId == tenantId && place.FromOn <= days.To && place.UntilOn >= days.From)
            .Where(place => above == null || place.Path.CompareTo(above.Value.From) >= 0 && place.Path.CompareTo(above.Value.To) < 0)
            .Where(place =>
                db.Set<Tally>()
                    .Any(tally =>
                        tally.TenantId == tenantId
                        && EF.Parameter(keys).Contains(tally.Measure)
                        && tally.NodeId == place.NodeId
                        && tally.Day >= days.From
                        && tally.Day <= days.To
                        && tally.CampaignId == campaignId
                    )
            )
            .ToListAsync(cancellation);
        var wanted = units.ToHashSet();
        var counted = under
            .Select(place => (Place: place, Above: Unit.IdsOf(place.Path).Where(wanted.Contains).ToArray()))
            .Where(found => found.Above.Length > 0)
            .ToLookup(found => found.Place.NodeId);

        var sums = new Dictionary<(Guid Unit, string Measure, DateOnly Day), long>();
        foreach (var node in await SeriesAt(db, tenantId, measures, [.. counted.Select(node => node.Key)], days, campaignId, cancellation))
        foreach (var (place, holders) in counted[node.NodeId])
        foreach (var (day, value) in node.Days.Where(one => place.FromOn <= one.Day && place.UntilOn >= one.Day))
        foreach (var holder in holders)
        {
            var key = (holder, node.Measure, day);
            sums[key] = sums.GetValueOrDefault(key) + value;
        }
        return InOrder(sums.Select(sum => new DaySum(sum.Key.Unit, sum.Key.Measure, sum.Key.Day, sum.Value)));
    }

    /// <summary>Day by day what measures add up to at the nodes themselves, wherever they stand, for one campaign. One statement.</summary>
    public static async Task<IReadOnlyList<DaySum>> DailyAt(
        Db db,
        string tenantId,
        IReadOnlyCollection<string> measures,
        IReadOnlyCollection<Guid> nodes,
        (DateOnly From, DateOnly To) days,
        Guid campaignId,
        CancellationToken cancellation = default
    ) =>
        InOrder(
            (await SeriesAt(db, tenantId, measures, nodes, days, campaignId, cancellation)).SelectMany(node =>
                node.Days.Select(one => new DaySum(node.NodeId, node.Measure, one.Day, one.Value))
            )
        );

    private static List<DaySum> InOrder(IEnumerable<DaySum> sums) =>
        [.. sums.Where(sum => sum.Value != 0).OrderBy(sum => sum.NodeId).ThenBy(sum => sum.Measure, StringComparer.Ordinal).ThenBy(sum => sum.Day)];

    /// <summary>
    /// The same, the days of each node and measure together in order. One row comes from the database for each of them, not one for each day: thousands of
    /// duties are read in the time of their number.
    /// </summary>
    public static async Task<IReadOnlyList<DaySeries>> SeriesAt(
        Db db,
        string tenantId,
        IReadOnlyCollection<string> measures,
        IReadOnlyCollection<Guid> nodes,
        (DateOnly From, DateOnly To) days,
        Guid campaignId,
        CancellationToken cancellation = default
    )
    {
        if (measures.Count == 0 || nodes.Count == 0)
            return [];

        // One parameter with all of them: as many single ones would make another statement for each number of nodes.
        var (keys, ids) = (measures.ToList(), nodes.ToList());
        var found = await db.Set<Tally>()
            .Where(tally =>
                tally.TenantId == tenantId
                && EF.Parameter(keys).Contains(tally.Measure)
                && EF.Parameter(ids).Contains(tally.NodeId)
                && tally.Day >= days.From
                && tally.Day <= days.To
                && tally.CampaignId == campaignId
            )
            .GroupBy(tally => new { tally.NodeId, tally.Measure })
            .Select(node => new
            {
                node.Key.NodeId,
                node.Key.Measure,
                Days = string.Join(";", node.Select(tally => tally.Day.DayNumber.ToString() + "=" + tally.Value.ToString())),
            })
            .ToListAsync(cancellation);
        return found.ConvertAll(node => new DaySeries(node.NodeId, node.Measure, DaysOf(node.Days)));
    }

    /// <summary>Numbers of days, whatever way the server writes dates: 739708=2;739710=1</summary>
    private static (DateOnly Day, long Value)[] DaysOf(string written)
    {
        var days = new (DateOnly Day, long Value)[written.AsSpan().Count(';') + 1];
        var at = 0;
        foreach (var part in written.AsSpan().Split(';'))
        {
            var one = written.AsSpan(part);
            var middle = one.IndexOf('=');
            days[at++] = (
                DateOnly.FromDayNumber(int.Parse(one[..middle], NumberStyles.None, CultureInfo.InvariantCulture)),
                long.Parse(one[(middle + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            );
        }
        Array.Sort(days, (one, other) => one.Day.CompareTo(other.Day));
        return days;
    }

    private static Task<List<UnitPlacement>> PlacesAt(
        Db db,
        string tenantId,
        IReadOnlyCollection<Guid> nodes,
        (DateOnly From, DateOnly To) days,
        CancellationToken cancellation
    )
    {
        var ids = nodes.ToList();
        return db
            .UnitPlacements.AsNoTracking()
            .Where(place =>
                place.TenantId == tenantId && EF.Parameter(ids).Contains(place.NodeId) && place.FromOn <= days.To && place.UntilOn >= days.From
            )
            .ToListAsync(cancellation);
    }

    /// <summary>Computes every tally again from the facts and puts right what differs.</summary>
    /// <returns>How many rows were wrong.</returns>
    public static async Task<int> Rebuild(Db db, FactCatalog catalog, string tenantId, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Dialect.LockTallies(db, cancellation);
        var days = await db.Set<FactRow>().Where(fact => fact.TenantId == tenantId).Select(fact => fact.OnDay).Distinct().ToListAsync(cancellation);
        var counted = await db.Set<Tally>()
            .Where(tally => tally.TenantId == tenantId)
            .Select(tally => tally.Day)
            .Distinct()
            .ToListAsync(cancellation);

        var wrong = 0;
        foreach (var day in days.Union(counted).Order())
        {
            wrong += await RebuildDay(db, await FromFacts(db, catalog, tenantId, day, cancellation), tenantId, day, cancellation);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        await transaction.CommitAsync(cancellation);
        return wrong;
    }

    private static async Task<int> RebuildDay(Db db, Dictionary<TallyLine, long> right, string tenantId, DateOnly day, CancellationToken cancellation)
    {
        var wrong = 0;
        foreach (var tally in await db.Set<Tally>().Where(tally => tally.TenantId == tenantId && tally.Day == day).ToListAsync(cancellation))
        {
            right.Remove(new TallyLine(tenantId, tally.Measure, tally.NodeId, day, tally.CampaignId, 0), out var value);
            if (tally.Value == value)
                continue;

            tally.Value = value;
            wrong++;
        }
        foreach (var (line, value) in right.Where(line => line.Value != 0))
        {
            db.Add(
                new Tally
                {
                    TenantId = tenantId,
                    Measure = line.Measure,
                    NodeId = line.NodeId,
                    Day = day,
                    CampaignId = line.CampaignId,
                    Value = value,
                }
            );
            wrong++;
        }
        return wrong;
    }

    private static async Task<Dictionary<TallyLine, long>> FromFacts(
        Db db,
        FactCatalog catalog,
        string tenantId,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var right = new Dictionary<TallyLine, long>();
        var facts = db.Set<FactRow>()
            .AsNoTracking()
            .Where(fact => fact.TenantId == tenantId && fact.OnDay == day && fact.Withdraws == null)
            .Where(fact => !db.Set<FactRow>().Any(later => later.TenantId == tenantId && later.Withdraws == fact.Id))
            .AsAsyncEnumerable();
        await foreach (var fact in facts.WithCancellation(cancellation))
        foreach (var posting in catalog.Read(fact.Kind, fact.Payload).Postings)
        {
            var line = new TallyLine(tenantId, posting.Measure.Key, fact.NodeId, day, fact.CampaignId, 0);
            right[line] = right.GetValueOrDefault(line) + posting.Value;
        }
        return right;
    }

    /// <summary>A path ends with the unit's own id: 32 hex digits and a slash.</summary>
    private static Guid UnitOf(Scope scope) => Guid.ParseExact(scope.From.AsSpan(scope.From.Length - 33, 32), "N");
}

/// <summary>What one measure adds up to on one day, at a unit with all below it or at a node alone.</summary>
public readonly record struct DaySum(Guid NodeId, string Measure, DateOnly Day, long Value);

/// <summary>What a measure adds up to at one node, by day, ascending; only days with a value.</summary>
public sealed record DaySeries(Guid NodeId, string Measure, IReadOnlyList<(DateOnly Day, long Value)> Days);
