using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;

namespace Wuzha.Rules.Trespasser;

/// <summary>Breaks each rule once; the rules' tests expect exactly these breaches.</summary>
public sealed class TrespasserModule : Module
{
    public static readonly Act Trespass = new("rules.trespass", "越界");

    /// <summary>A constant that others would copy without leaving a trace.</summary>
    public const int Copied = 7;

    /// <summary>Reaches into a module instead of asking its exports; the second type is exported and allowed from above.</summary>
    public static readonly Type[] Reached = [typeof(OrganisationModule), typeof(CampaignStarted)];

    public override void Routes(Pages pages)
    {
        pages.MapGet("/rules/unguarded", () => "");
        pages.MapGet("/rules/Shouting", () => "").Needs(Trespass);
        pages.MapGet("/rules/open", () => "").OpenToAll("because");
        pages.MapPost("/rules/forged", () => "").DisableAntiforgery().Needs(Trespass);
        pages.MapPut("/rules/put", () => "").Needs(Trespass);
        pages.MapGet("/rules/twice/{id:guid}", (Guid id) => $"{id}").NeedsSignIn();
        pages.MapGet("/rules/twice/{id:guid}", (Guid id) => $"{id:N}").NeedsSignIn();
    }

    public override void Tables(ModelBuilder model) =>
        model.Entity<Loot>(t =>
        {
            t.ToTable("Loot");
            t.HasKey(x => x.Id);
            t.HasIndex(x => x.Label);
            t.Property(x => x.Label).HasColumnName("LABEL");
        });
}

/// <summary>赃物: a table with every fault a table can have.</summary>
public sealed class Loot
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public string Label { get; init; } = "";
    public decimal Worth { get; init; }
    public DateTimeOffset Seen { get; init; }
    public DateTime Taken { get; init; }
    public DateOnly Due { get; init; }
}
