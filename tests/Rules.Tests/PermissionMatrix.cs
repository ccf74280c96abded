using System.Collections.Concurrent;
using Wuzha.Platform.Identity;
using Wuzha.Support;

namespace Wuzha.Rules.Tests;

/// <summary>One who comes: how the column is called, and how to sign in.</summary>
/// <param name="Member">Whose unit is the own one; null for those who are not let in, who ask as the clerk would.</param>
internal sealed record Visitor(string Name, Func<Town, Task<TownClient>> Client, Func<Town, Member>? Member);

/// <summary>Asks the real host every route as every visitor, with things of the own unit, of a sibling unit and of another tenant.</summary>
internal static class PermissionMatrix
{
    public static readonly IReadOnlyList<Visitor> Visitors =
    [
        new("stranger", town => Task.FromResult(town.Stranger()), null),
        new("closed account", town => Changed(town, account => account.ClosedAt = town.Clock.Now), null),
        new("not approved", town => Changed(town, account => account.ApprovedAt = null), null),
        new("locked", town => Changed(town, account => account.LockedUntil = Account.Forever), null),
        new("owes password", town => Changed(town, account => account.MustChangePassword = true), null),
        .. Roles
            .All.Where(role => role.SignsIn)
            .Select(role => new Visitor(role.Key, town => Task.FromResult(town.Client(role)), town => town.Of(role))),
    ];

    /// <summary>What broke and where.</summary>
    public static readonly ConcurrentBag<string> Broken = [];

    /// <summary>For each visitor: route → what comes back. Three answers (own / sibling / other tenant) where the address names a thing.</summary>
    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> Ask(IReadOnlyList<Route> routes)
    {
        var columns = new IReadOnlyDictionary<string, string>[Visitors.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(Lane)));
        return columns;

        async Task Lane()
        {
            await using var ground = await Ground.Plant();
            for (var i = Interlocked.Increment(ref next); i < columns.Length; i = Interlocked.Increment(ref next))
                columns[i] = await Column(ground, Visitors[i], routes);
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> Column(Ground ground, Visitor visitor, IReadOnlyList<Route> routes)
    {
        ground.Restore();
        var column = new Dictionary<string, string>();
        var plots = ground.PlotsFor(visitor);
        var client = await visitor.Client(ground.Town);
        // Pages first: they change nothing.
        foreach (var route in routes.OrderBy(route => route.Method, StringComparer.Ordinal))
        {
            var answers = new List<string>();
            foreach (var plot in Plot.NamesThings(route.Pattern) ? plots : plots.Take(1))
            {
                var answer = plot.Address(route.Pattern) is { } address ? await Say(client, route, address) : "?";
                answers.Add(answer);
                if (route.Method != "POST" || answer[0] is '4' or '?' || visitor.Member is null)
                    continue;

                // A form that went through changed the town; the next question finds it as it was.
                ground.Restore();
                client = await visitor.Client(ground.Town);
            }
            column[route.ToString()] = string.Join('/', answers);
        }
        return column;
    }

    private static async Task<string> Say(TownClient client, Route route, string address)
    {
        Answer answer;
        try
        {
            answer = route.Method == "GET" ? await client.Visit(address) : await client.Send(address);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // The in-memory server hands on what breaks after the answer has begun.
            Broken.Add($"{route}: {broken}");
            return "500";
        }
        var to =
            answer.Location is null ? ""
            : answer.Location.StartsWith("/sign-in", StringComparison.Ordinal) ? " in"
            : answer.Location == "/password" ? " pw"
            : "";
        return $"{answer.Code}{to}";
    }

    private static async Task<TownClient> Changed(Town town, Action<Account> change)
    {
        var member = town.Of(Roles.OfficeClerk);
        var client = town.Client(member);
        await using var db = town.Open();
        var account = await db.Accounts.FindAsync(member.Account!.Id);
        change(account!);
        await db.SaveChangesAsync();
        return client;
    }
}
