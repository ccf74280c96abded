using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Rules.Tests;

/// <summary>What a list offers to sort by it sorts by: each head of each list is followed up and down, as a reader would.</summary>
public sealed class SortTests
{
    [Theory, EveryDatabase]
    public async Task Every_column_that_can_be_sorted_sorts_both_ways(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var plots = await ScopeTests.Planted(town);
        var faults = new List<string>();
        var lists = 0;
        foreach (
            var route in Host.Routes.Where(route =>
                route is { Method: "GET", Permission: not null } && Address(plots, town.Township, route) is not null
            )
        )
        {
            if (ReaderOf(route) is not { } role)
                continue;

            var client = town.Client(role);
            var page = await client.Visit(Address(plots, town.Of(role).Unit, route)!);
            var heads = SortLinks(page);
            lists += heads.Count > 0 ? 1 : 0;
            foreach (var head in heads)
                faults.AddRange(await Sorts(client, head));
        }
        Breaches.None(faults);
        Assert.True(lists >= 8, $"Only {lists} lists with something to sort by were found.");
    }

    /// <summary>Once sorted, the same head leads to the other direction.</summary>
    private static async Task<IEnumerable<string>> Sorts(TownClient client, string address)
    {
        var up = await Code(client, address);
        if (up.Fault is not null)
            return [up.Fault];

        var key = Key(address);
        var back = SortLinks(up.Answer!).SingleOrDefault(link => Key(link) == "-" + key);
        return back is null ? [$"{address}: the sorted head leads nowhere"]
            : (await Code(client, back)).Fault is { } fault ? [fault]
            : [];
    }

    private static async Task<(Answer? Answer, string? Fault)> Code(TownClient client, string address)
    {
        try
        {
            var answer = await client.Visit(address);
            return (answer, answer.Code == 200 ? null : $"{address}: {answer.Code}");
        }
        catch (InvalidOperationException broken)
        {
            return (null, $"{address}: {broken.Message}");
        }
    }

    private static IReadOnlyList<string> SortLinks(Answer page) =>
        [.. page.Page.QuerySelectorAll("thead a[href*='sort=']").Select(link => link.GetAttribute("href")!)];

    private static string Key(string address) => address.Split("sort=")[1].Split('&')[0];

    /// <summary>Somebody who may: the office first, since it sees most.</summary>
    private static Role? ReaderOf(Route route) =>
        Roles.All.FirstOrDefault(role =>
            role.SignsIn && (route.Permission!.Act is not { } act || Web.Permissions.ActsOf(role.Key).Contains(act.Key))
        );

    private static string? Address(IReadOnlyList<(Unit Unit, Plot Plot)> plots, Unit unit, Route route) =>
        plots.FirstOrDefault(planted => planted.Unit.Id == unit.Id).Plot?.Address(route.Pattern);
}
