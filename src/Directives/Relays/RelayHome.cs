using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Home;

namespace Wuzha.Directives.Relays;

/// <summary>What relays put on 今天: for the forwarder what to put into his groups, for the supervisor what to look for there.</summary>
internal static class RelayHome
{
    public static void Put(HomeBoard home)
    {
        home.ToDo(
            new HomeSource(DirectivesActs.RelayDirectives, ask => ToSend(ask).CountAsync(), ToSendItems, "/relays?state=to-send")
            {
                Example = "转发《关于防范冒充客服诈骗的预警》到示例村反诈宣传群",
            }
        );
        home.ToDo(
            new HomeSource(DirectivesActs.RelayDirectives, ask => ToConfirm(ask).CountAsync(), ToConfirmItems, "/relays?state=to-confirm")
            {
                Example = "确认《关于防范冒充客服诈骗的预警》已在示例村反诈宣传群里",
            }
        );
    }

    private static IQueryable<RelayRow> ToSend(HomeQuestion ask) => RelayRow.ToSend(RelayRow.All(ask.Db, ask.Viewer, ask.Today), ask.Viewer);

    private static IQueryable<RelayRow> ToConfirm(HomeQuestion ask) => RelayRow.ToConfirm(RelayRow.All(ask.Db, ask.Viewer, ask.Today), ask.Viewer);

    private static async Task<IReadOnlyList<HomeItem>> ToSendItems(HomeQuestion ask) =>
        [
            .. (await First(ToSend(ask))).Select(row => new HomeItem($"转发《{row.Title}》到{row.GroupName}", row.Href)
            {
                Detail = row.UnitName,
                At = row.IssuedAt,
                InPlace = ("已转发", $"{row.Href}/send"),
            }),
        ];

    private static async Task<IReadOnlyList<HomeItem>> ToConfirmItems(HomeQuestion ask) =>
        [
            .. (await First(ToConfirm(ask))).Select(row => new HomeItem($"确认《{row.Title}》已在{row.GroupName}里", row.Href)
            {
                Detail = $"推送员 {LocalDay.Wall(row.SentAt!.Value):M月d日 H:mm} 标记已转发",
                InPlace = ("确认", $"{row.Href}/confirm"),
            }),
        ];

    private static Task<List<RelayRow>> First(IQueryable<RelayRow> rows) =>
        rows.OrderBy(row => row.IssuedAt).ThenBy(row => row.Id).Take(HomeQuestion.Rows).ToListAsync();
}
