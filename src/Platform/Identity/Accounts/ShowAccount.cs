using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity.Accounts;

/// <summary>One account with what can be done to it.</summary>
public sealed record AccountView(AccountRow Row, string Name, WorkState State, string Word, bool IsLocked, bool IsOwn);

/// <summary>一个账号: reset by a new slip, lock, unlock, close.</summary>
internal static class ShowAccount
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await AccountRow.Of(db, viewer, LocalDay.Of(now)).SingleOrDefaultAsync(row => row.Id == id);
        if (row is null)
            return Refusal.NotFound.AsPage();

        var (state, word) = row.StateAt(now);
        var isOwn = row.Id == viewer.AccountId;
        return Page.Of<AccountPage>(new { View = new AccountView(row, row.NameOf(vault), state, word, row.LockedUntil > now, isOwn) });
    }

    internal static Task<IResult> Lock(Guid id, Db db, Viewer viewer) =>
        Change(
            id,
            db,
            viewer,
            account => account.Lock(),
            account => new AccountLocked(account.Id, Account.Forever),
            "账号已锁定，正在使用的登录立即失效。"
        );

    internal static Task<IResult> Unlock(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        Change(id, db, viewer, account => account.Unlock(clock.GetUtcNow().UtcDateTime), account => new AccountUnlocked(account.Id), "账号已解锁。");

    internal static async Task<IResult> Close(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        var row = await AccountRow.Of(db, viewer, LocalDay.Today(clock)).SingleOrDefaultAsync(row => row.Id == id);
        return row is { IsAdministrator: true } && id != viewer.AccountId
            ? IdentityRefusals.AdministratorByServer.AsPage()
            : await CloseOne(id, db, viewer, clock);
    }

    private static Task<IResult> CloseOne(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        Change(
            id,
            db,
            viewer,
            account => account.Close(clock.GetUtcNow().UtcDateTime),
            account => new AccountClosed(account.Id, AccountCloseReason.ByAdministrator),
            "账号已停用。需要时可以重新开立，再经审批。"
        );

    private static async Task<IResult> Change(
        Guid id,
        Db db,
        Viewer viewer,
        Func<Account, Refusal?> change,
        Func<Account, Facts.Fact> fact,
        string done
    )
    {
        var account = await db.Accounts.SingleOrDefaultAsync(account => account.TenantId == viewer.TenantId && account.Id == id);
        if (account is null)
            return Refusal.NotFound.AsPage();
        if (account.Id == viewer.AccountId)
            return IdentityRefusals.NotYourself.AsPage();
        if (change(account) is { } refusal)
            return refusal.AsPage();

        db.Record(viewer, fact(account));
        await db.SaveChangesAsync();
        return Page.Done($"/accounts/{id}", done);
    }
}
