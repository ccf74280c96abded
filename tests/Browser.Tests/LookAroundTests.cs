using Wuzha.Platform.Identity;
using Xunit;

namespace Wuzha.Browser.Tests;

/// <summary>Every page that each role can reach by menu and links, at both widths.</summary>
public sealed class LookAroundTests(Stage stage)
{
    /// <summary>Kinds of pages that axe has seen at a width; what differs between roles on the same page is data.</summary>
    private static readonly HashSet<string> Examined = [];

    public static TheoryData<string> RolesAtTheDesk => [.. Roles.All.Where(role => role.SignsIn).Select(role => role.Key)];

    public static TheoryData<string> RolesOnThePhone =>
        [Roles.OfficeClerk.Key, Roles.Leader.Key, Roles.Liaison.Key, Roles.FirstResponsible.Key, Roles.GridOfficer.Key, Roles.Lecturer.Key];

    [Theory, MemberData(nameof(RolesAtTheDesk))]
    public Task Every_page_of_the_role_is_sound_at_the_desk(string role) => LookAround(Roles.Of(role), Screen.Desk);

    [Theory, MemberData(nameof(RolesOnThePhone))]
    public Task Every_page_of_the_role_is_sound_on_the_phone(string role) => LookAround(Roles.Of(role), Screen.Phone);

    private async Task LookAround(Role role, Screen screen)
    {
        Assert.True(stage.Host.Has(role), $"Nobody in the demo town can sign in as {role.Name}.");
        await using var context = await stage.SignedIn(role, screen);
        var page = await context.NewPageAsync();
        var check = new PageCheck(page, stage.Host.SignInNames);
        var walk = new Walk(page, stage.Host.Address);
        var shots = new Shots(role.Key, screen);
        var faults = new List<string>();
        var pages = 0;
        while (walk.Next() is { } address)
        {
            faults.AddRange(await check.Open(address, accessibility: IsNew(screen, address)));
            await shots.Take(page, address);
            await walk.TakeLinks();
            pages++;
        }
        await shots.MakeSheet(stage);

        Faults.None(faults);
        Assert.True(pages >= 3, $"{role.Name} reaches only {pages} pages.");
    }

    private static bool IsNew(Screen screen, string address)
    {
        lock (Examined)
            return Examined.Add($"{screen} {Walk.Kind(address).Split('?')[0]}");
    }
}
