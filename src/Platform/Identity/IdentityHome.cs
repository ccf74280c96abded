using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Home;

namespace Wuzha.Platform.Identity;

/// <summary>What the three administrators find on 今天: whom to let in, whom to hand a slip, and what was done on the server past them.</summary>
internal static class IdentityHome
{
    private const string Replaced = "platform.administrator-replaced";
    private const int DaysOfNews = 30;

    public static void Add(HomeBoard home)
    {
        home.ToDo(
            new HomeSource(IdentityActs.ApproveAccounts, ask => Any(Waiting(ask)), WaitingItems, "/accounts/approvals") { Example = "审批 3 个账号" }
        );
        home.ToDo(
            new HomeSource(IdentityActs.ManageAccounts, ask => Any(Slipless(ask)), SliplessItems, "/accounts/slips")
            {
                Example = "给 3 个已批准的账号打印登录单",
            }
        );
        home.ToDo(
            new HomeSource(IdentityActs.ManageAccounts, ask => Any(Idle(ask)), IdleItems, "/accounts?state=locked")
            {
                Example = "1 个账号已锁定，等管理员处理",
            }
        );
        home.Changed(
            new HomeSource(IdentityActs.ReadAudit, ask => ServerWork(ask).CountAsync(), ServerItems, $"/audit?kind={Replaced}")
            {
                Example = "有人在服务器上重置或更换了管理员",
            }
        );
    }

    private static IQueryable<Account> Accounts(HomeQuestion ask) =>
        ask.Db.Accounts.Where(account => account.TenantId == ask.Viewer.TenantId && account.ClosedAt == null);

    private static IQueryable<Account> Waiting(HomeQuestion ask) => Accounts(ask).Where(account => account.ApprovedAt == null);

    private static IQueryable<Account> Slipless(HomeQuestion ask) =>
        Accounts(ask).Where(account => account.ApprovedAt != null && account.PasswordHash == null);

    private static IQueryable<Account> Idle(HomeQuestion ask) => Accounts(ask).Where(account => account.LockedUntil == Account.Forever);

    private static Task<IReadOnlyList<HomeItem>> WaitingItems(HomeQuestion ask) =>
        One(Waiting(ask), "/accounts/approvals", count => $"审批 {count} 个账号");

    private static Task<IReadOnlyList<HomeItem>> SliplessItems(HomeQuestion ask) =>
        One(Slipless(ask), "/accounts/slips", count => $"给 {count} 个已批准的账号打印登录单");

    private static Task<IReadOnlyList<HomeItem>> IdleItems(HomeQuestion ask) =>
        One(Idle(ask), "/accounts?state=locked", count => $"{count} 个账号已锁定，等管理员处理");

    /// <summary>However many accounts, it is one thing to do.</summary>
    private static async Task<IReadOnlyList<HomeItem>> One(IQueryable<Account> accounts, string href, Func<int, string> say) =>
        await accounts.CountAsync() is > 0 and var count ? [new HomeItem(say(count), href)] : [];

    private static async Task<int> Any(IQueryable<Account> accounts) => await accounts.AnyAsync() ? 1 : 0;

    private static IQueryable<FactRow> ServerWork(HomeQuestion ask)
    {
        var since = ask.Today.AddDays(-DaysOfNews);
        return ask.Db.Set<FactRow>().Where(fact => fact.TenantId == ask.Viewer.TenantId && fact.Kind == Replaced && fact.OnDay >= since);
    }

    private static async Task<IReadOnlyList<HomeItem>> ServerItems(HomeQuestion ask) =>
        [
            .. (await ServerWork(ask).OrderByDescending(fact => fact.OccurredAt).Take(HomeQuestion.Rows).ToListAsync()).Select(fact => new HomeItem(
                "有人在服务器上重置或更换了管理员",
                $"/audit?kind={Replaced}"
            )
            {
                At = fact.OccurredAt,
            }),
        ];
}
