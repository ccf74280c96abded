using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

public sealed class WriteQueueTests
{
    private static readonly Guid[] Doors = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];

    [Theory, EveryDatabase]
    public async Task Many_writers_at_once_lose_nothing_and_count_everything(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var queue = await Start(database);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Write(queue, 25))));

        await using var db = database.Open();
        Assert.Equal(16 * 25, await db.Set<FactRow>().CountAsync());
        Assert.Equal(16 * 25, await db.Set<Tally>().Where(tally => tally.Measure == CountingModule.Visits.Key).SumAsync(tally => tally.Value));
        await queue.StopAsync(CancellationToken.None);
    }

    [Theory, EveryDatabase]
    public async Task Each_caller_gets_the_outcomes_of_its_own_facts(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var queue = database.Services.GetRequiredService<WriteQueue>();
        var entry = Counting.Entry(new DoorKnocked(Doors[0], 1));

        // Not started yet, so all of these go into one transaction.
        var first = queue.Append([entry]);
        var second = queue.Append([Counting.Entry(new DoorKnocked(Doors[1], 1)), entry]);
        var third = queue.Append([Counting.Entry(new FactWithdrawn(Guid.CreateVersion7()))]);
        await queue.StartAsync(CancellationToken.None);

        Assert.Equal([FactOutcome.Accepted], await first);
        Assert.Equal([FactOutcome.Accepted, FactOutcome.AlreadyHad], await second);
        Assert.Equal([FactOutcome.NotYetThere], await third);
        await queue.StopAsync(CancellationToken.None);
    }

    [Theory, EveryDatabase]
    public async Task One_bad_caller_fails_alone(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var queue = database.Services.GetRequiredService<WriteQueue>();

        var good = queue.Append([Counting.Entry(new DoorKnocked(Doors[0], 1))]);
        var bad = queue.Append([Counting.Entry(new DoorKnocked(Doors[1], 1), tenant: new string('x', 40))]);
        var alsoGood = queue.Append([Counting.Entry(new DoorKnocked(Doors[2], 1))]);
        await queue.StartAsync(CancellationToken.None);

        Assert.Equal([FactOutcome.Accepted], await good);
        Assert.Equal([FactOutcome.Accepted], await alsoGood);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bad);
        await using var db = database.Open();
        Assert.Equal(2, await db.Set<FactRow>().CountAsync());
        await queue.StopAsync(CancellationToken.None);
    }

    [Theory, EveryDatabase]
    public async Task Stopping_writes_what_was_taken_in_and_takes_nothing_more(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var queue = await Start(database);
        var taken = Enumerable.Range(0, 50).Select(_ => queue.Append([Counting.Entry(new DoorKnocked(Doors[0], 1))])).ToList();

        await queue.StopAsync(CancellationToken.None);

        Assert.All(await Task.WhenAll(taken), outcomes => Assert.Equal([FactOutcome.Accepted], outcomes));
        await Assert.ThrowsAsync<System.Threading.Channels.ChannelClosedException>(() =>
            queue.Append([Counting.Entry(new DoorKnocked(Doors[0], 1))])
        );
    }

    [Theory, EveryDatabase]
    public async Task Pages_save_while_the_queue_is_busy_and_the_queue_writes_while_pages_save(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var queue = await Start(database);

        await Task.WhenAll([
            .. Enumerable.Range(0, 8).Select(_ => Task.Run(() => Write(queue, 20))),
            .. Enumerable.Range(0, 4).Select(_ => Task.Run(() => Save(database, 20))),
        ]);

        await using var db = database.Open();
        Assert.Equal(8 * 20 + 4 * 20, await db.Set<FactRow>().CountAsync());
        Assert.Equal(12 * 20, await db.Set<Tally>().Where(tally => tally.Measure == CountingModule.Visits.Key).SumAsync(tally => tally.Value));
        await queue.StopAsync(CancellationToken.None);
    }

    private static async Task<WriteQueue> Start(TestDatabase database)
    {
        var queue = database.Services.GetRequiredService<WriteQueue>();
        await queue.StartAsync(CancellationToken.None);
        return queue;
    }

    private static async Task Write(WriteQueue queue, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal([FactOutcome.Accepted], await queue.Append([Counting.Entry(new DoorKnocked(Doors[i % Doors.Length], 1))]));
    }

    private static async Task Save(TestDatabase database, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await using var db = database.Open();
            db.Record(Counting.Entry(new DoorKnocked(Doors[i % Doors.Length], 1)));
            await db.SaveChangesAsync();
        }
    }
}
