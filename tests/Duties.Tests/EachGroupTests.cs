using Wuzha.Directives.Exports;
using Wuzha.Duties.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

/// <summary>'Two pushes a week in each group' (DIR7).</summary>
public sealed class EachGroupTests
{
    private static readonly DateOnly Monday = new(2026, 4, 6);

    private static DutyDraft Weekly(params Unit[] units) =>
        DutyTown.Draft(Timing.Each(CadencePer.Week, 2, DutyTown.First, DutyTown.Last), units) with
        {
            Kind = "push",
            Title = "推送防骗提示",
            Source = "各村每个工作群每周推送不少于2次。",
            Need = new Need(1, NeedBasis.Groups),
        };

    private static async Task<Guid> Group(DutyTown duties, Unit unit, string name, DateOnly setUpOn, string kind = "Village")
    {
        var answer = await duties
            .Town.Client(Roles.OfficeClerk)
            .Send($"/groups/new/{unit.Id}", ("kind", kind), ("name", name), ("place", "WeChat"), ("setUpOn", $"{setUpOn:yyyy-MM-dd}"));
        Assert.StartsWith("/groups/", answer.Location);
        return Guid.Parse(answer.Location!["/groups/".Length..]);
    }

    private static async Task<Standing> Week(DutyTown duties, Guid duty, Unit unit, DateOnly today, int week = 0) =>
        (await duties.Standings(today, question => question with { DutyId = duty, UnitId = unit.Id })).Single(standing =>
            standing.Period.Holds(Monday.AddDays(7 * week))
        );

    [Theory, EveryDatabase]
    public async Task It_is_met_when_every_group_has_had_its_number_and_by_no_group_alone(DatabaseKind kind)
    {
        await using var duties = await DutyTown.Started(kind);
        var (east, west) = (duties.Town.EastVillage, duties.Town.WestVillage);
        duties.On(Monday.AddDays(20));
        var (first, second) = (
            await Group(duties, east, "东沟村宣传群", new DateOnly(2026, 3, 20)),
            await Group(duties, east, "东沟村二组群", Monday.AddDays(-1))
        );
        await Group(duties, east, "东沟村指挥群", new DateOnly(2026, 3, 20), "Command");
        await Group(duties, west, "西岭村宣传群", new DateOnly(2026, 3, 20));
        // Set up on the Sunday of the week: it owes from the next week on.
        var late = await Group(duties, duties.Town.EastFirstGrid, "第一网格群", Monday.AddDays(6));
        var duty = await duties.Opened(Weekly(east, west));
        var directive = Guid.CreateVersion7();
        var sunday = Monday.AddDays(6);

        for (var time = 0; time < 5; time++)
            await duties.Count(new DirectiveRelayed(directive, first), Monday.AddDays(time));
        var standing = await Week(duties, duty, east, sunday);
        Assert.Equal((StandingState.Due, 1L, 2L), (standing.State, standing.Value, standing.Required));
        Assert.Equal(StandingState.Overdue, (await Week(duties, duty, east, sunday.AddDays(1))).State);

        await duties.Count(new DirectiveRelayed(directive, second), Monday.AddDays(2));
        var last = await duties.Count(new DirectiveRelayed(directive, second), Monday.AddDays(4));
        standing = await Week(duties, duty, east, sunday);
        Assert.Equal((StandingState.Met, 2L, 2L, Monday.AddDays(4)), (standing.State, standing.Value, standing.Required, standing.ReachedOn!.Value));
        Assert.Equal((StandingState.Overdue, 0L, 1L), await Stands(duties, duty, west));
        Assert.Equal(3, (await Week(duties, duty, east, sunday.AddDays(3), week: 1)).Required);

        await duties.Count(new FactWithdrawn(last), Monday.AddDays(5));
        Assert.Equal(StandingState.Due, (await Week(duties, duty, east, sunday)).State);
        await duties.Count(new DirectiveRelayed(directive, late), Monday.AddDays(6));
        Assert.Equal(1, (await Week(duties, duty, east, sunday)).Value);
    }

    private static async Task<(StandingState, long, long)> Stands(DutyTown duties, Guid duty, Unit unit)
    {
        var standing = await Week(duties, duty, unit, Monday.AddDays(8));
        return (standing.State, standing.Value, standing.Required);
    }

    [Theory, EveryDatabase]
    public async Task Without_a_group_nobody_was_reached(DatabaseKind kind)
    {
        await using var duties = await DutyTown.Started(kind);
        var duty = await duties.Opened(Weekly(duties.Town.EastVillage));
        duties.On(Monday.AddDays(20));
        Assert.Equal((StandingState.Overdue, 0L, 1L), await Stands(duties, duty, duties.Town.EastVillage));
    }

    [Theory, EveryDatabase]
    public async Task A_push_counts_by_itself_and_once_after_it_was_recorded_by_hand(DatabaseKind kind)
    {
        await using var duties = await DutyTown.Started(kind);
        var east = duties.Town.EastVillage;
        duties.On(Monday.AddDays(20));
        var group = await Group(duties, east, "东沟村宣传群", new DateOnly(2026, 3, 20));
        Assert.Equal(DirectiveMeasures.Relayed, KindMeasures.Default(duties.Catalog, "push"));
        var duty = await duties.Opened(Weekly(east) with { MeasureKey = DutyMeasures.Work.Key });
        var assignment = await duties.AssignmentOf(duty, east);
        Assert.Null((await duties.Work(assignment.Id, Monday, 2)).Refusal);
        await duties.Count(new DirectiveRelayed(Guid.CreateVersion7(), group), Monday);
        Assert.Equal((StandingState.Met, 2L, 2L), await Stands(duties, duty, east));

        Assert.Null(await duties.Did(book => book.Rebind(duty, DirectiveMeasures.Relayed.Key, Monday.AddDays(7))));
        // The week that was counted by hand stays as it was.
        Assert.Equal((StandingState.Met, 2L, 2L), await Stands(duties, duty, east));
        Assert.Equal(0, (await Week(duties, duty, east, Monday.AddDays(9), week: 1)).Value);
        await duties.Count(new DirectiveRelayed(Guid.CreateVersion7(), group), Monday.AddDays(7));
        await duties.Count(new DirectiveRelayed(Guid.CreateVersion7(), group), Monday.AddDays(8));
        var next = await Week(duties, duty, east, Monday.AddDays(9), week: 1);
        Assert.Equal((StandingState.Met, 1L, 1L), (next.State, next.Value, next.Required));
    }

    /// <summary>Against a slow walk over days and groups, over random groups, relays and periods.</summary>
    [Fact]
    public void Every_verdict_is_what_walking_over_days_and_groups_says()
    {
        const int seed = 20260406;
        var random = new Random(seed);
        var met = 0;
        for (var scene = 0; scene < 4000; scene++)
        {
            var from = Monday.AddDays(random.Next(0, 20));
            var until = from.AddDays(random.Next(0, 15));
            var period = new DutyPeriod(from, until, from.AddDays(random.Next(0, until.DayNumber - from.DayNumber + 1)));
            var (unit, other) = ($"{Guid.Empty:N}/", $"{Guid.CreateVersion7():N}/");
            var groups = Enumerable
                .Range(0, random.Next(0, 5))
                .Select(_ => new StandingGroup(
                    Guid.CreateVersion7(),
                    random.Next(6) == 0 ? other : unit + (random.Next(2) == 0 ? $"{Guid.CreateVersion7():N}/" : ""),
                    from.AddDays(random.Next(-30, 6)),
                    random.Next(5) == 0 ? from.AddDays(random.Next(-5, 20)) : null
                ))
                .ToList();
            var relays = groups
                .SelectMany(group => Enumerable.Range(0, random.Next(0, 9)).Select(_ => (group.Id, Day: from.AddDays(random.Next(-3, 18)))))
                .ToList();
            var (each, today) = (random.Next(1, 4), from.AddDays(random.Next(-2, 20)));
            var run = DutyRun.From(from.AddDays(random.Next(-20, 3)));
            var need = new Need(each, NeedBasis.Groups);
            var row = new AskedRow
            {
                Id = Guid.CreateVersion7(),
                Duty = new AskedDuty(
                    Guid.CreateVersion7(),
                    1,
                    "推送",
                    "push",
                    false,
                    Timing.Once(from, until),
                    need,
                    Bound(DirectiveMeasures.Relayed.Key)
                ),
                UnitId = Guid.CreateVersion7(),
                UnitName = "东沟村",
                SortKey = "",
                Path = unit,
                NodeId = Guid.CreateVersion7(),
                Needed = each,
                EitherGroup = null,
                Run = run,
                DoerId = null,
                IsReturned = false,
            };

            var (required, days) = new EachGroup(
                groups,
                relays.GroupBy(relay => relay).OrderBy(day => day.Key.Day).ToLookup(day => day.Key.Id, day => new DayValue(day.Key.Day, day.Count()))
            ).Of([row], period, each);
            var (state, value, reachedOn) = Standings.Of(period, required, days, isWaived: false, today);

            var standing = groups.FindAll(group => group.UnitPath.StartsWith(unit, StringComparison.Ordinal) && Stood(group, period.DueOn));
            var whole = standing.FindAll(group => group.FromOn <= from);
            var asked = whole.Count > 0 ? whole : standing;
            long Done(DateOnly through) =>
                asked.Count(group =>
                    relays.Count(relay => relay.Id == group.Id && relay.Day >= from && relay.Day >= run.CountsFromOn && relay.Day <= through) >= each
                );
            var last = today < until ? today : until;
            var expected = last < from ? 0 : Done(last);
            DateOnly? reached = null;
            for (var day = from; day <= last && reached is null; day = day.AddDays(1))
                if (asked.Count > 0 && Done(day) == asked.Count)
                    reached = day;

            Assert.True((Math.Max(1, asked.Count), expected, reached) == (required, value, reachedOn), $"seed {seed}, scene {scene}");
            Assert.Equal(reached is { } on && on <= period.DueOn, state == StandingState.Met);
            met += state == StandingState.Met ? 1 : 0;
        }
        Assert.InRange(met, 100, 3900);
    }

    private static bool Stood(StandingGroup group, DateOnly day) => group.FromOn <= day && (group.UntilOn is not { } until || until > day);

    private static MeasureLine Bound(string key) =>
        MeasureLine.Of([
            new DutyBinding
            {
                TenantId = "",
                DutyId = Guid.Empty,
                FromOn = DutyTown.First,
                MeasureKey = key,
                FactId = Guid.Empty,
            },
        ]);
}
