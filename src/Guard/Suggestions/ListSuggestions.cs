using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Guard.Suggestions;

/// <summary>One suggestion as the writer and the office see it.</summary>
public sealed record SuggestionRow
{
    public required Guid Id { get; init; }
    public required bool IsComplaint { get; init; }
    public required Guid ToUnitId { get; init; }
    public required string ToUnitName { get; init; }
    public required string ToSortKey { get; init; }
    public required Guid? WriterId { get; init; }
    public required byte[]? WriterSealed { get; init; }
    public required string? FromUnitName { get; init; }
    public required byte[] TextSealed { get; init; }
    public required byte[]? AnswerSealed { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateOnly? AnsweredOn { get; init; }

    public string KindName => IsComplaint ? "投诉" : "建议";

    public WorkState State(DateOnly today) =>
        AnsweredOn is not null ? WorkState.Done
        : today > DueOn ? WorkState.Overdue
        : WorkState.Todo;

    public string StateName(DateOnly today) =>
        AnsweredOn is { } on
            ? on > DueOn
                ? "已答复（逾期）"
                : "已答复"
            : today > DueOn
                ? "逾期未答复"
                : "未答复";

    internal string Writer(Vault vault) => WriterSealed is null ? "未署名" : $"{FromUnitName} {vault.Open(WriterSealed)}";
}

/// <summary>谁的意见还没答复？ One's own, and for the office those written to units in its scope.</summary>
internal static class ListSuggestions
{
    private const int Shown = 40;

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var today = LocalDay.Today(clock);
        var rows = Filtered(Rows(db, viewer), query, today).OrderBy(row => row.AnsweredOn != null).ThenBy(row => row.DueOn).ThenBy(row => row.Id);
        var columns = Columns(vault, today);
        // The words are sealed: a search has to open them.
        var listing =
            query.Search.Length == 0
                ? await Listing<SuggestionRow>.Of(rows, query, columns)
                : Listing<SuggestionRow>.OfRows([.. (await rows.ToListAsync()).Where(row => Says(row, vault, query.Search))], query, columns);
        return query.AsSheet
            ? listing.AsSheet("意见箱", viewer)
            : Page.Of<SuggestionListPage>(new { Listing = listing, IsOffice = viewer.May(GuardActs.ReadSuggestions) });
    }

    /// <summary>Opened notes that the viewer wrote, or that went to an office in his scope when he may read those.</summary>
    internal static IQueryable<SuggestionRow> Rows(Db db, Viewer viewer)
    {
        var (me, isOffice, scope) = (viewer.PersonId, viewer.May(GuardActs.ReadSuggestions), viewer.Scope);
        return from one in db.Set<Suggestion>()
            join to in db.Units on new { one.TenantId, Id = one.ToUnitId } equals new { to.TenantId, to.Id }
            where one.TenantId == viewer.TenantId && one.OpenedOn != null
            where one.WriterId == me || isOffice && to.Path.CompareTo(scope.From) >= 0 && to.Path.CompareTo(scope.To) < 0
            from writer in db.People.Where(person => person.TenantId == one.TenantId && person.Id == one.WriterId).DefaultIfEmpty()
            from home in db.Units.Where(unit => unit.TenantId == one.TenantId && unit.Id == one.FromUnitId).DefaultIfEmpty()
            select new SuggestionRow
            {
                Id = one.Id,
                IsComplaint = one.IsComplaint,
                ToUnitId = one.ToUnitId,
                ToUnitName = to.Name,
                ToSortKey = to.SortKey,
                WriterId = one.WriterId,
                WriterSealed = writer == null ? null : writer.NameSealed,
                FromUnitName = home == null ? null : home.Name,
                TextSealed = one.TextSealed,
                AnswerSealed = one.AnswerSealed,
                OpenedOn = one.OpenedOn!.Value,
                DueOn = one.DueOn!.Value,
                AnsweredOn = one.AnsweredOn,
            };
    }

    private static IQueryable<SuggestionRow> Filtered(IQueryable<SuggestionRow> rows, ListQuery query, DateOnly today)
    {
        if (query.Filter("kind") is { } kind)
            rows = rows.Where(row => row.IsComplaint == (kind == FileSuggestion.Complaint));
        return query.Filter("state") switch
        {
            "open" => rows.Where(row => row.AnsweredOn == null),
            "overdue" => rows.Where(row => row.AnsweredOn == null && row.DueOn < today),
            "answered" => rows.Where(row => row.AnsweredOn != null),
            _ => rows,
        };
    }

    private static bool Says(SuggestionRow row, Vault vault, string words) =>
        vault.Open(row.TextSealed).Contains(words, StringComparison.Ordinal)
        || row.AnswerSealed is { } answer && vault.Open(answer).Contains(words, StringComparison.Ordinal)
        || row.Writer(vault).Contains(words, StringComparison.Ordinal)
        || row.ToUnitName.Contains(words, StringComparison.Ordinal);

    private static Column<SuggestionRow>[] Columns(Vault vault, DateOnly today) =>
        [
            new("text", "内容", row => Beginning(vault.Open(row.TextSealed))) { Href = row => $"/suggestions/{row.Id}" },
            new("kind", "类别", row => row.KindName) { Sort = row => row.IsComplaint },
            new("to", "写给", row => row.ToUnitName) { Sort = row => row.ToSortKey },
            new("from", "谁写的", row => row.Writer(vault)),
            new("filed", "收到日期", row => row.OpenedOn) { Sort = row => row.OpenedOn },
            new("due", "答复期限", row => row.DueOn) { Sort = row => row.DueOn, OnCard = true },
            new("state", "状态", row => row.StateName(today))
            {
                Cell = row => SuggestionPage.Tag(row.State(today), row.StateName(today)),
                OnCard = true,
            },
        ];

    private static string Beginning(string text) => text.Length <= Shown ? text : text[..Shown] + "……";
}
