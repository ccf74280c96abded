using Microsoft.AspNetCore.Http;
using Wuzha.Duties.Lists;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Board;

/// <summary>What every view of the board shows above its table.</summary>
/// <param name="By">unit, duty, matrix or line.</param>
/// <param name="Lines">Everything in the viewer's scope, after the filter of kinds.</param>
/// <param name="Kinds">The kinds there are, for the filter.</param>
public sealed record BoardView(CampaignHead Head, string By, DateOnly Today, IReadOnlyList<DutyLine> Lines, ListFilter Kinds)
{
    public BoardSum Sum => BoardSum.Of([.. Lines]);

    public string Href => $"{Head.Href}/board";
}

/// <summary>谁落后了？ All standings of a campaign in the viewer's scope: by unit, by duty, as a table of both, or one by one.</summary>
internal static class ShowBoard
{
    internal const string ByUnit = "unit";
    internal const string ByDuty = "duty";
    internal const string ByBoth = "matrix";
    internal const string ByLine = "line";

    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, FactCatalog catalog, Vault vault, TimeProvider clock)
    {
        if (await CampaignQuestions.Find(db, viewer, id, clock) is not { } head)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var lines = await DutyLines.Of(db, catalog, head, new LineQuestion(viewer.Scope, today), viewer.TenantId);
        var kinds = DutyColumns.Kinds(lines);
        if (query.Filter(DutyColumns.KindFilter) is { } kind)
            lines = [.. lines.Where(line => line.Kind == kind)];
        var by = query.Filter("by") is ByDuty or ByBoth or ByLine ? query.Filter("by")! : ByUnit;
        var view = new BoardView(head, by, today, lines, kinds);
        return by switch
        {
            ByBoth => Both(view, query, viewer),
            ByLine => await Each(view, query, db, viewer, vault),
            _ => Sums(view, query, viewer),
        };
    }

    private static IResult Sums(BoardView view, ListQuery query, Viewer viewer)
    {
        var rows = view.By == ByDuty ? Duties(view) : Units(view);
        var found = rows.Where(row => row.Name.Contains(query.Search, StringComparison.OrdinalIgnoreCase));
        // Those who are behind stand first.
        var listing = Listing<BoardRow>.OfRows(
            [.. found.OrderByDescending(row => row.Sum.Overdue).ThenByDescending(row => row.Sum.Soon).ThenBy(row => row.Order)],
            query,
            BoardColumns.Of(view.By == ByDuty ? "任务" : "单位", view.By == ByDuty ? "单位" : "任务")
        );
        return query.AsSheet ? listing.AsSheet($"{view.Head.Name}完成情况", viewer) : Page.Of<BoardPage>(new { View = view, Listing = listing });
    }

    private static IReadOnlyList<BoardRow> Units(BoardView view) =>
        [
            .. view
                .Lines.GroupBy(line => (line.UnitId, line.UnitName))
                .Select(
                    (unit, at) =>
                        new BoardRow(unit.Key.UnitName, at, $"/units/{unit.Key.UnitId}/duties?campaign={view.Head.Id}", BoardSum.Of([.. unit]))
                ),
        ];

    private static IReadOnlyList<BoardRow> Duties(BoardView view) =>
        [
            .. view
                .Lines.GroupBy(line => (line.DutyId, line.Name, line.Number))
                .Select(duty => new BoardRow(duty.Key.Name, duty.Key.Number, $"/duties/{duty.Key.DutyId}", BoardSum.Of([.. duty]))),
        ];

    private static async Task<IResult> Each(BoardView view, ListQuery query, Db db, Viewer viewer, Vault vault)
    {
        var lines = await DutyLines.WithDoers(db, viewer.TenantId, vault, view.Lines);
        var listing = Listing<DutyLine>.OfRows(
            DutyColumns.Narrow(lines, query),
            query,
            DutyColumns.All(withUnit: true, withTitle: true, withCampaign: false)
        );
        return query.AsSheet ? listing.AsSheet($"{view.Head.Name}任务明细", viewer) : Page.Of<BoardLinesPage>(new { View = view, Listing = listing });
    }

    private static IResult Both(BoardView view, ListQuery query, Viewer viewer)
    {
        var matrix = BoardMatrix.Of(view.Lines);
        if (!query.AsSheet)
            return Page.Of<BoardMatrixPage>(new { View = view, Matrix = matrix });

        return new SheetFile(
            "任务对照表",
            async (book, now) =>
            {
                SheetColumn[] columns = [new("单位"), .. matrix.Duties.Select(duty => new SheetColumn(duty.Name))];
                await book.Sheet(new SheetHead("任务对照表", columns) { Title = $"{view.Head.Name}任务对照表", Landscape = true });
                foreach (var row in matrix.Rows)
                    await book.Row([row.UnitName, .. row.Cells.Select(cell => (object?)cell?.StateWords)]);
                await book.Note(ListingSheets.Watermark(viewer, now, matrix.Rows.Count));
            }
        );
    }
}
