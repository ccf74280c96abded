using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>One directive that a unit received.</summary>
public sealed record UnitDirectiveRow
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required DirectiveKind Kind { get; init; }
    public required string IssuerName { get; init; }
    public required DateTime? IssuedAt { get; init; }
    public required DateTime? DueAt { get; init; }
    public required DateTime? WithdrawnAt { get; init; }
    public required DateTime? ExpiredAt { get; init; }
    public required DateTime? SignedAt { get; init; }
    public required DateTime? ReturnedAt { get; init; }

    public DirectiveState State => Directive.StateOf(null, null, IssuedAt, WithdrawnAt, ExpiredAt);
}

/// <summary>这个单位收到过哪些指令？</summary>
internal static class ListUnitDirectives
{
    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await UnitHead.Of(db, viewer, id) is not { } head)
            return Refusal.NotFound.AsPage();

        var rows = Rows(db, viewer, id);
        rows = query.Filter("state") switch
        {
            "open" => rows.Where(row => row.SignedAt == null && row.ReturnedAt == null && row.WithdrawnAt == null && row.ExpiredAt == null),
            "signed" => rows.Where(row => row.SignedAt != null),
            "late" => rows.Where(row => row.SignedAt > row.DueAt),
            "returned" => rows.Where(row => row.SignedAt == null && row.ReturnedAt != null),
            _ => rows,
        };
        if (query.Search.Length > 0)
            rows = rows.Where(row => row.Title.Contains(query.Search));
        var now = clock.GetUtcNow().UtcDateTime;
        var listing = await Listing<UnitDirectiveRow>.Of(
            rows.OrderByDescending(row => row.IssuedAt).ThenBy(row => row.Id),
            query,
            new("title", "标题", row => row.Title) { Href = row => $"/directives/{row.Id}" },
            new("kind", "类别", row => DirectiveWords.Of(row.Kind)) { Sort = row => row.Kind },
            new("issuer", "下发单位", row => row.IssuerName),
            new("issued", "下发时间", row => row.IssuedAt) { Sort = row => row.IssuedAt },
            new("due", "签收期限", row => row.DueAt) { Sort = row => row.DueAt, OnCard = true },
            new("signed", "签收时间", row => row.SignedAt) { Sort = row => row.SignedAt, OnCard = true },
            new("state", "状态", row => ReceiptTag.Word(row.SignedAt, row.ReturnedAt, row.DueAt, row.State, now))
            {
                Cell = row => ReceiptTag.Of(row.SignedAt, row.ReturnedAt, row.DueAt, row.State, now),
                OnCard = true,
            }
        );
        return query.AsSheet
            ? listing.AsSheet($"{head.Name}收到的指令", viewer)
            : Page.Of<UnitDirectivesPage>(new { Head = head, Listing = listing });
    }

    private static IQueryable<UnitDirectiveRow> Rows(Db db, Viewer viewer, Guid unitId) =>
        from directive in DirectiveHere.Known(db, viewer)
        join issuer in DirectiveHere.Above(db, viewer.TenantId, unitId)
            on new { directive.TenantId, directive.UnitId } equals new { issuer.TenantId, UnitId = issuer.Id }
        // A left join, of which only what is there counts: so each directive looks for its receipt, and never all receipts for their directives.
        join receipt in db.Set<Receipt>().Where(one => one.TenantId == viewer.TenantId && one.UnitId == unitId)
            on directive.Id equals receipt.DirectiveId
            into receipts
        from receipt in receipts.DefaultIfEmpty()
        where receipt != null
        select new UnitDirectiveRow
        {
            Id = directive.Id,
            Title = directive.Title,
            Kind = directive.Kind,
            IssuerName = issuer.Name,
            IssuedAt = directive.IssuedAt,
            DueAt = directive.DueAt,
            WithdrawnAt = directive.WithdrawnAt,
            ExpiredAt = directive.ExpiredAt,
            SignedAt = receipt.SignedAt,
            ReturnedAt = receipt.ReturnedAt,
        };
}
