using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Claims;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Groups;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Campaigns;

public sealed record StageRow(Guid Id, string Kind, string Name, DateOnly FromOn, DateOnly UntilOn, bool IsNow);

/// <summary>概况 of a campaign.</summary>
/// <param name="Units">Units that take part, in the viewer's scope.</param>
/// <param name="RostersAsked">Rosters asked for in the viewer's scope; with <paramref name="RostersFiled"/> of them filed.</param>
public sealed record CampaignView(
    CampaignHead Head,
    string? PlanReference,
    string Quota,
    IReadOnlyList<StageRow> Stages,
    int Units,
    int Bodies,
    int RostersAsked,
    int RostersFiled,
    DateOnly? RostersDueOn,
    int Claims,
    bool EndedByOffice
);

internal static class ShowCampaign
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        (await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal) ? await Page(here, db, null) : refusal.AsPage();

    internal static async Task<IResult> Page(CampaignHere here, Db db, Refusal? refusal)
    {
        var (tenant, campaign) = (here.Viewer.TenantId, here.Campaign);
        var stages = await Stages(db, here);
        var units = here.Units(db);
        var rosters = db.Set<Roster>()
            .Where(roster =>
                roster.TenantId == tenant
                && roster.CampaignId == campaign.Id
                && roster.AskedFactId != null
                && units.Any(unit => unit.Id == roster.UnitId)
            );
        var view = new CampaignView(
            here.Head,
            campaign.PlanReference,
            campaign.QuotaReading == QuotaReading.EachStartedThousand ? "每满或不足一千人配 1 名宣讲员" : "每满一千人配 1 名宣讲员",
            [.. stages.Select(stage => Row(stage, here.Today))],
            await units.CountAsync(),
            await db.Set<CampaignBody>().CountAsync(body => body.TenantId == tenant && body.CampaignId == campaign.Id),
            await rosters.CountAsync(),
            await rosters.CountAsync(roster => roster.FiledFactId != null),
            campaign.RostersDueOn,
            await db.Set<ResponsibilityClaim>()
                .CountAsync(claim =>
                    claim.TenantId == tenant
                    && claim.CampaignId == campaign.Id
                    && claim.WithdrawnAt == null
                    && units.Any(unit => unit.Id == claim.UnitId)
                ),
            campaign.EndedAt is not null
        );
        return Platform.Page.Of<CampaignPage>(new { View = view, Refusal = refusal }, refusal?.Status ?? 200);
    }

    internal static async Task<IReadOnlyList<Stage>> Stages(Db db, CampaignHere here) =>
        await db.Set<Stage>()
            .Where(stage => stage.TenantId == here.Viewer.TenantId && stage.CampaignId == here.Campaign.Id)
            .OrderBy(stage => stage.FromOn)
            .ToListAsync();

    internal static StageRow Row(Stage stage, DateOnly today) =>
        new(stage.Id, Stage.KindName(stage.Kind), stage.Name, stage.FromOn, stage.UntilOn, stage.FromOn <= today && today <= stage.UntilOn);
}
