using Microsoft.AspNetCore.Http;
using Wuzha.Directives.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Reports.Bulletins;

/// <summary>One relay that a number of a bulletin counts.</summary>
public sealed record RelayLineView
{
    public required RelayLine Line { get; init; }
    public required string UnitName { get; init; }
    public required string SortKey { get; init; }
    public required Guid RowId { get; init; }

    public string Href => $"/directives/{Line.DirectiveId}";

    public string StateName =>
        Line.ConfirmedAt is not null ? "监督员已确认"
        : Line.SentAt is not null ? "已推送"
        : "未推送";

    public WorkState Work => Line.SentAt is null ? WorkState.Todo : WorkState.Done;
}

/// <summary>宣传推送明细: the relays behind a bulletin's numbers, one by one.</summary>
internal static class ListRelays
{
    internal static readonly ListFilter States = new(
        "state",
        "状态",
        [("sent", "已推送（含已确认）"), ("confirmed", "监督员已确认"), ("waiting", "未推送")]
    );

    internal static async Task<IResult> Get(Guid unitId, string month, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await BulletinHere.Read(unitId, month, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var places = await BulletinPlaces.Load(db, here);
        var lines = await ReceiptLines.Relays(db, viewer.TenantId, places.Ids, here.Month.FirstOn, here.Month.LastOn);
        var all = lines.Select(line => View(line, places)).OrderBy(line => line.SortKey, StringComparer.Ordinal).ThenBy(line => line.Line.IssuedAt);
        var rows = all.Where(line => Fits(line.Line, query.Filter(States.Name)))
            .Where(line => !Guid.TryParse(query.Filter(ListStandings.UnitFilter), out var row) || line.RowId == row)
            .Where(line => line.UnitName.Contains(query.Search, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var listing = Listing<RelayLineView>.OfRows(rows, query, Columns);
        var title = $"{here.Unit.Name}{here.Month.Name}宣传推送明细";
        return query.AsSheet
            ? listing.AsSheet(title, viewer)
            : Page.Of<RelayListPage>(
                new
                {
                    Title = title,
                    here.Href,
                    here.Now,
                    Listing = listing,
                }
            );
    }

    private static bool Fits(RelayLine line, string? state) =>
        state switch
        {
            "sent" => line.SentAt is not null,
            "confirmed" => line.ConfirmedAt is not null,
            "waiting" => line.SentAt is null,
            _ => true,
        };

    private static RelayLineView View(RelayLine line, BulletinPlaces places)
    {
        var unit = places.Find(line.UnitId)!;
        return new RelayLineView
        {
            Line = line,
            UnitName = unit.Name,
            SortKey = unit.SortKey,
            RowId = places.RowOf(unit).Id,
        };
    }

    private static readonly Column<RelayLineView>[] Columns =
    [
        new("unit", "单位", line => line.UnitName) { Sort = line => line.SortKey },
        new("group", "工作群", line => line.Line.GroupName) { Href = line => $"/groups/{line.Line.GroupId}", OnCard = true },
        new("directive", "指令", line => line.Line.Title) { Href = line => line.Href, OnCard = true },
        new("issued", "下发时间", line => line.Line.IssuedAt) { Sort = line => line.Line.IssuedAt },
        new("sent", "推送时间", line => line.Line.SentAt) { Sort = line => line.Line.SentAt },
        new("confirmed", "确认时间", line => line.Line.ConfirmedAt) { Sort = line => line.Line.ConfirmedAt },
        new("state", "状态", line => line.StateName) { Cell = line => BulletinCells.State(line.Work, line.StateName), OnCard = true },
    ];
}
