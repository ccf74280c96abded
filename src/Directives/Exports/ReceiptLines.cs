using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Issuing;
using Wuzha.Directives.Relays;
using Wuzha.Platform.Calendar;
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
    )
    {
        var (begin, end) = (LocalDay.Start(fromOn), LocalDay.Start(untilOn.AddDays(1)));
        return await (
            from receipt in db.Set<Receipt>()
            join directive in db.Set<Directive>()
                on new { receipt.TenantId, receipt.DirectiveId } equals new { directive.TenantId, DirectiveId = directive.Id }
            where
                receipt.TenantId == tenantId
                && EF.Parameter(units).Contains(receipt.UnitId)
                && directive.IssuedAt >= begin
                && directive.IssuedAt < end
                && directive.WithdrawnAt == null
            orderby directive.IssuedAt, directive.Id, receipt.Number
            select new ReceiptLine(
                directive.Id,
                directive.Title,
                receipt.UnitId,
                directive.IssuedAt!.Value,
                directive.DueAt!.Value,
                receipt.SignedAt,
                receipt.SignedAt == null ? receipt.ReturnedAt : null
            )
        ).ToListAsync();
    }

    public static async Task<IReadOnlyList<RelayLine>> Relays(
        Db db,
        string tenantId,
        IReadOnlyCollection<Guid> units,
        DateOnly fromOn,
        DateOnly untilOn
    )
    {
        var (begin, end) = (LocalDay.Start(fromOn), LocalDay.Start(untilOn.AddDays(1)));
        return await (
            from relay in db.Set<Relay>()
            join directive in db.Set<Directive>()
                on new { relay.TenantId, relay.DirectiveId } equals new { directive.TenantId, DirectiveId = directive.Id }
            join work in db.Set<Groups.Group>() on new { relay.TenantId, relay.GroupId } equals new { work.TenantId, GroupId = work.Id }
            where
                relay.TenantId == tenantId
                && EF.Parameter(units).Contains(relay.UnitId)
                && directive.IssuedAt >= begin
                && directive.IssuedAt < end
                && directive.WithdrawnAt == null
            orderby directive.IssuedAt, directive.Id, work.Name, work.Id
            select new RelayLine(
                directive.Id,
                directive.Title,
                relay.UnitId,
                work.Id,
                work.Name,
                directive.IssuedAt!.Value,
                relay.SentAt,
                relay.ConfirmedAt
            )
        ).ToListAsync();
    }
}
