using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Wuzha.Web.Demo;
using Xunit;

namespace Wuzha.Organisation.Tests.Campaigns;

public sealed class DemoCampaignTests
{
    [Theory, EveryDatabase]
    public async Task Two_units_have_not_filed_and_one_was_late(DatabaseKind kind)
    {
        await using var database = await Databases.Create(kind);
        var town = await DemoTown.Plant(clock => Open(database, clock), KeyFile.Open(database.Options.KeysFolder), database.Clock);
        await DemoCampaign.Plant(clock => Open(database, clock), town);

        await using var db = database.Open(DemoTown.TenantId);
        var rosters = await db.Set<Roster>().Where(roster => roster.TenantId == DemoTown.TenantId).ToListAsync();
        var unfiled = rosters.Where(roster => !roster.IsFiled).Select(roster => roster.UnitId).ToHashSet();
        Assert.Equal(2, unfiled.Count);
        Assert.Contains(town.Units["竹影村"].Id, unfiled);
        var campaign = await db.Set<Organisation.Campaigns.Campaign>().SingleAsync(one => one.TenantId == DemoTown.TenantId);
        Assert.Equal(town.Units["鹭洲村"].Id, Assert.Single(rosters, roster => roster.FiledOn > campaign.RostersDueOn).UnitId);
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
