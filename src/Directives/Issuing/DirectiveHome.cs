using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Home;

namespace Wuzha.Directives.Issuing;

/// <summary>What directives put on 今天: mine to sign, with one press, and for the office who has not.</summary>
internal static class DirectiveHome
{
    public static void Put(HomeBoard home)
    {
        home.ToDo(
            new HomeSource(DirectivesActs.SignReceipts, ask => Mine(ask).CountAsync(), MineItems, "/directives?state=mine")
            {
                Example = "签收《关于防范冒充客服诈骗的预警》",
            }
        );
        home.ToDo(
            new HomeSource(
                DirectivesActs.ApproveDirectives,
                ask => DirectiveHere.ToApprove(ask.Db, ask.Viewer).CountAsync(),
                ToApproveItems,
                "/directives?state=draft"
            )
            {
                Example = "批准下发《开展集中宣传周活动》",
            }
        );
        home.Waiting(
            new HomeSource(DirectivesActs.IssueDirectives, ask => Open(ask).CountAsync(), OpenItems, "/directives?state=open")
            {
                Example = "4 个单位还没签收《关于防范冒充客服诈骗的预警》",
            }
        );
    }

    private static IQueryable<DirectiveRow> Mine(HomeQuestion ask) => ListDirectives.Mine(ListDirectives.Rows(ask.Db, ask.Viewer));

    private static async Task<IReadOnlyList<HomeItem>> MineItems(HomeQuestion ask) =>
        [
            .. (await Mine(ask).OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(HomeQuestion.Rows).ToListAsync()).Select(row => new HomeItem(
                $"签收《{row.Title}》",
                $"/directives/{row.Id}"
            )
            {
                Detail = row.IssuerName,
                DueOn = LocalDay.Of(row.DueAt!.Value),
                InPlace = ("签收", $"/directives/{row.Id}/receipts/{ask.Viewer.UnitId}/sign"),
            }),
        ];

    /// <summary>Directives of this office that some unit has neither signed nor returned.</summary>
    private static IQueryable<DirectiveRow> Open(HomeQuestion ask) => ListDirectives.Open(ListDirectives.Rows(ask.Db, ask.Viewer), ask.Viewer);

    private static async Task<IReadOnlyList<HomeItem>> OpenItems(HomeQuestion ask) =>
        [
            .. (await Open(ask).OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(HomeQuestion.Rows).ToListAsync()).Select(row => new HomeItem(
                $"{row.Addressed - row.Signed - row.Returned} 个单位还没签收《{row.Title}》",
                $"/directives/{row.Id}/receipts?state=open"
            )
            {
                DueOn = LocalDay.Of(row.DueAt!.Value),
            }),
        ];

    private static async Task<IReadOnlyList<HomeItem>> ToApproveItems(HomeQuestion ask) =>
        [
            .. (
                await DirectiveHere
                    .ToApprove(ask.Db, ask.Viewer)
                    .OrderBy(one => one.SubmittedAt)
                    .ThenBy(one => one.Id)
                    .Take(HomeQuestion.Rows)
                    .Select(one => new { one.Id, one.Title })
                    .ToListAsync()
            ).Select(one => new HomeItem($"批准下发《{one.Title}》", $"/directives/{one.Id}")),
        ];
}
