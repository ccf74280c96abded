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
    public required Guid IssuerId { get; init; }
    public required string IssuerName { get; init; }
    public required DateTime? SubmittedAt { get; init; }
    public required DateTime? ApprovedAt { get; init; }
    public required DateTime? IssuedAt { get; init; }
    public required DateTime WrittenAt { get; init; }
    public required DateTime? DueAt { get; init; }
    public required DateTime? WithdrawnAt { get; init; }
    public required DateTime? ExpiredAt { get; init; }

    /// <summary>All of it, kept with the directive.</summary>
    public required int Addressed { get; init; }
    public required int Signed { get; init; }
    public required int Returned { get; init; }

    /// <summary>The viewer's own unit: addressed at all, and when it signed or returned.</summary>
    public required bool IsToMe { get; init; }
    public required DateTime? MineSignedAt { get; init; }
    public required DateTime? MineReturnedAt { get; init; }

    public DirectiveState State => Directive.StateOf(SubmittedAt, ApprovedAt, IssuedAt, WithdrawnAt, ExpiredAt);
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
        [("mine", "待本单位签收"), ("received", "本单位收到的"), ("open", "本单位下发、未收齐"), ("draft", "草稿"), ("withdrawn", "已撤回")]
    );

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer)
    {
        var rows = Rows(db, viewer);
        rows = query.Filter("state") switch
        {
            "mine" => Mine(rows),
            "received" => rows.Where(row => row.IsToMe),
            "open" => Open(rows, viewer),
            "draft" => rows.Where(row => row.IssuedAt == null),
            "withdrawn" => rows.Where(row => row.WithdrawnAt != null),
            _ => rows,
        };
        if (Enum.TryParse<DirectiveKind>(query.Filter("kind"), out var kind))
            rows = rows.Where(row => row.Kind == kind);
        if (query.Search.Length > 0)
            rows = rows.Where(row => row.Title.Contains(query.Search));
        var listing = await Listing<DirectiveRow>.Of(rows.OrderByDescending(row => row.WrittenAt).ThenBy(row => row.Id), query, Columns(viewer));
        return query.AsSheet
            ? listing.AsSheet("指令", viewer)
            : Page.Of<DirectiveListPage>(new { Listing = listing, MayIssue = viewer.May(DirectivesActs.IssueDirectives) });
    }

    internal static IQueryable<DirectiveRow> Mine(IQueryable<DirectiveRow> rows) =>
        rows.Where(row => row.IsToMe && row.MineSignedAt == null && row.MineReturnedAt == null && row.WithdrawnAt == null && row.ExpiredAt == null);

    internal static IQueryable<DirectiveRow> Open(IQueryable<DirectiveRow> rows, Viewer viewer) =>
        rows.Where(row =>
            row.IssuerId == viewer.UnitId
            && row.IssuedAt != null
            && row.WithdrawnAt == null
            && row.ExpiredAt == null
            && row.Signed + row.Returned < row.Addressed
        );

    internal static IQueryable<DirectiveRow> Rows(Db db, Viewer viewer) =>
        from directive in DirectiveHere.Known(db, viewer)
        join issuer in db.Units on new { directive.TenantId, directive.UnitId } equals new { issuer.TenantId, UnitId = issuer.Id }
        join receipt in db.Set<Receipt>().Where(one => one.TenantId == viewer.TenantId && one.UnitId == viewer.UnitId)
            on directive.Id equals receipt.DirectiveId
            into receipts
        from mine in receipts.DefaultIfEmpty()
        select new DirectiveRow
        {
            Id = directive.Id,
            Kind = directive.Kind,
            Title = directive.Title,
            IssuerId = issuer.Id,
            IssuerName = issuer.Name,
            SubmittedAt = directive.SubmittedAt,
            ApprovedAt = directive.ApprovedAt,
            IssuedAt = directive.IssuedAt,
            WrittenAt = directive.WrittenAt,
            DueAt = directive.DueAt,
            WithdrawnAt = directive.WithdrawnAt,
            ExpiredAt = directive.ExpiredAt,
            Addressed = directive.Addressed,
            Signed = directive.Signed,
            Returned = directive.Returned,
            IsToMe = mine != null,
            MineSignedAt = mine.SignedAt,
            MineReturnedAt = mine.ReturnedAt,
        };

    private static Column<DirectiveRow>[] Columns(Viewer viewer) =>
        [
            new("title", "标题", row => row.Title) { Href = row => $"/directives/{row.Id}" },
            new("kind", "类别", row => DirectiveWords.Of(row.Kind)) { Sort = row => row.Kind },
            new("issuer", "下发单位", row => row.IssuerName),
            new("issued", "下发时间", row => row.IssuedAt) { Sort = row => row.IssuedAt },
            new("due", "签收期限", row => row.DueAt) { Sort = row => row.DueAt, OnCard = true },
            new("mine", "本单位", row => MineWord(row)) { OnCard = true },
            new(
                "signed",
                "签收",
                row => row.IssuerId == viewer.UnitId && row.IssuedAt != null && row.Addressed > 0 ? $"{row.Signed} / {row.Addressed}" : null
            )
            {
                Number = true,
                OnCard = true,
            },
            new("state", "状态", row => DirectiveStateTag.Word(row.State)) { Cell = row => DirectiveStateTag.Of(row.State), OnCard = true },
        ];

    private static string? MineWord(DirectiveRow row) =>
        !row.IsToMe ? null
        : row.MineSignedAt is not null ? "已签收"
        : row.MineReturnedAt is not null ? "已退回"
        : row.WithdrawnAt is not null ? "不用签收"
        : "未签收";
}
