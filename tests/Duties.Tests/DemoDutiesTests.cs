using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Files;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Wuzha.Web.Demo;
using Xunit;

namespace Wuzha.Duties.Tests;

public sealed class DemoDutiesTests
{
    [Theory, EveryDatabase]
    public async Task The_demo_has_a_busy_a_late_and_a_quiet_village_a_waiver_a_return_and_a_doer(DatabaseKind kind)
    {
        await using var database = await Databases.Create(kind);
        var catalog = database.Services.GetRequiredService<FactCatalog>();
        var files = new FileStore(database.Options, database.Clock);
        var town = await DemoStory.Plant(clock => Open(database, clock), (KeyFile.Open(database.Options.KeysFolder), files, catalog), database.Clock);

        await using var db = database.Open(DemoTown.TenantId);
        var today = LocalDay.Today(database.Clock);
        var campaign = Assert.Single(await CampaignQuestions.Running(db, DemoTown.TenantId, today));
        var question = new StandingQuestion
        {
            Campaign = DutyCampaign.Of(campaign),
            Today = today,
            FromOn = campaign.FromOn,
            UntilOn = campaign.UntilOn,
            Scope = campaign.IssuerScope,
        };
        var standings = await Standings.For(db, DemoTown.TenantId, question);
        Assert.Equal(Enum.GetValues<StandingState>(), standings.Select(one => one.State).Distinct().Order());

        IReadOnlyList<Standing> Of(string name) => [.. standings.Where(one => one.UnitId == town.Units[name].Id && one.Period.DueOn < today)];
        Assert.Contains(Of("柏栖村"), one => one.State == StandingState.Met && one.Value > one.Required);
        // Nothing can be pushed before there are groups, and nothing confirmed: the first weeks are lost to everybody.
        Assert.DoesNotContain(
            Of("柏栖村"),
            one => one.State == StandingState.Overdue && (one.Period.WholeDays != 7 || one.Period.FromOn > campaign.FromOn.AddDays(14))
        );
        Assert.Contains(Of("鹭洲村"), one => one.State == StandingState.MetLate);
        Assert.True(Of("竹影村").Count(one => one.State == StandingState.Overdue) > Of("竹影村").Count / 2);
        Assert.NotEmpty(await db.Set<DutyReturn>().Where(one => one.TenantId == DemoTown.TenantId && one.IsAccepted == null).ToListAsync());
        Assert.NotEmpty(await db.Set<DutyAssignment>().Where(one => one.TenantId == DemoTown.TenantId && one.DoerPersonId != null).ToListAsync());
        // Nothing is recorded before it was done, and the sums are those of the facts.
        Assert.DoesNotContain(
            await db.Set<WorkRecord>().Where(one => one.TenantId == DemoTown.TenantId).ToListAsync(),
            one => one.OnDay > LocalDay.Of(one.RecordedAt)
        );
        Assert.Equal(0, await Tallies.Rebuild(db, catalog, DemoTown.TenantId));
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
