using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Files;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;

namespace Wuzha.Duties;

internal static class DutiesTables
{
    private const int TenantLength = 32;
    private const int MeasureLength = 80;
    private const int ReasonLength = 500;

    public static void Map(ModelBuilder model)
    {
        Duties(model);
        Assignments(model);
        Happenings(model);
    }

    private static void Duties(ModelBuilder model)
    {
        model.Entity<Duty>(t =>
        {
            t.ToTable("duties");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Title).HasMaxLength(Duty.TitleLength);
            t.Property(x => x.Source).HasMaxLength(Duty.SourceLength);
            t.Property(x => x.Kind).HasMaxLength(30);
            t.Property(x => x.PriorityArea).HasMaxLength(Duty.AreaLength);
            t.Property(x => x.AudienceWords).HasMaxLength(Duty.WordsLength);
            t.Property(x => x.ChannelWords).HasMaxLength(Duty.WordsLength);
            t.Property(x => x.EvidenceWords).HasMaxLength(Duty.WordsLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.Timing);
            t.Ignore(x => x.Need);
            t.Ignore(x => x.Audiences);
            t.Ignore(x => x.Channels);
            t.Ignore(x => x.Evidence);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.CampaignId,
                    x.Number,
                })
                .HasFilter("ended_on is null")
                .IsUnique();
            t.HasOne<Duty>().WithMany().HasForeignKey(x => new { x.TenantId, x.PredecessorId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.IssuingUnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DutyBinding>(t =>
        {
            t.ToTable("duty_bindings");
            t.HasKey(x => new
            {
                x.TenantId,
                x.DutyId,
                x.FromOn,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.MeasureKey).HasMaxLength(MeasureLength);
            t.HasOne<Duty>().WithMany().HasForeignKey(x => new { x.TenantId, x.DutyId }).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Assignments(ModelBuilder model) =>
        model.Entity<DutyAssignment>(t =>
        {
            t.ToTable("duty_assignments");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.Run);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.DutyId,
                    x.UnitId,
                })
                .HasFilter("ended_on is null")
                .IsUnique();
            t.HasIndex(x => new { x.TenantId, x.UnitId });
            t.HasIndex(x => new { x.TenantId, x.CampaignId });
            t.HasIndex(x => new { x.TenantId, x.DoerPersonId });
            t.HasOne<Duty>().WithMany().HasForeignKey(x => new { x.TenantId, x.DutyId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.DoerPersonId }).OnDelete(DeleteBehavior.Restrict);
        });

    /// <summary>What happens to an assignment.</summary>
    private static void Happenings(ModelBuilder model)
    {
        model.Entity<Waiver>(t =>
        {
            t.ToTable("duty_waivers");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Reason).HasMaxLength(ReasonLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasOne<DutyAssignment>().WithMany().HasForeignKey(x => new { x.TenantId, x.AssignmentId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DutyAsk>(t =>
        {
            t.ToTable("duty_asks");
            t.HasKey(x => new { x.TenantId, x.AssignmentId });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasOne<DutyAssignment>().WithMany().HasForeignKey(x => new { x.TenantId, x.AssignmentId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WorkRecord>(t =>
        {
            t.ToTable("work_records");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Place).HasMaxLength(100);
            t.Property(x => x.Remark).HasMaxLength(500);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasOne<DutyAssignment>().WithMany().HasForeignKey(x => new { x.TenantId, x.AssignmentId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<StoredFile>().WithMany().HasForeignKey(x => new { x.TenantId, x.FileId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DutyReturn>(t =>
        {
            t.ToTable("duty_returns");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Reason).HasMaxLength(ReasonLength);
            t.Property(x => x.Answer).HasMaxLength(ReasonLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.Ignore(x => x.IsOpen);
            t.HasIndex(x => new { x.TenantId, x.AssignmentId }).HasFilter("is_accepted is null").IsUnique();
            t.HasOne<DutyAssignment>().WithMany().HasForeignKey(x => new { x.TenantId, x.AssignmentId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
