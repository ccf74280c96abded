using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Issuing;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Exports;

/// <summary>One directive at one unit, as <see cref="ReceiptTally.Receipts"/> counts it.</summary>
/// <param name="ReturnedAt">Null when it was signed after all.</param>
public sealed record ReceiptLine(
    Guid DirectiveId,
    string Title,
    Guid UnitId,
    DateTime IssuedAt,
    DateTime DueAt,
    DateTime? SignedAt,
    DateTime? ReturnedAt
);

/// <summary>One directive in one group, as <see cref="ReceiptTally.Relays"/> counts it.</summary>
public sealed record RelayLine(
    Guid DirectiveId,
    string Title,
    Guid UnitId,
    Guid GroupId,
    string GroupName,
    DateTime IssuedAt,
    DateTime? SentAt,
    DateTime? ConfirmedAt
);

/// <summary>The single receipts and relays behind the sums of <see cref="ReceiptTally"/>: of the same directives, in the order of their issue.</summary>
public static class ReceiptLines
{
    public static async Task<IReadOnlyList<ReceiptLine>> Receipts(
        Db db,
        string tenantId,
        IReadOnlyCollection<Guid> units,
        DateOnly fromOn,
        DateOnly untilOn
    ) =>
        await (
            from one in new IssuedIn(db, tenantId, units, fromOn, untilOn).Receipts
            orderby one.Directive.IssuedAt, one.Directive.Id, one.Receipt.UnitId
            select new ReceiptLine(
                one.Directive.Id,
                one.Directive.Title,
                one.Receipt.UnitId,
                one.Directive.IssuedAt!.Value,
                one.Directive.DueAt!.Value,
                one.Receipt.SignedAt,
                one.Receipt.SignedAt == null ? one.Receipt.ReturnedAt : null
            )
        ).ToListAsync();

    public static async Task<IReadOnlyList<RelayLine>> Relays(
        Db db,
        string tenantId,
        IReadOnlyCollection<Guid> units,
        DateOnly fromOn,
        DateOnly untilOn
    ) =>
        await (
            from one in new IssuedIn(db, tenantId, units, fromOn, untilOn).Relays
            join work in db.Set<Groups.Group>() on new { one.Relay.TenantId, one.Relay.GroupId } equals new { work.TenantId, GroupId = work.Id }
            orderby one.Directive.IssuedAt, one.Directive.Id, work.Name, work.Id
            select new RelayLine(
                one.Directive.Id,
                one.Directive.Title,
                one.Relay.UnitId,
                work.Id,
                work.Name,
                one.Directive.IssuedAt!.Value,
                one.Relay.SentAt,
                one.Relay.ConfirmedAt
            )
        ).ToListAsync();
}
