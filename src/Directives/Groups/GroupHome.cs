using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Home;

namespace Wuzha.Directives.Groups;

/// <summary>What groups put on 今天: mine to set up, and for whoever stands above the units that have not.</summary>
internal static class GroupHome
{
    public static void Put(HomeBoard home)
    {
        home.ToDo(
            new HomeSource(DirectivesActs.EditGroups, ask => Own(ask).CountAsync(), OwnItems, "/groups?state=to-set-up")
            {
                Example = "建立示例村反诈宣传群",
            }
        );
        home.Waiting(
            new HomeSource(DirectivesActs.EditGroups, async ask => (await Late(ask)).Count, Late, "/groups?state=late")
            {
                Example = "3 个工作群到期还没建",
            }
        );
    }

    /// <summary>Groups that the viewer's own unit is still to set up.</summary>
    private static IQueryable<GroupRow> Own(HomeQuestion ask) =>
        ListGroups
            .Rows(ask.Db, ask.Viewer, ask.Today)
            .Where(row => row.UnitId == ask.Viewer.UnitId && row.SetUpOn == null && row.DissolvedOn == null);

    private static async Task<IReadOnlyList<HomeItem>> OwnItems(HomeQuestion ask) =>
        [
            .. (await Own(ask).OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(HomeQuestion.Rows).ToListAsync()).Select(row => new HomeItem(
                $"建立{row.Name}",
                $"/groups/{row.Id}"
            )
            {
                DueOn = row.DueOn,
            }),
        ];

    /// <summary>One row for all units below that are late, or none.</summary>
    private static async Task<IReadOnlyList<HomeItem>> Late(HomeQuestion ask)
    {
        var count = await ListGroups
            .Rows(ask.Db, ask.Viewer, ask.Today)
            .CountAsync(row => row.UnitId != ask.Viewer.UnitId && row.SetUpOn == null && row.DissolvedOn == null && row.DueOn < ask.Today);
        return count == 0 ? [] : [new HomeItem($"{count} 个工作群到期还没建", "/groups?state=late")];
    }
}
