using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Duties.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

public sealed class AskDutiesTests
{
    private static readonly Timing Monthly = Timing.Each(CadencePer.Month, 1, DutyTown.First, DutyTown.Last, 10);

    [Theory, EveryDatabase]
    public async Task The_ladder_hears_of_a_period_once_two_office_days_before_it_is_due(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        var assignment = await Assigned(town, Monthly);

        // Friday 10 April is the last day: the second office day counted back is Thursday.
        await Ask(town, "2026-04-08 17:29");
        Assert.Empty(await Said(town));
        await Ask(town, "2026-04-09 08:30");
        await Ask(town, "2026-04-09 09:30");
        await Ask(town, "2026-04-13 09:30");
        var said = Assert.Single(await Said(town));
        var unsettled = Assert.IsType<MatterUnsettled>(said.Fact);
        Assert.Equal(new Subject("duties.standing", assignment.Id, assignment.UnitId), unsettled.About);
        Assert.Equal(
            (LocalDay.Start(Day(4, 11)), town.Town.Township.Id, town.Campaign.Id),
            (unsettled.DueAt, unsettled.OfficeUnitId, said.CampaignId)
        );
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_asked_at_night_or_on_a_day_off_and_a_worked_Saturday_counts(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        // 1 to 5 May are days off, Saturday 9 May is worked for them; due on Sunday 10 May.
        await Assigned(town, Timing.Once(DutyTown.First, Day(5, 10)));

        foreach (var wall in (string[])["2026-05-07 17:00", "2026-05-08 03:00", "2026-05-08 12:30"])
            await Ask(town, wall);
        Assert.Empty(await Said(town));
        await Ask(town, "2026-05-08 08:31");
        Assert.Single(await Said(town));
    }

    [Theory, EveryDatabase]
    public async Task A_met_period_leaves_the_ladder_and_the_next_one_begins_anew(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        var assignment = await Assigned(town, Timing.Each(CadencePer.Week, 1, DutyTown.First, DutyTown.Last));

        await Ask(town, "2026-04-10 09:30");
        // Counted by the job, not at once: a companion's work or a fact of another module comes this way too.
        await town.Work(assignment.Id, Day(4, 10));
        await Ask(town, "2026-04-14 09:30");
        await Ask(town, "2026-04-17 09:30");
        await Ask(town, "2026-04-20 09:30");
        await Ask(town, "2026-04-24 09:30");

        Assert.Equal(
            ["open 2026-04-12", "settled", "open 2026-04-19", "open 2026-04-26"],
            (await Said(town)).Select(said => said.Fact is MatterUnsettled one ? $"open {LocalDay.Of(one.DueAt.AddTicks(-1)):yyyy-MM-dd}" : "settled")
        );
    }

    [Theory, EveryDatabase]
    public async Task Work_that_is_enough_settles_at_once_and_withdrawn_work_is_asked_again(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        var assignment = await Assigned(town, Monthly, need: 2);
        await Ask(town, "2026-04-10 09:30");

        await town.Work(assignment.Id, Day(4, 9));
        Assert.Single(await Said(town));
        town.Town.Clock.Advance(TimeSpan.FromMinutes(1));
        var record = (await town.Work(assignment.Id, Day(4, 10))).Value!;
        Assert.IsType<MatterSettled>((await Said(town))[^1].Fact);

        await Do(
            town,
            assignment.Id,
            async (db, work, row) =>
                work.Withdraw(row, await db.Set<WorkRecord>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == record.Id))
        );
        await Ask(town, "2026-04-10 10:30");
        Assert.Equal(3, (await Said(town)).Count);
        Assert.IsType<MatterUnsettled>((await Said(town))[^1].Fact);
    }

    [Theory, EveryDatabase]
    public async Task Work_for_another_period_settles_nothing(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        var assignment = await Assigned(town, Monthly);
        await Ask(town, "2026-05-08 09:30");

        await town.Work(assignment.Id, Day(4, 20));
        Assert.Single(await Said(town));
    }

    [Theory, EveryDatabase]
    public async Task What_is_waived_returned_released_or_dropped_leaves_the_ladder_at_once(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        var assignments = new List<DutyAssignment>();
        for (var i = 0; i < 4; i++)
            assignments.Add(await Assigned(town, Monthly));
        await Ask(town, "2026-04-10 09:30");
        Assert.Equal(4, (await Said(town)).Count);

        var april = (await town.Standings(Day(4, 10)))[0].Period;
        await Do(town, assignments[0].Id, async (_, work, row) => (await work.Waive(row, april, "清明防火。")).Refusal);
        await Do(town, assignments[1].Id, async (_, work, row) => (await work.Return(row, "本村没有中小学。")).Refusal);
        await town.Did(book => book.Release(assignments[2].Id, Day(4, 10)));
        await town.Did(book => book.Drop(assignments[3].DutyId, Day(4, 10)));
        Assert.Equal(
            assignments.Select(one => one.Id).Order(),
            (await Said(town)).Select(said => said.Fact).OfType<MatterSettled>().Select(one => one.About.Id).Order()
        );

        // Nothing more to say, until the office declines the return.
        await Ask(town, "2026-04-10 10:30");
        Assert.Equal(8, (await Said(town)).Count);
        await Do(
            town,
            assignments[1].Id,
            async (db, work, row) => work.Decline(row, await db.Set<DutyReturn>().SingleAsync(one => one.TenantId == Town.TenantId), "幼儿园也算。")
        );
        await Ask(town, "2026-04-10 11:30");
        Assert.Equal(assignments[1].Id, Assert.IsType<MatterUnsettled>((await Said(town))[^1].Fact).About.Id);
    }

    [Theory, EveryDatabase]
    public async Task A_waiver_of_another_period_leaves_the_ladder_as_it_is(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        var assignment = await Assigned(town, Monthly);
        await Ask(town, "2026-04-10 09:30");
        var may = (await town.Standings(Day(4, 10)))[1].Period;

        await Do(town, assignment.Id, async (_, work, row) => (await work.Waive(row, may, "五月搬迁。")).Refusal);
        Assert.Single(await Said(town));
    }

    [Theory, EveryDatabase]
    public async Task An_ended_campaign_is_told_to_the_ladder_as_settled(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        await Assigned(town, Timing.Each(CadencePer.Month, 1, DutyTown.First, DutyTown.Last));
        await Ask(town, "2026-06-30 09:30");
        await Ask(town, "2026-07-01 09:30");
        await Ask(town, "2026-07-01 10:30");

        Assert.Equal([typeof(MatterUnsettled), typeof(MatterSettled)], (await Said(town)).Select(said => said.Fact.GetType()));
    }

    [Theory, EveryDatabase]
    public async Task Killed_anywhere_and_run_again_it_says_everything_once(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        for (var i = 0; i < 3; i++)
            await Assigned(town, Monthly);
        town.Town.Clock.Set(Wall("2026-04-10 09:30"));

        var struck = 0;
        for (var at = 0; ; at++)
        {
            var fault = new Fault(at);
            await using var db = Faulty(town, fault);
            try
            {
                await AskDuties.Ask(db, Town.TenantId, town.Town.Clock);
            }
            catch (Exception death) when (death is KilledException || death.InnerException is KilledException) { }
            if (!fault.Struck)
                break;
            struck++;
        }

        Assert.True(struck > 10, $"only {struck} places");
        Assert.Equal(3, (await Said(town)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Two_runs_at_the_same_moment_say_everything_once(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        for (var i = 0; i < 3; i++)
            await Assigned(town, Monthly);
        town.Town.Clock.Set(Wall("2026-04-10 09:30"));

        async Task Once()
        {
            await using var db = town.Open();
            try
            {
                await AskDuties.Ask(db, Town.TenantId, town.Town.Clock);
            }
            // The slower one failed as a whole and would run again.
            catch (DbUpdateException) { }
        }
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Once)));

        Assert.Equal(3, (await Said(town)).Count);
    }

    [Theory, EveryDatabase]
    public async Task From_the_job_to_the_message_of_the_liaison(DatabaseKind kind)
    {
        await using var town = await DutyTown.Started(kind);
        await Assigned(town, Monthly);
        town.Town.Clock.Set(Wall("2026-04-10 08:40"));
        for (var round = 0; round < 5; round++)
        {
            await town.Town.RunJobs();
            await town.Town.Drain();
            town.Town.Clock.Advance(TimeSpan.FromMinutes(6));
        }

        await using var db = town.Open();
        var delivered = await db.Set<FactRow>()
            .Where(fact => fact.TenantId == Town.TenantId && fact.Kind == "messaging.message-delivered")
            .ToListAsync();
        Assert.Single(delivered);
    }

    /// <summary>Three months, every working hour's first run, random duties and work: what the ladder knows is what an independent calculator says.</summary>
    [Theory, EveryDatabase]
    public async Task Over_a_whole_campaign_the_ladder_knows_what_walking_over_days_says(DatabaseKind kind)
    {
        var random = new Random(11);
        await using var town = await DutyTown.Started(kind);
        var assignments = new List<DutyAssignment>();
        foreach (var per in Enum.GetValues<CadencePer>())
            assignments.Add(
                await Assigned(
                    town,
                    Timing.Each(
                        per,
                        1,
                        DutyTown.First,
                        DutyTown.Last,
                        per == CadencePer.Month ? 20
                            : per == CadencePer.Week ? 4
                            : null
                    )
                )
            );
        assignments.Add(await Assigned(town, Timing.Once(DutyTown.First, Day(5, 5))));
        assignments.Add(await Assigned(town, Timing.Continuous(DutyTown.First, Day(6, 20))));
        assignments.Add(await Assigned(town, Timing.AtOnce(Day(4, 30))));

        var checks = 0;
        for (var day = DutyTown.First; day <= DutyTown.Last; day = day.AddDays(1))
        {
            await Ask(town, $"{day:yyyy-MM-dd} 10:00");
            if (WorkingCalendar.National.IsWorkingDay(day))
            {
                var slow = (await SlowBook.Read(town)).Standings(town.Campaign, day).ToLookup(one => one.Item1);
                foreach (var assignment in assignments)
                {
                    var last = slow[assignment.Id]
                        .Where(one => one.Item2 <= day && AskedFrom(one.Item4) <= day)
                        .OrderBy(one => one.Item4)
                        .LastOrDefault();
                    var expected = last.Item1 != default && last.Item5 is StandingState.Due or StandingState.Overdue ? last.Item4 : (DateOnly?)null;
                    Assert.Equal((day, assignment.Id, expected), (day, assignment.Id, await Known(town, assignment.Id)));
                    checks++;
                }
            }
            if (random.Next(3) == 0)
                await town.Work(assignments[random.Next(assignments.Count)].Id, day);
        }

        Assert.True(checks > 600, $"only {checks} checks");
        // Never twice for one period, unless it was settled between.
        foreach (var matter in (await Said(town)).GroupBy(said => Subject(said.Fact)))
            Assert.DoesNotContain(matter.Zip(matter.Skip(1)), pair => pair.First.Fact == pair.Second.Fact);
    }

    private static Subject Subject(Fact fact) => fact is MatterUnsettled unsettled ? unsettled.About : ((MatterSettled)fact).About;

    /// <summary>The second working day counted back from the last day in time, found day by day.</summary>
    private static DateOnly AskedFrom(DateOnly dueOn)
    {
        var left = 2;
        for (var day = dueOn; ; day = day.AddDays(-1))
            if (WorkingCalendar.National.IsWorkingDay(day) && --left == 0)
                return day;
    }

    /// <summary>The due day of the period that the ladder holds for an assignment by the facts alone; null when it holds none.</summary>
    private static async Task<DateOnly?> Known(DutyTown town, Guid assignmentId)
    {
        var last = (await Said(town)).LastOrDefault(said => Subject(said.Fact).Id == assignmentId);
        return last?.Fact is MatterUnsettled unsettled ? LocalDay.Of(unsettled.DueAt.AddTicks(-1)) : null;
    }

    private sealed record SaidFact(Fact Fact, Guid CampaignId);

    private static async Task<List<SaidFact>> Said(DutyTown town)
    {
        await using var db = town.Open();
        var rows = await db.Set<FactRow>()
            .AsNoTracking()
            .Where(fact => fact.TenantId == Town.TenantId && (fact.Kind == "messaging.matter-unsettled" || fact.Kind == "messaging.matter-settled"))
            .OrderBy(fact => fact.Position)
            .ToListAsync();
        return rows.ConvertAll(row => new SaidFact(town.Catalog.Read(row.Kind, row.Payload), row.CampaignId));
    }

    private static async Task<DutyAssignment> Assigned(DutyTown town, Timing timing, int need = 1) =>
        await town.AssignmentOf(
            await town.Opened(DutyTown.Draft(timing, town.Town.EastVillage) with { Need = new Need(need) }),
            town.Town.EastVillage
        );

    private static async Task Ask(DutyTown town, string wall)
    {
        town.Town.Clock.Set(Wall(wall));
        await using var db = town.Open();
        await AskDuties.Ask(db, Town.TenantId, town.Town.Clock);
    }

    private static async Task Do(DutyTown town, Guid assignmentId, Func<Db, DutyWork, DutyAssignment, Task<Refusal?>> what)
    {
        town.Town.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = town.Open();
        var row = await db.Set<DutyAssignment>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == assignmentId);
        Assert.Null(await what(db, new DutyWork(db, town.Clerk, town.Town.Clock), row));
        await db.SaveChangesAsync();
    }

    private static Db Faulty(DutyTown town, Fault fault)
    {
        var services = town.Town.Host.Services;
        var options = new DbContextOptionsBuilder<Db>();
        services.GetRequiredService<Dialect>().Configure(options);
        options.AddInterceptors(fault);
        var db = ActivatorUtilities.CreateInstance<Db>(services, options.Options);
        db.ActFor(Town.TenantId);
        return db;
    }

    private static DateTime Wall(string wall) => DateTime.SpecifyKind(DateTime.Parse(wall) - LocalDay.Offset, DateTimeKind.Utc);

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
