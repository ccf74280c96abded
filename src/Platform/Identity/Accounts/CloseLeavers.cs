using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity.Accounts;

/// <summary>离任停号: closes accounts whose holder serves nowhere any more. Whoever lost the last appointment was out at once; this tidies up behind (GB/T 22239 AC-c).</summary>
internal static class CloseLeavers
{
    public const string Key = "platform.close-leavers";
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    internal static async Task Run(IServiceProvider services, Db db, JobRun job)
    {
        var clock = (TimeProvider)services.GetService(typeof(TimeProvider))!;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = LocalDay.Of(now);
        var leavers = await db
            .Accounts.Where(account =>
                account.TenantId == job.TenantId
                && account.ClosedAt == null
                && !db.Appointments.Any(appointment =>
                    appointment.TenantId == job.TenantId
                    && appointment.PersonId == account.PersonId
                    && (appointment.UntilOn == null || appointment.UntilOn >= today)
                )
            )
            .ToListAsync();
        foreach (var account in leavers)
        {
            account.Close(now);
            db.RecordByJob(job.TenantId, Guid.Empty, new AccountClosed(account.Id, AccountCloseReason.LastAppointmentEnded), now);
        }
        await db.SaveChangesAsync();
    }
}
