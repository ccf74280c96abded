using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
using Wuzha.Directives.Relays;
using Wuzha.Directives.Relays.Notices;
using Wuzha.Platform.Files;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;

namespace Wuzha.Directives;

internal static class DirectivesTables
{
    private const int TenantLength = 32;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Directive>(t =>
        {
            t.ToTable("directives");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Title).HasMaxLength(Directive.TitleLength);
            t.Property(x => x.Text).HasMaxLength(Directive.TextLength);
            t.Property(x => x.Trail).HasMaxLength(Directive.TrailLength);
            t.Property(x => x.SigningTime).HasMaxLength(20);
            t.Property(x => x.ToRole).HasMaxLength(40);
            t.Property(x => x.RejectedReason).HasMaxLength(Directive.ReasonLength);
            t.Property(x => x.WithdrawnReason).HasMaxLength(Directive.ReasonLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.State);
            t.Ignore(x => x.IsOut);
            t.Ignore(x => x.Level);
            t.HasIndex(x => new { x.TenantId, x.UnitId });
            t.HasIndex(x => new { x.TenantId, x.Trail });
            t.HasIndex(x => new { x.TenantId, x.IssuedAt });
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DirectiveFile>(t =>
        {
            t.ToTable("directive_files");
            t.HasKey(x => new
            {
                x.TenantId,
                x.DirectiveId,
                x.FileId,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.HasOne<Directive>().WithMany().HasForeignKey(x => new { x.TenantId, x.DirectiveId }).OnDelete(DeleteBehavior.Cascade);
            t.HasOne<StoredFile>().WithMany().HasForeignKey(x => new { x.TenantId, x.FileId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AddressLine>(t =>
        {
            t.ToTable("directive_addresses");
            t.HasKey(x => new
            {
                x.TenantId,
                x.OwnerId,
                x.UnitId,
                x.Reach,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Reach).HasMaxLength(AddressLine.ReachLength);
        });
        model.Entity<AddressBook>(t =>
        {
            t.ToTable("directive_address_books");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(AddressBook.NameLength);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.UnitId,
                    x.Name,
                })
                .IsUnique();
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Receipt>(t =>
        {
            // One key and nothing else: an index by unit would touch a page of every unit at each issue, and cost more the more there are; no foreign keys, since
            // directives that are out and units are never deleted, and checking fifty thousand takes longer than making them (decision 0017).
            t.ToTable("directive_receipts");
            t.HasKey(x => new
            {
                x.TenantId,
                x.DirectiveId,
                x.UnitId,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.ReturnedReason).HasMaxLength(Receipt.ReasonLength);
        });
        model.Entity<Relay>(t =>
        {
            t.ToTable("directive_relays");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.State);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.DirectiveId,
                    x.GroupId,
                })
                .IsUnique();
            t.HasIndex(x => new { x.TenantId, x.GroupId });
            t.HasIndex(x => new { x.TenantId, x.UnitId });
            t.HasOne<Directive>().WithMany().HasForeignKey(x => new { x.TenantId, x.DirectiveId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Group>().WithMany().HasForeignKey(x => new { x.TenantId, x.GroupId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RelayDay>(t =>
        {
            // No foreign key: the row is made from the relay by the database itself, with the fact.
            t.ToTable("directive_relay_days");
            t.HasKey(x => new
            {
                x.TenantId,
                x.RelayId,
                x.Day,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
        });
        model.Entity<OpenSecret>(t =>
        {
            t.ToTable("open_secrets");
            t.HasKey(x => new { x.TenantId, x.Day });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Secret).HasMaxLength(OpenSecret.Length);
        });
        model.Entity<Group>(t =>
        {
            t.ToTable("work_groups");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(Group.NameLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.IsDissolved);
            t.HasIndex(x => new { x.TenantId, x.UnitId });
            t.HasIndex(x => new { x.TenantId, x.CampaignId });
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.ForwarderId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.WitnessId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.SecondWitnessId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
