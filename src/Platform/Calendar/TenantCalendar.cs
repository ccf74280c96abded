using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Calendar;

/// <summary>What a tenant has set in its calendar.</summary>
public static class TenantCalendar
{
    /// <summary>The working calendar of a tenant: the notices, its own days, its hours.</summary>
    public static async Task<WorkingCalendar> Load(Db db, string tenantId)
    {
        var days = await db.Set<CalendarDay>().AsNoTracking().Where(d => d.TenantId == tenantId).ToListAsync();
        var hours = await db.Set<CalendarHours>().AsNoTracking().SingleOrDefaultAsync(h => h.TenantId == tenantId);
        return new WorkingCalendar(
            days.ToDictionary(day => day.On, day => new DayException(day.IsWorked, day.Name)),
            hours?.ToHours() ?? new OfficeHours()
        );
    }

    /// <summary>The school season that holds for a unit on a day: its own, or the nearest above it. Null when none is entered.</summary>
    public static async Task<SchoolSeason?> SeasonOf(Db db, string tenantId, string unitPath, DateOnly day)
    {
        var seasons = await db.Set<SchoolSeason>()
            .AsNoTracking()
            .Where(s => s.TenantId == tenantId && s.FromOn <= day && s.UntilOn >= day)
            .ToListAsync();
        return seasons
            .Where(s => unitPath.Contains($"{s.UnitId:N}/", StringComparison.Ordinal))
            .MaxBy(s => unitPath.IndexOf($"{s.UnitId:N}/", StringComparison.Ordinal));
    }

    /// <summary>The markets held in a scope, nearest day first.</summary>
    public static async Task<IReadOnlyList<(Market Market, DateOnly NextOn)>> MarketsIn(Db db, string tenantId, Scope scope, DateOnly from)
    {
        var markets = await (
            from m in db.Set<Market>().AsNoTracking()
            join u in db.Units on new { m.TenantId, m.UnitId } equals new { u.TenantId, UnitId = u.Id }
            where m.TenantId == tenantId && string.Compare(u.Path, scope.From) >= 0 && string.Compare(u.Path, scope.To) < 0
            select m
        ).ToListAsync();
        return [.. markets.Select(market => (market, market.Days.NextFrom(from))).OrderBy(found => found.Item2).ThenBy(found => found.market.Id)];
    }
}
