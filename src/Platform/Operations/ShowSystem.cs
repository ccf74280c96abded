using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Operations;

/// <summary>How far a listener is behind the book.</summary>
public sealed record ListenerState(string Name, string KindName, int Behind, DateTime? Since);

/// <summary>A fact that a listener could not take.</summary>
public sealed record ParkedState(Guid FactId, string Listener, string KindName, int Attempts, DateTime FailedAt, string Error, bool IsParked);

/// <summary>A job that has stopped.</summary>
public sealed record StoppedState(Guid Id, string Kind, DateTime StoppedAt, string Error);

/// <param name="SealedAt">When the last block was sealed; null when nothing is sealed yet.</param>
/// <param name="Unsealed">Facts that wait for their block.</param>
/// <param name="OldestUnsealedAt">Since when the oldest of them waits.</param>
public sealed record SystemView(
    DateTime? SealedAt,
    int Unsealed,
    DateTime? OldestUnsealedAt,
    IReadOnlyList<ListenerState> Listeners,
    IReadOnlyList<ParkedState> Parked,
    IReadOnlyList<StoppedState> Stopped,
    int WaitingJobs,
    long FreeMegaBytes,
    long DiskMegaBytes
)
{
    public bool IsSealingLate(DateTime now) => OldestUnsealedAt < now.AddMinutes(-5);

    public bool IsDiskShort => FreeMegaBytes < 1024 || FreeMegaBytes < DiskMegaBytes / 20;

    public bool IsWell(DateTime now) =>
        Parked.Count == 0 && Stopped.Count == 0 && !IsSealingLate(now) && !IsDiskShort && Listeners.All(listener => !IsLate(listener, now));

    public static bool IsLate(ListenerState listener, DateTime now) => listener.Since < now.AddMinutes(-5);
}

/// <summary>系统状态: does everything that works in the background keep up, and what has stopped?</summary>
internal static class ShowSystem
{
    private const int Most = 100;

    internal static async Task<IResult> Get(
        Db db,
        Viewer viewer,
        Listeners listeners,
        FactCatalog catalog,
        WuzhaOptions options,
        TimeProvider clock
    ) => Page.Of<SystemPage>(new { View = await Read(db, viewer.TenantId, listeners, catalog, options), Now = clock.GetUtcNow().UtcDateTime });

    private static async Task<SystemView> Read(Db db, string tenant, Listeners listeners, FactCatalog catalog, WuzhaOptions options)
    {
        var last = await db.Set<FactBlock>()
            .AsNoTracking()
            .Where(block => block.TenantId == tenant)
            .OrderByDescending(block => block.Number)
            .FirstOrDefaultAsync();
        var to = last?.ToPosition ?? -1;
        var unsealed = db.Set<FactRow>().Where(fact => fact.TenantId == tenant && fact.Position > to);
        var disk = new DriveInfo(Path.GetFullPath(options.DataFolder));
        return new SystemView(
            last?.SealedAt,
            await unsealed.CountAsync(),
            await unsealed.MinAsync(fact => (DateTime?)fact.RecordedAt),
            await ListenersOf(db, tenant, listeners, catalog),
            await ParkedOf(db, tenant, catalog),
            [
                .. (await JobQueue.Stopped(db, tenant).Take(Most).ToListAsync()).Select(job => new StoppedState(
                    job.Id,
                    job.Kind,
                    job.StoppedAt!.Value,
                    job.Error ?? ""
                )),
            ],
            await db.Set<Job>().CountAsync(job => job.TenantId == tenant && job.DoneAt == null && job.StoppedAt == null),
            disk.AvailableFreeSpace / 1048576,
            disk.TotalSize / 1048576
        );
    }

    private static async Task<IReadOnlyList<ListenerState>> ListenersOf(Db db, string tenant, Listeners listeners, FactCatalog catalog)
    {
        var cursors = await db.Set<ListenerCursor>()
            .AsNoTracking()
            .Where(cursor => cursor.TenantId == tenant)
            .ToDictionaryAsync(cursor => cursor.Listener);
        var states = new List<ListenerState>();
        foreach (var listener in listeners.All)
        {
            var kind = catalog.KeyOf(listener.FactType);
            var (position, id) = cursors.TryGetValue(listener.Name, out var cursor) ? (cursor.Position, cursor.FactId) : (-1, Guid.Empty);
            var after = db.Set<FactRow>()
                .Where(fact => fact.TenantId == tenant && fact.Kind == kind)
                .Where(fact => fact.Position > position || fact.Position == position && fact.Id.CompareTo(id) > 0);
            states.Add(
                new ListenerState(
                    listener.Name,
                    catalog.Find(kind)!.Name,
                    await after.CountAsync(),
                    await after.MinAsync(fact => (DateTime?)fact.RecordedAt)
                )
            );
        }
        return states;
    }

    private static async Task<IReadOnlyList<ParkedState>> ParkedOf(Db db, string tenant, FactCatalog catalog)
    {
        var rows = await (
            from parked in db.Set<ParkedFact>()
            join fact in db.Set<FactRow>() on new { parked.TenantId, Id = parked.FactId } equals new { fact.TenantId, fact.Id }
            where parked.TenantId == tenant
            orderby parked.FailedAt descending
            select new
            {
                parked.FactId,
                parked.Listener,
                fact.Kind,
                parked.Attempts,
                parked.FailedAt,
                parked.Error,
                parked.ParkedAt,
            }
        )
            .Take(Most)
            .ToListAsync();
        return
        [
            .. rows.Select(row => new ParkedState(
                row.FactId,
                row.Listener,
                catalog.Find(row.Kind)?.Name ?? row.Kind,
                row.Attempts,
                row.FailedAt,
                row.Error,
                row.ParkedAt is not null
            )),
        ];
    }
}
