using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Links;

internal static class LinkTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<PublicLink>(t =>
        {
            t.ToTable("public_links");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(PlatformTables.TenantLength);
            t.Property(x => x.TokenHash).HasMaxLength(32);
            t.Property(x => x.Kind).HasMaxLength(40);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.TokenHash }).IsUnique();
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
}
