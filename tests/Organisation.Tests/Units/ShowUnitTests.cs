using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Units;

public sealed class ShowUnitTests
{
    [Theory, EveryDatabase]
    public async Task The_tree_shows_the_viewers_subtree_alone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);

        var whole = await town.Client(Roles.OfficeClerk).Visit("/units");
        Assert.Equal("青溪镇", whole.Heading);
        foreach (var name in (string[])["东沟村", "西岭村第一网格", "三年级（1）班", "青溪派出所"])
            Assert.Contains(name, whole.TextOf("wz-tree"), StringComparison.Ordinal);
        Assert.DoesNotContain("白杉镇", whole.Text, StringComparison.Ordinal);

        var east = await town.Client(Roles.Liaison).Visit("/units");
        Assert.Contains("东沟村第二网格", east.TextOf("wz-tree"), StringComparison.Ordinal);
        Assert.DoesNotContain("西岭村", east.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await town.Client(Roles.Liaison).Visit($"/units?at={town.WestVillage.Id}")).Code);
    }

    [Theory, EveryDatabase]
    public async Task The_tree_counts_people_below_each_node(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var page = await town.Client(Roles.OfficeClerk).Visit("/units");
        var expected = town.Members.Count(member => member.Unit.Path.StartsWith(town.EastVillage.Path, StringComparison.Ordinal));
        Assert.Contains(
            page.TextsOf("wz-tree li"),
            text => text.Contains("东沟村", StringComparison.Ordinal) && text.Contains($"{expected} 人", StringComparison.Ordinal)
        );
    }

    [Theory, EveryDatabase]
    public async Task A_tree_too_large_for_one_page_counts_the_same_people_level_by_level(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var whole = (await clerk.Visit("/units")).TextsOf("wz-tree li li").First(text => text.Contains("东沟村", StringComparison.Ordinal));
        await using (var db = town.Open())
        {
            for (var more = 0; more < 301; more++)
                UnitTree.Add(
                    db,
                    Town.TenantId,
                    town.EastVillage,
                    Guid.CreateVersion7(),
                    UnitKinds.Grid.Key,
                    $"新网格{more}",
                    "z",
                    new DateOnly(2026, 1, 1)
                );
            await db.SaveChangesAsync();
        }
        var page = await clerk.Visit("/units");
        Assert.DoesNotContain("新网格0", page.Text, StringComparison.Ordinal);
        var people = new System.Text.RegularExpressions.Regex("[0-9]+ 人");
        Assert.Equal(
            people.Match(whole).Value,
            people.Match(page.TextsOf("wz-tree li li").First(text => text.Contains("东沟村", StringComparison.Ordinal))).Value
        );
        var top = town.Members.Where(member => member.Unit.Path.StartsWith(town.Township.Path, StringComparison.Ordinal));
        Assert.Contains($"{top.DistinctBy(member => member.Person.Id).Count()} 人", page.TextOf("wz-tree li"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Search_finds_by_a_part_of_the_name_within_scope(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var found = await town.Client(Roles.Liaison).Visit("/units?q=网格");
        Assert.Contains("东沟村第一网格", found.TextOf("section[aria-labelledby=found]"), StringComparison.Ordinal);
        Assert.DoesNotContain("西岭村第一网格", found.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await town.Client(Roles.Liaison).Visit("/units?q=%25")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_page_names_people_by_role_with_masked_phones(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Of(Roles.Liaison);

        var page = await town.Client(Roles.OfficeClerk).Visit($"/units/{town.EastVillage.Id}");

        Assert.Equal(200, page.Code);
        Assert.Contains(liaison.Name, page.Text, StringComparison.Ordinal);
        Assert.Contains("138****" + liaison.Phone[^4..], page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(liaison.Phone, page.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("未知", page.TextOf(".facts"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Out_of_scope_other_tenants_and_unknown_units_answer_alike(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Client(Roles.Liaison);
        foreach (var id in (Guid[])[town.WestVillage.Id, town.Township.Id, town.OtherVillage.Id, Guid.CreateVersion7()])
        foreach (var tab in (string[])["", "/profile", "/history", "/profile/edit"])
            Assert.Equal(404, (await liaison.Visit($"/units/{id}{tab}")).Code);
    }

    [Theory, EveryDatabase]
    public async Task The_three_administrators_see_no_units(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        foreach (var role in Roles.Administrators)
            Assert.Equal(403, (await town.Client(role).Visit("/units")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_villages_grids_are_added_up_beside_its_own_figures(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Client(Roles.Liaison);
        await liaison.Send($"/units/{town.EastVillage.Id}/profile", ("population", "900"), ("households", "300"), ("countedOn", "2026-03-01"));
        await liaison.Send($"/units/{town.EastFirstGrid.Id}/profile", ("population", "500"), ("households", "150"), ("countedOn", "2026-03-01"));
        await liaison.Send($"/units/{town.EastSecondGrid.Id}/profile", ("population", "380"), ("households", "150"), ("countedOn", "2026-03-01"));

        var page = await liaison.Visit($"/units/{town.EastVillage.Id}");

        Assert.Contains("880", page.TextOf("tfoot"), StringComparison.Ordinal);
        Assert.Contains("比总数少 20 人", page.TextOf("tfoot"), StringComparison.Ordinal);
    }
}
