using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity.Accounts;

/// <summary>长期未登录锁定: an account that nobody uses is locked until an administrator opens it again (GB/T 22239 AC-c).</summary>
internal static class LockIdle
{
    public const string Key = "platform.lock-idle";
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    internal static async Task Run(IServiceProvider services, Db db, JobRun job)
    {
        var clock = (TimeProvider)services.GetService(typeof(TimeProvider))!;
        var now = clock.GetUtcNow().UtcDateTime;
        var days = await db.Tenants.Where(tenant => tenant.Id == job.TenantId).Select(tenant => tenant.IdleDays).SingleAsync();
        var approvedBefore = now.AddDays(-days);
        var old = await db
            .Accounts.Where(account =>
                account.TenantId == job.TenantId
                && account.ClosedAt == null
                && account.ApprovedAt < approvedBefore
                && account.LockedUntil != Account.Forever
            )
            .ToListAsync();
        foreach (var account in old.Where(account => account.IsIdle(now, days)))
        {
            account.Lock();
            db.RecordByJob(job.TenantId, Guid.Empty, new AccountLocked(account.Id, Account.Forever, days), now);
        }
        await db.SaveChangesAsync();
    }
}
