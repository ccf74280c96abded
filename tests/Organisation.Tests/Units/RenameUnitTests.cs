using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Units;

public sealed class RenameUnitTests
{
    [Theory, EveryDatabase]
    public async Task A_new_name_keeps_the_former_one_findable(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);

        var answer = await clerk.Send($"/units/{town.WestVillage.Id}/rename", ("name", "西岭社区"));

        Assert.Equal(303, answer.Code);
        Assert.Equal("西岭社区", (await clerk.Visit($"/units/{town.WestVillage.Id}")).Heading);
        var profile = await clerk.Visit($"/units/{town.WestVillage.Id}/profile");
        Assert.Contains("西岭村", profile.Text, StringComparison.Ordinal);
        Assert.Equal(new UnitRenamed(town.WestVillage.Id), Assert.Single(await town.Facts<UnitRenamed>("organisation.unit-renamed")));
    }

    [Theory, EveryDatabase]
    public async Task The_same_name_again_changes_nothing(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk).Send($"/units/{town.WestVillage.Id}/rename", ("name", "西岭村"));
        Assert.Equal(303, answer.Code);
        Assert.Empty(await town.Facts<UnitRenamed>("organisation.unit-renamed"));
    }

    [Theory, EveryDatabase]
    public async Task A_name_of_a_sibling_is_refused_and_stays_typed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk).Send($"/units/{town.WestVillage.Id}/rename", ("name", "东沟村"));
        Assert.Equal(422, answer.Code);
        Assert.Equal("东沟村", answer.Page.QuerySelector("#f-name")!.GetAttribute("value"));
    }

    [Theory, EveryDatabase]
    public async Task A_liaison_may_not_rename_and_a_unit_elsewhere_is_not_there(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        Assert.Equal(403, (await town.Client(Roles.Liaison).Send($"/units/{town.EastVillage.Id}/rename", ("name", "东沟新村"))).Code);
        Assert.Equal(404, (await town.Client(Roles.OfficeClerk).Send($"/units/{town.OtherVillage.Id}/rename", ("name", "松湾新村"))).Code);
    }
}
