using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Jobs;

/// <summary>Asks for background work inside a unit of work: the job is there exactly when the rows beside it are.</summary>
public static class JobQueue
{
    /// <summary>Written with the next save; runs soon after the commit, or at <paramref name="dueAt"/>.</summary>
    /// <returns>The job's id.</returns>
    public static Guid Enqueue(this Db db, string tenantId, string kind, string payload, DateTime now, DateTime? dueAt = null)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        db.Add(
            new Job
            {
                TenantId = tenantId,
                Id = id,
                Kind = kind,
                Payload = payload,
                EnqueuedAt = now,
                DueAt = dueAt ?? now,
            }
        );
        return id;
    }

    /// <summary>What the operator must look at: jobs that have stopped after five failures, newest first.</summary>
    public static IQueryable<Job> Stopped(Db db, string tenantId) =>
        db.Set<Job>().AsNoTracking().Where(job => job.TenantId == tenantId && job.StoppedAt != null).OrderByDescending(job => job.StoppedAt);

    /// <summary>Lets a stopped job run again from its first attempt.</summary>
    /// <returns>False when there is no such job.</returns>
    public static async Task<bool> Retry(Db db, string tenantId, Guid id, DateTime now, CancellationToken cancellation = default)
    {
        var job = await db.Set<Job>().SingleOrDefaultAsync(row => row.TenantId == tenantId && row.Id == id && row.StoppedAt != null, cancellation);
        if (job is null)
            return false;

        (job.StoppedAt, job.Attempts, job.ClaimedUntil, job.DueAt) = (null, 0, null, now);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
