using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

public sealed class FactWriterTests
{
    private static readonly Guid Door = Guid.Parse("0197d000-0000-7000-8000-0000000000d1");
    private static readonly DateOnly Friday = new(2026, 4, 3);

    [Theory, EveryDatabase]
    public async Task A_fact_is_written_and_counted(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var campaign = Guid.CreateVersion7();
        var entry = Counting.Entry(new DoorKnocked(Door, 3), campaign: campaign);

        Assert.Equal([FactOutcome.Accepted], await Append(database, entry));

        await using var db = database.Open();
        var row = await db.Set<FactRow>().SingleAsync();
        Assert.Equal(entry.Id, row.Id);
        Assert.Equal("counting.door-knocked", row.Kind);
        Assert.Equal(Door, row.NodeId);
        Assert.Equal(campaign, row.CampaignId);
        Assert.Equal(entry.OccurredAt, row.OccurredAt);
        Assert.Equal(Friday, row.OnDay);
        Assert.Equal($$"""{"door":"{{Door}}","leaflets":3}""", row.Payload);
        Assert.Null(row.Withdraws);
        Assert.Equal([("counting.leaflets", 3), ("counting.visits", 1)], await Tallies(db));
    }

    [Theory, EveryDatabase]
    public async Task A_resend_counts_once(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var entry = Counting.Entry(new DoorKnocked(Door, 3));

        await Append(database, entry);
        Assert.Equal([FactOutcome.AlreadyHad], await Append(database, entry));
        Assert.Equal([FactOutcome.AlreadyHad, FactOutcome.AlreadyHad], await Append(database, entry, entry));

        await using var db = database.Open();
        Assert.Equal([("counting.leaflets", 3), ("counting.visits", 1)], await Tallies(db));
    }

    [Theory, EveryDatabase]
    public async Task A_fact_twice_in_one_batch_counts_once(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var entry = Counting.Entry(new DoorKnocked(Door, 3));

        Assert.Equal([FactOutcome.Accepted, FactOutcome.AlreadyHad], await Append(database, entry, entry));

        await using var db = database.Open();
        Assert.Equal([("counting.leaflets", 3), ("counting.visits", 1)], await Tallies(db));
    }

    [Theory, EveryDatabase]
    public async Task Other_content_under_the_same_id_is_a_conflict(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var entry = Counting.Entry(new DoorKnocked(Door, 3));
        await Append(database, entry);

        FactEntry[] others =
        [
            entry with
            {
                Fact = new DoorKnocked(Door, 4),
            },
            entry with
            {
                ActorId = Guid.CreateVersion7(),
            },
            entry with
            {
                OccurredAt = entry.OccurredAt.AddMilliseconds(1),
            },
            entry with
            {
                CampaignId = Guid.CreateVersion7(),
            },
            entry with
            {
                NodeId = Guid.CreateVersion7(),
            },
        ];
        foreach (var other in others)
            Assert.Equal([FactOutcome.Conflict], await Append(database, other));

        await using var db = database.Open();
        Assert.Equal([("counting.leaflets", 3), ("counting.visits", 1)], await Tallies(db));
    }

    [Theory, EveryDatabase]
    public async Task A_resend_after_a_change_of_posts_is_still_the_same_fact(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var entry = Counting.Entry(new DoorKnocked(Door, 3));
        await Append(database, entry);

        Assert.Equal(
            [FactOutcome.AlreadyHad],
            await Append(database, entry with { UnitId = Guid.CreateVersion7(), RecordedAt = entry.RecordedAt.AddDays(2), Source = FactSource.Field })
        );
    }

    [Theory, EveryDatabase]
    public async Task The_same_id_in_another_tenant_is_another_fact(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var entry = Counting.Entry(new DoorKnocked(Door, 3));

        Assert.Equal([FactOutcome.Accepted, FactOutcome.Accepted], await Append(database, entry, entry with { TenantId = "baishan" }));
    }

    [Theory, EveryDatabase]
    public async Task A_withdrawal_takes_back_what_was_counted_on_the_day_it_was_counted(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var entry = Counting.Entry(new DoorKnocked(Door, 3), day: Friday);
        await Append(database, entry, Counting.Entry(new DoorKnocked(Door, 5), day: Friday));

        var withdrawal = Counting.Entry(new FactWithdrawn(entry.Id), day: Friday.AddDays(4));
        Assert.Equal([FactOutcome.Accepted], await Append(database, withdrawal));

        await using var db = database.Open();
        Assert.Equal([("counting.leaflets", 5), ("counting.visits", 1)], await Tallies(db));
        Assert.All(await db.Set<Tally>().ToListAsync(), tally => Assert.Equal(Friday, tally.Day));
        Assert.Equal(entry.Id, (await db.Set<FactRow>().SingleAsync(fact => fact.Id == withdrawal.Id)).Withdraws);
    }

    [Theory, EveryDatabase]
    public async Task Withdrawing_twice_takes_back_once(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var entry = Counting.Entry(new DoorKnocked(Door, 3));
        var withdrawal = Counting.Entry(new FactWithdrawn(entry.Id));
        await Append(database, entry);
        await Append(database, withdrawal);

        Assert.Equal(
            [FactOutcome.AlreadyHad, FactOutcome.AlreadyHad],
            await Append(database, withdrawal, Counting.Entry(new FactWithdrawn(entry.Id)))
        );

        await using var db = database.Open();
        Assert.Equal([("counting.leaflets", 0), ("counting.visits", 0)], await Tallies(db));
        Assert.Equal(2, await db.Set<FactRow>().CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_fact_and_its_withdrawal_may_come_in_one_batch_in_any_order(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var entry = Counting.Entry(new DoorKnocked(Door, 3));

        Assert.Equal(
            [FactOutcome.Accepted, FactOutcome.AlreadyHad, FactOutcome.Accepted],
            await Append(database, Counting.Entry(new FactWithdrawn(entry.Id)), Counting.Entry(new FactWithdrawn(entry.Id)), entry)
        );
    }

    [Theory, EveryDatabase]
    public async Task Withdrawing_what_is_not_there_is_told_apart(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var entry = Counting.Entry(new DoorKnocked(Door, 3), tenant: "baishan");
        await Append(database, entry);

        Assert.Equal([FactOutcome.NotYetThere], await Append(database, Counting.Entry(new FactWithdrawn(entry.Id))));
    }

    [Theory, EveryDatabase]
    public async Task A_withdrawal_cannot_be_withdrawn(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        var entry = Counting.Entry(new DoorKnocked(Door, 3));
        var withdrawal = Counting.Entry(new FactWithdrawn(entry.Id));
        await Append(database, entry, withdrawal);

        Assert.Equal([FactOutcome.NotWithdrawable], await Append(database, Counting.Entry(new FactWithdrawn(withdrawal.Id))));
    }

    [Theory, EveryDatabase]
    public async Task A_fact_may_post_only_what_it_declares(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Append(database, Counting.Entry(new Overdrawn())));
    }

    [Theory, EveryDatabase]
    public async Task Facts_are_committed_with_the_rows_of_the_same_save_or_not_at_all(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        await using (var db = database.Open())
        {
            db.Record(Counting.Entry(new DoorKnocked(Door, 3)));
            db.People.Add(Person());
            await db.SaveChangesAsync();
            Assert.Equal([FactOutcome.Accepted], db.Outcomes);
        }
        await using (var db = database.Open())
        {
            db.Record(Counting.Entry(new FactWithdrawn(Guid.CreateVersion7())));
            db.People.Add(Person());
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        }

        await using var after = database.Open();
        Assert.Equal(1, await after.Set<FactRow>().CountAsync());
        Assert.Equal(1, await after.People.CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task The_book_cannot_be_changed(DatabaseKind kind)
    {
        await using var database = await Counting.Create(kind);
        await Append(database, Counting.Entry(new DoorKnocked(Door, 3)));

        foreach (var sql in (string[])["update facts set payload = ''", "delete from facts"])
        {
            await using var db = database.Open();
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql));
            Assert.Contains("facts is append-only", refused.Message, StringComparison.Ordinal);
        }
    }

    private static Platform.Identity.Person Person() =>
        new()
        {
            TenantId = Counting.Tenant,
            Id = Guid.CreateVersion7(),
            NameSealed = [1],
            NameIndex = [2],
        };

    private static async Task<IReadOnlyList<FactOutcome>> Append(TestDatabase database, params FactEntry[] entries)
    {
        await using var db = database.Open();
        var writer = database.Services.GetRequiredService<FactWriter>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var outcomes = await writer.Append(
            Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction),
            writer.Prepare(entries),
            CancellationToken.None
        );
        await transaction.CommitAsync();
        return outcomes;
    }

    private static async Task<List<(string, long)>> Tallies(Db db) =>
        [.. (await db.Set<Tally>().OrderBy(tally => tally.Measure).ToListAsync()).Select(tally => (tally.Measure, tally.Value))];
}
