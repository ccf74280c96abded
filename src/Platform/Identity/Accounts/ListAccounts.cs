using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity.Accounts;

/// <summary>账号: who can sign in, and what is still to be done for whom.</summary>
internal static class ListAccounts
{
    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = Filtered(AccountRow.Of(db, viewer, LocalDay.Of(now)), query, now);
        if (query.Search.Length > 0)
        {
            var (words, name) = (query.Search, vault.Index(query.Search));
            var named = db.People.Where(person => person.TenantId == viewer.TenantId && person.NameIndex == name).Select(person => person.Id);
            var theirs = db
                .Accounts.Where(account => account.TenantId == viewer.TenantId && named.Contains(account.PersonId))
                .Select(account => account.Id);
            rows = rows.Where(row => row.SignInName == words || row.UnitName!.Contains(words) || theirs.Contains(row.Id));
        }

        var list = await Listing<AccountRow>.Of(
            rows.OrderBy(row => row.UnitSortKey).ThenBy(row => row.SignInName),
            query,
            new Column<AccountRow>("name", "姓名", row => row.NameOf(vault)) { Href = row => $"/accounts/{row.Id}", OnCard = true },
            new Column<AccountRow>("sign-in-name", "登录名", row => row.SignInName) { Sort = row => row.SignInName },
            new Column<AccountRow>("role", "岗位", row => row.RoleName) { OnCard = true },
            new Column<AccountRow>("unit", "单位", row => row.UnitName) { Sort = row => row.UnitSortKey },
            new Column<AccountRow>("state", "状态", row => row.StateAt(now).Word) { OnCard = true },
            new Column<AccountRow>("second-factor", "动态验证码", row => row.HasSecondFactor ? "已绑定" : "未绑定"),
            new Column<AccountRow>("last", "上次登录", row => AccountRow.Wall(row.LastSignInAt)) { Sort = row => row.LastSignInAt }
        );
        return query.AsSheet ? list.AsSheet("账号", viewer) : Page.Of<AccountsPage>(new { List = list });
    }

    private static IQueryable<AccountRow> Filtered(IQueryable<AccountRow> rows, ListQuery query, DateTime now) =>
        query.Filter("state") switch
        {
            "waiting" => rows.Where(row => row.ClosedAt == null && row.ApprovedAt == null),
            "no-slip" => rows.Where(row => row.ClosedAt == null && row.ApprovedAt != null && !row.HasPassword),
            "first" => rows.Where(row =>
                row.ClosedAt == null && row.ApprovedAt != null && row.HasPassword && row.MustChangePassword && row.PasswordSetAt == null
            ),
            "locked" => rows.Where(row => row.ClosedAt == null && row.LockedUntil > now),
            "closed" => rows.Where(row => row.ClosedAt != null),
            _ => rows.Where(row => row.ClosedAt == null),
        };
}
