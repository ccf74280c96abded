using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Files;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Rules.Tests;

/// <summary>Invariant 5 of the design: people come, move, leave and are locked out at random, and ask at random for things of units near and far.</summary>
public sealed class ScopeTests
{
    private const int Rounds = 60;
    private const int AsksPerRound = 5;

    private static readonly IReadOnlyList<Role> Business = [.. Roles.All.Where(role => role.SignsIn && !Roles.IsAdministrator(role.Key))];
    private static readonly IReadOnlyList<Route> Asked =
    [
        .. Host.Routes.Where(route => Plot.NamesThings(route.Pattern) && route.Permission is { OpenBecause: null }),
    ];

    [Theory, EveryDatabase]
    public async Task Nobody_reads_or_writes_outside_the_scope_of_a_current_appointment(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var plots = await Planted(town);
        const int seed = 20260403;
        var random = new Random(seed);
        var breaches = new List<string>();
        // Whoever a plot is about stays, so that it is plain whose things they are; the others move.
        var people = town.Members.Where(member => member is { Account: not null, Person.TenantId: Town.TenantId }).ToList();
        people.RemoveAll(member => Roles.IsAdministrator(member.Appointment.Role) || Staying(town).Contains(member));
        for (var round = 0; round < Rounds; round++)
        {
            var member = people[random.Next(people.Count)];
            var (moved, isCurrent) = await Fate(town, member, plots, random);
            people[people.IndexOf(member)] = moved;
            for (var ask = 0; ask < AsksPerRound; ask++)
            {
                var (route, (unit, plot)) = (Asked[random.Next(Asked.Count)], plots[random.Next(plots.Count)]);
                if (
                    plot.Address(route.Pattern) is { } address
                    && await Ask(town, moved, isCurrent, route, address, unit, $"seed {seed}, round {round}") is { } breach
                )
                    breaches.Add(breach);
            }
        }
        Breaches.None(breaches);
    }

    /// <returns>What is wrong with the answer; null when it is right.</returns>
    private static async Task<string?> Ask(Town town, Member member, bool isCurrent, Route route, string address, Unit unit, string when)
    {
        var role = member.Appointment.Role;
        var may = route.Permission!.Act is null || Web.Permissions.ActsOf(role).Contains(route.Permission.Act.Key);
        var inScope = unit.TenantId == Town.TenantId && (member.Unit.Scope.Covers(unit.Path) || IsFromAbove(member, route, unit));
        // What is allowed changes the town; only the pages of it are opened.
        if (isCurrent && may && inScope && route.Method != "GET")
            return null;

        var before = await Facts(town);
        var client = town.Client(member);
        var answer = route.Method == "GET" ? await client.Visit(address) : await client.Send(address);
        var said = $"{when}: {role} at {member.Unit.Name} ({(isCurrent ? "current" : "not current")}) asks {route} of {unit.Name}: {answer.Code}";
        var isLedToSignIn = answer.Location?.StartsWith("/sign-in", StringComparison.Ordinal) == true;
        var isRight =
            !isCurrent ? isLedToSignIn
            : !may ? answer.Code == 403
            : !inScope ? answer.Code is 403 or 404
            : !isLedToSignIn;
        return !isRight ? said
            : !(isCurrent && may && inScope) && before != await Facts(town) ? said + " and something was recorded"
            : null;
    }

    /// <summary>
    /// A campaign is read by everyone below the unit that issued it; what it shows is narrowed to the reader's own scope. So is a training of its lecturers,
    /// whoever held it: day, place and topic are the campaign's, the names are the reader's own. Whoever takes part adds to it what is their own unit's.
    /// </summary>
    private static bool IsFromAbove(Member member, Route route, Unit unit) =>
        (route.Method == "GET" || Plot.NamesOnlyACampaign(route.Pattern))
        && route.Pattern.StartsWith("/campaigns/", StringComparison.Ordinal)
        && (unit.Scope.Covers(member.Unit.Path) || route.Pattern.Contains("/trainings/{trainingId", StringComparison.Ordinal));

    /// <summary>Something happens to the person: moved to another unit and role, dismissed, not yet in office, locked out, or nothing.</summary>
    private static async Task<(Member Member, bool IsCurrent)> Fate(
        Town town,
        Member member,
        IReadOnlyList<(Unit Unit, Plot Plot)> plots,
        Random random
    )
    {
        var units = plots.Select(plot => plot.Unit).Where(unit => unit.TenantId == Town.TenantId).ToList();
        var unit = units[random.Next(units.Count)];
        var today = new DateOnly(2026, 4, 3);
        var (from, until, locked) = random.Next(6) switch
        {
            0 => (today.AddDays(-30), today.AddDays(-1), false),
            1 => (today.AddDays(1), (DateOnly?)null, false),
            2 => (today.AddDays(-30), null, true),
            3 => (today.AddDays(-30), today, false),
            _ => (today.AddDays(-30), null, false),
        };
        var appointment = new Appointment
        {
            TenantId = Town.TenantId,
            Id = Guid.CreateVersion7(),
            PersonId = member.Person.Id,
            UnitId = unit.Id,
            Role = Business[random.Next(Business.Count)].Key,
            FromOn = from,
            UntilOn = until,
        };
        await using var db = town.Open();
        await db
            .Appointments.Where(a => a.TenantId == Town.TenantId && a.PersonId == member.Person.Id)
            .ExecuteUpdateAsync(a => a.SetProperty(row => row.UntilOn, today.AddDays(-1)));
        var account = await db.Accounts.SingleAsync(a => a.TenantId == Town.TenantId && a.PersonId == member.Person.Id);
        account.LockedUntil = locked ? Account.Forever : null;
        db.Add(appointment);
        await db.SaveChangesAsync();
        return (member with { Appointment = appointment, Unit = unit }, from <= today && (until is null || until >= today) && !locked);
    }

    /// <summary>A plot at every unit where somebody serves.</summary>
    internal static async Task<IReadOnlyList<(Unit, Plot)>> Planted(Town town)
    {
        await using var db = town.Open();
        var campaign = Plot.PlantCampaign(db, town.Township);
        var other = Plot.PlantCampaign(db, town.OtherTownship);
        var files = town.Host.Services.GetRequiredService<FileStore>();
        var plots = new List<(Unit, Plot)>();
        foreach (var member in Staying(town))
        {
            var hash = await files.Put(member.Unit.TenantId, "%PDF"u8.ToArray());
            plots.Add((member.Unit, Plot.Plant(db, member.Unit, member, member.Unit.TenantId == Town.OtherTenantId ? other : campaign, hash)));
        }
        await db.SaveChangesAsync();
        return plots;
    }

    private static IEnumerable<Member> Staying(Town town) =>
        town.Members.Where(member => member.Account is not null).DistinctBy(member => member.Unit.Id);

    private static async Task<int> Facts(Town town)
    {
        await using var db = town.Open();
        return await db.Set<FactRow>().CountAsync();
    }
}
