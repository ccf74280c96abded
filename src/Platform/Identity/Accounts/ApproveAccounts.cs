using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity.Accounts;

/// <summary>审批账号: the security administrator lets in whom the system administrator has put down, or does not (三员分立).</summary>
internal static class ApproveAccounts
{
    internal static async Task<IResult> Get(Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var rows = await Waiting(AccountRow.Of(db, viewer, LocalDay.Today(clock))).ToListAsync();
        var picks = rows.OrderBy(row => row.UnitSortKey, StringComparer.Ordinal)
            .ThenBy(row => row.SignInName, StringComparer.Ordinal)
            .Select(row => new Pick(row.Id, row.NameOf(vault), row.RoleName, row.UnitName ?? "没有单位", "，登录名 " + row.SignInName));
        return Page.Of<ApproveAccountsPage>(new { Picks = picks.ToList() });
    }

    internal static Task<IResult> Post(Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Each(
            form,
            db,
            viewer,
            account =>
            {
                if (account.Approve(viewer.PersonId, now) is null)
                    db.Record(viewer, new AccountApproved(account.Id));
            },
            count => $"已批准 {count} 个账号，系统管理员可以打印登录单了。"
        );
    }

    internal static Task<IResult> Decline(Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Each(
            form,
            db,
            viewer,
            account =>
            {
                if (account.Close(now) is null)
                    db.Record(viewer, new AccountClosed(account.Id, AccountCloseReason.NotApproved));
            },
            count => $"没有批准 {count} 个账号，它们已停用。"
        );
    }

    private static async Task<IResult> Each(Form form, Db db, Viewer viewer, Action<Account> act, Func<int, string> say)
    {
        var ids = form.Ids("id");
        var accounts = await db
            .Accounts.Where(a => a.TenantId == viewer.TenantId && a.ClosedAt == null && a.ApprovedAt == null && ids.Contains(a.Id))
            .ToListAsync();
        if (accounts.Exists(account => account.PersonId == viewer.PersonId))
            return IdentityRefusals.NotYourself.AsPage();

        accounts.ForEach(act);
        await db.SaveChangesAsync();
        return Page.Done("/accounts/approvals", accounts.Count == 0 ? "没有选中待审批的账号。" : say(accounts.Count));
    }

    private static IQueryable<AccountRow> Waiting(IQueryable<AccountRow> rows) => rows.Where(row => row.ClosedAt == null && row.ApprovedAt == null);
}
