using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Files;
using Wuzha.Platform.Units;

namespace Wuzha.Plans.Implementation;

/// <summary>The tables of the units' own plans.</summary>
internal static class ImplementationTables
{
    private const int TenantLength = 32;

    public static void Map(ModelBuilder model)
    {
        model.Entity<ImplementationPlan>(t =>
        {
            t.ToTable("implementation_plans");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.IsOwed);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.CampaignId,
                    x.UnitId,
                })
                .IsUnique();
            t.HasIndex(x => new { x.TenantId, x.UnitId });
            t.HasIndex(x => new
            {
                x.TenantId,
                x.OfficeUnitId,
                x.State,
            });
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.OfficeUnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ImplementationFiling>(t =>
        {
            t.ToTable("implementation_filings");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Text).HasMaxLength(ImplementationFiling.TextLength);
            t.Property(x => x.Answer).HasMaxLength(ImplementationFiling.AnswerLength);
            t.Ignore(x => x.IsLate);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.PlanId,
                    x.Number,
                })
                .IsUnique();
            t.HasOne<ImplementationPlan>().WithMany().HasForeignKey(x => new { x.TenantId, x.PlanId }).OnDelete(DeleteBehavior.Cascade);
            t.HasOne<StoredFile>().WithMany().HasForeignKey(x => new { x.TenantId, x.FileId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
