using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

public sealed record DirectiveRow
{
    public required Guid Id { get; init; }
    public required DirectiveKind Kind { get; init; }
    public required string Title { get; init; }
    public required string IssuerName { get; init; }
    public required DateTime? IssuedAt { get; init; }
    public required DateTime WrittenAt { get; init; }
    public required DateTime? DueAt { get; init; }
    public required DateTime? WithdrawnAt { get; init; }

    /// <summary>Units in the viewer's scope.</summary>
    public required int Addressed { get; init; }
    public required int Signed { get; init; }

    /// <summary>The viewer's own unit is asked and has neither signed nor returned it.</summary>
    public required bool IsMine { get; init; }
}

/// <summary>指令: what this office issued, and what came from above.</summary>
internal static class ListDirectives
{
    public static readonly ListFilter Kinds = new(
        "kind",
        "类别",
        [.. Enum.GetValues<DirectiveKind>().Select(kind => (kind.ToString(), DirectiveWords.Of(kind)))]
    );

    public static readonly ListFilter States = new(
        "state",
        "状态",
        [("mine", "待本单位签收"), ("open", "有单位未签收"), ("draft", "草稿"), ("withdrawn", "已撤回")]
    );

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer)
    {
        var rows = Rows(db, viewer);
        rows = query.Filter("state") switch
        {
            "mine" => rows.Where(row => row.IsMine),
            "open" => rows.Where(row => row.IssuedAt != null && row.WithdrawnAt == null && row.Signed < row.Addressed),
            "draft" => rows.Where(row => row.IssuedAt == null),
            "withdrawn" => rows.Where(row => row.WithdrawnAt != null),
            _ => rows,
        };
        if (Enum.TryParse<DirectiveKind>(query.Filter("kind"), out var kind))
            rows = rows.Where(row => row.Kind == kind);
        if (query.Search.Length > 0)
            rows = rows.Where(row => row.Title.Contains(query.Search));
        var listing = await Listing<DirectiveRow>.Of(rows.OrderByDescending(row => row.WrittenAt).ThenBy(row => row.Id), query, Columns());
        return query.AsSheet
            ? listing.AsSheet("指令", viewer)
            : Page.Of<DirectiveListPage>(new { Listing = listing, MayIssue = viewer.May(DirectivesActs.IssueDirectives) });
    }

    internal static IQueryable<DirectiveRow> Rows(Db db, Viewer viewer) =>
        from directive in DirectiveHere.Known(db, viewer)
        join issuer in db.Units on new { directive.TenantId, directive.UnitId } equals new { issuer.TenantId, UnitId = issuer.Id }
        select new DirectiveRow
        {
            Id = directive.Id,
            Kind = directive.Kind,
            Title = directive.Title,
            IssuerName = issuer.Name,
            IssuedAt = directive.IssuedAt,
            WrittenAt = directive.WrittenAt,
            DueAt = directive.DueAt,
            WithdrawnAt = directive.WithdrawnAt,
            Addressed = db.Set<Receipt>()
                .Count(receipt =>
                    receipt.TenantId == viewer.TenantId
                    && receipt.DirectiveId == directive.Id
                    && db.Units.Any(unit =>
                        unit.TenantId == viewer.TenantId
                        && unit.Id == receipt.UnitId
                        && unit.Path.CompareTo(viewer.Scope.From) >= 0
                        && unit.Path.CompareTo(viewer.Scope.To) < 0
                    )
                ),
            Signed = db.Set<Receipt>()
                .Count(receipt =>
                    receipt.TenantId == viewer.TenantId
                    && receipt.DirectiveId == directive.Id
                    && receipt.SignedAt != null
                    && db.Units.Any(unit =>
                        unit.TenantId == viewer.TenantId
                        && unit.Id == receipt.UnitId
                        && unit.Path.CompareTo(viewer.Scope.From) >= 0
                        && unit.Path.CompareTo(viewer.Scope.To) < 0
                    )
                ),
            IsMine =
                directive.IssuedAt != null
                && directive.WithdrawnAt == null
                && db.Set<Receipt>()
                    .Any(receipt =>
                        receipt.TenantId == viewer.TenantId
                        && receipt.DirectiveId == directive.Id
                        && receipt.UnitId == viewer.UnitId
                        && receipt.SignedAt == null
                        && receipt.ReturnedAt == null
                    ),
        };

    private static Column<DirectiveRow>[] Columns() =>
        [
            new("title", "标题", row => row.Title) { Href = row => $"/directives/{row.Id}" },
            new("kind", "类别", row => DirectiveWords.Of(row.Kind)) { Sort = row => row.Kind },
            new("issuer", "下发单位", row => row.IssuerName),
            new("issued", "下发时间", row => row.IssuedAt) { Sort = row => row.IssuedAt },
            new("due", "签收期限", row => row.DueAt) { Sort = row => row.DueAt, OnCard = true },
            new("signed", "签收", row => $"{row.Signed} / {row.Addressed}") { Number = true, OnCard = true },
            new("state", "状态", row => DirectiveStateTag.Word(StateOf(row))) { Cell = row => DirectiveStateTag.Of(StateOf(row)), OnCard = true },
        ];

    private static DirectiveState StateOf(DirectiveRow row) => Directive.StateOf(row.IssuedAt, row.WithdrawnAt);
}
