using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Wuzha.Platform.Storage;

/// <summary>A transaction of one's own, or one that was open already: then whoever began it commits it and rolls it back.</summary>
public sealed class JoinedTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;
    private readonly bool isOwn;

    internal JoinedTransaction(IDbContextTransaction transaction, bool isOwn) => (this.transaction, this.isOwn) = (transaction, isOwn);

    internal DbTransaction Raw => transaction.GetDbTransaction();

    public Task Commit(CancellationToken cancellation = default) => isOwn ? transaction.CommitAsync(cancellation) : Task.CompletedTask;

    public ValueTask DisposeAsync() => isOwn ? transaction.DisposeAsync() : ValueTask.CompletedTask;
}
