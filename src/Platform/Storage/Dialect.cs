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

    /// <summary>Inserts the facts that are not there yet, all with the position of this transaction.</summary>
    /// <returns>The keys that were really inserted.</returns>
    internal abstract Task<IReadOnlySet<FactKey>> InsertFacts(
        DbTransaction transaction,
        IReadOnlyList<PreparedFact> facts,
        CancellationToken cancellation
    );

    /// <summary>Adds to the tallies, creating the rows that are missing. The lines come sorted by key, so that two transactions cannot wait for each other.</summary>
    internal abstract Task AddTallies(DbTransaction transaction, IReadOnlyList<TallyLine> lines, CancellationToken cancellation);

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
        public object Create(DbContext context, bool designTime) => (((Db)context).Modules, context.GetType(), designTime);
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
