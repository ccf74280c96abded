using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Audit;
using Wuzha.Platform.Facts;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

public sealed class AuditChainTests
{
    private static readonly Guid Door = Guid.CreateVersion7();

    [Theory, EveryDatabase]
    public async Task An_untouched_book_verifies(DatabaseKind kind)
    {
        await using var database = await Sealed(kind);

        var verdict = await Verify(database);

        Assert.Null(verdict.Breach);
        Assert.Equal((3, 9, 0), (verdict.Blocks, verdict.Facts, verdict.Waiting));
    }

    [Theory, EveryDatabase]
    public async Task Facts_not_sealed_yet_are_counted_as_waiting(DatabaseKind kind)
    {
        await using var database = await Sealed(kind);
        await Record(database, 2);

        var verdict = await Verify(database);

        Assert.Null(verdict.Breach);
        Assert.Equal((9, 2), (verdict.Facts, verdict.Waiting));
    }

    [Theory, EveryDatabase]
    public async Task Sealing_twice_makes_no_empty_block(DatabaseKind kind)
    {
        await using var database = await Sealed(kind);
        await Seal(database);

        Assert.Equal(3, (await Verify(database)).Blocks);
    }

    [Theory, EveryDatabase]
    public async Task A_changed_fact_is_found_and_named(DatabaseKind kind)
    {
        string[] changes =
        [
            "payload = '{{}}'",
            "source = 5",
            "node_id = actor_id, actor_id = campaign_id",
            "kind = 'counting.overdrawn'",
            "occurred_at = {1}",
            "recorded_at = {1}",
            "withdraws = campaign_id",
        ];
        foreach (var change in changes)
        {
            await using var database = await Sealed(kind);
            var touched = (await Facts(database))[4];
            await Tamper(database, $"update facts set {change} where id = {{0}}", touched.Id, touched.OccurredAt.AddMilliseconds(1));

            var breach = (await Verify(database)).Breach;

            Assert.NotNull(breach);
            Assert.Equal((2, touched.Id), (breach.Block, breach.FactId));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_removed_fact_is_found(DatabaseKind kind)
    {
        await using var database = await Sealed(kind);
        var facts = await Facts(database);
        await Tamper(database, "delete from facts where id = {0}", facts[4].Id);

        var breach = (await Verify(database)).Breach;

        Assert.NotNull(breach);
        Assert.Equal("第 2 块少了 1 条记录，从块内第 2 条起。", breach.Sentence);
    }

    [Theory, EveryDatabase]
    public async Task Swapped_facts_are_found(DatabaseKind kind)
    {
        await using var database = await Sealed(kind);
        var facts = await Facts(database);
        await Tamper(database, "update facts set payload = {1} where id = {0}", facts[4].Id, facts[5].Payload);
        await Tamper(database, "update facts set payload = {1} where id = {0}", facts[5].Id, facts[4].Payload);

        Assert.Equal((2, facts[4].Id), ((await Verify(database)).Breach!.Block, (await Verify(database)).Breach!.FactId));
    }

    [Theory, EveryDatabase]
    public async Task A_fact_moved_to_another_place_is_found(DatabaseKind kind)
    {
        await using var database = await Sealed(kind);
        var facts = await Facts(database);
        await Tamper(database, "update facts set position = {1} where id = {0}", facts[8].Id, facts[0].Position);

        Assert.Equal(1, (await Verify(database)).Breach!.Block);
    }

    [Theory, EveryDatabase]
    public async Task An_inserted_fact_is_found(DatabaseKind kind)
    {
        await using var database = await Sealed(kind);
        var facts = await Facts(database);
        var inserted = Guid.CreateVersion7();
        await Tamper(
            database,
            """
            insert into facts (tenant_id, id, position, kind, campaign_id, unit_id, node_id, actor_id, on_day, occurred_at, recorded_at, source, payload)
            select tenant_id, {1}, position, kind, campaign_id, unit_id, node_id, actor_id, on_day, occurred_at, recorded_at, source, payload
            from facts where id = {0}
            """,
            facts[3].Id,
            inserted
        );

        var breach = (await Verify(database)).Breach;

        Assert.NotNull(breach);
        Assert.Equal("第 2 块多出 1 条记录，从块内第 2 条起。", breach.Sentence);
    }

    [Theory, EveryDatabase]
    public async Task A_removed_or_changed_block_is_found(DatabaseKind kind)
    {
        await using (var database = await Sealed(kind))
        {
            await Tamper(database, "delete from fact_blocks where number = 2");
            Assert.Equal("第 2 块不见了。", (await Verify(database)).Breach!.Sentence);
        }
        await using (var database = await Sealed(kind))
        {
            await Tamper(database, "update fact_blocks set sealed_at = {0} where number = 2", new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            Assert.Equal("第 2 块本身被改动。", (await Verify(database)).Breach!.Sentence);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_chain_cut_at_its_end_is_found_by_the_head_that_was_noted(DatabaseKind kind)
    {
        await using var database = await Sealed(kind);
        var head = (await Verify(database)).Head;
        Assert.Null((await Verify(database, head)).Breach);
        var facts = await Facts(database);

        await Tamper(database, "delete from fact_blocks where number = 3");
        foreach (var fact in facts.Skip(6))
            await Tamper(database, "delete from facts where id = {0}", fact.Id);

        Assert.Null((await Verify(database)).Breach);
        Assert.NotNull((await Verify(database, head)).Breach);
    }

    /// <summary>Three blocks of three facts, each fact in a transaction of its own.</summary>
    private static async Task<TestDatabase> Sealed(DatabaseKind kind)
    {
        var database = await Counting.Create(kind);
        for (var block = 0; block < 3; block++)
        {
            await Record(database, 3);
            await Seal(database);
        }
        return database;
    }

    private static async Task Record(TestDatabase database, int facts)
    {
        for (var i = 0; i < facts; i++)
        {
            await using var db = database.Open();
            db.Record(Counting.Entry(new DoorKnocked(Door, i)));
            await db.SaveChangesAsync();
        }
    }

    private static async Task Seal(TestDatabase database)
    {
        await using var db = database.Open();
        var highest = await db.Set<FactRow>().MaxAsync(fact => fact.Position);
        while (highest >= await db.Dialect.SettledBelow(db))
            await Task.Delay(5);
        await AuditChain.Seal(db, Counting.Tenant, database.Clock.Now);
    }

    private static async Task<AuditVerdict> Verify(TestDatabase database, string? noted = null)
    {
        await using var db = database.Open(Counting.Tenant);
        return await AuditChain.Verify(db, Counting.Tenant, noted);
    }

    private static async Task<List<FactRow>> Facts(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Set<FactRow>().AsNoTracking().OrderBy(fact => fact.Position).ThenBy(fact => fact.Id).ToListAsync();
    }

    /// <summary>What only the owner of the database can do: take the guards away first.</summary>
    private static async Task Tamper(TestDatabase database, string sql, params object[] values)
    {
        await using var db = database.Open();
        foreach (var table in (string[])["facts", "fact_blocks"])
        foreach (
            var drop in database.Kind == DatabaseKind.Sqlite
                ? (string[])[$"drop trigger if exists {table}_no_update", $"drop trigger if exists {table}_no_delete"]
                : [$"drop trigger if exists {table}_append_only on {table}"]
        )
            await db.Database.ExecuteSqlRawAsync(drop);
        await db.Database.ExecuteSqlRawAsync(sql, values);
    }
}
