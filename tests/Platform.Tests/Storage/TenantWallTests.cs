using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

/// <summary>The second wall stands on PostgreSQL alone; the first, that every query names its tenant, is tested on both in the rules.</summary>
public sealed class TenantWallTests
{
    private static readonly Guid Door = Guid.CreateVersion7();

    [Theory, EveryDatabase]
    public async Task Without_a_tenant_or_with_the_wrong_one_nothing_is_read(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
            return;

        await using var database = await Planted(kind);
        Assert.Equal(1, await Seen(database, Counting.Tenant));
        Assert.Equal(1, await Seen(database, "baishan"));
        Assert.Equal(0, await Seen(database, "nowhere"));
        Assert.Equal(0, await Seen(database, ""));
        Assert.Equal(2, await Seen(database, null));
    }

    [Theory, EveryDatabase]
    public async Task The_role_is_an_ordinary_owner_whom_the_wall_binds_too(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
            return;

        await using var database = await Planted(kind);
        await using var db = database.Open(Counting.Tenant);
        Assert.False(
            await db
                .Database.SqlQueryRaw<bool>("""select rolsuper or rolbypassrls as "Value" from pg_roles where rolname = current_user""")
                .SingleAsync()
        );
        var open = await db
            .Database.SqlQueryRaw<string>(
                """
                select c.relname as "Value" from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where c.relkind = 'r' and c.relnamespace = cast('public' as regnamespace) and not (c.relrowsecurity and c.relforcerowsecurity)
                """
            )
            .ToListAsync();
        Assert.Equal(["accounts"], open);
    }

    [Theory, EveryDatabase]
    public async Task A_row_of_another_tenant_cannot_be_written(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
            return;

        await using var database = await Planted(kind);
        await using var db = database.Open("baishan");
        db.Record(Counting.Entry(new DoorKnocked(Door, 1)));
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.SaveChangesAsync());
        Assert.Equal("42501", refused.SqlState);
    }

    [Theory, EveryDatabase]
    public async Task A_session_used_by_one_tenant_shows_nothing_of_it_to_the_next(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
            return;

        await using var database = await Planted(kind);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(Counting.Tenant, Assert.Single(await Tenants(database, Counting.Tenant)));
            Assert.Equal("baishan", Assert.Single(await Tenants(database, "baishan")));
            Assert.Empty(await Tenants(database, ""));
        }
    }

    [Theory, EveryDatabase]
    public async Task The_tenant_of_a_context_cannot_change_in_the_middle_of_a_transaction(DatabaseKind kind)
    {
        await using var database = await Planted(kind);
        await using var db = database.Open(Counting.Tenant);
        await using var transaction = await db.Database.BeginTransactionAsync();

        Assert.Throws<InvalidOperationException>(() => db.ActFor("baishan"));
    }

    private static async Task<TestDatabase> Planted(DatabaseKind kind)
    {
        var database = await Counting.Create(kind);
        foreach (var tenant in (string[])[Counting.Tenant, "baishan"])
        {
            await using var db = database.Open(tenant);
            db.Record(Counting.Entry(new DoorKnocked(Door, 1), tenant: tenant));
            await db.SaveChangesAsync();
        }
        return database;
    }

    private static async Task<int> Seen(TestDatabase database, string? tenant)
    {
        await using var db = database.Open(tenant);
        return await db.Set<FactRow>().CountAsync();
    }

    private static async Task<List<string>> Tenants(TestDatabase database, string tenant)
    {
        await using var db = database.Open(tenant);
        return await db.Set<FactRow>().Select(fact => fact.TenantId).ToListAsync();
    }
}
