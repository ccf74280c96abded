using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Tests.Units;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

public sealed class TalliesTests
{
    private static readonly DateOnly Monday = new(2026, 4, 6);

    [Theory, EveryDatabase]
    public async Task A_day_counts_under_the_parent_of_that_day(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);
        await Knock(tree, tree.Grid, Monday);
        Assert.Null(await tree.Move(tree.East, tree.Second, Monday.AddDays(1)));
        await Knock(tree, tree.Grid, Monday.AddDays(1));
        await Knock(tree, tree.East, Monday.AddDays(2));

        Assert.Equal(1, await Sum(tree, tree.First, Monday, Monday.AddDays(9)));
        Assert.Equal(2, await Sum(tree, tree.Second, Monday, Monday.AddDays(9)));
        Assert.Equal(3, await Sum(tree, tree.East, Monday, Monday.AddDays(9)));
        Assert.Equal(3, await Sum(tree, tree.Town, Monday, Monday.AddDays(9)));
        Assert.Equal(1, await Sum(tree, tree.Town, Monday.AddDays(1), Monday.AddDays(1)));
        var children = await ByChild(tree, tree.East, Monday, Monday.AddDays(9));
        Assert.Equal((2, 1), (children[tree.Grid], children[tree.East]));
    }

    [Theory, EveryDatabase]
    public async Task Only_one_campaign_is_counted_when_one_is_named(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);
        var campaign = Guid.CreateVersion7();
        await Knock(tree, tree.Grid, Monday, campaign);
        await Knock(tree, tree.Grid, Monday);

        await using var db = tree.Open();
        var scope = await ScopeOf(tree, tree.Town);
        Assert.Equal(1, await Tallies.Sum(db, Grove.Tenant, CountingModule.Visits, scope, Monday, Monday, campaign));
        Assert.Equal(2, await Tallies.Sum(db, Grove.Tenant, CountingModule.Visits, scope, Monday, Monday));
    }

    [Theory, EveryDatabase]
    public async Task Rebuilding_puts_right_what_was_wrong_and_touches_nothing_else(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);
        await Knock(tree, tree.Grid, Monday);
        await Knock(tree, tree.West, Monday);
        Assert.Equal(0, await Rebuild(tree));
        await using (var db = tree.Open())
        {
            await db.Set<Tally>().Where(tally => tally.NodeId == tree.Grid).ExecuteUpdateAsync(row => row.SetProperty(tally => tally.Value, 99));
            await db.Set<Tally>().Where(tally => tally.NodeId == tree.West).ExecuteDeleteAsync();
        }

        Assert.Equal(4, await Rebuild(tree));
        Assert.Equal(2, await Sum(tree, tree.Town, Monday, Monday));
        Assert.Equal(0, await Rebuild(tree));
    }

    /// <summary>Invariants 1, 2 and 3 of the design, against a plain count of the facts.</summary>
    [Theory, EveryDatabase]
    public async Task After_any_order_of_record_withdraw_resend_and_move_the_figures_are_those_of_the_facts(DatabaseKind kind)
    {
        foreach (var steps in Gen.Choose(0, int.MaxValue - 1).ListOf(40).Sample(6))
        {
            await using var walk = await Walk.Begin(kind);
            foreach (var step in steps)
                await walk.Step(step);
            await walk.Check();
        }
    }

    /// <summary>The same sums as asked one by one, for units at different heights, across moves of the node and of the unit itself.</summary>
    [Theory, EveryDatabase]
    public async Task Day_by_day_many_units_have_the_sums_of_each_alone(DatabaseKind kind)
    {
        await using var tree = await Grove.Plant(kind);
        var campaign = Guid.CreateVersion7();
        foreach (
            var (node, day) in (new[] { tree.Grid, tree.East, tree.West, tree.Town }).SelectMany(node =>
                Enumerable.Range(0, 4).Select(day => (node, day))
            )
        )
            await Knock(tree, node, Monday.AddDays(day), campaign);
        await Knock(tree, tree.Grid, Monday);
        Assert.Null(await tree.Move(tree.East, tree.Second, Monday.AddDays(1)));
        Assert.Null(await tree.Move(tree.Second, tree.First, Monday.AddDays(2)));
        Assert.Null(await tree.Move(tree.Grid, tree.West, Monday.AddDays(3)));

        await using var db = tree.Open();
        Guid[] units = [tree.Town, tree.First, tree.Second, tree.East, tree.West, tree.Grid];
        string[] measures = [CountingModule.Visits.Key, CountingModule.Leaflets.Key];
        var sums = (await Tallies.Daily(db, Grove.Tenant, measures, units, (Monday, Monday.AddDays(4)), campaign)).ToDictionary(
            sum => (sum.NodeId, sum.Measure, sum.Day),
            sum => sum.Value
        );
        foreach (var unit in units)
        foreach (var measure in (Measure[])[CountingModule.Visits, CountingModule.Leaflets])
            for (var day = Monday; day <= Monday.AddDays(4); day = day.AddDays(1))
                Assert.Equal(
                    await Tallies.Sum(db, Grove.Tenant, measure, await ScopeOf(tree, unit), day, day, campaign),
                    sums.GetValueOrDefault((unit, measure.Key, day))
                );
        Assert.NotEmpty(sums);
        var alone = await Tallies.Daily(db, Grove.Tenant, measures, [tree.West], (Monday, Monday.AddDays(4)), campaign);
        Assert.Equal(sums.Where(sum => sum.Key.NodeId == tree.West).Sum(sum => sum.Value), alone.Sum(sum => sum.Value));
        var at = await Tallies.DailyAt(db, Grove.Tenant, measures, [tree.Grid], (Monday, Monday), campaign);
        Assert.Equal([1L, 2], at.Select(sum => sum.Value).Order());
        Assert.Empty(await Tallies.Daily(db, Grove.Tenant, measures, [], (Monday, Monday), campaign));
    }

    private static async Task Knock(Grove tree, Guid node, DateOnly day, Guid campaign = default)
    {
        await using var db = tree.Open();
        db.Record(Counting.Entry(new DoorKnocked(node, 2), day: day, campaign: campaign));
        await db.SaveChangesAsync();
    }

    private static async Task<long> Sum(Grove tree, Guid unit, DateOnly from, DateOnly to)
    {
        await using var db = tree.Open();
        return await Tallies.Sum(db, Grove.Tenant, CountingModule.Visits, await ScopeOf(tree, unit), from, to);
    }

    private static async Task<IReadOnlyDictionary<Guid, long>> ByChild(Grove tree, Guid unit, DateOnly from, DateOnly to)
    {
        await using var db = tree.Open();
        return await Tallies.ByChild(db, Grove.Tenant, CountingModule.Visits, await ScopeOf(tree, unit), from, to);
    }

    private static async Task<Scope> ScopeOf(Grove tree, Guid unit)
    {
        await using var db = tree.Open();
        return (await db.Units.SingleAsync(row => row.TenantId == Grove.Tenant && row.Id == unit)).Scope;
    }

    private static async Task<int> Rebuild(Grove tree)
    {
        await using var db = tree.Open();
        return await Tallies.Rebuild(db, tree.Database.Services.GetRequiredService<FactCatalog>(), Grove.Tenant);
    }

    /// <summary>A random walk over one town; each number says what happens next.</summary>
    private sealed class Walk(Grove tree) : IAsyncDisposable
    {
        private readonly List<FactEntry> sent = [];
        private readonly List<Guid> nodes = [tree.Town, tree.First, tree.Second, tree.East, tree.West, tree.Grid];
        private DateOnly today = Monday;

        public static async Task<Walk> Begin(DatabaseKind kind) => new(await Grove.Plant(kind));

        public async Task Step(int number)
        {
            var (what, a, b) = (number % 8, number / 8 % 101, number / 808 % 97);
            if (what <= 2 || sent.Count == 0)
                await Send(Counting.Entry(new DoorKnocked(nodes[a % nodes.Count], b % 4), day: today.AddDays(-(b % 3))));
            else if (what == 3)
                await Send(sent[a % sent.Count]);
            else if (what == 4)
                await Send(Counting.Entry(new FactWithdrawn(sent[a % sent.Count].Id), day: today));
            else if (what == 5)
                await tree.Move(nodes[1 + a % (nodes.Count - 1)], nodes[b % nodes.Count], today);
            else if (what == 6)
                await CountGroup(b);
            else
                today = today.AddDays(1);
        }

        public async Task Check()
        {
            Assert.Equal(0, await Rebuild(tree));
            await using var db = tree.Open();
            var units = await db.Units.Where(unit => unit.TenantId == Grove.Tenant).ToListAsync();
            var standing = await Standing();
            for (var day = Monday.AddDays(-3); day <= today; day = day.AddDays(1))
                foreach (var unit in units)
                {
                    var sum = await Tallies.Sum(db, Grove.Tenant, CountingModule.Leaflets, unit.Scope, day, day);
                    var children = await Tallies.ByChild(db, Grove.Tenant, CountingModule.Leaflets, unit.Scope, day, day);
                    Assert.Equal(sum, children.Values.Sum());
                    Assert.Equal(standing.Where(fact => fact.Day == day && fact.Above.Contains(unit.Id)).Sum(fact => fact.Leaflets), sum);
                }
            var total = units.Single(unit => unit.Id == tree.Town);
            Assert.Equal(
                standing.Sum(fact => fact.Leaflets),
                await Tallies.Sum(db, Grove.Tenant, CountingModule.Leaflets, total.Scope, Monday.AddDays(-9), today)
            );
        }

        public ValueTask DisposeAsync() => tree.DisposeAsync();

        private async Task Send(FactEntry entry)
        {
            await using var db = tree.Open();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Record(entry);
            try
            {
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
            }
            // Withdrawing a withdrawal, or what is already withdrawn: refused or the same again, nothing changes.
            catch (DbUpdateConcurrencyException)
            {
                return;
            }
            sent.Add(entry);
        }

        private async Task CountGroup(int number)
        {
            var group = Guid.CreateVersion7();
            tree.Names[group] = "群";
            await using var db = tree.Open();
            if (await UnitTree.Count(db, Grove.Tenant, group, nodes[number % 6], today.AddDays(-2)) is not null)
                return;
            await db.SaveChangesAsync();
            await Send(Counting.Entry(new DoorKnocked(group, 3), day: today));
        }

        /// <summary>Facts that were not withdrawn, with the units above their node on their day, read without any of the engine's queries.</summary>
        private async Task<List<(DateOnly Day, int Leaflets, HashSet<Guid> Above)>> Standing()
        {
            await using var db = tree.Open();
            var facts = await db.Set<FactRow>().AsNoTracking().Where(fact => fact.TenantId == Grove.Tenant).ToListAsync();
            var places = await db.UnitPlacements.AsNoTracking().Where(place => place.TenantId == Grove.Tenant).ToListAsync();
            var gone = facts.Select(fact => fact.Withdraws).OfType<Guid>().ToHashSet();
            var knocks = sent.Where(entry => entry.Fact is DoorKnocked).DistinctBy(entry => entry.Id).Where(entry => !gone.Contains(entry.Id));
            return
            [
                .. knocks.Select(entry =>
                {
                    var place = places.Single(one => one.NodeId == entry.NodeId && one.FromOn <= entry.OnDay && one.UntilOn >= entry.OnDay);
                    var above = place.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N")).ToHashSet();
                    return (entry.OnDay, ((DoorKnocked)entry.Fact).Leaflets, above);
                }),
            ];
        }
    }
}
