using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Wuzha.Web.Demo;
using Xunit;

namespace Wuzha.Organisation.Tests.Demo;

public sealed class DemoTownTests
{
    [Theory, EveryDatabase]
    public async Task The_demo_is_planted_whole_with_its_facts_and_in_order(DatabaseKind kind)
    {
        await using var database = await Databases.Create(kind);
        var watch = Stopwatch.StartNew();
        var town = await DemoTown.Plant(clock => Open(database, clock), KeyFile.Open(database.Options.KeysFolder), database.Clock);
        TestContext.Current.TestOutputHelper?.WriteLine($"planted in {watch.ElapsedMilliseconds} ms");

        await using var db = database.Open();
        Assert.Equal(12, await db.Units.CountAsync(unit => unit.TenantId == DemoTown.TenantId && unit.Kind == "village"));
        Assert.Equal(60, await db.Units.CountAsync(unit => unit.TenantId == DemoTown.TenantId && unit.Kind == "grid"));
        Assert.InRange(await db.People.CountAsync(person => person.TenantId == DemoTown.TenantId), 180, 300);
        var appointed = await db.Set<FactRow>()
            .CountAsync(fact => fact.TenantId == DemoTown.TenantId && fact.Kind == "organisation.person-appointed");
        Assert.Equal(await db.Appointments.CountAsync(appointment => appointment.TenantId == DemoTown.TenantId), appointed);
        var days = await db.Set<FactRow>().Where(fact => fact.TenantId == DemoTown.TenantId).Select(fact => fact.OnDay).Distinct().CountAsync();
        Assert.InRange(days, 6, 60);
        Assert.All(Roles.All.Where(role => role.SignsIn), role => Assert.Contains(DemoPlaces.Accounts, account => account.Role == role));
        Assert.Equal(DemoPlaces.Accounts.Count, await db.Accounts.CountAsync(account => account.TenantId == DemoTown.TenantId && account.IsDemo));
        Assert.Equal(DemoPlaces.Township, town.Units[DemoPlaces.Township].Name);
    }

    [Theory, EveryDatabase]
    public async Task The_demo_has_the_gaps_that_real_offices_have(DatabaseKind kind)
    {
        await using var database = await Databases.Create(kind);
        var town = await DemoTown.Plant(clock => Open(database, clock), KeyFile.Open(database.Options.KeysFolder), database.Clock);

        await using var db = database.Open();
        var bamboo = town.Units["竹影村"].Id;
        Assert.False(
            await db.Appointments.AnyAsync(appointment =>
                appointment.TenantId == DemoTown.TenantId && appointment.UnitId == bamboo && appointment.Role == "lecturer"
            )
        );
        var grid = town.Units["月牙塘村第六网格"].Id;
        Assert.False(
            await db.Appointments.AnyAsync(appointment =>
                appointment.TenantId == DemoTown.TenantId
                && appointment.UnitId == grid
                && appointment.Role == "grid-officer"
                && appointment.UntilOn == null
            )
        );
    }

    private static Db Open(TestDatabase database, TimeProvider clock)
    {
        var options = new DbContextOptionsBuilder<Db>();
        database.Services.GetRequiredService<Dialect>().Configure(options);
        var db = ActivatorUtilities.CreateInstance<Db>(database.Services, options.Options, clock);
        db.ActForAll();
        return db;
    }
}
