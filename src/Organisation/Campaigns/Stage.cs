using Wuzha.Platform;

namespace Wuzha.Organisation.Campaigns;

/// <summary>Kinds of stages that plans name (requirements PLN4).</summary>
public enum StageKind
{
    /// <summary>动员部署.</summary>
    Preparation = 0,

    /// <summary>集中行动.</summary>
    Concentrated = 1,

    /// <summary>总结.</summary>
    Summary = 2,
}

/// <summary>阶段: one stretch of a campaign.</summary>
internal sealed class Stage
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required StageKind Kind { get; set; }
    public required string Name { get; set; }
    public required DateOnly FromOn { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly UntilOn { get; set; }

    public bool Overlaps(DateOnly from, DateOnly until) => FromOn <= until && from <= UntilOn;

    public static string KindName(StageKind kind) =>
        kind switch
        {
            StageKind.Preparation => "动员部署",
            StageKind.Concentrated => "集中行动",
            _ => "总结",
        };

    /// <summary>Whether a stage of these days fits beside the others of its campaign.</summary>
    public static Refusal? Fits(Campaign campaign, IEnumerable<Stage> others, DateOnly from, DateOnly until)
    {
        if (until < from)
            return OrganisationRefusals.EndsBeforeItBegins;
        if (from < campaign.FromOn || until > campaign.UntilOn)
            return OrganisationRefusals.StageOutsideCampaign.With(
                ("from", campaign.FromOn.ToString("yyyy-MM-dd")),
                ("until", campaign.UntilOn.ToString("yyyy-MM-dd"))
            );
        return others.FirstOrDefault(other => other.Overlaps(from, until)) is { } other
            ? OrganisationRefusals.StageOverlaps.With(("stage", other.Name))
            : null;
    }

    /// <summary>Whether the campaign may take this new period: no stage falls outside it.</summary>
    public static Refusal? FitIn(IEnumerable<Stage> stages, DateOnly from, DateOnly until) =>
        stages.FirstOrDefault(stage => stage.FromOn < from || stage.UntilOn > until) is { } outside
            ? OrganisationRefusals.PeriodCutsStage.With(("stage", outside.Name))
            : null;
}
