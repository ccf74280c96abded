using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Guard.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Guard.Burdens;

/// <summary>What is asked of one unit this week and was asked in the eight weeks before.</summary>
public sealed record BurdenRow(Guid UnitId, string Name, string Kind, string SortKey, BurdenSum Now, BurdenSum Before, int Ceiling)
{
    public bool IsOver => Now.IsOver(Ceiling);

    public string StateName => IsOver ? $"超上限 {Now.Minutes - Ceiling} 分钟" : "未超上限";

    public WorkState State => IsOver ? WorkState.Overdue : WorkState.Done;
}

/// <summary>哪个村负担重？</summary>
internal static class ListBurden
{
    public const int WeeksBefore = 8;

    /// <summary>Below these nobody is asked by himself, above it everybody is.</summary>
    internal static readonly string[] NotAsked =
    [
        UnitKinds.County.Key,
        UnitKinds.Grid.Key,
        UnitKinds.VillagersGroup.Key,
        UnitKinds.Entrance.Key,
        UnitKinds.Class.Key,
    ];

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, BurdenSources sources, TimeProvider clock)
    {
        var week = BurdenQuestion.WeekOf(LocalDay.Today(clock));
        var ceiling = await Burden.Ceiling(db, viewer.TenantId);
        var units = await Units(db, viewer, query);
        var lines = (await Burden.Lines(db, sources, viewer.TenantId, [.. units.Select(unit => unit.Id)], (week.AddDays(-7 * WeeksBefore), week)))
            .Select(one => one.Line)
            .ToLookup(line => (line.UnitId, IsNow: line.Week == week), line => line.Sum);
        IReadOnlyList<BurdenRow> rows =
        [
            .. units
                .Select(unit => new BurdenRow(
                    unit.Id,
                    unit.Name,
                    unit.Kind,
                    unit.SortKey,
                    Sum(lines[(unit.Id, true)]),
                    Sum(lines[(unit.Id, false)]),
                    ceiling
                ))
                .Where(row => query.Filter("state") is not { } state || row.IsOver == (state == "over")),
        ];
        var listing = Listing<BurdenRow>.OfRows(rows, query, Columns());
        return query.AsSheet
            ? listing.AsSheet("基层负担", viewer)
            : Page.Of<BurdenListPage>(
                new
                {
                    Listing = listing,
                    Week = week,
                    Ceiling = ceiling,
                    Over = rows.Count(row => row.IsOver),
                    MayEdit = viewer.StandsAtTop && viewer.May(GuardActs.EditCeiling),
                }
            );
    }

    internal static BurdenSum Sum(IEnumerable<BurdenSum> sums) => sums.Aggregate(default(BurdenSum), (all, one) => all + one);

    private static Task<List<Unit>> Units(Db db, Viewer viewer, ListQuery query)
    {
        var (scope, kind) = (viewer.Scope, query.Filter("kind"));
        return db
            .Units.AsNoTracking()
            .Where(unit =>
                unit.TenantId == viewer.TenantId
                && unit.ClosedOn == null
                && unit.Path.CompareTo(scope.From) >= 0
                && unit.Path.CompareTo(scope.To) < 0
                && !NotAsked.Contains(unit.Kind)
                && (kind == null || unit.Kind == kind)
                && unit.Name.Contains(query.Search)
            )
            .OrderBy(unit => unit.SortKey)
            .ThenBy(unit => unit.Id)
            .ToListAsync();
    }

    private static Column<BurdenRow>[] Columns() =>
        [
            new("name", "单位", row => row.Name) { Href = row => $"/burden/{row.UnitId}", Sort = row => row.SortKey },
            Number("asks", "本周件数", row => row.Now.Asks, row => row.Now.Asks),
            Number("minutes", "本周分钟", row => row.Now.Minutes, row => row.Now.Minutes),
            Number("uploads", "本周上传", row => row.Now.Uploads, row => row.Now.Uploads),
            new("state", "与上限比", row => row.StateName)
            {
                Cell = row => BurdenPage.Tag(row.State, row.StateName),
                Sort = row => row.Now.Minutes - row.Ceiling,
                OnCard = true,
            },
            Number("asksBefore", "前八周件数", row => row.Before.Asks, row => row.Before.Asks),
            Number("minutesBefore", "前八周分钟", row => row.Before.Minutes, row => row.Before.Minutes),
            Number("uploadsBefore", "前八周上传", row => row.Before.Uploads, row => row.Before.Uploads),
        ];

    private static Column<BurdenRow> Number(
        string key,
        string title,
        Func<BurdenRow, object?> value,
        System.Linq.Expressions.Expression<Func<BurdenRow, object?>> sort
    ) =>
        new(key, title, value)
        {
            Number = true,
            Sort = sort,
            Href = row => $"/burden/{row.UnitId}",
            OnCard = key == "minutes",
        };
}
