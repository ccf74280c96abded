using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

/// <summary>
/// Random walks through real facts in both databases: work, counts of lower modules, withdrawals, resends, moves of units, reassignments, amendments,
/// re-bindings, waivers. At many days every standing must be what the slow calculator makes of the rows and the single facts.
/// </summary>
public sealed class StandingWalkTests
{
    private const int Walks = 5;
    private const int Steps = 70;

    [Theory, EveryDatabase]
    public async Task Every_standing_is_what_the_single_facts_say(DatabaseKind kind)
    {
        var cases = 0;
        var seen = new HashSet<StandingState>();
        for (var seed = 1; seed <= Walks; seed++)
        {
            await using var walk = await Walk.Begin(kind, seed);
            for (var step = 1; step <= Steps; step++)
            {
                await walk.Step();
                if (step % 14 == 0)
                    cases += await walk.Check(seen);
            }
        }

        Assert.True(cases >= 10_000, $"only {cases} cases");
        Assert.Equal(Enum.GetValues<StandingState>(), seen.Order());
    }

    private sealed class Walk(DutyTown town, Random random) : IAsyncDisposable
    {
        private static readonly Measure[] Measures = [DutyMeasures.Work, CampaignMeasures.LecturersTrained, CampaignMeasures.Staff];

        private readonly List<FactEntry> sent = [];
        private readonly List<Guid> records = [];
        private DateOnly now = DutyTown.First.AddDays(3);

        private Unit[] Units =>
            [town.Town.EastVillage, town.Town.WestVillage, town.Town.SouthVillage, town.Town.School, town.Town.Bank, town.Town.PoliceStation];

        public static async Task<Walk> Begin(DatabaseKind kind, int seed)
        {
            var walk = new Walk(await DutyTown.Build(kind), new Random(seed));
            await walk.Plant();
            return walk;
        }

        public async Task Step()
        {
            town.On(now);
            switch (random.Next(16))
            {
                case < 4:
                    await Work();
                    break;
                case < 6:
                    var grid = Pick<Unit>([
                        town.Town.EastFirstGrid,
                        town.Town.EastSecondGrid,
                        town.Town.WestGrid,
                        town.Town.SchoolClass,
                        town.Town.Bank,
                    ]);
                    await Send(Entry(new LecturerTrained(town.Campaign.Id, Guid.CreateVersion7(), Guid.CreateVersion7(), grid.Id)));
                    break;
                case 6:
                    await Send(Entry(new ResourceRecorded(town.Campaign.Id, Pick(Units).Id, Guid.CreateVersion7(), "people", random.Next(1, 4))));
                    break;
                case 7:
                    await WithdrawWork();
                    break;
                case 8 when sent.Count > 0:
                    await Send(random.Next(2) == 0 ? Pick(sent) : Entry(new FactWithdrawn(Pick(sent).Id)));
                    break;
                case 9:
                    await Move();
                    break;
                case 10:
                    await With(async (book, one) => (await book.Reassign(one.Id, Pick(Units).Id, now)).Refusal is null);
                    break;
                case 11:
                    await With(async (book, one) => await book.Rebind(one.DutyId, Pick(Measures).Key, now.AddDays(-random.Next(0, 20))) is null);
                    break;
                case 12:
                    await With(async (book, one) => (await book.Change(town.Campaign, one.DutyId, Draft(), now)).Refusal is null);
                    break;
                case 13:
                    await Waive();
                    break;
                case 14 when random.Next(3) == 0:
                    await With(
                        async (book, one) => (random.Next(2) == 0 ? await book.Drop(one.DutyId, now) : await book.Release(one.Id, now)) is null
                    );
                    break;
                default:
                    now = now.AddDays(random.Next(1, 6));
                    break;
            }
        }

        public async Task<int> Check(HashSet<StandingState> seen)
        {
            var cases = 0;
            var slow = await SlowBook.Read(town);
            foreach (var today in (DateOnly[])[now, now.AddDays(-random.Next(5, 25)), DutyTown.Last.AddDays(3)])
            {
                var standings = await town.Standings(today);
                var expected = slow.Standings(town.Campaign, today);
                Assert.Equal(
                    expected,
                    standings
                        .Select(one =>
                            (
                                one.AssignmentId,
                                one.Period.FromOn,
                                one.Period.UntilOn,
                                one.Period.DueOn,
                                one.State,
                                one.Value,
                                one.Required,
                                one.ReachedOn
                            )
                        )
                        .Order()
                );
                cases += standings.Count;
                // Asked alone, a unit stands as it does among all.
                var unit = Pick(Units);
                Assert.Equal(standings.Where(one => one.UnitId == unit.Id), await town.Standings(today, all => all with { UnitId = unit.Id }));
                seen.UnionWith(standings.Select(one => one.State));
            }
            return cases;
        }

        public ValueTask DisposeAsync() => town.DisposeAsync();

        private async Task Plant()
        {
            await using (var db = town.Open())
            {
                foreach (
                    var (unit, from, until) in ((Unit, int, int)[])
                        [(town.Town.Township, -40, 60), (town.Town.School, -50, 40), (town.Town.School, 55, 200)]
                )
                    db.Add(
                        new SchoolSeason
                        {
                            TenantId = Town.TenantId,
                            Id = Guid.CreateVersion7(),
                            UnitId = unit.Id,
                            Name = "学期",
                            IsTerm = true,
                            FromOn = DutyTown.First.AddDays(from),
                            UntilOn = DutyTown.First.AddDays(until),
                        }
                    );
                foreach (
                    var (unit, rule, numbers) in ((Unit, MarketRule, string)[])
                        [(town.Town.Township, MarketRule.DayEndings, "3,8"), (town.Town.WestVillage, MarketRule.LunarDays, "1,15")]
                )
                    db.Add(
                        new Market
                        {
                            TenantId = Town.TenantId,
                            Id = Guid.CreateVersion7(),
                            UnitId = unit.Id,
                            Name = "集市",
                            Rule = rule,
                            Numbers = numbers,
                        }
                    );
                await db.SaveChangesAsync();
            }
            for (var i = 0; i < 12; i++)
                await town.Opened(Draft());
        }

        private DutyDraft Draft()
        {
            var units = Units.OrderBy(_ => random.Next()).Take(random.Next(2, 6)).ToList();
            var from = DutyTown.First.AddDays(random.Next(0, 30));
            var until = random.Next(2) == 0 ? DutyTown.Last : from.AddDays(random.Next(10, 90));
            var per = (CadencePer)random.Next(8);
            int? due = random.Next(2) == 0 ? null : random.Next(1, per == CadencePer.Week ? 8 : 29);
            var timing = random.Next(8) switch
            {
                0 => Timing.Once(from, from.AddDays(random.Next(3, 25))),
                1 => Timing.Continuous(from, until),
                2 => Timing.AtOnce(from),
                3 => Timing.Each(CadencePer.Month, 1, from, DutyTown.Last, random.Next(5, 12)),
                _ => Timing.Each(per, random.Next(1, 3), from, until, due),
            };
            return DutyTown.Draft(timing) with
            {
                FromOn = DutyTown.First.AddDays(random.Next(0, 4)),
                MeasureKey = Pick(Measures).Key,
                Assignments =
                [
                    .. units.Select(
                        (unit, i) =>
                            new AssignmentDraft(unit.Id, i < 2 && random.Next(3) == 0 ? 1 : null, random.Next(0, 8) == 0 ? 0 : random.Next(1, 3))
                    ),
                ],
            };
        }

        private async Task Work()
        {
            if (await Running(ended: random.Next(3) == 0) is not { } one)
                return;
            var record = await town.Work(one.Id, one.EndedOn ?? now.AddDays(-random.Next(0, 12)), random.Next(1, 3));
            if (record.Refusal is null)
                records.Add(record.Value!.Id);
        }

        private async Task WithdrawWork()
        {
            if (records.Count == 0)
                return;
            var id = Pick(records);
            await using var db = town.Open();
            var record = await db.Set<WorkRecord>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == id);
            var assignment = await db.Set<DutyAssignment>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == record.AssignmentId);
            new DutyWork(db, town.Clerk, town.Town.Clock).Withdraw(assignment, record);
            await db.SaveChangesAsync();
        }

        private async Task Move()
        {
            var node = Pick<Unit>([town.Town.EastFirstGrid, town.Town.EastSecondGrid, town.Town.WestGrid, town.Town.School, town.Town.Bank]);
            var parent = Pick<Unit>([town.Town.Township, town.Town.EastVillage, town.Town.WestVillage, town.Town.SouthVillage]);
            await using var db = town.Open();
            if (await UnitTree.Move(db, Town.TenantId, node.Id, parent.Id, now) is null)
                await db.SaveChangesAsync();
        }

        private async Task Waive()
        {
            if (await Running() is not { } one)
                return;
            await using var db = town.Open();
            var assignment = await db.Set<DutyAssignment>().SingleAsync(row => row.TenantId == Town.TenantId && row.Id == one.Id);
            var work = new DutyWork(db, town.Clerk, town.Town.Clock);
            var given = await db.Set<Waiver>().Where(row => row.TenantId == Town.TenantId && row.WithdrawnAt == null).ToListAsync();
            if (given.Count > 0 && random.Next(3) == 0)
            {
                var waiver = Pick(given);
                work.Withdraw(
                    await db.Set<DutyAssignment>().SingleAsync(row => row.TenantId == Town.TenantId && row.Id == waiver.AssignmentId),
                    waiver
                );
            }
            else
            {
                var periods = (await town.Standings(now, all => all with { AssignmentId = one.Id })).Select(standing => standing.Period).ToList();
                await work.Waive(assignment, periods.Count == 0 || random.Next(5) == 0 ? null : Pick(periods), "本期不具备条件。");
            }
            await db.SaveChangesAsync();
        }

        /// <summary>Does something in the book to a random running assignment or its duty; what is refused is not done.</summary>
        private async Task With(Func<DutyBook, DutyAssignment, Task<bool>> what)
        {
            if (await Running() is not { } one)
                return;
            await using var db = town.Open();
            if (await what(town.Book(db), one))
                await db.SaveChangesAsync();
        }

        private async Task<DutyAssignment?> Running(bool ended = false)
        {
            await using var db = town.Open();
            var found = await (
                from one in db.Set<DutyAssignment>().AsNoTracking()
                join duty in db.Set<Duty>() on new { one.TenantId, one.DutyId } equals new { duty.TenantId, DutyId = duty.Id }
                where one.TenantId == Town.TenantId && (one.EndedOn == null) != ended
                select new { one, duty.Number }
            ).ToListAsync();
            // Not by id: what was made in one millisecond stands in another order in each run.
            var places = Units.Select(unit => unit.Id).ToList();
            var inOrder = found.OrderBy(row => row.Number).ThenBy(row => row.one.FromOn).ThenBy(row => places.IndexOf(row.one.UnitId)).ToList();
            return inOrder.Count == 0 ? null : Pick(inOrder).one;
        }

        private FactEntry Entry(Fact fact)
        {
            var day = now.AddDays(-random.Next(0, 8));
            var at = DateTime.SpecifyKind(day.ToDateTime(new TimeOnly(4, 0)), DateTimeKind.Utc);
            return new FactEntry(
                Town.TenantId,
                Guid.CreateVersion7(new DateTimeOffset(at)),
                fact,
                town.Town.Township.Id,
                fact.Node ?? town.Town.Township.Id,
                town.Clerk.PersonId,
                random.Next(8) == 0 ? Guid.Empty : town.Campaign.Id,
                at,
                at,
                day,
                FactSource.Console
            );
        }

        private async Task Send(FactEntry entry)
        {
            await using var db = town.Open();
            db.Record(entry);
            try
            {
                await db.SaveChangesAsync();
            }
            // Withdrawing a withdrawal: refused, nothing changes.
            catch (DbUpdateConcurrencyException)
            {
                return;
            }
            sent.Add(entry);
        }

        private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}

/// <summary>All rows and all single facts of a town, and what the slow calculator makes of them.</summary>
internal sealed class SlowBook
{
    private readonly List<Duty> duties = [];
    private readonly List<DutyAssignment> assignments = [];
    private readonly List<DutyBinding> bindings = [];
    private readonly List<Waiver> waivers = [];
    private readonly List<SchoolSeason> seasons = [];
    private readonly List<Market> markets = [];
    private readonly Dictionary<Guid, string> paths = [];
    private readonly List<(DateOnly Day, string Measure, Guid Node, long Value, string Path)> counted = [];

    public static async Task<SlowBook> Read(DutyTown town)
    {
        var book = new SlowBook();
        await using var db = town.Open();
        book.duties.AddRange(await db.Set<Duty>().AsNoTracking().Where(row => row.TenantId == Town.TenantId).ToListAsync());
        book.assignments.AddRange(await db.Set<DutyAssignment>().AsNoTracking().Where(row => row.TenantId == Town.TenantId).ToListAsync());
        book.bindings.AddRange(await db.Set<DutyBinding>().AsNoTracking().Where(row => row.TenantId == Town.TenantId).ToListAsync());
        book.waivers.AddRange(
            await db.Set<Waiver>().AsNoTracking().Where(row => row.TenantId == Town.TenantId && row.WithdrawnAt == null).ToListAsync()
        );
        book.seasons.AddRange(await db.Set<SchoolSeason>().AsNoTracking().Where(row => row.TenantId == Town.TenantId).ToListAsync());
        book.markets.AddRange(await db.Set<Market>().AsNoTracking().Where(row => row.TenantId == Town.TenantId).ToListAsync());
        foreach (var unit in await db.Units.AsNoTracking().Where(unit => unit.TenantId == Town.TenantId).ToListAsync())
            book.paths[unit.Id] = unit.Path;
        var places = await db.UnitPlacements.AsNoTracking().Where(place => place.TenantId == Town.TenantId).ToListAsync();
        var facts = await db.Set<FactRow>().AsNoTracking().Where(fact => fact.TenantId == Town.TenantId).ToListAsync();
        var gone = facts.Select(fact => fact.Withdraws).OfType<Guid>().ToHashSet();
        foreach (var fact in facts.Where(fact => fact.CampaignId == town.Campaign.Id && !gone.Contains(fact.Id) && fact.Withdraws is null))
        foreach (var posting in town.Catalog.Read(fact.Kind, fact.Payload).Postings)
            book.counted.Add(
                (
                    fact.OnDay,
                    posting.Measure.Key,
                    fact.NodeId,
                    posting.Value,
                    places.Find(place => place.NodeId == fact.NodeId && place.FromOn <= fact.OnDay && place.UntilOn >= fact.OnDay)?.Path ?? ""
                )
            );
        return book;
    }

    public IEnumerable<(Guid, DateOnly, DateOnly, DateOnly, StandingState, long, long, DateOnly?)> Standings(DutyCampaign campaign, DateOnly today)
    {
        var found = new List<(Guid, DateOnly, DateOnly, DateOnly, StandingState, long, long, DateOnly?)>();
        foreach (var one in assignments.Where(one => one.Needed > 0))
        {
            var duty = duties.Single(row => row.Id == one.DutyId);
            var timing = Timing.Stored(duty.TimingKind, duty.TimingFromOn, duty.TimingUntilOn, duty.Times, duty.Per, duty.DueDay);
            var byDay = Counted(one).GroupBy(fact => fact.Day).ToDictionary(day => day.Key, day => day.Sum(fact => fact.Value));
            foreach (
                var stretch in SlowCalculator.Stretches(
                    timing,
                    campaign.Period,
                    new DutyRun(one.FromOn, one.CountsFromOn, one.EndedOn),
                    SourcesOf(one.UnitId)
                )
            )
            {
                var waived = waivers.Exists(waiver =>
                    waiver.AssignmentId == one.Id && (waiver.PeriodOn is not { } day || stretch.First <= day && day <= stretch.Last)
                );
                var verdict = SlowCalculator.Judge(stretch, (long)one.Needed * duty.Times, day => byDay.GetValueOrDefault(day), waived, today);
                found.Add((one.Id, verdict.First, verdict.Last, verdict.Due, verdict.State, verdict.Value, verdict.Required, verdict.ReachedOn));
            }
        }
        return found.Where(one => one.Item2 <= DutyTown.Last && one.Item3 >= DutyTown.First).Order();
    }

    private IEnumerable<(DateOnly Day, long Value)> Counted(DutyAssignment one)
    {
        var together = one.EitherGroup is null
            ? [one]
            : assignments.Where(other => other.DutyId == one.DutyId && other.EitherGroup == one.EitherGroup && other.Needed > 0).ToList();
        return from member in together
            where
                !together.Any(other =>
                    other.UnitId != member.UnitId && paths[member.UnitId].StartsWith(paths[other.UnitId], StringComparison.Ordinal)
                )
            from fact in counted
            where fact.Day >= member.CountsFromOn && (member.EndedOn is null || fact.Day <= member.EndedOn)
            where fact.Measure == MeasureOn(member.DutyId, fact.Day)
            where fact.Measure == "duties.work" ? fact.Node == member.NodeId : fact.Path.Contains($"{member.UnitId:N}/", StringComparison.Ordinal)
            select (fact.Day, fact.Value);
    }

    private string MeasureOn(Guid dutyId, DateOnly day)
    {
        var own = bindings.Where(binding => binding.DutyId == dutyId).OrderBy(binding => binding.FromOn).ToList();
        return (own.LastOrDefault(binding => binding.FromOn <= day) ?? own[0]).MeasureKey;
    }

    private PeriodSources SourcesOf(Guid unitId)
    {
        var above = paths[unitId].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N")).Reverse().ToList();
        var school = above.Find(id => seasons.Exists(season => season.UnitId == id && season.IsTerm));
        var market = above.Find(id => markets.Exists(one => one.UnitId == id));
        return new PeriodSources(
            WorkingCalendar.National,
            [
                .. seasons
                    .Where(season => season.UnitId == school && season.IsTerm)
                    .OrderBy(season => season.FromOn)
                    .Select(season => new SchoolTerm(season.FromOn, season.UntilOn)),
            ],
            [.. markets.Where(one => one.UnitId == market).Select(one => one.Days)]
        );
    }
}
