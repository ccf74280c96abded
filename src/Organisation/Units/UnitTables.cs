using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Units;

internal static class UnitTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<UnitProfile>(t =>
        {
            t.ToTable("unit_profiles");
            t.HasKey(x => new { x.TenantId, x.UnitId });
            t.Property(x => x.TenantId).HasMaxLength(32);
            t.Property(x => x.Source).HasMaxLength(60);
            t.Property(x => x.Code).HasMaxLength(15);
            t.Property(x => x.Address).HasMaxLength(100);
            t.Property(x => x.Note).HasMaxLength(500);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.Code });
            t.HasOne<Unit>().WithOne().HasForeignKey<UnitProfile>(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<UnitAudience>(t =>
        {
            t.ToTable("unit_audiences");
            t.HasKey(x => new
            {
                x.TenantId,
                x.UnitId,
                x.Audience,
            });
            t.Property(x => x.TenantId).HasMaxLength(32);
            t.Property(x => x.Audience).HasMaxLength(30);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<FormerUnitName>(t =>
        {
            t.ToTable("former_unit_names");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(32);
            t.Property(x => x.Name).HasMaxLength(100);
            t.HasIndex(x => new { x.TenantId, x.UnitId });
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
