using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
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
            t.Property(x => x.SigningTime).HasMaxLength(20);
            t.Property(x => x.WithdrawnReason).HasMaxLength(Directive.ReasonLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.State);
            t.HasIndex(x => new { x.TenantId, x.UnitId });
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Receipt>(t =>
        {
            t.ToTable("directive_receipts");
            t.HasKey(x => new
            {
                x.TenantId,
                x.DirectiveId,
                x.UnitId,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.ReturnedReason).HasMaxLength(Receipt.ReasonLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.UnitId });
            t.HasOne<Directive>().WithMany().HasForeignKey(x => new { x.TenantId, x.DirectiveId }).OnDelete(DeleteBehavior.Cascade);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
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
