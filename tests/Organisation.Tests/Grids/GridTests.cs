using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Grids;

public sealed class GridTests
{
    [Theory, EveryDatabase]
    public async Task Each_grid_names_its_owners_and_what_it_lacks(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var page = await town.Client(Roles.OfficeClerk).Visit("/grids");

        var rows = page.TextsOf("main tbody tr");
        Assert.Equal(3, rows.Count);
        var first = rows.Single(row => row.Contains("东沟村第一网格", StringComparison.Ordinal));
        foreach (var role in (Role[])[Roles.GridChief, Roles.GridOfficer, Roles.BuildingHead, Roles.BeatOfficer, Roles.VisitingCadre])
            Assert.Contains(town.Of(role).Name, first, StringComparison.Ordinal);
        var second = rows.Single(row => row.Contains("东沟村第二网格", StringComparison.Ordinal));
        Assert.Contains("没有网格长", second, StringComparison.Ordinal);
        Assert.Contains("没有网格员", second, StringComparison.Ordinal);
        Assert.Contains("2 个网格没有网格长，1 个网格没有网格员", page.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_gap_can_be_looked_for_and_other_villages_are_not_there(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(2, (await clerk.Visit("/grids?gap=chief")).TextsOf("main tbody tr").Count);
        Assert.Equal(2, (await town.Client(Roles.Liaison).Visit("/grids")).TextsOf("main tbody tr").Count);
        Assert.Equal(404, (await town.Client(Roles.Liaison).Visit($"/grids?unit={town.WestVillage.Id}")).Code);
        Assert.Equal(403, (await town.Client(Roles.Teacher).Visit("/grids")).Code);
        Assert.Equal(200, (await clerk.Visit("/grids?format=xlsx")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_left_without_an_owner_unseen(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);

        var before = await clerk.Visit("/grids/unowned?q=东沟村第二网格");
        Assert.Equal(2, before.TextsOf("main tbody tr").Count);
        await clerk.Send($"/people?unit={town.EastSecondGrid.Id}", ("role", "grid-officer"), ("name", "江小舟"), ("fromOn", "2026-04-03"));
        var after = await clerk.Visit("/grids/unowned?q=东沟村第二网格");

        Assert.Contains("没有网格长", Assert.Single(after.TextsOf("main tbody tr")), StringComparison.Ordinal);
        Assert.Equal(4, (await clerk.Visit("/grids/unowned?q=南坡村")).TextsOf("main tbody tr").Count);
        Assert.DoesNotContain("西岭村", (await town.Client(Roles.Liaison).Visit("/grids/unowned")).TextOf("main"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_closed_unit_is_no_gap(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        await clerk.Send($"/units/{town.SouthVillage.Id}/close", ("closedOn", "2026-04-03"));
        Assert.Empty((await clerk.Visit("/grids/unowned?q=南坡村")).TextsOf("main tbody tr"));
    }
}
