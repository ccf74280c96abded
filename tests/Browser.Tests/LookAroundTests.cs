using Wuzha.Platform.Identity;
using Xunit;

namespace Wuzha.Browser.Tests;

/// <summary>Every page that each role can reach by menu and links, wide.</summary>
public sealed class LookAroundAtTheDeskTests(Stage stage)
{
    private static readonly LookAround Desk = new(Screen.Desk);

    public static TheoryData<string> Asked => [.. Roles.All.Where(role => role.SignsIn).Select(role => role.Key)];

    [Theory, MemberData(nameof(Asked))]
    public Task Every_page_of_the_role_is_sound(string role) => Desk.As(stage, Roles.Of(role));
}

/// <summary>Every page that those can reach who work with a phone in hand, narrow. Runs beside the wide ones.</summary>
public sealed class LookAroundOnThePhoneTests(Stage stage)
{
    private static readonly LookAround Phone = new(Screen.Phone);

    public static TheoryData<string> Asked =>
        [
            Roles.OfficeClerk.Key,
            Roles.Leader.Key,
            Roles.FirstResponsible.Key,
            Roles.Liaison.Key,
            Roles.Lecturer.Key,
            Roles.GridChief.Key,
            Roles.GridOfficer.Key,
            Roles.BeatOfficer.Key,
            Roles.Teacher.Key,
            Roles.LobbyManager.Key,
        ];

    [Theory, MemberData(nameof(Asked))]
    public Task Every_page_of_the_role_is_sound(string role) => Phone.As(stage, Roles.Of(role));
}

/// <summary>A walk through all that a role can reach, at one width.</summary>
internal sealed class LookAround(Screen screen)
{
    /// <summary>Kinds of pages that axe has seen; what differs between roles on the same page is data.</summary>
    private readonly HashSet<string> examined = [];

    public async Task As(Stage stage, Role role)
    {
        Assert.True(stage.Host.Has(role), $"Nobody in the demo town can sign in as {role.Name}.");
        await using var context = await stage.SignedIn(role, screen);
        var page = await context.NewPageAsync();
        var check = new PageCheck(page, stage.Host.SignInNames, colours: !screen.IsPhone);
        var walk = new Walk(page, stage.Host.Address);
        var shots = new Shots(role.Key, screen);
        var faults = new List<string>();
        var pages = 0;
        while (walk.Next() is { } address)
        {
            faults.AddRange(await check.Open(address, accessibility: examined.Add(Walk.Kind(address).Split('?')[0])));
            await shots.Take(page, address);
            await walk.TakeLinks();
            pages++;
        }
        await shots.MakeSheet(stage);

        Faults.None(faults);
        Assert.True(pages >= 3, $"{role.Name} reaches only {pages} pages.");
    }
}
