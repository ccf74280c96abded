using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Calendar;

/// <summary>One day as the month shows it.</summary>
public sealed record CalendarDayView(DateOnly On, bool IsWorked, string? Name, bool IsOwn, string Lunar, IReadOnlyList<string> Markets);

/// <summary>One of the viewer's own days that differ from the notice.</summary>
public sealed record OwnDayView(DateOnly On, bool IsWorked, string Name);

public sealed record SeasonView(Guid Id, string UnitName, string Name, bool IsTerm, DateOnly FromOn, DateOnly UntilOn);

public sealed record MarketView(Guid Id, string UnitName, string Name, string Days, DateOnly NextOn);

public sealed record CalendarView(
    DateOnly Month,
    DateOnly Today,
    IReadOnlyList<CalendarDayView> Days,
    StatutoryYear? Notice,
    IReadOnlyList<OwnDayView> OwnDays,
    OfficeHours Hours,
    IReadOnlyList<SeasonView> Seasons,
    IReadOnlyList<MarketView> Markets,
    bool MayEdit,
    bool MayEditAll
)
{
    public int WorkingDays => Days.Count(day => day.IsWorked);
}

/// <summary>工作日历: one month in full, the year's holidays, local days, hours, school seasons and markets.</summary>
internal static class ShowCalendar
{
    internal static async Task<IResult> Get(string? month, Db db, Viewer viewer, TimeProvider clock)
    {
        var today = LocalDay.Today(clock);
        var shown = DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", out var asked) && asked.Year is >= 2000 and <= 2099 ? asked : today;
        return Page.Of<CalendarPage>(new { View = await View(db, viewer, shown, today) });
    }

    private static async Task<CalendarView> View(Db db, Viewer viewer, DateOnly shown, DateOnly today)
    {
        var month = new DateOnly(shown.Year, shown.Month, 1);
        var calendar = await TenantCalendar.Load(db, viewer.TenantId);
        var yearEnd = new DateOnly(month.Year, 12, 31);
        var own = await db.Set<CalendarDay>()
            .Where(d => d.TenantId == viewer.TenantId && d.On >= new DateOnly(month.Year, 1, 1) && d.On <= yearEnd)
            .OrderBy(d => d.On)
            .Select(d => new OwnDayView(d.On, d.IsWorked, d.Name))
            .ToListAsync();
        var markets = await Markets(db, viewer, today);
        var days = Enumerable
            .Range(0, DateTime.DaysInMonth(month.Year, month.Month))
            .Select(month.AddDays)
            .Select(day => new CalendarDayView(
                day,
                calendar.IsWorkingDay(day),
                calendar.ExceptionOn(day)?.Name,
                own.Exists(set => set.On == day),
                MarketDays.LunarDayName(MarketDays.LunarDayOf(day)),
                [.. markets.Where(market => market.Days.IsOn(day)).Select(market => market.View.Name)]
            ));
        return new CalendarView(
            month,
            today,
            [.. days],
            StatutoryHolidays.Of(month.Year),
            own,
            calendar.Hours,
            await Seasons(db, viewer, today),
            [.. markets.Select(market => market.View)],
            viewer.May(CalendarActs.Edit),
            viewer.May(CalendarActs.Edit) && IsForAll(viewer)
        );
    }

    private static Task<List<SeasonView>> Seasons(Db db, Viewer viewer, DateOnly today) =>
        (
            from s in db.Set<SchoolSeason>()
            join u in db.Units on new { s.TenantId, s.UnitId } equals new { u.TenantId, UnitId = u.Id }
            where
                s.TenantId == viewer.TenantId
                && string.Compare(u.Path, viewer.Scope.From) >= 0
                && string.Compare(u.Path, viewer.Scope.To) < 0
                && s.UntilOn >= today
            orderby s.FromOn, u.SortKey
            select new SeasonView(s.Id, u.Name, s.Name, s.IsTerm, s.FromOn, s.UntilOn)
        ).ToListAsync();

    private static async Task<List<(MarketView View, MarketDays Days)>> Markets(Db db, Viewer viewer, DateOnly today)
    {
        var found = await TenantCalendar.MarketsIn(db, viewer.TenantId, viewer.Scope, today);
        var ids = found.Select(f => f.Market.UnitId).ToList();
        var names = await db.Units.Where(u => u.TenantId == viewer.TenantId && ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name);
        return
        [
            .. found.Select(f =>
                (new MarketView(f.Market.Id, names[f.Market.UnitId], f.Market.Name, f.Market.Days.ToString(), f.NextOn), f.Market.Days)
            ),
        ];
    }

    /// <summary>The units of the viewer's scope that a season or market can be entered for.</summary>
    internal static async Task<IReadOnlyList<(string Value, string Text)>> UnitOptions(Db db, Viewer viewer)
    {
        var units = await db
            .Units.Where(u =>
                u.TenantId == viewer.TenantId
                && string.Compare(u.Path, viewer.Scope.From) >= 0
                && string.Compare(u.Path, viewer.Scope.To) < 0
                && u.ClosedOn == null
                && u.Kind != "grid"
                && u.Kind != "villagers-group"
                && u.Kind != "entrance"
                && u.Kind != "class"
            )
            .OrderBy(u => u.Path.Length)
            .ThenBy(u => u.SortKey)
            .Take(2000)
            .Select(u => new { u.Id, u.Name })
            .ToListAsync();
        return [.. units.Select(unit => (unit.Id.ToString(), unit.Name))];
    }

    /// <summary>Days and hours hold for the whole tenant, so only the office at the root of its tree sets them.</summary>
    internal static bool IsForAll(Viewer viewer) => viewer.StandsAtTop;
}
