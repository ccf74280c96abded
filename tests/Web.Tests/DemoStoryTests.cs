using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives.Exports;
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

namespace Wuzha.Web.Tests;

public sealed class DemoStoryTests
{
    /// <summary>A day in each month; among them New Year, the Spring Festival, the day after the National Day holidays. The calendar knows no database.</summary>
    public static readonly TheoryData<DateTime> Days =
    [
        new DateTime(2027, 1, 1),
        new DateTime(2026, 2, 17),
        new DateTime(2026, 3, 31),
        new DateTime(2026, 4, 30),
        new DateTime(2026, 5, 1),
        new DateTime(2026, 6, 19),
        new DateTime(2026, 7, 6),
        new DateTime(2026, 8, 31),
        new DateTime(2026, 9, 1),
        new DateTime(2026, 10, 9),
        new DateTime(2026, 11, 23),
        new DateTime(2026, 12, 31),
    ];

    [Theory, EveryDatabase]
    public async Task The_whole_demo_stands(DatabaseKind kind) => await Stands(kind, FakeClock.FridayBeforeQingming);

    [Theory, MemberData(nameof(Days))]
    public async Task It_stands_in_every_part_of_the_year(DateTime day) => await Stands(DatabaseKind.Sqlite, day);

    /// <summary>Three months of facts in every week, some of everything that can happen, and the campaign in its middle.</summary>
    private static async Task Stands(DatabaseKind kind, DateTime now)
    {
        await using var database = await Databases.Create(kind);
        database.Clock.Set(now.Date.AddHours(1));
        var catalog = database.Services.GetRequiredService<FactCatalog>();
        var watch = Stopwatch.StartNew();
        var town = await DemoStory.Plant(
            clock => Open(database, clock),
            (KeyFile.Open(database.Options.KeysFolder), new FileStore(database.Options, database.Clock), catalog),
            database.Clock
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"planted in {watch.ElapsedMilliseconds} ms");

        await using var db = database.Open(DemoTown.TenantId);
        var today = LocalDay.Today(database.Clock);
        var campaign = Assert.Single(await CampaignQuestions.Running(db, DemoTown.TenantId, today));
        Assert.Equal(DemoClock.CampaignDays, today.DayNumber - campaign.FromOn.DayNumber);
        var facts = await db.Set<FactRow>()
            .Where(fact => fact.TenantId == DemoTown.TenantId)
            .Select(fact => new { fact.OnDay, fact.RecordedAt })
            .ToListAsync();
        Assert.DoesNotContain(facts, fact => fact.RecordedAt > database.Clock.Now || fact.OnDay > today);
        Assert.Equal(
            13,
            facts
                .Where(fact => fact.OnDay >= campaign.FromOn && fact.OnDay < campaign.FromOn.AddDays(91))
                .Select(fact => (fact.OnDay.DayNumber - campaign.FromOn.DayNumber) / 7)
                .Distinct()
                .Count()
        );

        var standings = await Standings.For(
            db,
            DemoTown.TenantId,
            new StandingQuestion
            {
                Campaign = DutyCampaign.Of(campaign),
                Today = today,
                FromOn = campaign.FromOn,
                UntilOn = campaign.UntilOn,
                Scope = campaign.IssuerScope,
            }
        );
        Assert.Equal(Enum.GetValues<StandingState>(), standings.Select(one => one.State).Distinct().Order());
        var past = standings.Where(one => one.Period.DueOn < today).ToLookup(one => one.UnitId);
        double Done(string village) => past[town.Units[village].Id].Average(one => one.IsSettled ? 1.0 : 0);
        // Nothing can be pushed or confirmed before there are groups: the first weeks are lost to everybody.
        Assert.True(Done("柏栖村") > 0.85, $"The busy village: {Done("柏栖村")}");
        Assert.True(Done("竹影村") < 0.5, $"The quiet village: {Done("竹影村")}");
        Assert.InRange(past.SelectMany(unit => unit).Average(one => one.IsSettled ? 1.0 : 0), 0.6, 0.95);
        Assert.Contains(past[town.Units["鹭洲村"].Id], one => one.State == StandingState.MetLate);
        Assert.Contains(await DutyBook.Of(db, DemoTown.TenantId, campaign.Id, today), duty => duty.MeasureKey == DirectiveMeasures.GroupsSetUp.Key);
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
