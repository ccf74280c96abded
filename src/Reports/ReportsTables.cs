using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Units;
using Wuzha.Reports.Bulletins;

namespace Wuzha.Reports;

internal static class ReportsTables
{
    private const int TenantLength = 32;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Bulletin>(t =>
        {
            t.ToTable("bulletins");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Snapshot).HasMaxLength(Bulletin.SnapshotLength);
            t.Property(x => x.SnapshotHash).HasMaxLength(64);
            t.Property(x => x.FactWords).HasMaxLength(Bulletin.FactsLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.FactIds);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.UnitId,
                    x.MonthOn,
                })
                .HasFilter("withdrawn_at is null")
                .IsUnique();
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<BulletinRemark>(t =>
        {
            t.ToTable("bulletin_remarks");
            t.HasKey(x => new
            {
                x.TenantId,
                x.UnitId,
                x.MonthOn,
                x.Section,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Text).HasMaxLength(BulletinRemark.TextLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
