using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Units;

public sealed class CloseUnitTests
{
    [Theory, EveryDatabase]
    public async Task A_closed_unit_leaves_the_tree_and_can_come_back(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);

        Assert.Equal(303, (await clerk.Send($"/units/{town.SouthVillage.Id}/close", ("closedOn", "2026-04-03"))).Code);

        Assert.DoesNotContain("南坡村", (await clerk.Visit("/units")).TextOf("wz-tree"), StringComparison.Ordinal);
        Assert.Contains("南坡村", (await clerk.Visit("/units?closed=1")).TextOf("wz-tree"), StringComparison.Ordinal);
        Assert.Equal(
            new UnitClosed(town.SouthVillage.Id, new DateOnly(2026, 4, 3)),
            Assert.Single(await town.Facts<UnitClosed>("organisation.unit-closed"))
        );

        Assert.Equal(303, (await clerk.Send($"/units/{town.SouthVillage.Id}/reopen")).Code);
        Assert.Contains("南坡村", (await clerk.Visit("/units")).TextOf("wz-tree"), StringComparison.Ordinal);
        Assert.Single(await town.Facts<UnitReopened>("organisation.unit-reopened"));
    }

    [Theory, EveryDatabase]
    public async Task Closing_twice_and_reopening_what_stands_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(409, (await clerk.Send($"/units/{town.SouthVillage.Id}/reopen")).Code);
        await clerk.Send($"/units/{town.SouthVillage.Id}/close", ("closedOn", "2026-04-03"));
        Assert.Equal(409, (await clerk.Send($"/units/{town.SouthVillage.Id}/close", ("closedOn", "2026-04-03"))).Code);
        Assert.Single(await town.Facts<UnitClosed>("organisation.unit-closed"));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_with_units_or_people_stays_until_they_are_settled(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);

        var village = await clerk.Send($"/units/{town.WestVillage.Id}/close", ("closedOn", "2026-04-03"));
        Assert.Equal(409, village.Code);
        Assert.Contains("还有 1 个单位", village.Text, StringComparison.Ordinal);

        var grid = await clerk.Send($"/units/{town.WestGrid.Id}/close", ("closedOn", "2026-04-03"));
        Assert.Equal(409, grid.Code);
        Assert.Contains("还有 1 项任职", grid.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_closed_unit_takes_no_change(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        await clerk.Send($"/units/{town.SouthVillage.Id}/close", ("closedOn", "2026-04-03"));

        Assert.Equal(409, (await clerk.Send($"/units/{town.SouthVillage.Id}/rename", ("name", "南坡新村"))).Code);
        Assert.Equal(409, (await clerk.Send($"/units/{town.SouthVillage.Id}/profile", ("population", "3"), ("countedOn", "2026-04-01"))).Code);
        Assert.Equal(409, (await clerk.Send($"/units?parent={town.SouthVillage.Id}", ("kind", "grid"), ("name", "南坡第一网格"))).Code);
        Assert.Equal(
            409,
            (await clerk.Send($"/people?unit={town.SouthVillage.Id}", ("role", "liaison"), ("name", "江小舟"), ("fromOn", "2026-04-03"))).Code
        );
        await using var db = town.Open();
        Assert.Equal("南坡村", (await db.Units.SingleAsync(unit => unit.TenantId == Town.TenantId && unit.Id == town.SouthVillage.Id)).Name);
    }

    [Theory, EveryDatabase]
    public async Task A_day_to_come_is_refused_beside_its_field(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk).Send($"/units/{town.SouthVillage.Id}/close", ("closedOn", "2026-05-01"));
        Assert.Equal(422, answer.Code);
        Assert.NotEmpty(answer.TextOf("#f-closedOn-error"));
    }
}
