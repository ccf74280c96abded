using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Wuzha.Platform.Storage;

/// <summary>Everything the two databases say differently stands here and in its two subclasses, nowhere else.</summary>
public abstract class Dialect : IAsyncDisposable
{
    public static Dialect For(WuzhaOptions options) =>
        options.Postgres is { } connection ? new PostgresDialect(connection) : new SqliteDialect(options.SqliteFile);

    /// <summary>Tables in which a row once written stays as it is.</summary>
    internal static readonly IReadOnlyList<string> AppendOnly = ["facts", "fact_blocks"];

    /// <summary>Tables that are read before the tenant is known.</summary>
    internal static readonly IReadOnlyList<string> WithoutWall = ["accounts"];

    /// <summary>Every table whose rows belong to a tenant.</summary>
    internal static IEnumerable<string> TenantTables(IModel model) =>
        model
            .GetEntityTypes()
            .Where(entity => entity.FindProperty("TenantId") is not null)
            .Select(entity => entity.GetTableName()!)
            .Distinct()
            .Except(WithoutWall);

    /// <summary>Points EF at the database; <paramref name="interceptors"/> watch every command.</summary>
    public void Configure(DbContextOptionsBuilder options, params IEnumerable<IInterceptor> interceptors)
    {
        options.ReplaceService<IModelCacheKeyFactory, ModelPerModules>();
        options.AddInterceptors(interceptors);
        RowConventions.AddTo(options);
        options.AddInterceptors(CommitSignal.Instance);
        Use(options);
    }

    protected abstract void Use(DbContextOptionsBuilder options);

    /// <summary>Last touches on the model: binary text order, length checks, column types.</summary>
    public abstract void Finish(ModelBuilder model);

    /// <summary>An open connection outside EF that sees every tenant: the write queue and other engine work.</summary>
    public abstract Task<DbConnection> Open(CancellationToken cancellation);

    /// <summary>Begins a transaction that may write at once. Dispose the returned object in any case.</summary>
    public abstract Task<WriteTransaction> BeginWrite(DbConnection connection, CancellationToken cancellation);

    /// <summary>Puts the walls into the database that EF does not know: the append-only book and the tenant wall. May run any number of times.</summary>
    public abstract Task Guard(Db db, CancellationToken cancellation);

    /// <summary>Facts below this position are complete: no transaction that is still open can add one.</summary>
    public abstract Task<long> SettledBelow(Db db, CancellationToken cancellation = default);

    /// <summary>Takes a named lock until the end of the transaction, if nobody has it.</summary>
    public abstract Task<bool> TryLock(Db db, string name, CancellationToken cancellation = default);

    /// <summary>Waits for a named lock and keeps it until the end of the transaction.</summary>
    public abstract Task Lock(Db db, string name, CancellationToken cancellation = default);

    /// <summary>Keeps everybody else from changing tallies until the end of the transaction.</summary>
    public abstract Task LockTallies(Db db, CancellationToken cancellation = default);

    /// <summary>Claims jobs of a tenant that are due, so that no other process takes them until then.</summary>
    /// <returns>Ids of the claimed jobs.</returns>
    public abstract Task<List<Guid>> ClaimNext(
        Db db,
        string tenantId,
        DateTime now,
        DateTime until,
        int count,
        CancellationToken cancellation = default
    );

    /// <summary>A save that failed because a unique key is taken: somebody else was first.</summary>
    public abstract bool IsTaken(DbUpdateException fault);

    /// <summary>An SQL expression: a new unguessable id (UUID version 4) in each row.</summary>
    public abstract string RandomId { get; }

    /// <summary>How many jobs one process runs side by side.</summary>
    public abstract int JobsAtOnce { get; }

    /// <summary>Carries signals to and from the other nodes until cancelled; returns at once where there can be none.</summary>
    internal abstract Task Relay(Signals signals, CancellationToken cancellation);

    /// <summary>Inserts the facts that are not there yet, all with the position of this transaction.</summary>
    /// <returns>The keys that were really inserted.</returns>
    internal abstract Task<IReadOnlySet<FactKey>> InsertFacts(
        DbTransaction transaction,
        IReadOnlyList<PreparedFact> facts,
        CancellationToken cancellation
    );

    /// <summary>Writes many rows of one table as they are.</summary>
    /// <exception cref="DbException">A row is refused: its key is taken, a text too long, what it refers to not there.</exception>
    internal abstract Task InsertRows(DbTransaction transaction, BulkRows rows, CancellationToken cancellation);

    /// <summary>Adds to the tallies, creating the rows that are missing. The lines come sorted by key, so that two transactions cannot wait for each other.</summary>
    internal abstract Task AddTallies(DbTransaction transaction, IReadOnlyList<TallyLine> lines, CancellationToken cancellation);

    /// <summary>Runs one statement for each of these rows of parameters <c>$1</c>, <c>$2</c> …</summary>
    /// <returns>For each row the number that the statement returns; null where it returns none.</returns>
    internal abstract Task<IReadOnlyList<long?>> ForEach(
        DbTransaction transaction,
        string sql,
        IReadOnlyList<object[]> rows,
        CancellationToken cancellation
    );

    /// <summary>The facts of a tenant with these ids, or taken back by these withdrawals.</summary>
    internal abstract Task<IReadOnlyList<StoredFact>> FindFacts(
        DbTransaction transaction,
        string tenantId,
        IReadOnlyList<Guid> ids,
        IReadOnlyList<Guid> withdrawn,
        CancellationToken cancellation
    );

    public abstract ValueTask DisposeAsync();

    /// <summary>Tests put further modules into a process; each list of modules has its own model.</summary>
    private sealed class ModelPerModules : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((Db)context).ModuleNames, context.GetType(), designTime);
    }
}

/// <summary>Tells a context that its transaction is committed: only then may the loops be woken.</summary>
internal sealed class CommitSignal : DbTransactionInterceptor
{
    public static readonly CommitSignal Instance = new();

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        (eventData.Context as Db)?.Committed();
        return Task.CompletedTask;
    }
}

/// <summary>A transaction and whatever must be given back with it.</summary>
public sealed class WriteTransaction(DbTransaction transaction, IDisposable? gate) : IAsyncDisposable
{
    public DbTransaction Transaction => transaction;

    public Task Commit(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        gate?.Dispose();
    }
}
