using Wuzha.Organisation.Campaigns;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Exports;

/// <summary>阶段 as a plan names it. The last day is inclusive.</summary>
public sealed record StageOpening(string Name, DateOnly FromOn, DateOnly UntilOn);

/// <summary>专项行动 as a plan asks for it.</summary>
/// <param name="PlanReference">The plan's number and title as it is cited.</param>
public sealed record CampaignOpening(
    Guid Id,
    string Name,
    DateOnly FromOn,
    DateOnly UntilOn,
    string? PlanReference,
    IReadOnlyList<StageOpening> Stages
);

/// <summary>Opens and starts campaigns for the module that reads plans: adds rows and records facts, the caller saves.</summary>
public static class CampaignBook
{
    /// <summary>Drafts a campaign of the viewer's office with its stages, and starts it. Nothing is added when it is refused.</summary>
    public static Refusal? Open(Db db, Viewer viewer, TimeProvider clock, CampaignOpening opening)
    {
        if (opening.UntilOn < opening.FromOn)
            return OrganisationRefusals.EndsBeforeItBegins;

        var now = clock.GetUtcNow();
        var campaign = new Campaign
        {
            TenantId = viewer.TenantId,
            Id = opening.Id,
            IssuingUnitId = viewer.UnitId,
            Name = opening.Name,
            FromOn = opening.FromOn,
            UntilOn = opening.UntilOn,
            PlanReference = opening.PlanReference,
        };
        var stages = new List<Stage>();
        foreach (var stage in opening.Stages)
        {
            if (Stage.Fits(campaign, stages, stage.FromOn, stage.UntilOn) is { } no)
                return no;
            stages.Add(Of(campaign, stage, now));
        }
        db.Add(campaign);
        db.AddRange(stages);
        db.Record(viewer, new CampaignDrafted(campaign.Id, campaign.IssuingUnitId), campaign.Id);
        return campaign.Start(db.Record(viewer, new CampaignStarted(campaign.Id, campaign.IssuingUnitId), campaign.Id), now.UtcDateTime);
    }

    /// <summary>
    /// Starts a campaign that the viewer's office has drafted before its plan was read, or leaves a running one as it is; adds the stages it lacks. A stage of
    /// the same days or the same name is there already, whatever the plan calls it.
    /// </summary>
    public static async Task<Refusal?> Continue(
        Db db,
        Viewer viewer,
        TimeProvider clock,
        Guid campaignId,
        string? planReference,
        IReadOnlyList<StageOpening> stages
    )
    {
        if (!(await CampaignHere.Edit(campaignId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal;
        if (here.Campaign.State(here.Today) == CampaignState.Ended)
            return OrganisationRefusals.CampaignNotRunning;

        var present = new List<Stage>(await ShowCampaign.Stages(db, here));
        foreach (var stage in stages.Where(stage => !present.Exists(other => IsSame(other, stage))))
        {
            if (Stage.Fits(here.Campaign, present, stage.FromOn, stage.UntilOn) is { } no)
                return no;
            present.Add(Of(here.Campaign, stage, clock.GetUtcNow()));
            db.Add(present[^1]);
        }
        here.Campaign.PlanReference = planReference ?? here.Campaign.PlanReference;
        here.Campaign.Touch();
        db.Record(viewer, new CampaignChanged(campaignId, here.Campaign.IssuingUnitId, "head"), campaignId);
        return here.IsRunning
            ? null
            : here.Campaign.Start(
                db.Record(viewer, new CampaignStarted(campaignId, here.Campaign.IssuingUnitId), campaignId),
                clock.GetUtcNow().UtcDateTime
            );
    }

    private static bool IsSame(Stage present, StageOpening stage) =>
        present.Name == stage.Name || present.FromOn == stage.FromOn && present.UntilOn == stage.UntilOn;

    private static Stage Of(Campaign campaign, StageOpening stage, DateTimeOffset now) =>
        new()
        {
            TenantId = campaign.TenantId,
            Id = Guid.CreateVersion7(now),
            CampaignId = campaign.Id,
            Kind = KindOf(stage.Name),
            Name = stage.Name,
            FromOn = stage.FromOn,
            UntilOn = stage.UntilOn,
        };

    /// <summary>The usual words for the first and the last of three stages; everything between is the work itself.</summary>
    private static StageKind KindOf(string name) =>
        Says(name, "动员", "部署", "准备", "启动") ? StageKind.Preparation
        : Says(name, "总结", "验收", "巩固", "评估") ? StageKind.Summary
        : StageKind.Concentrated;

    private static bool Says(string name, params string[] words) => words.Any(word => name.Contains(word, StringComparison.Ordinal));
}
