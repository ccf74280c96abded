using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Calendar;

/// <summary>学期与假期: entered once for a township or a school, they hold for everything under it.</summary>
internal static class AddSchoolSeason
{
    private const int MostDays = 200;

    internal static readonly ChoiceField Unit = new("unit", "适用单位") { Hint = "选乡镇的，全镇学校适用；学校自己另有安排的，再给学校单独录入。" };
    internal static readonly ChoiceField Kind = new("kind", "类别") { Options = [("term", "学期（上课）"), ("holiday", "假期（放假）")] };
    internal static readonly TextField Name = new("name", "名称") { Max = 40, Hint = "例如：2026 年春季学期、2026 年暑假。" };
    internal static readonly DayField From = new("from", "起始日期");
    internal static readonly DayField Until = new("until", "结束日期");

    internal static async Task<IResult> Get(Db db, Viewer viewer) =>
        Page.Of<SchoolSeasonPage>(new { Form = Form.Empty(), Units = await ShowCalendar.UnitOptions(db, viewer) });

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        var units = await ShowCalendar.UnitOptions(db, viewer);
        var unit = form.Read(Unit.With(units));
        var kind = form.Read(Kind);
        var name = form.Read(Name);
        var from = form.Read(From);
        var until = form.Read(Until);
        if (until < from)
            form.Fail(Until, "结束日期早于起始日期，请核对。");
        if (until?.DayNumber - from?.DayNumber > MostDays)
            form.Fail(Until, $"一个学期或假期最长 {MostDays} 天，请核对日期。");
        if (!form.Failed && await Overlaps(db, viewer.TenantId, Guid.Parse(unit!), from!.Value, until!.Value) is { } other)
            form.Fail(From, $"与已录入的“{other}”日期重叠，请核对。");
        if (form.Failed)
            return Page.Of<SchoolSeasonPage>(new { Form = form, Units = units }, 422);

        var season = new SchoolSeason
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = Guid.Parse(unit!),
            Name = name!,
            IsTerm = kind == "term",
            FromOn = from!.Value,
            UntilOn = until!.Value,
        };
        db.Add(season);
        db.Record(viewer, new SchoolSeasonSet(season.Id, season.UnitId, season.IsTerm, season.FromOn, season.UntilOn));
        await db.SaveChangesAsync();
        return Page.Done("/calendar", $"已录入“{name}”。");
    }

    private static Task<string?> Overlaps(Db db, string tenantId, Guid unitId, DateOnly from, DateOnly until) =>
        db.Set<SchoolSeason>()
            .Where(s => s.TenantId == tenantId && s.UnitId == unitId && s.FromOn <= until && s.UntilOn >= from)
            .Select(s => s.Name)
            .FirstOrDefaultAsync();
}

/// <summary>Strikes out a school season.</summary>
internal static class RemoveSchoolSeason
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer)
    {
        var season = await db.Set<SchoolSeason>().SingleOrDefaultAsync(s => s.TenantId == viewer.TenantId && s.Id == id);
        var path = season is null
            ? null
            : await db.Units.Where(u => u.TenantId == viewer.TenantId && u.Id == season.UnitId).Select(u => u.Path).SingleAsync();
        if (season is null || !viewer.Scope.Covers(path!))
            return CalendarRefusals.SeasonGone.AsPage();

        db.Remove(season);
        db.Record(viewer, new SchoolSeasonSet(season.Id, season.UnitId, season.IsTerm, season.FromOn, season.UntilOn, Removed: true));
        await db.SaveChangesAsync();
        return Page.Done("/calendar", $"已删除“{season.Name}”。");
    }
}
