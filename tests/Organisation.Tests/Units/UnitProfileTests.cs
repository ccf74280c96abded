using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Units;

public sealed class UnitProfileTests
{
    private static readonly (string Name, string Value)[] Good =
    [
        ("population", "1 236".Replace(" ", "", StringComparison.Ordinal)),
        ("households", "377"),
        ("countedOn", "2026年3月31日"),
        ("source", "派出所户籍数"),
        ("code", "990131102203"),
        ("address", "东沟村部"),
        ("audience-elderly", "281"),
    ];

    [Theory, EveryDatabase]
    public async Task Figures_are_kept_with_their_day_and_shown_with_it(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Client(Roles.Liaison);

        var answer = await liaison.Send($"/units/{town.EastVillage.Id}/profile", Good);

        Assert.Equal(303, answer.Code);
        var page = await liaison.Visit($"/units/{town.EastVillage.Id}/profile");
        Assert.Contains("1,236", page.Text, StringComparison.Ordinal);
        Assert.Contains("2026-03-31", page.Text, StringComparison.Ordinal);
        Assert.Contains("281 / 1,236", page.Text, StringComparison.Ordinal);
        Assert.Contains("990131102203", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            new UnitCounted(town.EastVillage.Id, 1236, 377, new DateOnly(2026, 3, 31)),
            Assert.Single(await town.Facts<UnitCounted>("organisation.unit-counted"))
        );
    }

    [Theory, EveryDatabase]
    public async Task The_same_figures_again_are_no_new_fact_and_an_emptied_audience_is_gone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Client(Roles.Liaison);
        await liaison.Send($"/units/{town.EastVillage.Id}/profile", Good);

        var form = await liaison.Visit($"/units/{town.EastVillage.Id}/profile/edit");
        var answer = await liaison.Submit(form, $"/units/{town.EastVillage.Id}/profile", ("audience-elderly", ""));

        Assert.Equal(303, answer.Code);
        Assert.Single(await town.Facts<UnitCounted>("organisation.unit-counted"));
        Assert.DoesNotContain("281", (await liaison.Visit($"/units/{town.EastVillage.Id}/profile")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Each_wrong_field_is_told_and_nothing_is_kept(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.Liaison)
            .Send(
                $"/units/{town.EastVillage.Id}/profile",
                ("population", "一千二"),
                ("households", "-3"),
                ("countedOn", "2026-13-40"),
                ("code", "123"),
                ("address", new string('长', 101)),
                ("audience-minors", "很多")
            );

        Assert.Equal(422, answer.Code);
        foreach (var field in (string[])["population", "households", "countedOn", "code", "address", "audience-minors"])
            Assert.NotEmpty(answer.TextOf($"#f-{field}-error"));
        Assert.Empty(await town.Facts<UnitCounted>("organisation.unit-counted"));
    }

    [Theory, EveryDatabase]
    public async Task Figures_need_a_day_and_more_households_than_people_are_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.Liaison).Send($"/units/{town.EastVillage.Id}/profile", ("population", "300"), ("households", "1200"));
        Assert.Equal(422, answer.Code);
        Assert.Contains("哪一天", answer.TextOf("#f-countedOn-error"), StringComparison.Ordinal);
        Assert.Contains("填反", answer.TextOf("#f-households-error"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_code_of_another_unit_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        await clerk.Send($"/units/{town.EastVillage.Id}/profile", Good);
        var answer = await clerk.Send($"/units/{town.WestVillage.Id}/profile", ("code", "990131102203"));
        Assert.Equal(422, answer.Code);
        Assert.Contains("东沟村", answer.TextOf("#f-code-error"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Another_village_is_not_there_and_a_grid_officer_may_not(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        Assert.Equal(404, (await town.Client(Roles.Liaison).Send($"/units/{town.WestVillage.Id}/profile", Good)).Code);
        Assert.Equal(403, (await town.Client(Roles.GridOfficer).Send($"/units/{town.EastFirstGrid.Id}/profile", Good)).Code);
    }
}
