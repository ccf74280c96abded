using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Issuing;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Exports;

/// <summary>What became of the directives that one unit received. Withdrawn ones are not counted; what is neither signed, returned nor overdue is still open.</summary>
/// <param name="Overdue">Not signed, and the deadline has passed.</param>
public readonly record struct ReceiptSum(int Addressed, int SignedInTime, int SignedLate, int Returned, int Overdue);

/// <summary>What became of the directives that the groups of one unit were to be given.</summary>
/// <param name="Asked">Directive × group.</param>
/// <param name="Opens">Openings of the public page from these groups, one a device and day.</param>
public readonly record struct RelaySum(int Asked, int Sent, int Confirmed, long Opens);

/// <summary>Receipts and relays of the directives issued in a span of days, by unit, for those who report.</summary>
public static class ReceiptTally
{
    /// <summary>Receipts by unit; a unit that received nothing is left out.</summary>
    /// <param name="fromOn">First local day of issue.</param>
    /// <param name="untilOn">Last local day of issue, inclusive.</param>
    /// <param name="now">The moment by which overdue is judged.</param>
    public static async Task<IReadOnlyDictionary<Guid, ReceiptSum>> Receipts(
        Db db,
        string tenantId,
        IReadOnlyCollection<Guid> units,
        DateOnly fromOn,
        DateOnly untilOn,
        DateTime now
    )
    {
        var sums = await (
            from one in new IssuedIn(db, tenantId, units, fromOn, untilOn).Receipts
            group new
            {
                one.Receipt.SignedAt,
                one.Receipt.ReturnedAt,
                one.Directive.DueAt,
            } by one.Receipt.UnitId into unit
            select new
            {
                unit.Key,
                Addressed = unit.Count(),
                InTime = unit.Count(one => one.SignedAt <= one.DueAt),
                Late = unit.Count(one => one.SignedAt > one.DueAt),
                Returned = unit.Count(one => one.SignedAt == null && one.ReturnedAt != null),
                Overdue = unit.Count(one => one.SignedAt == null && one.ReturnedAt == null && one.DueAt < now),
            }
        ).ToListAsync();
        return sums.ToDictionary(unit => unit.Key, unit => new ReceiptSum(unit.Addressed, unit.InTime, unit.Late, unit.Returned, unit.Overdue));
    }

    /// <summary>Relays by the unit of the group; a unit whose groups were given nothing is left out.</summary>
    /// <param name="fromOn">First local day of issue, and of the openings.</param>
    /// <param name="untilOn">Last local day, inclusive.</param>
    public static async Task<IReadOnlyDictionary<Guid, RelaySum>> Relays(
        Db db,
        string tenantId,
        IReadOnlyCollection<Guid> units,
        DateOnly fromOn,
        DateOnly untilOn
    )
    {
        var sums = await (
            from one in new IssuedIn(db, tenantId, units, fromOn, untilOn).Relays
            group one.Relay by one.Relay.UnitId into unit
            select new
            {
                unit.Key,
                Asked = unit.Count(),
                Sent = unit.Count(one => one.SentAt != null),
                Confirmed = unit.Count(one => one.ConfirmedAt != null),
            }
        ).ToListAsync();
        var opens = await (
            from work in db.Set<Groups.Group>()
            join tally in db.Set<Tally>() on new { work.TenantId, work.Id } equals new { tally.TenantId, Id = tally.NodeId }
            where
                work.TenantId == tenantId
                && EF.Parameter(units).Contains(work.UnitId)
                && tally.Measure == DirectiveMeasures.Opens.Key
                && tally.Day >= fromOn
                && tally.Day <= untilOn
            group tally.Value by work.UnitId into unit
            select new { unit.Key, Value = unit.Sum() }
        ).ToDictionaryAsync(unit => unit.Key, unit => unit.Value);
        return sums.ToDictionary(unit => unit.Key, unit => new RelaySum(unit.Asked, unit.Sent, unit.Confirmed, opens.GetValueOrDefault(unit.Key)));
    }
}
