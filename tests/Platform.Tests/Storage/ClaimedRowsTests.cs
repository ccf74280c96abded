using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

/// <summary>Doors that can be locked once, and only where there is a door.</summary>
public sealed class LockingModule : Module
{
    public static readonly Measure Locked = new("locking.locked", "上锁", "Locked", "次");
    public static readonly Measure Bells = new("locking.bells", "响铃", "Bells", "次");

    public override void Tables(Microsoft.EntityFrameworkCore.ModelBuilder model) =>
        model.Entity<Door>(t =>
        {
            t.ToTable("doors");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(32);
        });

    public override void Facts(FactCatalog facts)
    {
        facts.Add<DoorLocked>("locking.door-locked", "上锁", Locked);
        facts.Add<BellRang>("locking.bell-rang", "响铃", Bells);
        facts.Claim<DoorLocked>(Lock);
    }

    /// <summary>A bell rings for each door that is locked.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<FactEntry>?>> Lock(KeptWrite write, IReadOnlyList<FactEntry> offered)
    {
        var answers = await write.ForEach(
            "update doors set locked_by = $3 where tenant_id = $1 and id = $2 and locked_by is null returning 1",
            [.. offered.Select(entry => new object[] { entry.TenantId, ((DoorLocked)entry.Fact).Door, entry.ActorId })]
        );
        return
        [
            .. offered.Zip(
                answers,
                (entry, answer) =>
                    answer is null
                        ? null
                        : new[] { entry with { Id = FactId.From("locking.bell-rang", entry.Id), Fact = new BellRang(((DoorLocked)entry.Fact).Door) } }
            ),
        ];
    }
}

public sealed class Door
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public Guid? LockedBy { get; init; }
}

public sealed record DoorLocked(Guid Door) : Fact
{
    public override Guid? Node => Door;
    public override IEnumerable<Posting> Postings => [LockingModule.Locked.Add()];
}

public sealed record BellRang(Guid Door) : Fact
{
    public override Guid? Node => Door;
    public override IEnumerable<Posting> Postings => [LockingModule.Bells.Add()];
}

/// <summary>Facts that need a row of their module: <see cref="FactCatalog.Claim{TFact}"/>.</summary>
public sealed class ClaimedRowsTests
{
    private static readonly Guid Front = Guid.Parse("0197d000-0000-7000-8000-0000000000d1");
    private static readonly Guid Back = Guid.Parse("0197d000-0000-7000-8000-0000000000d2");
    private static readonly Guid Nowhere = Guid.Parse("0197d000-0000-7000-8000-0000000000d3");

    [Theory, EveryDatabase]
    public async Task A_fact_enters_with_the_row_that_it_needs_and_is_refused_without(DatabaseKind kind)
    {
        await using var database = await House(kind);
        await using var queue = await Running.Start(database);

        Assert.Equal(
            [FactOutcome.Accepted, FactOutcome.Refused, FactOutcome.Accepted],
            await queue.Append(Locking(Front), Locking(Nowhere), Locking(Back))
        );

        await using var db = database.Open();
        Assert.Equal([("locking.bells", 2), ("locking.locked", 2)], await Sums(db));
        Assert.Equal(4, await db.Set<FactRow>().CountAsync());
        Assert.Equal([Counting.Actor, Counting.Actor], await db.Set<Door>().Select(door => door.LockedBy!.Value).ToListAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_resend_is_known_and_a_second_actor_is_told(DatabaseKind kind)
    {
        await using var database = await House(kind);
        await using var queue = await Running.Start(database);
        var first = Locking(Front);
        var other = first with { ActorId = Guid.CreateVersion7() };

        Assert.Equal([FactOutcome.Accepted, FactOutcome.AlreadyHad, FactOutcome.Conflict], await queue.Append(first, first, other));
        Assert.Equal([FactOutcome.AlreadyHad, FactOutcome.Conflict], await queue.Append(first, other));

        await using var db = database.Open();
        Assert.Equal([("locking.bells", 1), ("locking.locked", 1)], await Sums(db));
        Assert.Equal(Counting.Actor, await db.Set<Door>().Where(door => door.Id == Front).Select(door => door.LockedBy).SingleAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_save_whose_fact_is_refused_changes_nothing(DatabaseKind kind)
    {
        await using var database = await House(kind);
        await using (var db = database.Open())
        {
            db.Record(Locking(Front));
            db.Record(Locking(Nowhere));
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        }

        await using var after = database.Open();
        Assert.Equal(0, await after.Set<FactRow>().CountAsync());
        Assert.False(await after.Set<Door>().AnyAsync(door => door.LockedBy != null));
    }

    /// <summary>Its id does not follow from the row: the row could be claimed a second time under an id that is taken.</summary>
    [Theory, EveryDatabase]
    public async Task A_claim_under_an_id_that_is_taken_fails_alone_and_takes_nothing(DatabaseKind kind)
    {
        await using var database = await House(kind);
        await using var queue = await Running.Start(database);
        var first = Locking(Front);
        await queue.Append(first);

        var wrong = queue.Append(Locking(Back) with { Id = first.Id });
        var right = queue.Append(first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => wrong);
        Assert.Equal([FactOutcome.AlreadyHad], await right);

        await using var db = database.Open();
        Assert.False(await db.Set<Door>().AnyAsync(door => door.Id == Back && door.LockedBy != null));
    }

    private static FactEntry Locking(Guid door) => Counting.Entry(new DoorLocked(door), FactId.From("locking.door-locked", door));

    private static async Task<TestDatabase> House(DatabaseKind kind)
    {
        var database = await Counting.Create(kind, new LockingModule());
        await using var db = database.Open();
        db.AddRange(new Door { TenantId = Counting.Tenant, Id = Front }, new Door { TenantId = Counting.Tenant, Id = Back });
        await db.SaveChangesAsync();
        return database;
    }

    private static async Task<List<(string, long)>> Sums(Db db) =>
        [
            .. (await db.Set<Tally>().ToListAsync())
                .GroupBy(tally => tally.Measure)
                .OrderBy(sum => sum.Key)
                .Select(sum => (sum.Key, sum.Sum(tally => tally.Value))),
        ];

    /// <summary>The write queue of a database, as long as a test lasts.</summary>
    private sealed class Running(WriteQueue queue) : IAsyncDisposable
    {
        public static async Task<Running> Start(TestDatabase database)
        {
            var queue = database.Services.GetRequiredService<WriteQueue>();
            await queue.StartAsync(TestContext.Current.CancellationToken);
            return new Running(queue);
        }

        public Task<IReadOnlyList<FactOutcome>> Append(params FactEntry[] entries) => queue.Append(entries);

        public async ValueTask DisposeAsync() => await queue.StopAsync(CancellationToken.None);
    }
}
