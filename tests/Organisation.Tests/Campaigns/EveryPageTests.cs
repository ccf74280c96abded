using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Campaigns;

public sealed class EveryPageTests
{
    private static readonly string[] Pages =
    [
        "",
        "/edit",
        "/stages/new",
        "/units",
        "/groups",
        "/groups/new",
        "/rosters",
        "/rosters/ask",
        "/duties",
        "/duties/liaison/edit",
        "/lecturers",
        "/lecturers/untrained",
        "/trainings",
        "/trainings/new",
        "/responsibility",
        "/responsibility/sign",
        "/letters",
        "/letters/first-responsible",
        "/resources",
        "/resources/new",
    ];

    [Theory, EveryDatabase]
    public async Task The_office_opens_every_page_of_a_running_campaign(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Filed();
        foreach (var page in Pages)
        {
            var answer = await town.Client(Roles.OfficeClerk).Visit($"/campaigns/{id}{page}");
            Assert.True(answer.Code == 200, $"{page}: {answer.Code} {answer.Text}");
            Assert.NotEqual("", answer.Heading);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_is_sent_to_sign_in(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Running();
        foreach (var page in Pages)
            Assert.StartsWith("/sign-in", (await town.Stranger().Visit($"/campaigns/{id}{page}")).Location, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Another_tenant_finds_nothing(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Running();
        var other = town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship));
        foreach (var page in Pages)
            Assert.Equal(404, (await other.Visit($"/campaigns/{id}{page}")).Code);
    }

    [Theory, EveryDatabase]
    public async Task The_three_administrators_may_not_see_campaigns(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Running();
        foreach (var role in Roles.Administrators)
        foreach (var page in Pages)
            Assert.Equal(403, (await town.Client(role).Visit($"/campaigns/{id}{page}")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_liaison_reads_but_the_office_pages_are_closed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Filed();
        var liaison = town.Client(Roles.Liaison);
        foreach (var page in (string[])["", "/units", "/groups", "/rosters", "/duties", "/lecturers", "/responsibility", "/resources"])
            Assert.Equal(200, (await liaison.Visit($"/campaigns/{id}{page}")).Code);
        foreach (var page in (string[])["/edit", "/stages/new", "/rosters/ask", "/letters"])
            Assert.Equal(403, (await liaison.Visit($"/campaigns/{id}{page}")).Code);
    }
}
