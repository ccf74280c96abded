using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Home;

namespace Wuzha.Plans.Implementation;

/// <summary>What the plans of units put on 今天: mine to file, and for the office what waits for a decision and who has not filed.</summary>
internal static class ImplementationHome
{
    public static void Put(HomeBoard home)
    {
        home.ToDo(
            new HomeSource(PlansActs.FileImplementationPlans, async ask => (await Owed(ask)).Count, Owed, "/campaigns")
            {
                Example = "报送本单位实施方案（示例专项行动）",
            }
        );
        home.ToDo(
            new HomeSource(PlansActs.DecideImplementationPlans, async ask => (await Waiting(ask)).Count, Waiting, "/campaigns")
            {
                Example = "2 份实施方案待审（示例专项行动）",
            }
        );
        home.Waiting(
            new HomeSource(PlansActs.DecideImplementationPlans, async ask => (await Unfiled(ask)).Count, Unfiled, "/campaigns")
            {
                Example = "3 个单位还没报实施方案（示例专项行动）",
            }
        );
    }

    /// <summary>The viewer's own unit owes one: at most one in each running campaign.</summary>
    private static async Task<IReadOnlyList<HomeItem>> Owed(HomeQuestion ask)
    {
        var (tenant, unit) = (ask.Viewer.TenantId, ask.Viewer.UnitId);
        var owed = await ask
            .Db.Set<ImplementationPlan>()
            .AsNoTracking()
            .Where(plan =>
                plan.TenantId == tenant
                && plan.UnitId == unit
                && (plan.State == ImplementationState.Asked || plan.State == ImplementationState.Returned)
            )
            .OrderBy(plan => plan.DueOn)
            .ToListAsync();
        if (owed.Count == 0)
            return [];

        var running = await Running(ask);
        return
        [
            .. owed.Where(plan => running.ContainsKey(plan.CampaignId))
                .Take(HomeQuestion.Rows)
                .Select(plan => new HomeItem(
                    plan.State == ImplementationState.Returned ? "修改、重报本单位实施方案" : "报送本单位实施方案",
                    $"/campaigns/{plan.CampaignId}/implementation-plans/{unit}"
                )
                {
                    Detail = running[plan.CampaignId].Name,
                    DueOn = plan.DueOn,
                }),
        ];
    }

    private static Task<IReadOnlyList<HomeItem>> Waiting(HomeQuestion ask) =>
        Counted(ask, [ImplementationState.Filed], count => $"{count} 份实施方案待审", "filed", isDue: false);

    private static Task<IReadOnlyList<HomeItem>> Unfiled(HomeQuestion ask) =>
        Counted(ask, [ImplementationState.Asked, ImplementationState.Returned], count => $"{count} 个单位还没报实施方案", "unfiled", isDue: true);

    /// <summary>One row for each running campaign of the viewer's office that has units in such a state.</summary>
    private static async Task<IReadOnlyList<HomeItem>> Counted(
        HomeQuestion ask,
        ImplementationState[] states,
        Func<int, string> title,
        string filter,
        bool isDue
    )
    {
        var (tenant, unit) = (ask.Viewer.TenantId, ask.Viewer.UnitId);
        var counts = await ask
            .Db.Set<ImplementationPlan>()
            .Where(plan => plan.TenantId == tenant && plan.OfficeUnitId == unit && states.Contains(plan.State))
            .GroupBy(plan => plan.CampaignId)
            .Select(group => new
            {
                CampaignId = group.Key,
                Count = group.Count(),
                DueOn = group.Min(plan => plan.DueOn),
            })
            .ToListAsync();
        if (counts.Count == 0)
            return [];

        var running = await Running(ask);
        return
        [
            .. counts
                .Where(one => running.ContainsKey(one.CampaignId))
                .OrderBy(one => one.DueOn)
                .Take(HomeQuestion.Rows)
                .Select(one => new HomeItem(title(one.Count), $"/campaigns/{one.CampaignId}/implementation-plans?state={filter}")
                {
                    Detail = running[one.CampaignId].Name,
                    DueOn = isDue ? one.DueOn : null,
                }),
        ];
    }

    private static async Task<Dictionary<Guid, CampaignHead>> Running(HomeQuestion ask) =>
        (await CampaignQuestions.Running(ask.Db, ask.Viewer.TenantId, ask.Today)).ToDictionary(campaign => campaign.Id);
}
