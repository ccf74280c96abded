using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Tenants;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Storage;

/// <summary>The tables of Platform. <c>units</c>, <c>unit_placements</c>, <c>people</c>, <c>appointments</c>, <c>facts</c> and <c>tallies</c> may be joined by every module's SQL.</summary>
internal static class PlatformTables
{
    public const int TenantLength = 32;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Tenant>(t =>
        {
            t.ToTable("tenants");
            t.Property(x => x.Id).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(100);
            t.Property(x => x.TimeZone).HasMaxLength(60);
            t.Property(x => x.PublicAddress).HasMaxLength(200);
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<Unit>(t =>
        {
            t.ToTable("units");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Path).HasMaxLength(400);
            t.Property(x => x.Kind).HasMaxLength(30);
            t.Property(x => x.Name).HasMaxLength(100);
            t.Property(x => x.SortKey).HasMaxLength(120);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.Path }).IsUnique();
            t.HasIndex(x => new
            {
                x.TenantId,
                x.ParentId,
                x.SortKey,
            });
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.ParentId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<UnitPlacement>(t =>
        {
            t.ToTable("unit_placements");
            t.HasKey(x => new
            {
                x.TenantId,
                x.NodeId,
                x.FromOn,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Path).HasMaxLength(400);
            t.HasIndex(x => new { x.TenantId, x.Path });
        });
        model.Entity<Person>(t =>
        {
            t.ToTable("people");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Post).HasMaxLength(60);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.PhoneIndex });
            t.HasIndex(x => new { x.TenantId, x.PhoneTailIndex });
            t.HasIndex(x => new { x.TenantId, x.NameIndex });
        });
        model.Entity<Appointment>(t =>
        {
            t.ToTable("appointments");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Role).HasMaxLength(30);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.PersonId });
            t.HasIndex(x => new
            {
                x.TenantId,
                x.UnitId,
                x.Role,
            });
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.PersonId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        // Accounts are a reference table: one signs in before the tenant is known.
        model.Entity<Account>(t =>
        {
            t.ToTable("accounts");
            t.HasKey(x => x.Id);
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.SignInName).HasMaxLength(40);
            t.Property(x => x.PasswordHash).HasMaxLength(200);
            t.Property(x => x.SecurityStamp).HasMaxLength(60);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => x.SignInName).IsUnique();
            t.HasIndex(x => new { x.TenantId, x.PersonId }).IsUnique();
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.PersonId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
