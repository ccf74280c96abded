using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

public sealed class DutyBookTests
{
    private static readonly Timing Monthly = Timing.Each(CadencePer.Month, 1, DutyTown.First, DutyTown.Last);

    [Theory, EveryDatabase]
    public async Task Opening_numbers_the_duties_and_assigns_their_units(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var (east, west) = (town.Town.EastVillage, town.Town.WestVillage);
        await town.Opened(DutyTown.Draft(Monthly, east, west));
        var second = await town.Opened(
            DutyTown.Draft(Timing.Once(DutyTown.First, Day(5, 18)), east) with
            {
                Kind = "roster",
                Need = new Need(2, NeedBasis.Grids),
                IsPriority = true,
                PriorityArea = "镇政府所在地",
                Audiences = ["老年人", "学生"],
                Evidence = ["台账"],
            }
        );

        await using var db = town.Open();
        var running = await DutyBook.Of(db, Town.TenantId, town.Campaign.Id, DutyTown.First);
        Assert.Equal([1, 2], running.Select(duty => duty.Number));
        Assert.Equal(new[] { east.Id, west.Id }.Order(), running[0].Assignments.Select(one => one.UnitId).Order());
        Assert.Equal(DutyMeasures.Work.Key, running[0].MeasureKey);
        var duty = running[1];
        Assert.Equal((second, CampaignMeasures.RostersFiled.Key, "镇政府所在地"), (duty.Id, duty.MeasureKey, duty.PriorityArea));
        Assert.Equal(["老年人", "学生"], duty.Audiences);
        Assert.Equal(Timing.Once(DutyTown.First, Day(5, 18)), duty.Timing);
        // 东沟村 has two grids.
        Assert.Equal(4, Assert.Single(duty.Assignments).Needed);
        Assert.Equal(DutyTown.First, (await town.AssignmentOf(second, east)).DenominatorOn);
        Assert.Equal(2, await db.Set<FactRow>().CountAsync(fact => fact.TenantId == Town.TenantId && fact.Kind == "duties.duty-opened"));
        Assert.Equal(3, await db.Set<FactRow>().CountAsync(fact => fact.TenantId == Town.TenantId && fact.Kind == "duties.duty-assigned"));
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_a_duty_is_refused_and_nothing_is_added(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var good = DutyTown.Draft(Monthly, town.Town.EastVillage);
        var bad = new (DutyDraft Draft, string Code)[]
        {
            (good with { Assignments = [] }, "duties.needs-units"),
            (good with { Assignments = [new AssignmentDraft(town.Town.OtherVillage.Id)] }, "duties.unit-not-in-campaign"),
            (good with { Assignments = [.. good.Assignments, .. good.Assignments] }, "duties.unit-not-in-campaign"),
            (good with { Title = new string('长', 101) }, "duties.text-too-long"),
            (good with { Source = new string('长', 2001) }, "duties.text-too-long"),
            (good with { MeasureKey = "duties.nothing" }, "duties.measure-unknown"),
            (good with { Timing = Timing.Each(CadencePer.Week, 1, Day(7, 1), Day(8, 1)) }, "duties.outside-campaign"),
            (good with { Timing = Timing.Continuous(Day(1, 1), Day(3, 1)) }, "duties.outside-campaign"),
        };
        foreach (var (draft, code) in bad)
        {
            await using var db = town.Open();
            Assert.Equal(code, (await town.Book(db).Open(town.Campaign, [good, draft])).Refusal?.Code);
            Assert.False(db.ChangeTracker.HasChanges());
        }
    }

    [Theory, EveryDatabase]
    public async Task Work_is_a_fact_that_counts_and_can_be_withdrawn(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var east = town.Town.EastVillage;
        var duty = await town.Opened(DutyTown.Draft(Monthly, east));
        var assignment = await town.AssignmentOf(duty, east);
        town.On(Day(5, 10));
        var record = (await town.Work(assignment.Id, Day(4, 29), 3)).Value!;

        await using (var db = town.Open())
        {
            Assert.Equal(3, await Tallies.Sum(db, Town.TenantId, DutyMeasures.Work, east.Scope, Day(4, 29), Day(4, 29), town.Campaign.Id));
            Assert.Equal(3, await Tallies.Sum(db, Town.TenantId, DutyMeasures.Work, town.Town.Township.Scope, Day(4, 1), Day(5, 10)));
        }
        Assert.Equal([StandingState.Met, StandingState.Due, StandingState.NotYet], (await town.Standings(Day(5, 10))).Select(one => one.State));

        await using (var db = town.Open())
        {
            var kept = await db.Set<WorkRecord>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == record.Id);
            var work = new DutyWork(db, town.Clerk, town.Town.Clock);
            Assert.Null(work.Withdraw(assignment, kept));
            Assert.Equal("duties.work-gone", work.Withdraw(assignment, kept)?.Code);
            await db.SaveChangesAsync();
        }
        Assert.Equal([StandingState.Overdue, StandingState.Due, StandingState.NotYet], (await town.Standings(Day(5, 10))).Select(one => one.State));
    }

    [Theory, EveryDatabase]
    public async Task Work_of_another_time_is_refused(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var duty = await town.Opened(DutyTown.Draft(Monthly, town.Town.EastVillage));
        var assignment = await town.AssignmentOf(duty, town.Town.EastVillage);
        town.On(Day(5, 10));

        Assert.Equal("duties.work-not-done-yet", (await town.Work(assignment.Id, Day(5, 11))).Refusal?.Code);
        Assert.Equal("duties.work-outside-duty", (await town.Work(assignment.Id, Day(3, 31))).Refusal?.Code);
        Assert.Null(await town.Did(book => book.Release(assignment.Id, Day(5, 5))));
        Assert.Equal("duties.work-outside-duty", (await town.Work(assignment.Id, Day(5, 5))).Refusal?.Code);
        Assert.Null((await town.Work(assignment.Id, Day(5, 4))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Work_recorded_late_counts_where_the_unit_stood_on_that_day(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var grid = town.Town.WestVillage;
        var duty = await town.Opened(DutyTown.Draft(Monthly, grid));
        await using (var db = town.Open())
        {
            Assert.Null(await UnitTree.Move(db, Town.TenantId, grid.Id, town.Town.EastVillage.Id, Day(4, 20)));
            await db.SaveChangesAsync();
        }
        town.On(Day(5, 10));
        var assignment = await town.AssignmentOf(duty, grid);
        await town.Work(assignment.Id, Day(4, 19));
        await town.Work(assignment.Id, Day(4, 20), 10);

        await using var look = town.Open();
        Assert.Equal(10, await Tallies.Sum(look, Town.TenantId, DutyMeasures.Work, town.Town.EastVillage.Scope, Day(4, 1), Day(5, 10)));
        Assert.Equal(11, await Tallies.Sum(look, Town.TenantId, DutyMeasures.Work, town.Town.Township.Scope, Day(4, 1), Day(5, 10)));
    }

    [Theory, EveryDatabase]
    public async Task Changing_keeps_the_number_and_what_was_done(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var (east, west) = (town.Town.EastVillage, town.Town.WestVillage);
        var duty = await town.Opened(DutyTown.Draft(Monthly, east));
        town.On(Day(5, 10));
        await town.Work((await town.AssignmentOf(duty, east)).Id, Day(5, 4));
        var after = Guid.Empty;
        Assert.Null(
            await town.Did(async book =>
            {
                var changed = await book.Change(town.Campaign, duty, DutyTown.Draft(Monthly, east, west), Day(5, 8));
                after = changed.Value;
                return changed.Refusal;
            })
        );

        var standings = await town.Standings(Day(5, 10));
        Assert.Equal([StandingState.Overdue], Of(standings, duty, east));
        Assert.Equal([StandingState.Met, StandingState.NotYet], Of(standings, after, east));
        // 西岭村 owes it for the first time and has more than half of May.
        Assert.Equal([StandingState.Due, StandingState.NotYet], Of(standings, after, west));
        await using var db = town.Open();
        var running = Assert.Single(await DutyBook.Of(db, Town.TenantId, town.Campaign.Id, Day(5, 10)));
        Assert.Equal((1, after), (running.Number, running.Id));
        Assert.Equal(
            "duties.ended",
            (await town.Did(async book => (await book.Change(town.Campaign, duty, DutyTown.Draft(Monthly, east), Day(5, 9))).Refusal))?.Code
        );
    }

    [Theory, EveryDatabase]
    public async Task Dropping_ends_it_for_every_unit(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var east = town.Town.EastVillage;
        var duty = await town.Opened(DutyTown.Draft(Monthly, east));

        Assert.Equal("duties.not-on-that-day", (await town.Did(book => book.Drop(duty, Day(3, 31))))?.Code);
        Assert.Null(await town.Did(book => book.Drop(duty, Day(5, 8))));
        Assert.Equal("duties.ended", (await town.Did(book => book.Drop(duty, Day(5, 9))))?.Code);
        Assert.Equal([StandingState.Overdue], (await town.Standings(Day(6, 10))).Select(one => one.State));
        await using var db = town.Open();
        Assert.Empty(await DutyBook.Of(db, Town.TenantId, town.Campaign.Id, Day(6, 10)));
    }

    [Theory, EveryDatabase]
    public async Task Reassigning_leaves_the_history_with_the_first_unit(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var (east, west) = (town.Town.EastVillage, town.Town.WestVillage);
        var duty = await town.Opened(DutyTown.Draft(Monthly, east) with { Need = new Need(1, NeedBasis.Grids) });
        var first = await town.AssignmentOf(duty, east);
        town.On(Day(6, 10));
        await town.Work(first.Id, Day(4, 10), 2);

        Assert.Null(await town.Did(async book => (await book.Reassign(first.Id, west.Id, Day(5, 4))).Refusal));
        Assert.Equal("duties.assignment-ended", (await town.Did(async book => (await book.Reassign(first.Id, west.Id, Day(5, 5))).Refusal))?.Code);
        var standings = await town.Standings(Day(6, 10));
        Assert.Equal([StandingState.Met], Of(standings, duty, east));
        Assert.Equal([StandingState.Overdue, StandingState.Due], Of(standings, duty, west));
        // One grid there, two at the first unit.
        Assert.Equal(1, (await town.AssignmentOf(duty, west)).Needed);
        var second = await town.AssignmentOf(duty, west);
        Assert.Equal(
            "duties.unit-not-in-campaign",
            (await town.Did(async book => (await book.Reassign(second.Id, town.Town.OtherVillage.Id, Day(5, 6))).Refusal))?.Code
        );
        Assert.Equal("duties.already-assigned", (await town.Did(async book => (await book.Reassign(second.Id, west.Id, Day(5, 6))).Refusal))?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_or_B_is_met_for_both_by_what_either_does(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var (east, west, south) = (town.Town.EastVillage, town.Town.WestVillage, town.Town.SouthVillage);
        var draft = DutyTown.Draft(Monthly) with
        {
            Assignments = [new AssignmentDraft(east.Id, 1, 2), new AssignmentDraft(west.Id, 1, 2), new AssignmentDraft(south.Id, Needed: 2)],
        };
        var duty = await town.Opened(draft);
        town.On(Day(5, 10));
        await town.Work((await town.AssignmentOf(duty, east)).Id, Day(4, 10));
        await town.Work((await town.AssignmentOf(duty, west)).Id, Day(4, 11));

        var standings = await town.Standings(Day(5, 10), all => all with { UntilOn = Day(4, 30) });
        Assert.Equal([StandingState.Met], Of(standings, duty, east));
        Assert.Equal([StandingState.Met], Of(standings, duty, west));
        Assert.Equal([StandingState.Overdue], Of(standings, duty, south));
        // Asked for one unit alone, the other's work counts all the same.
        var alone = Assert.Single(await town.Standings(Day(5, 10), all => all with { UntilOn = Day(4, 30), Scope = west.Scope }));
        Assert.Equal((StandingState.Met, 2L, Day(4, 11)), (alone.State, alone.Value, alone.ReachedOn));
    }

    [Theory, EveryDatabase]
    public async Task A_rebound_duty_counts_each_day_by_one_measure(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var east = town.Town.EastVillage;
        var duty = await town.Opened(DutyTown.Draft(Timing.Each(CadencePer.Quarter, 1, DutyTown.First, DutyTown.Last), east));
        var assignment = await town.AssignmentOf(duty, east);
        town.On(Day(6, 10));
        foreach (var day in (DateOnly[])[Day(4, 30), Day(5, 1)])
        {
            await town.Work(assignment.Id, day);
            await town.Count(new LecturerTrained(town.Campaign.Id, Guid.CreateVersion7(), Guid.CreateVersion7(), town.Town.EastFirstGrid.Id), day);
        }

        Assert.Equal(2, Assert.Single(await town.Standings(Day(6, 10))).Value);
        Assert.Equal("duties.measure-unknown", (await town.Did(book => book.Rebind(duty, "duties.nothing", Day(5, 1))))?.Code);
        Assert.Null(await town.Did(book => book.Rebind(duty, CampaignMeasures.LecturersTrained.Key, Day(5, 1))));
        Assert.Equal(2, Assert.Single(await town.Standings(Day(6, 10))).Value);
        Assert.Null(await town.Did(book => book.Rebind(duty, CampaignMeasures.LecturersTrained.Key, Day(5, 2))));
        Assert.Equal(2, Assert.Single(await town.Standings(Day(6, 10))).Value);
        Assert.Null(await town.Did(book => book.Rebind(duty, DutyMeasures.Work.Key, DutyTown.First)));
        Assert.Equal(2, Assert.Single(await town.Standings(Day(6, 10))).Value);
    }

    [Theory, EveryDatabase]
    public async Task A_waiver_excuses_its_period_until_it_is_withdrawn(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var east = town.Town.EastVillage;
        var duty = await town.Opened(DutyTown.Draft(Monthly, east));
        var id = (await town.AssignmentOf(duty, east)).Id;
        var april = (await town.Standings(Day(5, 10)))[0].Period;
        await using var db = town.Open();
        var assignment = await db.Set<DutyAssignment>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == id);
        var work = new DutyWork(db, town.Clerk, town.Town.Clock);
        var waiver = (await work.Waive(assignment, april, "清明防火，全村停止集中活动。")).Value!;
        await db.SaveChangesAsync();

        Assert.Equal([StandingState.Waived, StandingState.Due, StandingState.NotYet], (await town.Standings(Day(5, 10))).Select(one => one.State));
        Assert.Equal("duties.already-waived", (await work.Waive(assignment, april, "再来一次。")).Refusal?.Code);
        Assert.Null(work.Withdraw(assignment, waiver));
        Assert.Equal("duties.waiver-gone", work.Withdraw(assignment, waiver)?.Code);
        await db.SaveChangesAsync();
        Assert.Equal(StandingState.Overdue, (await town.Standings(Day(5, 10)))[0].State);

        Assert.Null((await work.Waive(assignment, null, "本村正在搬迁。")).Refusal);
        await db.SaveChangesAsync();
        Assert.All(await town.Standings(Day(5, 10)), one => Assert.Equal(StandingState.Waived, one.State));
    }

    [Theory, EveryDatabase]
    public async Task A_return_waits_for_the_office_and_goes_where_it_says(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var (east, west) = (town.Town.EastVillage, town.Town.WestVillage);
        var duty = await town.Opened(DutyTown.Draft(Monthly, east));
        var id = (await town.AssignmentOf(duty, east)).Id;
        await using var db = town.Open();
        var assignment = await db.Set<DutyAssignment>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == id);
        var work = new DutyWork(db, town.Clerk, town.Town.Clock);
        var first = (await work.Return(assignment, "本村没有中小学。")).Value!;
        await db.SaveChangesAsync();
        Assert.Equal("duties.already-returned", (await work.Return(assignment, "再退一次。")).Refusal?.Code);
        Assert.Null(work.Decline(assignment, first, "幼儿园也算，请组织。"));
        Assert.Equal("duties.return-decided", work.Decline(assignment, first, "再拒一次。")?.Code);
        await db.SaveChangesAsync();
        Assert.Null(assignment.EndedOn);

        var second = (await work.Return(assignment, "幼儿园已经撤并。")).Value!;
        await db.SaveChangesAsync();
        Assert.Null(await work.Accept(town.Book(db), assignment, second, answer: null, west.Id, Day(4, 20)));
        await db.SaveChangesAsync();
        Assert.Equal(Day(4, 19), assignment.EndedOn);
        Assert.Null((await town.AssignmentOf(duty, west)).EndedOn);
        Assert.Equal("duties.assignment-ended", (await work.Return(assignment, "已经不归我管。")).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_named_doer_stays_when_the_duty_is_amended(DatabaseKind kind)
    {
        await using var town = await DutyTown.Build(kind);
        var east = town.Town.EastVillage;
        var duty = await town.Opened(DutyTown.Draft(Monthly, east));
        var id = (await town.AssignmentOf(duty, east)).Id;
        var doer = town.Town.Of(Roles.Liaison).Person.Id;
        await using (var db = town.Open())
        {
            var assignment = await db.Set<DutyAssignment>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == id);
            Assert.Null(new DutyWork(db, town.Clerk, town.Town.Clock).NameDoer(assignment, doer));
            await db.SaveChangesAsync();
        }
        var after = Guid.Empty;
        await town.Did(async book =>
        {
            var changed = await book.Change(town.Campaign, duty, DutyTown.Draft(Monthly, east), Day(5, 8));
            after = changed.Value;
            return changed.Refusal;
        });

        Assert.Equal(doer, (await town.AssignmentOf(after, east)).DoerPersonId);
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private static IEnumerable<StandingState> Of(IReadOnlyList<Standing> standings, Guid dutyId, Unit unit) =>
        standings.Where(one => one.DutyId == dutyId && one.UnitId == unit.Id).Select(one => one.State);
}
