using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

/// <summary>Hears knocks: writes a unit for each fact, and fails while a door is said to be stuck.</summary>
public sealed class HearingModule : Module
{
    public HashSet<Guid> Stuck { get; } = [];
    public List<Guid> Heard { get; } = [];

    public override void Subscriptions(Listeners listeners) =>
        listeners.Hear<DoorKnocked>(
            "hearing.knocks",
            (_, db, fact, heard) =>
            {
                db.Add(
                    new Unit
                    {
                        TenantId = heard.TenantId,
                        Id = heard.Id,
                        Path = $"{heard.Id:N}/",
                        Kind = "grid",
                        Name = $"门 {heard.Id}",
                        SortKey = "0",
                    }
                );
                if (Stuck.Contains(fact.Door))
                    throw new InvalidOperationException("The door is stuck.");
                Heard.Add(heard.Id);
                return Task.CompletedTask;
            }
        );
}

public sealed class FactDeliveryTests
{
    private static readonly Guid Door = Guid.CreateVersion7();
    private static readonly Guid StuckDoor = Guid.CreateVersion7();

    [Theory, EveryDatabase]
    public async Task Facts_are_heard_once_in_the_order_of_the_book(DatabaseKind kind)
    {
        var (database, module, delivery) = await Create(kind);
        await using var _ = database;
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
            ids.Add(await Record(database, Door));

        await delivery.Drain();
        await delivery.Drain();

        Assert.Equal(ids, module.Heard);
        await using var db = database.Open();
        Assert.Equal(5, await db.Units.CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task More_facts_than_a_batch_are_all_heard(DatabaseKind kind)
    {
        var (database, module, delivery) = await Create(kind);
        await using var _ = database;
        await using (var db = database.Open())
        {
            for (var i = 0; i < 250; i++)
                db.Record(Counting.Entry(new DoorKnocked(Door, 1)));
            await db.SaveChangesAsync();
        }

        await delivery.Drain();

        Assert.Equal(250, module.Heard.Distinct().Count());
        Assert.Equal(250, module.Heard.Count);
    }

    [Theory, EveryDatabase]
    public async Task A_fact_that_fails_five_times_is_parked_and_later_ones_go_on(DatabaseKind kind)
    {
        var (database, module, delivery) = await Create(kind);
        await using var _ = database;
        module.Stuck.Add(StuckDoor);
        var before = await Record(database, Door);
        var stuck = await Record(database, StuckDoor);
        var after = await Record(database, Door);

        await delivery.Drain();

        await using var db = database.Open();
        var parked = await db.Set<ParkedFact>().SingleAsync();
        Assert.Equal((stuck, "hearing.knocks", 5), (parked.FactId, parked.Listener, parked.Attempts));
        Assert.Equal("The door is stuck.", parked.Error);
        Assert.Equal(database.Clock.Now, parked.ParkedAt);
        Assert.Equal([before, after], await db.Units.OrderBy(unit => unit.Id).Select(unit => unit.Id).ToListAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_failed_attempt_leaves_nothing_behind_and_a_later_one_succeeds(DatabaseKind kind)
    {
        var (database, module, delivery) = await Create(kind);
        await using var _ = database;
        module.Stuck.Add(StuckDoor);
        var stuck = await Record(database, StuckDoor);
        await delivery.Drain();

        Assert.False(await delivery.Retry(Counting.Tenant, "hearing.knocks", stuck));
        await using (var db = database.Open())
        {
            Assert.Equal(0, await db.Units.CountAsync());
            Assert.Equal(6, (await db.Set<ParkedFact>().SingleAsync()).Attempts);
        }

        module.Stuck.Clear();
        Assert.True(await delivery.Retry(Counting.Tenant, "hearing.knocks", stuck));
        await using var after = database.Open();
        Assert.Equal(1, await after.Units.CountAsync());
        Assert.Equal(0, await after.Set<ParkedFact>().CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task Two_nodes_at_once_hear_each_fact_once(DatabaseKind kind)
    {
        var (database, module, delivery) = await Create(kind);
        await using var _ = database;
        for (var i = 0; i < 20; i++)
            await Record(database, Door);

        await Task.WhenAll(Task.Run(() => delivery.Drain()), Task.Run(() => delivery.Drain()));

        await using var db = database.Open();
        Assert.Equal(20, await db.Units.CountAsync());
        Assert.Equal(20, module.Heard.Count);
    }

    [Theory, EveryDatabase]
    public async Task The_loop_delivers_soon_after_the_commit(DatabaseKind kind)
    {
        var (database, _, delivery) = await Create(kind);
        await using var _ = database;
        await delivery.StartAsync(CancellationToken.None);

        await Record(database, Door);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var db = database.Open();
        while (!await db.Units.AnyAsync(patience.Token))
            await Task.Delay(20, patience.Token);
        await delivery.StopAsync(CancellationToken.None);
    }

    private static async Task<(TestDatabase, HearingModule, FactDelivery)> Create(DatabaseKind kind)
    {
        var module = new HearingModule();
        var database = await Counting.Create(kind, module);
        return (database, module, database.Services.GetRequiredService<FactDelivery>());
    }

    private static async Task<Guid> Record(TestDatabase database, Guid door)
    {
        var entry = Counting.Entry(new DoorKnocked(door, 1));
        await using var db = database.Open();
        db.Record(entry);
        await db.SaveChangesAsync();
        return entry.Id;
    }
}
