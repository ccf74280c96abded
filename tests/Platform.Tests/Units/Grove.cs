using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Tests.Storage;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Units;

/// <summary>A small tree: 镇 over 一片 (东沟 with a grid, 西岭) and 二片 (empty).</summary>
internal sealed class Grove : IAsyncDisposable
{
    public const string Tenant = Counting.Tenant;
    private static readonly DateOnly Founded = new(2026, 1, 1);

    private readonly TestDatabase database;

    private Grove(TestDatabase database) => this.database = database;

    public Dictionary<Guid, string> Names { get; } = [];
    public Guid Town { get; private set; }
    public Guid First { get; private set; }
    public Guid Second { get; private set; }
    public Guid East { get; private set; }
    public Guid West { get; private set; }
    public Guid Grid { get; private set; }

    public static async Task<Grove> Plant(DatabaseKind kind)
    {
        var tree = new Grove(await Counting.Create(kind));
        tree.Town = await tree.Add(null, "镇");
        tree.First = await tree.Add(tree.Town, "一片");
        tree.Second = await tree.Add(tree.Town, "二片");
        tree.East = await tree.Add(tree.First, "东沟");
        tree.West = await tree.Add(tree.First, "西岭");
        tree.Grid = await tree.Add(tree.East, "网格");
        return tree;
    }

    public TestDatabase Database => database;

    public Db Open() => database.Open(Tenant);

    public async Task<Guid> Add(Guid? parent, string name)
    {
        var id = Guid.CreateVersion7();
        Names[id] = name;
        await using var db = Open();
        var above = parent is null ? null : await db.Units.SingleAsync(unit => unit.TenantId == Tenant && unit.Id == parent);
        UnitTree.Add(db, Tenant, above, id, UnitKinds.Village.Key, name, name, Founded);
        await db.SaveChangesAsync();
        return id;
    }

    public async Task<Refusal?> Move(Guid unit, Guid parent, DateOnly day)
    {
        await using var db = Open();
        var refusal = await UnitTree.Move(db, Tenant, unit, parent, day);
        if (refusal is null)
            await db.SaveChangesAsync();
        return refusal;
    }

    public async Task Count(Guid node, Guid unit, DateOnly day)
    {
        await using var db = Open();
        Assert.Null(await UnitTree.Count(db, Tenant, node, unit, day));
        await db.SaveChangesAsync();
    }

    public async Task<string> PathOf(Guid unit)
    {
        await using var db = Open();
        return Read((await db.Units.SingleAsync(row => row.TenantId == Tenant && row.Id == unit)).Path);
    }

    public async Task<List<(DateOnly, DateOnly, string)>> Places(Guid node)
    {
        await using var db = Open();
        var places = await db
            .UnitPlacements.Where(place => place.TenantId == Tenant && place.NodeId == node)
            .OrderBy(place => place.FromOn)
            .ToListAsync();
        return [.. places.Select(place => (place.FromOn, place.UntilOn, Read(place.Path)))];
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private string Read(string path) =>
        string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => Names[Guid.ParseExact(id, "N")]));
}
