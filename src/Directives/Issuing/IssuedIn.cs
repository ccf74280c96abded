using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Relays;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

internal sealed record IssuedReceipt
{
    public required Receipt Receipt { get; init; }
    public required Directive Directive { get; init; }
}

internal sealed record IssuedRelay
{
    public required Relay Relay { get; init; }
    public required Directive Directive { get; init; }
}

/// <summary>What units were given of the directives issued in a span of local days, both ends included; withdrawn directives are left out.</summary>
internal sealed record IssuedIn(Db Db, string TenantId, IReadOnlyCollection<Guid> Units, DateOnly FromOn, DateOnly UntilOn)
{
    public IQueryable<IssuedReceipt> Receipts =>
        from receipt in Db.Set<Receipt>()
        join directive in Directives on new { receipt.TenantId, receipt.DirectiveId } equals new { directive.TenantId, DirectiveId = directive.Id }
        where receipt.TenantId == TenantId && EF.Parameter(Units).Contains(receipt.UnitId)
        select new IssuedReceipt { Receipt = receipt, Directive = directive };

    public IQueryable<IssuedRelay> Relays =>
        from relay in Db.Set<Relay>()
        join directive in Directives on new { relay.TenantId, relay.DirectiveId } equals new { directive.TenantId, DirectiveId = directive.Id }
        where relay.TenantId == TenantId && EF.Parameter(Units).Contains(relay.UnitId)
        select new IssuedRelay { Relay = relay, Directive = directive };

    private IQueryable<Directive> Directives
    {
        get
        {
            var (tenant, begin, end) = (TenantId, LocalDay.Start(FromOn), LocalDay.Start(UntilOn.AddDays(1)));
            return Db.Set<Directive>().Where(one => one.TenantId == tenant && one.IssuedAt >= begin && one.IssuedAt < end && one.WithdrawnAt == null);
        }
    }
}
