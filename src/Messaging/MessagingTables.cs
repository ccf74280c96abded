using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;

namespace Wuzha.Messaging;

internal static class MessagingTables
{
    private const int TenantLength = 32;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Message>(t =>
        {
            t.ToTable("messages");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Key).HasMaxLength(120);
            t.Property(x => x.SubjectKind).HasMaxLength(40);
            t.Property(x => x.Template).HasMaxLength(60);
            t.Property(x => x.Details).HasMaxLength(1000);
            t.Property(x => x.Text).HasMaxLength(500);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.About);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.RecipientId,
                    x.Key,
                })
                .IsUnique();
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.RecipientId,
                    x.SubjectKind,
                    x.SubjectId,
                    x.SubjectUnitId,
                    x.SentOn,
                })
                .IsUnique();
            t.HasIndex(x => new
            {
                x.TenantId,
                x.State,
                x.NotBeforeAt,
            });
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.RecipientId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Escalation>(t =>
        {
            t.ToTable("escalations");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.SubjectKind).HasMaxLength(40);
            t.Property(x => x.WaiverReason).HasMaxLength(200);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.About);
            t.Ignore(x => x.IsOpen);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.SubjectKind,
                    x.SubjectId,
                    x.UnitId,
                })
                .IsUnique();
            t.HasIndex(x => new { x.TenantId, x.NextStepAt });
            t.HasIndex(x => new { x.TenantId, x.UnitId });
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EscalationStep>(t =>
        {
            t.ToTable("escalation_steps");
            t.HasKey(x => new
            {
                x.TenantId,
                x.EscalationId,
                x.DueAt,
                x.Step,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.HasOne<Escalation>().WithMany().HasForeignKey(x => new { x.TenantId, x.EscalationId }).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
