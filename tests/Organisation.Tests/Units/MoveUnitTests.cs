using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Units;

public sealed class MoveUnitTests
{
    [Theory, EveryDatabase]
    public async Task A_grid_moves_from_a_day_on_and_its_earlier_place_stays(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);

        var answer = await clerk.Send(
            $"/units/{town.EastSecondGrid.Id}/move",
            ("parentId", town.WestVillage.Id.ToString()),
            ("fromOn", "2026-04-01")
        );

        Assert.Equal(303, answer.Code);
        await using var db = town.Open();
        var grid = await db.Units.SingleAsync(unit => unit.TenantId == Town.TenantId && unit.Id == town.EastSecondGrid.Id);
        Assert.Equal((town.WestVillage.Id, town.WestVillage.Path + grid.Id.ToString("N") + "/"), (grid.ParentId, grid.Path));
        var places = await db
            .UnitPlacements.Where(place => place.TenantId == Town.TenantId && place.NodeId == grid.Id)
            .OrderBy(place => place.FromOn)
            .ToListAsync();
        Assert.Equal([new DateOnly(2026, 3, 31), UnitPlacement.Always], places.Select(place => place.UntilOn));
        Assert.Equal(town.EastSecondGrid.Path, places[0].Path);
        var moved = Assert.Single(await town.Facts<UnitMoved>("organisation.unit-moved"));
        Assert.Equal((town.EastVillage.Id, town.WestVillage.Id, new DateOnly(2026, 4, 1)), (moved.FromParentId, moved.ToParentId, moved.FromOn));
        var history = await clerk.Visit($"/units/{grid.Id}/history");
        Assert.Contains("东沟村 → 西岭村", history.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_village_takes_its_grids_along(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var opened = await clerk.Send($"/units?parent={town.Township.Id}", ("kind", "enterprise"), ("name", "青溪茶厂"));
        var factory = Guid.Parse(opened.Location!["/units/".Length..]);
        await clerk.Send($"/units?parent={factory}", ("kind", "grid"), ("name", "茶厂网格"));

        var answer = await clerk.Send($"/units/{factory}/move", ("parentId", town.WestVillage.Id.ToString()), ("fromOn", "2026-04-03"));

        Assert.Equal(303, answer.Code);
        await using var db = town.Open();
        var grid = await db.Units.SingleAsync(unit => unit.TenantId == Town.TenantId && unit.Name == "茶厂网格");
        Assert.StartsWith(town.WestVillage.Path, grid.Path, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_parent_that_cannot_hold_it_or_a_day_to_come_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk)
            .Send($"/units/{town.EastSecondGrid.Id}/move", ("parentId", town.Bank.Id.ToString()), ("fromOn", "2027-01-01"));
        Assert.Equal(422, answer.Code);
        Assert.Contains("不在可选范围内", answer.TextOf("#f-parentId-error"), StringComparison.Ordinal);
        Assert.NotEmpty(answer.TextOf("#f-fromOn-error"));
    }

    [Theory, EveryDatabase]
    public async Task The_top_stays_where_it_is(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk)
            .Send($"/units/{town.Township.Id}/move", ("parentId", town.EastVillage.Id.ToString()), ("fromOn", "2026-04-01"));
        Assert.Equal(409, answer.Code);
        Assert.Empty(await town.Facts<UnitMoved>("organisation.unit-moved"));
    }
}
