using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Operations;

/// <summary>重试: the system administrator had a stopped job or a parked fact tried again.</summary>
public sealed record WorkRetried(string Work, Guid WorkId) : Fact;

/// <summary>Gives a parked fact to its listener once more.</summary>
internal static class RetryParkedFact
{
    internal static async Task<IResult> Post(string listener, Guid id, Db db, Viewer viewer, Listeners listeners, FactDelivery delivery)
    {
        var isThere = await db.Set<ParkedFact>()
            .AnyAsync(row => row.TenantId == viewer.TenantId && row.Listener == listener && row.FactId == id && row.ParkedAt != null);
        if (!isThere || listeners.All.All(one => one.Name != listener))
            return Refusal.NotFound.AsPage();

        var isDone = await delivery.Retry(viewer.TenantId, listener, id);
        db.Record(viewer, new WorkRetried(listener, id));
        await db.SaveChangesAsync();
        return Page.Done("/system", isDone ? "已重新处理成功。" : "又失败了一次，原因见列表。");
    }
}

/// <summary>Lets a stopped job run again.</summary>
internal static class RetryJob
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, Signals signals, TimeProvider clock)
    {
        var job = await JobQueue.Stopped(db, viewer.TenantId).SingleOrDefaultAsync(row => row.Id == id);
        if (job is null)
            return Refusal.NotFound.AsPage();

        db.Record(viewer, new WorkRetried(job.Kind, id));
        await JobQueue.Retry(db, viewer.TenantId, id, clock.GetUtcNow().UtcDateTime);
        signals.JobsCommitted();
        return Page.Done("/system", "已排入队列，马上重新执行。");
    }
}
