using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity.Accounts;

/// <summary>开立账号: for people who serve in a role that signs in and have no account yet, many at once (requirements PLT10).</summary>
internal static class OpenAccounts
{
    internal static async Task<IResult> Get(Db db, Viewer viewer, Vault vault, TimeProvider clock) =>
        Page.Of<OpenAccountsPage>(new { Picks = Picks(await Without(db, viewer, LocalDay.Today(clock)), vault) });

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var wanted = form.Ids("id");
        var people = (await Without(db, viewer, LocalDay.Of(now))).Select(row => row.PersonId).Distinct().Where(wanted.Contains).ToList();
        if (people.Count == 0)
            return Page.Done("/accounts/new", "没有选中可以开立账号的人员。");

        var number = await db.Accounts.CountAsync(account => account.TenantId == viewer.TenantId);
        var closed = await db.Accounts.Where(account => account.TenantId == viewer.TenantId && people.Contains(account.PersonId)).ToListAsync();
        foreach (var person in people)
        {
            var account = closed.Find(one => one.PersonId == person);
            if (account is null)
                db.Add(account = Account.Open(viewer.TenantId, person, ++number, viewer.PersonId, now));
            else
                account.Reopen(viewer.PersonId, now);
            db.Record(viewer, new AccountOpened(account.Id, person));
        }
        await db.SaveChangesAsync();
        return Page.Done("/accounts?state=waiting", $"已开立 {people.Count} 个账号，等安全管理员审批。");
    }

    private sealed record Row(Guid PersonId, byte[] NameSealed, string Role, string UnitName, string UnitSortKey, bool HadAccount);

    private static async Task<List<Row>> Without(Db db, Viewer viewer, DateOnly today)
    {
        var rows = await (
            from appointment in db.Appointments
            where appointment.TenantId == viewer.TenantId && (appointment.UntilOn == null || appointment.UntilOn >= today)
            join unit in db.Units on new { appointment.TenantId, Id = appointment.UnitId } equals new { unit.TenantId, unit.Id }
            join person in db.People on new { appointment.TenantId, Id = appointment.PersonId } equals new { person.TenantId, person.Id }
            where !db.Accounts.Any(account => account.TenantId == viewer.TenantId && account.PersonId == person.Id && account.ClosedAt == null)
            select new Row(
                person.Id,
                person.NameSealed,
                appointment.Role,
                unit.Name,
                unit.SortKey,
                db.Accounts.Any(account => account.TenantId == viewer.TenantId && account.PersonId == person.Id)
            )
        ).ToListAsync();
        return [.. rows.Where(row => Roles.Of(row.Role).SignsIn)];
    }

    private static List<Pick> Picks(List<Row> rows, Vault vault) =>
        [
            .. rows.OrderBy(row => row.UnitSortKey, StringComparer.Ordinal)
                .ThenBy(row => Roles.PlaceOf(row.Role))
                .DistinctBy(row => row.PersonId)
                .Select(row => new Pick(
                    row.PersonId,
                    vault.Open(row.NameSealed),
                    Roles.Of(row.Role).Name,
                    row.UnitName,
                    row.HadAccount ? "，原账号已停用，将重新开立" : null
                )),
        ];
}
