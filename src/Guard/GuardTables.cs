using Microsoft.EntityFrameworkCore;
using Wuzha.Guard.Burdens;
using Wuzha.Guard.Suggestions;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;

namespace Wuzha.Guard;

internal static class GuardTables
{
    private const int TenantLength = 32;

    public static void Map(ModelBuilder model)
    {
        model.Entity<BurdenCeiling>(t =>
        {
            t.ToTable("burden_ceilings");
            t.HasKey(x => x.TenantId);
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<Suggestion>(t =>
        {
            t.ToTable("suggestions");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.TextSealed).HasMaxLength(FileSuggestion.SealedLength);
            t.Property(x => x.AnswerSealed).HasMaxLength(FileSuggestion.SealedLength);
            t.Property(x => x.CodeIndex).HasMaxLength(16);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.CodeIndex }).IsUnique();
            t.HasIndex(x => new { x.TenantId, x.ToUnitId });
            t.HasIndex(x => new { x.TenantId, x.WriterId });
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.ToUnitId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.FromUnitId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.WriterId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.AnsweredBy }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
