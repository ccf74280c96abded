using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>One try to sign in: counted before the password is looked at, so that many tries at once do not slip past the lock.</summary>
internal sealed class Attempt(Db db, HttpContext context, DateTime now)
{
    public Db Db => db;
    public HttpContext Context => context;
    public DateTime Now => now;
    public string? Address => context.Connection.RemoteIpAddress?.ToString();

    public async Task<bool> IsRight(Account account, Func<bool> check)
    {
        // Not while it is locked: what is tried then must not lock it once more as soon as it opens.
        await db
            .Accounts.Where(a => a.TenantId == account.TenantId && a.Id == account.Id && (a.LockedUntil == null || a.LockedUntil <= now))
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.FailedSignIns, x => x.FailedSignIns + 1));
        await db.Entry(account).ReloadAsync();
        var right = check();
        if (right && !account.IsLocked(now) && account.FailedSignIns <= Account.Tries)
            return true;

        Record(account, Guid.Empty, new SignInFailed(account.Id, null, Address));
        if (!account.IsLocked(now) && account.Fail(now))
            Record(account, Guid.Empty, new AccountLocked(account.Id, account.LockedUntil!.Value));
        await db.SaveChangesAsync();
        return false;
    }

    /// <summary>The account whose password was right a moment ago, unless it changed since.</summary>
    public Task<Account?> Half((string TenantId, Guid AccountId, string Stamp) half)
    {
        db.ActFor(half.TenantId);
        return db.Accounts.SingleOrDefaultAsync(a =>
            a.TenantId == half.TenantId && a.Id == half.AccountId && a.SecurityStamp == half.Stamp && a.SecondFactorSealed != null
        );
    }

    /// <summary>Nobody of that name: the log keeps a keyed hash, so that a series of tries is seen without keeping what was typed.</summary>
    public async Task Unknown(byte[] nameHash)
    {
        if (await context.Installations().Here(db, context.Request.Host.Host) is not { } here)
            return;

        db.ActFor(here.TenantId);
        Record(here.TenantId, Guid.Empty, Guid.Empty, new SignInFailed(null, Convert.ToHexString(nameHash), Address));
        await db.SaveChangesAsync();
    }

    public void Record(Account account, Guid unitId, Fact fact) => Record(account.TenantId, account.PersonId, unitId, fact);

    private void Record(string tenant, Guid person, Guid unit, Fact fact) =>
        db.Record(
            new FactEntry(
                tenant,
                Guid.CreateVersion7(new DateTimeOffset(now)),
                fact,
                unit,
                unit,
                person,
                Guid.Empty,
                now,
                now,
                LocalDay.Of(now),
                FactSource.Console
            )
        );
}

internal static class InstallationsOfRequest
{
    public static Installations Installations(this HttpContext context) => context.RequestServices.GetRequiredService<Installations>();
}
