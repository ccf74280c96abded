using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Calendar;

internal static class CalendarTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CalendarDay>(t =>
        {
            t.ToTable("calendar_days");
            t.HasKey(x => new { x.TenantId, x.On });
            t.Property(x => x.TenantId).HasMaxLength(PlatformTables.TenantLength);
            t.Property(x => x.On).HasColumnName("on_day");
            t.Property(x => x.Name).HasMaxLength(40);
        });
        model.Entity<CalendarHours>(t =>
        {
            t.ToTable("calendar_hours");
            t.HasKey(x => x.TenantId);
            t.Property(x => x.TenantId).HasMaxLength(PlatformTables.TenantLength);
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<SchoolSeason>(t =>
        {
            t.ToTable("school_seasons");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(PlatformTables.TenantLength);
            t.Property(x => x.Name).HasMaxLength(40);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Market>(t =>
        {
            t.ToTable("markets");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(PlatformTables.TenantLength);
            t.Property(x => x.Name).HasMaxLength(40);
            t.Property(x => x.Numbers).HasMaxLength(100);
            t.Ignore(x => x.Days);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
