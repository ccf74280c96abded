using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Tenants;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Storage;

/// <summary>The tables of Platform. <c>units</c>, <c>unit_placements</c>, <c>people</c>, <c>appointments</c>, <c>facts</c> and <c>tallies</c> may be joined by every module's SQL.</summary>
internal static class PlatformTables
{
    public const int TenantLength = 32;
    public const int KeyLength = 80;

    /// <summary>Twelve levels of 33 characters.</summary>
    public const int PathLength = 400;
    public const int ErrorLength = 2000;
    public const int PayloadLength = 20_000;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Tenant>(t =>
        {
            t.ToTable("tenants");
            t.Property(x => x.Id).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(100);
            t.Property(x => x.TimeZone).HasMaxLength(60);
            t.Property(x => x.PublicAddress).HasMaxLength(200);
            t.Property(x => x.Organiser).HasMaxLength(100);
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<Unit>(t =>
        {
            t.ToTable("units");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Path).HasMaxLength(PathLength);
            t.Property(x => x.Kind).HasMaxLength(30);
            t.Property(x => x.Name).HasMaxLength(100);
            t.Property(x => x.SortKey).HasMaxLength(120);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.Path }).IsUnique();
            // Names are unique among the standing units of one parent, and at the top, where there is no parent to compare.
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.ParentId,
                    x.Name,
                })
                .HasFilter("closed_on is null")
                .IsUnique();
            t.HasIndex(x => new { x.TenantId, x.Name }).HasFilter("closed_on is null and parent_id is null").IsUnique();
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
            t.Property(x => x.Path).HasMaxLength(PathLength);
            t.HasIndex(x => new { x.TenantId, x.Path });
        });
        model.Entity<Person>(t =>
        {
            t.ToTable("people");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Post).HasMaxLength(60);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.PhoneIndex }).IsUnique();
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
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.PersonId,
                    x.UnitId,
                    x.Role,
                })
                .HasFilter("until_on is null")
                .IsUnique();
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
            t.Property(x => x.FormerHashes).HasMaxLength(800);
            t.Property(x => x.RecoveryHashes).HasMaxLength(400);
            t.Property(x => x.SecurityStamp).HasMaxLength(60);
            t.Property(x => x.EndedSessions).HasMaxLength(Account.EndedLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => x.SignInName).IsUnique();
            t.HasIndex(x => new { x.TenantId, x.PersonId }).IsUnique();
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.PersonId }).OnDelete(DeleteBehavior.Restrict);
        });
        MapBook(model);
        MapBackground(model);
    }

    private static void MapBook(ModelBuilder model)
    {
        model.Entity<FactRow>(t =>
        {
            t.ToTable("facts");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Kind).HasMaxLength(KeyLength);
            t.Property(x => x.Payload).HasMaxLength(PayloadLength);
            t.HasIndex(x => new { x.TenantId, x.Withdraws }).IsUnique();
            t.HasIndex(x => new
            {
                x.TenantId,
                x.Position,
                x.Id,
            });
            t.HasIndex(x => new
            {
                x.TenantId,
                x.Kind,
                x.OnDay,
                x.NodeId,
            });
        });
        // The key begins as every sum does: one measure, some nodes, some days.
        model.Entity<Tally>(t =>
        {
            t.ToTable("tallies");
            t.HasKey(x => new
            {
                x.TenantId,
                x.Measure,
                x.NodeId,
                x.Day,
                x.CampaignId,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Measure).HasMaxLength(KeyLength);
        });
        model.Entity<FactBlock>(t =>
        {
            t.ToTable("fact_blocks");
            t.HasKey(x => new { x.TenantId, x.Number });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
        });
    }

    private static void MapBackground(ModelBuilder model)
    {
        model.Entity<ListenerCursor>(t =>
        {
            t.ToTable("listener_cursors");
            t.HasKey(x => new { x.TenantId, x.Listener });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Listener).HasMaxLength(KeyLength);
        });
        model.Entity<ParkedFact>(t =>
        {
            t.ToTable("parked_facts");
            t.HasKey(x => new
            {
                x.TenantId,
                x.Listener,
                x.FactId,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Listener).HasMaxLength(KeyLength);
            t.Property(x => x.Error).HasMaxLength(ErrorLength);
        });
        model.Entity<Job>(t =>
        {
            t.ToTable("jobs");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Kind).HasMaxLength(KeyLength);
            t.Property(x => x.Payload).HasMaxLength(PayloadLength);
            t.Property(x => x.Error).HasMaxLength(ErrorLength);
            t.HasIndex(x => new
            {
                x.TenantId,
                x.DoneAt,
                x.DueAt,
            });
        });
    }
}
