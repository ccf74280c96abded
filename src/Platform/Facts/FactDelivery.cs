using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Facts;

/// <summary>
/// Brings facts to their listeners: after the commit, in the order of the book, at least once, one cursor per tenant and listener. A listener's changes
/// commit together with its cursor; several nodes take turns by a lock on the cursor.
/// </summary>
public sealed class FactDelivery(
    IServiceScopeFactory scopes,
    Listeners listeners,
    FactCatalog catalog,
    Signals signals,
    TimeProvider clock,
    ILogger<FactDelivery> log
) : BackgroundService
{
    /// <summary>After so many failures a fact is parked for its listener.</summary>
    public const int MostAttempts = 5;

    private const int BatchSize = 100;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    /// <summary>Facts below this are known to this process: a listener is only asked when a fact of its kind has come since.</summary>
    private readonly Dictionary<string, long> examined = [];
    private readonly HashSet<(string Tenant, Listener Listener)> behind = [];

    private enum Step
    {
        Finished,
        More,
        Failed,
        Later,
    }

    /// <summary>Delivers everything that is committed now, without the pauses between attempts: for tests and the command line.</summary>
    public async Task Drain(CancellationToken cancellation = default)
    {
        foreach (var tenant in await Tenants(cancellation))
        {
            await WaitUntilSettled(tenant, cancellation);
            foreach (var listener in listeners.All)
                while (await Deliver(tenant, listener, BatchSize, patient: false, cancellation) is not Step.Finished) { }
        }
    }

    /// <summary>Gives a parked fact to its listener once more, out of order.</summary>
    /// <returns>False when it failed again; the new error stands in the row.</returns>
    public async Task<bool> Retry(string tenantId, string listenerName, Guid factId, CancellationToken cancellation = default)
    {
        var listener = listeners.All.Single(one => one.Name == listenerName);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = DbOf(scope, tenantId);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var fact = await db.Set<FactRow>().AsNoTracking().SingleAsync(row => row.TenantId == tenantId && row.Id == factId, cancellation);
            await Hear(scope, db, listener, fact, cancellation);
            await Failures(db, tenantId, listener, factId).ExecuteDeleteAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await Fail(tenantId, listener, factId, e, cancellation);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var tenant in listeners.All.Count == 0 ? [] : await Tenants(stoppingToken))
            behind.UnionWith(listeners.All.Select(listener => (tenant, listener)));

        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await signals.Facts.Wait(await Round(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception e)
            {
                log.LogError(e, "Delivery of facts stumbled; going on.");
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    /// <returns>When to look again if nobody pokes.</returns>
    private async Task<TimeSpan> Round(CancellationToken cancellation)
    {
        var pause = Poll;
        foreach (var tenant in await Tenants(cancellation))
            if (await Examine(tenant, cancellation))
                pause = Soon;

        foreach (var (tenant, listener) in behind.ToList())
        {
            var step = Step.More;
            while (step is Step.More or Step.Failed)
                step = await Deliver(tenant, listener, BatchSize, patient: true, cancellation);
            if (step is Step.Finished)
                behind.Remove((tenant, listener));
            else if (pause > TimeSpan.FromSeconds(1))
                pause = TimeSpan.FromSeconds(1);
        }
        return pause;
    }

    /// <summary>Notes which listeners have something new.</summary>
    /// <returns>True when facts are committed that are not settled yet.</returns>
    private async Task<bool> Examine(string tenant, CancellationToken cancellation)
    {
        if (listeners.All.Count == 0)
            return false;

        await using var scope = scopes.CreateAsyncScope();
        var db = DbOf(scope, tenant);
        var known = examined.GetValueOrDefault(tenant);
        var facts = db.Set<FactRow>().Where(fact => fact.TenantId == tenant && fact.Position >= known);
        var highest = await facts.MaxAsync(fact => (long?)fact.Position, cancellation);
        if (highest is null)
            return false;

        var settled = await db.Dialect.SettledBelow(db, cancellation);
        var kinds = await facts.Where(fact => fact.Position < settled).Select(fact => fact.Kind).Distinct().ToListAsync(cancellation);
        behind.UnionWith(listeners.All.Where(listener => kinds.Contains(catalog.KeyOf(listener.FactType))).Select(listener => (tenant, listener)));
        examined[tenant] = Math.Min(highest.Value + 1, settled);
        return highest >= settled;
    }

    /// <param name="patient">Waits for the pause after a failure instead of trying at once.</param>
    private async Task<Step> Deliver(string tenant, Listener listener, int size, bool patient, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = DbOf(scope, tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.Dialect.TryLock(db, $"listener {tenant} {listener.Name}", cancellation))
            return Step.Later;

        var cursor = await Cursor(db, tenant, listener, cancellation);
        var failure = await Failures(db, tenant, listener).Where(row => row.ParkedAt == null).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (failure is not null && patient && failure.NextTryAt > clock.GetUtcNow().UtcDateTime)
            return Step.Later;

        var facts = await After(db, cursor, listener, failure is null ? size : 1, cancellation);
        if (facts.Count == 0)
            return Step.Finished;

        try
        {
            foreach (var fact in facts)
                await Hear(scope, db, listener, fact, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            return await AfterFailure(tenant, listener, facts, e, patient, cancellation);
        }

        if (failure is not null)
            await Failures(db, tenant, listener, failure.FactId).ExecuteDeleteAsync(cancellation);
        await MoveTo(db, cursor, facts[^1], cancellation);
        await transaction.CommitAsync(cancellation);
        return Step.More;
    }

    private async Task<Step> AfterFailure(
        string tenant,
        Listener listener,
        List<FactRow> facts,
        Exception error,
        bool patient,
        CancellationToken cancellation
    )
    {
        if (facts.Count > 1)
            return await Deliver(tenant, listener, 1, patient, cancellation);

        await Fail(tenant, listener, facts[0].Id, error, cancellation);
        return Step.Failed;
    }

    private static async Task<ListenerCursor> Cursor(Db db, string tenant, Listener listener, CancellationToken cancellation) =>
        await db.Set<ListenerCursor>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.TenantId == tenant && row.Listener == listener.Name, cancellation)
        ?? new ListenerCursor
        {
            TenantId = tenant,
            Listener = listener.Name,
            Position = -1,
            FactId = Guid.Empty,
        };

    private async Task<List<FactRow>> After(Db db, ListenerCursor cursor, Listener listener, int size, CancellationToken cancellation)
    {
        var kind = catalog.KeyOf(listener.FactType);
        var settled = await db.Dialect.SettledBelow(db, cancellation);
        return await db.Set<FactRow>()
            .AsNoTracking()
            .Where(fact => fact.TenantId == cursor.TenantId && fact.Kind == kind && fact.Position < settled)
            .Where(fact => fact.Position > cursor.Position || fact.Position == cursor.Position && fact.Id.CompareTo(cursor.FactId) > 0)
            .OrderBy(fact => fact.Position)
            .ThenBy(fact => fact.Id)
            .Take(size)
            .ToListAsync(cancellation);
    }

    private async Task Hear(AsyncServiceScope scope, Db db, Listener listener, FactRow row, CancellationToken cancellation)
    {
        var heard = new HeardFact(
            row.TenantId,
            row.Id,
            catalog.Read(row.Kind, row.Payload),
            row.UnitId,
            row.NodeId,
            row.ActorId,
            row.CampaignId,
            row.OccurredAt,
            row.RecordedAt
        );
        await listener.Hear(scope.ServiceProvider, db, heard);
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task MoveTo(Db db, ListenerCursor cursor, FactRow fact, CancellationToken cancellation)
    {
        var isNew = cursor.Position < 0;
        (cursor.Position, cursor.FactId) = (fact.Position, fact.Id);
        db.Entry(cursor).State = isNew ? EntityState.Added : EntityState.Modified;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Counts a failure in a transaction of its own; the fifth parks the fact and lets the listener go on.</summary>
    private async Task Fail(string tenant, Listener listener, Guid factId, Exception error, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = DbOf(scope, tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await Failures(db, tenant, listener, factId).SingleOrDefaultAsync(cancellation);
        if (row is null)
            db.Add(
                row = new ParkedFact
                {
                    TenantId = tenant,
                    Listener = listener.Name,
                    FactId = factId,
                    Attempts = 0,
                    Error = "",
                    FailedAt = now,
                    NextTryAt = now,
                }
            );
        (row.Attempts, row.Error, row.FailedAt) = (row.Attempts + 1, Short(error), now);
        row.NextTryAt = now + TimeSpan.FromSeconds(Math.Pow(4, row.Attempts));
        log.LogWarning(error, "{Listener} could not take fact {Fact}, attempt {Attempt}.", listener.Name, factId, row.Attempts);
        if (row.Attempts >= MostAttempts && row.ParkedAt is null)
        {
            row.ParkedAt = now;
            var fact = await db.Set<FactRow>().AsNoTracking().SingleAsync(one => one.TenantId == tenant && one.Id == factId, cancellation);
            await MoveTo(db, await Cursor(db, tenant, listener, cancellation), fact, cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static string Short(Exception error)
    {
        var text = error.GetBaseException().Message;
        return text.Length <= PlatformTables.ErrorLength ? text : text[..PlatformTables.ErrorLength];
    }

    private static IQueryable<ParkedFact> Failures(Db db, string tenant, Listener listener, Guid? factId = null) =>
        db.Set<ParkedFact>()
            .Where(row => row.TenantId == tenant && row.Listener == listener.Name)
            .Where(row => factId == null || row.FactId == factId);

    /// <summary>A fact is visible as soon as it is committed, but an older transaction may still be open.</summary>
    private async Task WaitUntilSettled(string tenant, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = DbOf(scope, tenant);
        var highest = await db.Set<FactRow>().Where(fact => fact.TenantId == tenant).MaxAsync(fact => (long?)fact.Position, cancellation);
        while (highest >= await db.Dialect.SettledBelow(db, cancellation))
            await Task.Delay(5, cancellation);
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
