using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Wuzha.Plans.Amendment;
using Wuzha.Plans.Naming;
using Wuzha.Platform.Files;
using Wuzha.Platform.Units;

namespace Wuzha.Plans;

/// <summary>The tables of plan documents and their review.</summary>
internal static class PlansTables
{
    private const int TenantLength = 32;

    public static void Map(ModelBuilder model)
    {
        Documents(model);
        Proposals(model);
        Parts(model);
        Aliases(model);
    }

    private static void Documents(ModelBuilder model)
    {
        model.Entity<PlanDocument>(t =>
        {
            t.ToTable("plan_documents");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Title).HasMaxLength(PlanForm.TitleLength);
            t.Property(x => x.Authority).HasMaxLength(PlanForm.AuthorityLength);
            t.Property(x => x.DocNumber).HasMaxLength(PlanForm.DocNumberLength);
            t.Property(x => x.Office).HasMaxLength(PlanForm.OfficeLength);
            t.Property(x => x.OriginalHash).HasMaxLength(64);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
            t.HasOne<StoredFile>().WithMany().HasForeignKey(x => new { x.TenantId, x.FileId }).OnDelete(DeleteBehavior.Restrict);
            t.HasIndex(x => new { x.TenantId, x.CampaignId });
        });
        model.Entity<PlanText>(t =>
        {
            t.ToTable("plan_texts");
            t.HasKey(x => new { x.TenantId, x.PlanId });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Text).HasMaxLength(PlanText.Longest);
            Belongs(t);
        });
    }

    private static void Proposals(ModelBuilder model)
    {
        model.Entity<Proposal>(t =>
        {
            t.ToTable("plan_proposals");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Title).HasMaxLength(Proposal.TitleLength);
            t.Property(x => x.Kind).HasMaxLength(20);
            t.Property(x => x.Units).HasMaxLength(Proposal.ListLength);
            t.Property(x => x.Per).HasMaxLength(10);
            t.Property(x => x.Deadline).HasMaxLength(10);
            t.Property(x => x.QuotaUnit).HasMaxLength(20);
            t.Property(x => x.TargetMetric).HasMaxLength(Proposal.MetricLength);
            t.Property(x => x.TargetUnit).HasMaxLength(10);
            t.Property(x => x.Audiences).HasMaxLength(Proposal.ListLength);
            t.Property(x => x.Channels).HasMaxLength(Proposal.ListLength);
            t.Property(x => x.Evidence).HasMaxLength(Proposal.ListLength);
            t.Property(x => x.Rule).HasMaxLength(20);
            t.Property(x => x.MeasureKey).HasMaxLength(60);
            t.Property(x => x.GuardTurn).HasMaxLength(500);
            t.Ignore(x => x.Span);
            t.Ignore(x => x.UnitNames);
            t.Ignore(x => x.Cadence);
            t.HasIndex(x => new
            {
                x.TenantId,
                x.PlanId,
                x.Start,
            });
            Belongs(t);
        });
        model.Entity<PlanChange>(t =>
        {
            t.ToTable("plan_changes");
            t.HasKey(x => new
            {
                x.TenantId,
                x.PlanId,
                x.Number,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.What).HasMaxLength(20);
            t.Property(x => x.Before).HasMaxLength(PlanChange.JsonLength);
            t.Property(x => x.After).HasMaxLength(PlanChange.JsonLength);
            Belongs(t);
        });
    }

    private static void Parts(ModelBuilder model)
    {
        model.Entity<PlanMatch>(t =>
        {
            t.ToTable("plan_matches");
            t.HasKey(x => new
            {
                x.TenantId,
                x.PlanId,
                x.ProposalId,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            Belongs(t);
        });
        model.Entity<PlanStage>(t =>
        {
            t.ToTable("plan_stages");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(PlanForm.NameLength);
            Belongs(t);
        });
        model.Entity<PlanIndicator>(t =>
        {
            t.ToTable("plan_indicators");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(PlanForm.NameLength);
            t.Property(x => x.ValueUnit).HasMaxLength(10);
            Belongs(t);
        });
        model.Entity<PlanRole>(t =>
        {
            t.ToTable("plan_roles");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Role).HasMaxLength(PlanForm.NameLength);
            Belongs(t);
        });
        model.Entity<PlanAnnex>(t =>
        {
            t.ToTable("plan_annexes");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(PlanForm.TitleLength);
            Belongs(t);
        });
        model.Entity<PlanSection>(t =>
        {
            t.ToTable("plan_sections");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Name).HasMaxLength(PlanForm.TitleLength);
            Belongs(t);
        });
        model.Entity<PlanLeftover>(t =>
        {
            t.ToTable("plan_leftovers");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Class).HasMaxLength(20);
            t.Ignore(x => x.Span);
            t.HasIndex(x => new
            {
                x.TenantId,
                x.PlanId,
                x.Start,
            });
            Belongs(t);
        });
    }

    private static void Aliases(ModelBuilder model)
    {
        model.Entity<UnitAlias>(t =>
        {
            t.ToTable("plan_unit_aliases");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.Property(x => x.Written).HasMaxLength(UnitAlias.WrittenLength);
            t.Property(x => x.Key).HasMaxLength(UnitAlias.WrittenLength);
            t.Property(x => x.Groups).HasMaxLength(300);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => new
                {
                    x.TenantId,
                    x.UnitId,
                    x.Key,
                })
                .IsUnique();
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<UnitAliasUnit>(t =>
        {
            t.ToTable("plan_unit_alias_units");
            t.HasKey(x => new
            {
                x.TenantId,
                x.AliasId,
                x.UnitId,
            });
            t.Property(x => x.TenantId).HasMaxLength(TenantLength);
            t.HasOne<UnitAlias>().WithMany().HasForeignKey(x => new { x.TenantId, x.AliasId }).OnDelete(DeleteBehavior.Cascade);
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
    }

    /// <summary>The row is part of a plan and goes with it.</summary>
    private static void Belongs<T>(EntityTypeBuilder<T> t)
        where T : class => t.HasOne<PlanDocument>().WithMany().HasForeignKey("TenantId", "PlanId").OnDelete(DeleteBehavior.Cascade);
}
