using Microsoft.AspNetCore.Http;
using Wuzha.Directives.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Reports.Bulletins;

/// <summary>One receipt that a number of a bulletin counts.</summary>
public sealed record ReceiptLineView
{
    public required ReceiptLine Line { get; init; }
    public required string UnitName { get; init; }
    public required string SortKey { get; init; }
    public required Guid RowId { get; init; }

    public string Href => $"/directives/{Line.DirectiveId}";

    /// <summary>Value of the filter that it fits.</summary>
    public string State =>
        Line.SignedAt is { } at
            ? at <= Line.DueAt
                ? "intime"
                : "late"
            : Line.ReturnedAt is not null
                ? "returned"
                : "unsigned";

    public string StateName => ListReceipts.States.Options.First(option => option.Value == State).Text;

    public WorkState Work =>
        State switch
        {
            "intime" or "late" => WorkState.Done,
            "returned" => WorkState.NotApplicable,
            _ => WorkState.Todo,
        };
}

/// <summary>指令签收明细: the receipts behind a bulletin's numbers, one by one.</summary>
internal static class ListReceipts
{
    internal static readonly ListFilter States = new(
        "state",
        "状态",
        [("intime", "按时签收"), ("late", "逾期签收"), ("returned", "退回"), ("unsigned", "未签收")]
    );

    internal static async Task<IResult> Get(Guid unitId, string month, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await BulletinHere.Read(unitId, month, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var places = await BulletinPlaces.Load(db, here);
        var lines = await ReceiptLines.Receipts(db, viewer.TenantId, places.Ids, here.Month.FirstOn, here.Month.LastOn);
        var all = lines.Select(line => View(line, places)).OrderBy(line => line.SortKey, StringComparer.Ordinal).ThenBy(line => line.Line.IssuedAt);
        var rows = all.Where(line => query.Filter(States.Name) is not { } state || line.State == state)
            .Where(line => !Guid.TryParse(query.Filter(ListStandings.UnitFilter), out var row) || line.RowId == row)
            .Where(line => line.UnitName.Contains(query.Search, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var listing = Listing<ReceiptLineView>.OfRows(rows, query, Columns);
        var title = $"{here.Unit.Name}{here.Month.Name}指令签收明细";
        return query.AsSheet
            ? listing.AsSheet(title, viewer)
            : Page.Of<ReceiptListPage>(
                new
                {
                    Title = title,
                    here.Href,
                    here.Now,
                    Listing = listing,
                }
            );
    }

    private static ReceiptLineView View(ReceiptLine line, BulletinPlaces places)
    {
        var unit = places.Find(line.UnitId)!;
        return new ReceiptLineView
        {
            Line = line,
            UnitName = unit.Name,
            SortKey = unit.SortKey,
            RowId = places.RowOf(unit).Id,
        };
    }

    private static readonly Column<ReceiptLineView>[] Columns =
    [
        new("unit", "单位", line => line.UnitName) { Sort = line => line.SortKey },
        new("directive", "指令", line => line.Line.Title) { Href = line => line.Href, OnCard = true },
        new("issued", "下发时间", line => line.Line.IssuedAt) { Sort = line => line.Line.IssuedAt },
        new("due", "签收期限", line => line.Line.DueAt) { Sort = line => line.Line.DueAt, OnCard = true },
        new("signed", "签收时间", line => line.Line.SignedAt) { Sort = line => line.Line.SignedAt },
        new("state", "状态", line => line.StateName)
        {
            Sort = line => line.State,
            Cell = line => BulletinCells.State(line.Work, line.StateName),
            OnCard = true,
        },
    ];
}
