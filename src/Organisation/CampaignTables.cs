using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Claims;
using Wuzha.Organisation.Groups;
using Wuzha.Organisation.Lecturers;
using Wuzha.Organisation.Resources;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Signatures;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation;

/// <summary>The tables of campaigns and of what a campaign's organisation consists of.</summary>
internal static class CampaignTables
{
    private const int TenantLength = 32;
    private const int RoleLength = 30;

    public static void Map(ModelBuilder model)
    {
        Campaigns(model);
        Groups(model);
        Rosters(model);
        Lecturers(model);
        Claims(model);
        model.Entity<CampaignResource>(t =>
        {
            t.ToTable("campaign_resources");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Kind).HasMaxLength(20);
            t.Property(x => x.Name).HasMaxLength(60);
            t.Property(x => x.Note).HasMaxLength(200);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasOne<Campaign>().WithMany().HasForeignKey(x => new { x.TenantId, x.CampaignId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Campaigns(ModelBuilder model)
    {
        model.Entity<Campaign>(t =>
        {
            t.ToTable("campaigns");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(100);
            t.Property(x => x.PlanReference).HasMaxLength(300);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.IssuingUnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Stage>(t =>
        {
            t.ToTable("campaign_stages");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(60);
            t.HasOne<Campaign>().WithMany().HasForeignKey(x => new { x.TenantId, x.CampaignId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CampaignExclusion>(t =>
        {
            t.ToTable("campaign_exclusions");
            t.HasKey(x => new
            {
                x.TenantId,
                x.CampaignId,
                x.UnitId,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.HasOne<Campaign>().WithMany().HasForeignKey(x => new { x.TenantId, x.CampaignId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DutyText>(t =>
        {
            t.ToTable("campaign_duty_texts");
            t.HasKey(x => new
            {
                x.TenantId,
                x.CampaignId,
                x.Role,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Role).HasMaxLength(RoleLength);
            t.Property(x => x.Text).HasMaxLength(4000);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasOne<Campaign>().WithMany().HasForeignKey(x => new { x.TenantId, x.CampaignId }).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Groups(ModelBuilder model)
    {
        model.Entity<CampaignBody>(t =>
        {
            t.ToTable("campaign_bodies");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(60);
            t.Property(x => x.Duties).HasMaxLength(1000);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasOne<Campaign>().WithMany().HasForeignKey(x => new { x.TenantId, x.CampaignId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CampaignSeat>(t =>
        {
            t.ToTable("campaign_seats");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Post).HasMaxLength(60);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.CampaignId });
            t.HasOne<CampaignBody>().WithMany().HasForeignKey(x => new { x.TenantId, x.BodyId }).OnDelete(DeleteBehavior.Cascade);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.PersonId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.FromUnitId }).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Rosters(ModelBuilder model)
    {
        model.Entity<Roster>(t =>
        {
            t.ToTable("campaign_rosters");
            t.HasKey(x => new
            {
                x.TenantId,
                x.CampaignId,
                x.UnitId,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new { x.TenantId, x.UnitId });
            t.HasOne<Campaign>().WithMany().HasForeignKey(x => new { x.TenantId, x.CampaignId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RosterEntry>(t =>
        {
            t.ToTable("campaign_roster_entries");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Role).HasMaxLength(RoleLength);
            t.Property(x => x.Post).HasMaxLength(60);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.CampaignId,
                    x.UnitId,
                    x.Role,
                    x.PersonId,
                })
                .IsUnique();
            t.HasOne<Roster>()
                .WithMany()
                .HasForeignKey(x => new
                {
                    x.TenantId,
                    x.CampaignId,
                    x.UnitId,
                })
                .OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.PersonId }).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Lecturers(ModelBuilder model)
    {
        model.Entity<LecturerTraining>(t =>
        {
            t.ToTable("lecturer_trainings");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Place).HasMaxLength(60);
            t.Property(x => x.Topic).HasMaxLength(100);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasOne<Campaign>().WithMany().HasForeignKey(x => new { x.TenantId, x.CampaignId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.TrainerUnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<TrainingAttendee>(t =>
        {
            t.ToTable("lecturer_training_attendees");
            t.HasKey(x => new
            {
                x.TenantId,
                x.TrainingId,
                x.PersonId,
                x.UnitId,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.HasIndex(x => new { x.TenantId, x.CampaignId });
            t.HasOne<LecturerTraining>().WithMany().HasForeignKey(x => new { x.TenantId, x.TrainingId }).OnDelete(DeleteBehavior.Cascade);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.PersonId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Claims(ModelBuilder model)
    {
        model.Entity<ResponsibilityLetter>(t =>
        {
            t.ToTable("responsibility_letters");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Role).HasMaxLength(RoleLength);
            t.Property(x => x.TextHash).HasMaxLength(64);
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.CampaignId,
                    x.Role,
                    x.Number,
                })
                .IsUnique();
            t.HasOne<Campaign>().WithMany().HasForeignKey(x => new { x.TenantId, x.CampaignId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<SignedText>().WithMany().HasForeignKey(x => new { x.TenantId, x.TextHash }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ResponsibilityClaim>(t =>
        {
            t.ToTable("responsibility_claims");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Role).HasMaxLength(RoleLength);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.CampaignId,
                    x.UnitId,
                    x.PersonId,
                    x.Role,
                })
                .HasFilter("withdrawn_at is null")
                .IsUnique();
            t.HasOne<Signature>().WithMany().HasForeignKey(x => new { x.TenantId, x.SignatureId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<ResponsibilityLetter>().WithMany().HasForeignKey(x => new { x.TenantId, x.LetterId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Person>().WithMany().HasForeignKey(x => new { x.TenantId, x.PersonId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
