using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Signatures;

internal static class SignatureTables
{
    private const int HashLength = 64;

    public static void Map(ModelBuilder model)
    {
        model.Entity<SignedText>(t =>
        {
            t.ToTable("signed_texts");
            t.HasKey(x => new { x.TenantId, x.Hash });
            t.Property(x => x.TenantId).HasMaxLength(PlatformTables.TenantLength);
            t.Property(x => x.Hash).HasMaxLength(HashLength);
            t.Property(x => x.Text).HasMaxLength(SignedText.MaxLength);
        });
        model.Entity<Signature>(t =>
        {
            t.ToTable("signatures");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(PlatformTables.TenantLength);
            t.Property(x => x.TextHash).HasMaxLength(HashLength);
            t.HasOne<SignedText>().WithMany().HasForeignKey(x => new { x.TenantId, x.TextHash }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.PersonId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
