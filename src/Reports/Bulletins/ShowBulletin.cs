using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Reports.Bulletins;

/// <summary>A bulletin as it is shown: as it was printed, or as it stands while it is not.</summary>
public sealed record BulletinView
{
    public required string Href { get; init; }
    public required BulletinMonth Month { get; init; }
    public required BulletinFigures Figures { get; init; }

    /// <summary>With today's number beside each printed one that has changed.</summary>
    public required IReadOnlyList<FigureTable> Tables { get; init; }
    public required IReadOnlyDictionary<BulletinSection, string> Remarks { get; init; }
    public DateTime? IssuedAt { get; init; }

    /// <summary>The viewer's own unit, whose office writes and issues.</summary>
    public required bool MayIssue { get; init; }
    public required bool IsOver { get; init; }

    public string Title => BulletinWords.Title(Figures, Month);

    public IReadOnlyList<IReadOnlyList<Words>> Sentences => BulletinWords.Sentences(Figures, Month, Href);

    public int Changes => Tables.Sum(table => table.Changes);

    public IEnumerable<FigureTable> TablesOf(BulletinSection section) => Tables.Where(table => BulletinTables.SectionOf(table.Key) == section);
}

/// <summary>这个月办得怎么样？</summary>
internal static class ShowBulletin
{
    internal static async Task<IResult> Get(Guid unitId, string month, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await BulletinHere.Read(unitId, month, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        if (!query.AsSheet)
            return await Shown(here, db, refusal: null);
        if ((await View(here, db)) is var view && view.Tables.FirstOrDefault(one => one.Key == query.Filter("table")) is not { } table)
            return Refusal.NotFound.AsPage();
        var sheet = Listing<FigureRow>.OfRows([.. table.Rows, table.Total], query, [.. table.Columns]);
        return sheet.AsSheet($"{here.Unit.Name}{here.Month.Name}{table.Caption}", viewer);
    }

    /// <summary>The same on official paper.</summary>
    internal static async Task<IResult> Word(Guid unitId, string month, Db db, Viewer viewer, TimeProvider clock) =>
        (await BulletinHere.Read(unitId, month, db, viewer, clock)).Is(out var here, out var refusal)
            ? BulletinPaper.Of(await View(here, db), here.Today).AsFile($"{here.Unit.Name}{here.Month.Name}通报")
            : refusal.AsPage();

    internal static async Task<IResult> Shown(BulletinHere here, Db db, Refusal? refusal) =>
        Page.Of<BulletinPage>(new { View = await View(here, db), Refusal = refusal }, refusal?.Status ?? 200);

    internal static async Task<BulletinView> View(BulletinHere here, Db db)
    {
        var today = await BulletinCount.Of(db, here);
        var issued = await here.Issued(db);
        var printed = issued is null ? new BulletinSnapshot(today, await here.Remarks(db)) : BulletinSnapshot.Read(issued.Snapshot);
        var live = BulletinTables.Of(today, here.Month, here.Href, printed.Figures.IsRunning);
        var tables = issued is null
            ? live
            : [.. BulletinTables.Of(printed.Figures, here.Month, here.Href, printed.Figures.IsRunning).Zip(live, (one, now) => one.Beside(now))];
        return new BulletinView
        {
            Href = here.Href,
            Month = here.Month,
            Figures = printed.Figures,
            Tables = tables,
            Remarks = printed.Remarks,
            IssuedAt = issued?.IssuedAt,
            MayIssue = here.MayIssue,
            IsOver = here.Month.IsOver(here.Today),
        };
    }
}
