using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Guard.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Storage;

namespace Wuzha.Guard.Burdens;

/// <summary>One week of a unit.</summary>
public sealed record BurdenWeek(DateOnly Monday, BurdenSum Sum)
{
    public DateOnly Sunday => Monday.AddDays(6);
}

/// <summary>What one source asks in the week that is looked at.</summary>
public sealed record BurdenPart(string Name, string Basis, BurdenSum Sum, string Href);

/// <summary>A unit's nine weeks, and what one of them consists of.</summary>
public sealed record BurdenView(
    Guid UnitId,
    string UnitName,
    int Ceiling,
    IReadOnlyList<BurdenWeek> Weeks,
    BurdenWeek Looked,
    IReadOnlyList<BurdenPart> Parts
);

/// <summary>本单位被要求办了些什么？</summary>
internal static class ShowBurden
{
    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, BurdenSources sources, TimeProvider clock)
    {
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.Id == id);
        if (unit is null || !viewer.Scope.Covers(unit.Path))
            return Refusal.NotFound.AsPage();

        var last = BurdenQuestion.WeekOf(LocalDay.Today(clock));
        var first = last.AddDays(-7 * ListBurden.WeeksBefore);
        var lines = await Burden.Lines(db, sources, viewer.TenantId, [id], (first, last));
        IReadOnlyList<BurdenWeek> weeks =
        [
            .. Enumerable
                .Range(0, ListBurden.WeeksBefore + 1)
                .Select(back => last.AddDays(-7 * back))
                .Select(week => new BurdenWeek(week, ListBurden.Sum(lines.Where(one => one.Line.Week == week).Select(one => one.Line.Sum)))),
        ];
        var looked =
            query.Day("week") is { } day && weeks.FirstOrDefault(week => week.Monday == BurdenQuestion.WeekOf(day)) is { } asked ? asked : weeks[0];
        var view = new BurdenView(
            id,
            unit.Name,
            await Burden.Ceiling(db, viewer.TenantId),
            weeks,
            looked,
            [
                .. sources.All.Select(source => new BurdenPart(
                    source.Name,
                    source.Basis,
                    ListBurden.Sum(lines.Where(one => one.Source == source && one.Line.Week == looked.Monday).Select(one => one.Line.Sum)),
                    source.Href(id, looked.Monday, looked.Sunday)
                )),
            ]
        );
        return Page.Of<BurdenPage>(new { View = view });
    }
}
