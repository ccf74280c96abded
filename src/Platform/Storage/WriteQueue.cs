using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Wuzha.Platform.Facts;

namespace Wuzha.Platform.Storage;

/// <summary>
/// The door for hot writes: while one transaction is being committed the next callers gather, and all of them go into the next one. Each caller is
/// answered after the commit that holds its facts. Cold actions use <see cref="Db.Record(FactEntry)"/> instead.
/// </summary>
public sealed class WriteQueue(FactWriter writer, Dialect dialect, Signals signals) : BackgroundService
{
    private const int FactsPerCommit = 1000;

    private readonly Channel<Work> waiting = Channel.CreateBounded<Work>(new BoundedChannelOptions(4096) { SingleReader = true });
    private DbConnection? connection;

    /// <summary>Waits when the queue is full; returns when the facts are durable.</summary>
    /// <returns>One outcome for each fact, in order.</returns>
    public async Task<IReadOnlyList<FactOutcome>> Append(IReadOnlyList<FactEntry> facts, CancellationToken cancellation = default)
    {
        var work = new Work(writer.Prepare(facts));
        await waiting.Writer.WriteAsync(work, cancellation);
        return await work.Answer.Task;
    }

    /// <summary>Takes nothing more, commits what waits, then stops.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        // First let it run out: the base cancels, and what is cancelled before its thread was there never runs at all.
        if (ExecuteTask is not null)
            await ExecuteTask.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    // Does not listen to the stopping token: what was taken in is written.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Work>();
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var facts = 0;
            while (facts < FactsPerCommit && waiting.Reader.TryRead(out var work))
            {
                batch.Add(work);
                facts += work.Facts.Count;
            }
            await Commit(batch);
            batch.Clear();
            // Behind those who have just been answered: who records again at once comes into the next transaction and not into the one after it.
            await Task.Yield();
        }
        await Close();
    }

    /// <summary>When a transaction with several callers fails, each is tried alone, so that only the one who caused it fails.</summary>
    private async Task Commit(List<Work> batch)
    {
        if (batch.Count > 1 && await Try(batch) is null)
            return;

        foreach (var work in batch)
            if (await Try([work]) is { } error)
                work.Answer.SetException(error);
    }

    private async Task<Exception?> Try(List<Work> batch)
    {
        try
        {
            var outcomes = await Write(batch.Count == 1 ? batch[0].Facts : [.. batch.SelectMany(work => work.Facts)]);
            signals.FactsCommitted();
            var answered = 0;
            foreach (var work in batch)
            {
                work.Answer.SetResult([.. outcomes.Skip(answered).Take(work.Facts.Count)]);
                answered += work.Facts.Count;
            }
            return null;
        }
        catch (Exception e)
        {
            await Close();
            return e;
        }
    }

    private async Task<IReadOnlyList<FactOutcome>> Write(IReadOnlyList<PreparedFact> facts)
    {
        connection ??= await dialect.Open(CancellationToken.None);
        await using var write = await dialect.BeginWrite(connection, CancellationToken.None);
        var outcomes = await writer.Append(write.Transaction, facts, CancellationToken.None);
        await write.Commit(CancellationToken.None);
        return outcomes;
    }

    private async Task Close()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        connection = null;
    }

    private sealed record Work(IReadOnlyList<PreparedFact> Facts)
    {
        public TaskCompletionSource<IReadOnlyList<FactOutcome>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
