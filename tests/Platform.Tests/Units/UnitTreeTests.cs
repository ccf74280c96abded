using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Units;

public sealed class UnitTreeTests
{
    private static readonly DateOnly Founded = new(2026, 1, 1);
    private static readonly DateOnly April = new(2026, 4, 1);
    private static readonly DateOnly May = new(2026, 5, 1);

    [Theory, EveryDatabase]
    public async Task A_move_takes_everything_below_along_from_its_day_on(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);

        Assert.Null(await tree.Move(tree.East, tree.Second, April));

        Assert.Equal([(Founded, April.AddDays(-1), "镇/一片/东沟"), (April, UnitPlacement.Always, "镇/二片/东沟")], await tree.Places(tree.East));
        Assert.Equal(
            [(Founded, April.AddDays(-1), "镇/一片/东沟/网格"), (April, UnitPlacement.Always, "镇/二片/东沟/网格")],
            await tree.Places(tree.Grid)
        );
        Assert.Equal("镇/二片/东沟/网格", await tree.PathOf(tree.Grid));
        Assert.Equal([(Founded, UnitPlacement.Always, "镇/一片/西岭")], await tree.Places(tree.West));
    }

    [Theory, EveryDatabase]
    public async Task Moving_twice_on_one_day_leaves_only_the_last_move(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);

        Assert.Null(await tree.Move(tree.East, tree.Second, April));
        Assert.Null(await tree.Move(tree.East, tree.Town, April));

        Assert.Equal([(Founded, April.AddDays(-1), "镇/一片/东沟"), (April, UnitPlacement.Always, "镇/东沟")], await tree.Places(tree.East));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_moved_on_the_day_it_was_founded_was_never_elsewhere(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);

        Assert.Null(await tree.Move(tree.East, tree.Second, Founded));

        Assert.Equal([(Founded, UnitPlacement.Always, "镇/二片/东沟")], await tree.Places(tree.East));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_cannot_go_under_itself_or_what_is_below_it(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);

        Assert.Equal(UnitTreeRefusals.UnderItself, await tree.Move(tree.East, tree.East, April));
        Assert.Equal(UnitTreeRefusals.UnderItself, await tree.Move(tree.East, tree.Grid, April));
    }

    [Theory, EveryDatabase]
    public async Task A_move_before_a_later_move_is_refused(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);
        Assert.Null(await tree.Move(tree.Grid, tree.West, May));
        Assert.Null(await tree.Move(tree.West, tree.Second, May));

        Assert.Equal("platform.unit-placed-later", (await tree.Move(tree.West, tree.First, April))?.Code);
        Assert.Equal("platform.unit-placed-later", (await tree.Move(tree.East, tree.West, April))?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_closed_unit_takes_nothing_in(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);
        await using (var db = tree.Open())
        {
            await UnitTree.Close(db, Grove.Tenant, tree.Second, April);
            await db.SaveChangesAsync();
        }

        Assert.Equal(UnitTreeRefusals.ParentClosed, await tree.Move(tree.East, tree.Second, May));
    }

    [Theory, EveryDatabase]
    public async Task Twelve_levels_are_the_most(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);
        var parent = tree.West;
        for (var level = 4; level <= 11; level++)
            parent = await tree.Add(parent, $"{level}");

        Assert.Equal(UnitTreeRefusals.TooDeep, await tree.Move(tree.East, parent, April));
        Assert.Null(await tree.Move(tree.Grid, parent, April));
    }

    [Theory, EveryDatabase]
    public async Task Two_units_cannot_be_moved_under_each_other_at_the_same_moment(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);
        await using var one = tree.Open();
        await using var other = tree.Open();
        Assert.Null(await UnitTree.Move(one, Grove.Tenant, tree.East, tree.West, April));
        Assert.Null(await UnitTree.Move(other, Grove.Tenant, tree.West, tree.East, April));

        await one.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_counted_thing_moves_with_its_unit_and_alone(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);
        var group = Guid.CreateVersion7();
        tree.Names[group] = "群";
        await tree.Count(group, tree.East, Founded);
        Assert.Null(await tree.Move(tree.East, tree.Second, April));
        await tree.Count(group, tree.West, May);
        await using (var db = tree.Open())
        {
            await UnitTree.EndCount(db, Grove.Tenant, group, May.AddDays(9));
            await db.SaveChangesAsync();
        }

        Assert.Equal(
            [(Founded, April.AddDays(-1), "镇/一片/东沟/群"), (April, May.AddDays(-1), "镇/二片/东沟/群"), (May, May.AddDays(9), "镇/一片/西岭/群")],
            await tree.Places(group)
        );
    }

    [Theory, EveryDatabase]
    public async Task A_thing_counted_since_a_day_stood_wherever_its_unit_stood(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);
        Assert.Null(await tree.Move(tree.East, tree.Second, April));
        Assert.Null(await tree.Move(tree.East, tree.Town, May));
        var thing = Guid.CreateVersion7();
        tree.Names[thing] = "点位";
        for (var twice = 0; twice < 2; twice++)
        {
            await using var db = tree.Open();
            await UnitTree.CountSince(db, Grove.Tenant, thing, tree.East, April.AddDays(9));
            await db.SaveChangesAsync();
        }

        Assert.Equal(
            [(April.AddDays(9), May.AddDays(-1), "镇/二片/东沟/点位"), (May, UnitPlacement.Always, "镇/东沟/点位")],
            await tree.Places(thing)
        );
        Assert.Null(await tree.Move(tree.East, tree.First, May.AddDays(9)));
        Assert.Equal("镇/一片/东沟/点位", (await tree.Places(thing))[^1].Item3);
    }
}
