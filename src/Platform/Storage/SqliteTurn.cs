using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Wuzha.Platform.Storage;

/// <summary>
/// Who wants to write waits here for a turn, first come first served. Without it a loser of SQLite's lock sleeps and tries again, and a busy write queue
/// would keep pages from saving. Other processes on the same file still go through SQLite's own lock.
/// </summary>
internal sealed class SqliteTurn : DbTransactionInterceptor, IDisposable, IDbConnectionInterceptor, IDbCommandInterceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly ConditionalWeakTable<DbConnection, Lease> held = [];

    public async Task<IDisposable> Take(CancellationToken cancellation)
    {
        if (!await one.WaitAsync(Patience, cancellation))
            throw new TimeoutException("The database was busy with other writing for 30 seconds.");
        return new Lease(one);
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default
    )
    {
        await TakeFor(connection, cancellationToken);
        return result;
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => Give(eventData.Context?.Database.GetDbConnection());

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => Give(eventData.Context?.Database.GetDbConnection());

    public override Task TransactionFailedAsync(
        DbTransaction transaction,
        TransactionErrorEventData eventData,
        CancellationToken cancellationToken = default
    ) => Give(eventData.Context?.Database.GetDbConnection());

    // A transaction that is disposed without a commit tells nobody; the closing of its connection does.
    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData) => Give(connection);

    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Release(connection);

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (command.Transaction is null)
            await TakeFor(command.Connection!, cancellationToken);
        return result;
    }

    public async ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        await GiveUnlessInTransaction(command);
        return result;
    }

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) =>
        GiveUnlessInTransaction(command);

    public Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default) =>
        GiveUnlessInTransaction(command);

    public void Dispose()
    {
        held.Clear();
        one.Dispose();
    }

    private async Task TakeFor(DbConnection connection, CancellationToken cancellation)
    {
        if (!held.TryGetValue(connection, out _))
            held.Add(connection, (Lease)await Take(cancellation));
    }

    private Task GiveUnlessInTransaction(DbCommand command) =>
        command is { Transaction: null, Connection: { } connection } ? Give(connection) : Task.CompletedTask;

    private Task Give(DbConnection? connection)
    {
        if (connection is not null)
            Release(connection);
        return Task.CompletedTask;
    }

    private void Release(DbConnection connection)
    {
        if (held.TryGetValue(connection, out var lease) && held.Remove(connection))
            lease.Dispose();
    }

    private sealed class Lease(SemaphoreSlim one) : IDisposable
    {
        private int given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0)
                one.Release();
        }
    }
}
