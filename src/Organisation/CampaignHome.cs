using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Claims;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform.Home;

namespace Wuzha.Organisation;

/// <summary>What campaigns put on 今天: my roster, my letter, and for the office who has not filed.</summary>
internal static class CampaignHome
{
    public static void Put(HomeBoard home)
    {
        home.ToDo(
            new HomeSource(OrganisationActs.FileRosters, ask => Rosters(ask).CountAsync(), RosterItems, "/campaigns")
            {
                Example = "报送本单位责任人员名单（示例专项行动）",
            }
        );
        home.ToDo(
            new HomeSource(OrganisationActs.ClaimResponsibility, async ask => (await Letters(ask)).Count, Letters, "/campaigns")
            {
                Example = "签署责任书（示例专项行动）",
            }
        );
        home.Waiting(
            new HomeSource(OrganisationActs.EditCampaigns, ask => Unfiled(ask).CountAsync(), UnfiledItems, "/campaigns")
            {
                Example = "4 个单位还没报名单（示例专项行动）",
            }
        );
    }

    /// <summary>Rosters that the viewer's own unit still owes.</summary>
    private static IQueryable<Campaign> Rosters(HomeQuestion ask)
    {
        var (tenant, unit) = (ask.Viewer.TenantId, ask.Viewer.UnitId);
        return Open(ask)
            .Where(campaign =>
                campaign.RostersDueOn != null
                && ask.Db.Set<Roster>()
                    .Any(roster =>
                        roster.TenantId == tenant
                        && roster.CampaignId == campaign.Id
                        && roster.UnitId == unit
                        && roster.AskedFactId != null
                        && roster.FiledFactId == null
                    )
            );
    }

    private static async Task<IReadOnlyList<HomeItem>> RosterItems(HomeQuestion ask) =>
        [
            .. (await Rosters(ask).OrderBy(campaign => campaign.RostersDueOn).Take(HomeQuestion.Rows).ToListAsync()).Select(campaign => new HomeItem(
                "报送本单位责任人员名单",
                $"/campaigns/{campaign.Id}/rosters/{ask.Viewer.UnitId}"
            )
            {
                Detail = campaign.Name,
                DueOn = campaign.RostersDueOn,
            }),
        ];

    private static async Task<IReadOnlyList<HomeItem>> Letters(HomeQuestion ask)
    {
        var items = new List<HomeItem>();
        foreach (
            var campaign in await Open(ask)
                .Where(campaign => campaign.LettersClosedAt == null)
                .OrderBy(campaign => campaign.UntilOn)
                .ThenBy(campaign => campaign.Id)
                .Take(HomeQuestion.Rows)
                .ToListAsync()
        )
        {
            var issuer = await ask.Db.Units.SingleAsync(unit => unit.TenantId == ask.Viewer.TenantId && unit.Id == campaign.IssuingUnitId);
            var mine = await SignLetter.Mine(new CampaignHere(campaign, issuer, ask.Viewer, ask.Today), ask.Db);
            items.AddRange(
                mine.Where(letter => letter.ClaimId is null || letter.IsOld)
                    .Select(letter => new HomeItem($"签署{letter.RoleName}责任书", $"/campaigns/{campaign.Id}/responsibility/sign")
                    {
                        Detail = campaign.Name,
                    })
            );
        }
        return items;
    }

    /// <summary>Campaigns of the viewer's own unit in which somebody has not filed.</summary>
    private static IQueryable<Campaign> Unfiled(HomeQuestion ask)
    {
        var (tenant, unit) = (ask.Viewer.TenantId, ask.Viewer.UnitId);
        return Open(ask)
            .Where(campaign =>
                campaign.IssuingUnitId == unit
                && campaign.RostersDueOn != null
                && ask.Db.Set<Roster>()
                    .Any(roster =>
                        roster.TenantId == tenant && roster.CampaignId == campaign.Id && roster.AskedFactId != null && roster.FiledFactId == null
                    )
            );
    }

    private static async Task<IReadOnlyList<HomeItem>> UnfiledItems(HomeQuestion ask)
    {
        var items = new List<HomeItem>();
        foreach (var campaign in await Unfiled(ask).OrderBy(campaign => campaign.RostersDueOn).Take(HomeQuestion.Rows).ToListAsync())
        {
            var count = await ask
                .Db.Set<Roster>()
                .CountAsync(roster =>
                    roster.TenantId == campaign.TenantId
                    && roster.CampaignId == campaign.Id
                    && roster.AskedFactId != null
                    && roster.FiledFactId == null
                );
            items.Add(
                new HomeItem($"{count} 个单位还没报名单", $"/campaigns/{campaign.Id}/rosters?state=unfiled")
                {
                    Detail = campaign.Name,
                    DueOn = campaign.RostersDueOn,
                }
            );
        }
        return items;
    }

    /// <summary>Running campaigns the viewer knows of.</summary>
    private static IQueryable<Campaign> Open(HomeQuestion ask)
    {
        var today = ask.Today;
        return CampaignHere
            .Known(ask.Db, ask.Viewer)
            .Where(campaign => campaign.StartedAt != null && campaign.EndedAt == null && campaign.UntilOn >= today);
    }
}
