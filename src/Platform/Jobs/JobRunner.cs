using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Jobs;

/// <summary>Runs jobs that are due: claimed in batches, tried again with growing pauses, stopped and shown after five failures. A recurring one never stops for good.</summary>
public sealed class JobRunner(
    IServiceScopeFactory scopes,
    JobCatalog catalog,
    Dialect dialect,
    Signals signals,
    TimeProvider clock,
    ILogger<JobRunner> log
) : BackgroundService
{
    public const int MostAttempts = 5;

    private const int BatchSize = 20;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
    ];

    private readonly HashSet<string> prepared = [];

    /// <summary>Runs everything that is due now, and what becomes due by it: for tests and the command line.</summary>
    /// <returns>How many jobs ran.</returns>
    public async Task<int> RunDue(CancellationToken cancellation = default)
    {
        var ran = 0;
        foreach (var tenant in await Tenants(cancellation))
        {
            if (prepared.Add(tenant))
                await Prepare(tenant, cancellation);
            while (await Claim(tenant, cancellation) is { Count: > 0 } jobs)
            {
                ran += jobs.Count;
                await Parallel.ForEachAsync(
                    jobs,
                    new ParallelOptions { MaxDegreeOfParallelism = dialect.JobsAtOnce, CancellationToken = cancellation },
                    async (job, stop) => await Run(tenant, job, stop)
                );
            }
        }
        return ran;
    }

    /// <summary>A recurring job has one row per tenant, whichever node made it.</summary>
    public static Guid RecurringId(string kind) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"recurring {kind}")).AsSpan(0, 16), bigEndian: true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await RunDue(stoppingToken);
                await signals.Jobs.Wait(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception e)
            {
                log.LogError(e, "Running jobs stumbled; going on.");
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    /// <summary>Puts the recurring jobs of a tenant in place and clears away what was done long ago.</summary>
    private async Task Prepare(string tenant, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = DbOf(scope, tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Dialect.Lock(db, $"jobs {tenant}", cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var kind in catalog.Kinds.Where(kind => kind.Every is not null))
        {
            var id = RecurringId(kind.Key);
            if (!await db.Set<Job>().AnyAsync(job => job.TenantId == tenant && job.Id == id, cancellation))
                db.Add(
                    new Job
                    {
                        TenantId = tenant,
                        Id = id,
                        Kind = kind.Key,
                        Payload = "",
                        EnqueuedAt = now,
                        DueAt = now,
                    }
                );
        }
        var old = now - Kept;
        await db.Set<Job>().Where(job => job.TenantId == tenant && job.DoneAt != null && job.DoneAt < old).ExecuteDeleteAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<List<Guid>> Claim(string tenant, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = DbOf(scope, tenant);
        var now = clock.GetUtcNow().UtcDateTime;
        // Asked first by reading, so that an idle process never takes the writer's turn.
        var any = await db.Set<Job>()
            .AnyAsync(
                job =>
                    job.TenantId == tenant
                    && job.DoneAt == null
                    && job.StoppedAt == null
                    && job.DueAt <= now
                    && (job.ClaimedUntil == null || job.ClaimedUntil <= now),
                cancellation
            );
        if (!any)
            return [];

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var claimed = await db.Dialect.ClaimNext(db, tenant, now, now + Lease, BatchSize, cancellation);
        await transaction.CommitAsync(cancellation);
        return claimed;
    }

    private async Task Run(string tenant, Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = DbOf(scope, tenant);
        var job = await db.Set<Job>().AsNoTracking().SingleAsync(row => row.TenantId == tenant && row.Id == id, cancellation);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewal = Renew(tenant, id, done.Token);
        Exception? error = null;
        try
        {
            var kind = catalog.Find(job.Kind) ?? throw new InvalidOperationException($"No module runs {job.Kind}.");
            await kind.Run(scope.ServiceProvider, db, new JobRun(tenant, id, job.Payload, job.Attempts));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            error = e;
            log.LogWarning(e, "Job {Kind} {Id} failed, attempt {Attempt}.", job.Kind, id, job.Attempts);
        }
        await done.CancelAsync();
        await renewal;
        await Settle(tenant, id, error);
    }

    /// <summary>A long job keeps its claim; when the process dies the claim runs out and another takes the job.</summary>
    private async Task Renew(string tenant, Guid id, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(Lease / 3, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (done.IsCancellationRequested)
                return;

            await using var scope = scopes.CreateAsyncScope();
            var until = clock.GetUtcNow().UtcDateTime + Lease;
            await DbOf(scope, tenant)
                .Set<Job>()
                .Where(job => job.TenantId == tenant && job.Id == id)
                .ExecuteUpdateAsync(job => job.SetProperty(row => row.ClaimedUntil, until), CancellationToken.None);
        }
    }

    private async Task Settle(string tenant, Guid id, Exception? error)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = DbOf(scope, tenant);
        var job = await db.Set<Job>().SingleAsync(row => row.TenantId == tenant && row.Id == id);
        var now = clock.GetUtcNow().UtcDateTime;
        var every = catalog.Find(job.Kind)?.Every;
        job.ClaimedUntil = null;
        job.Error = error is null ? null : Short(error);
        if (error is not null && job.Attempts < MostAttempts)
            job.DueAt = now + Pauses[Math.Min(job.Attempts, Pauses.Length) - 1];
        else if (every is { } period)
            (job.DueAt, job.Attempts) = (job.DueAt + period > now ? job.DueAt + period : now + period, 0);
        else if (error is null)
            job.DoneAt = now;
        else
            job.StoppedAt = now;
        await db.SaveChangesAsync();
    }

    private static string Short(Exception error)
    {
        var text = error.GetBaseException().Message;
        return text.Length <= PlatformTables.ErrorLength ? text : text[..PlatformTables.ErrorLength];
    }

    private async Task<List<string>> Tenants(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Db>().Tenants.Select(tenant => tenant.Id).ToListAsync(cancellation);
    }

    private static Db DbOf(AsyncServiceScope scope, string tenant)
    {
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.ActFor(tenant);
        return db;
    }
}
