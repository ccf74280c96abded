using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Units;

public sealed class OpenUnitTests
{
    [Theory, EveryDatabase]
    public async Task A_stranger_is_sent_to_sign_in(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Stranger().Visit($"/units/new?parent={town.EastVillage.Id}");
        Assert.Equal(302, answer.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_liaison_may_not_open_units(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.Liaison).Send($"/units?parent={town.EastVillage.Id}", ("kind", "grid"), ("name", "东沟村第三网格"));
        Assert.Equal(403, answer.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_parent_of_another_tenant_is_not_there(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk).Send($"/units?parent={town.OtherVillage.Id}", ("kind", "grid"), ("name", "松湾村第一网格"));
        Assert.Equal(404, answer.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_grid_is_opened_with_its_place_and_its_fact(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);

        var form = await clerk.Visit($"/units/new?parent={town.EastVillage.Id}");
        var answer = await clerk.Submit(form, $"/units?parent={town.EastVillage.Id}", ("kind", "grid"), ("name", "东沟村第三网格"));

        Assert.Equal(303, answer.Code);
        await using var db = town.Open();
        var grid = await db.Units.SingleAsync(unit => unit.TenantId == Town.TenantId && unit.Name == "东沟村第三网格");
        Assert.Equal($"/units/{grid.Id}", answer.Location);
        Assert.Equal(town.EastVillage.Path + grid.Id.ToString("N") + "/", grid.Path);
        Assert.True(await db.UnitPlacements.AnyAsync(place => place.TenantId == Town.TenantId && place.NodeId == grid.Id && place.Path == grid.Path));
        Assert.Equal(new UnitOpened(grid.Id, town.EastVillage.Id, "grid"), Assert.Single(await town.Facts<UnitOpened>("organisation.unit-opened")));
        Assert.Equal(1, await town.Tally("organisation.units-opened", grid.Id));
    }

    [Theory, EveryDatabase]
    public async Task The_same_name_twice_under_one_parent_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk).Send($"/units?parent={town.EastVillage.Id}", ("kind", "grid"), ("name", "东沟村第一网格"));
        Assert.Equal(422, answer.Code);
        Assert.Contains("下面已有“东沟村第一网格”", answer.TextOf("#f-name-error"), StringComparison.Ordinal);
        Assert.Empty(await town.Facts<UnitOpened>("organisation.unit-opened"));
    }

    [Theory, EveryDatabase]
    public async Task A_kind_that_does_not_fit_and_a_missing_name_come_back_beside_their_fields(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk).Send($"/units?parent={town.EastVillage.Id}", ("kind", "township"), ("name", " "));
        Assert.Equal(422, answer.Code);
        Assert.Contains("不在可选范围内", answer.TextOf("#f-kind-error"), StringComparison.Ordinal);
        Assert.Contains("请填写单位名称", answer.TextOf("#f-name-error"), StringComparison.Ordinal);
    }
}
