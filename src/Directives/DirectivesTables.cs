using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Groups;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;

namespace Wuzha.Directives;

internal static class DirectivesTables
{
    private const int TenantLength = 32;

    public static void Map(ModelBuilder model) =>
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
