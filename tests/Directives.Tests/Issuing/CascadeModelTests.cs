using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
using Wuzha.Directives.Relays;
using Wuzha.Guard.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Directives.Tests.Issuing;

/// <summary>
/// A whole county: 20 townships, 400 villages, 12 000 groups. A directive goes down all levels while nodes are killed, answers are lost, requests come twice
/// and in any order; afterwards every receipt, sum and tally is told anew from the book of facts alone and must be the same.
/// </summary>
public sealed class CascadeModelTests
{
    private const int Townships = 20;
    private const int VillagesEach = 20;
    private const int GroupsEach = 30;

    [Theory, EveryDatabase]
    public async Task No_receipt_is_lost_or_doubled_in_a_county_where_everything_goes_wrong(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var county = await County.Build(town);
        var random = new Random(20260403);

        var root = await county.Issue(county.Top, above: null, AddressLine.UnitsOf + UnitKinds.Township.Key);
        Assert.Equal(Townships, root.Addressed);
        await county.Drag(root, random, county.Townships);
        foreach (var township in county.Townships.Order(random).Take(Townships - 2))
        {
            var below = await county.Issue(township, root, AddressLine.UnitsOf + UnitKinds.Village.Key);
            await county.Drag(below, random, [.. county.Villages.Where(village => village.ParentId == township.Id)]);
        }
        var directives = await county.Directives();
        foreach (var village in county.Villages.Order(random).Take(5))
            if (directives.Find(one => one.UnitId == village.ParentId) is { } above)
                await county.Issue(village, above, AddressLine.GroupsOf + "village");
        var groups = await county.Issue(county.Top, above: null, AddressLine.GroupsOf + "village");
        Assert.Equal(Townships * VillagesEach * GroupsEach, groups.Relays);

        await county.Check();
    }

    [Theory, EveryDatabase]
    public async Task Whoever_does_not_sign_is_asked_once_and_left_alone_once_he_signs_wherever_the_job_is_killed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var county = await County.Build(town, villagesOf: 1);
        var township = county.Townships[0];
        var directive = await county.Issue(township, above: null, AddressLine.UnitsOf + UnitKinds.Village.Key);
        var signed = county.Villages.Take(6).ToList();
        foreach (var village in signed)
            await county.Sign(directive, village);
        town.Clock.Set(directive.DueAt!.Value.AddHours(-1));

        for (var at = 0; ; at++)
        {
            var fault = new Fault(at);
            await using var db = county.Open(fault);
            try
            {
                await AskReceipts.Ask(db, Town.TenantId, town.Clock);
                break;
            }
            catch (KilledException) { }
        }

        var asked = await county.Book<MatterUnsettled>("messaging.matter-unsettled");
        Assert.Equal(
            county.Villages.Except(signed).Select(village => village.Id).Order(),
            asked.Select(fact => ((MatterUnsettled)fact.Fact).About.UnitId).Order()
        );
        town.Clock.Advance(TimeSpan.FromMinutes(5));
        foreach (var village in county.Villages)
            await county.Sign(directive, village);
        Assert.Equal(VillagesEach - signed.Count, (await county.Book<MatterSettled>("messaging.matter-settled")).Count);
        await county.Check();
    }

    /// <summary>The job that tells the receivers, killed at any statement and begun anew, wishes each message once.</summary>
    [Theory, EveryDatabase]
    public async Task Everybody_is_told_once_wherever_the_job_is_killed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var county = await County.Build(town, villagesOf: 1);
        var directive = await county.Issue(county.Townships[0], above: null, AddressLine.UnitsOf + UnitKinds.Village.Key);
        var job = new Platform.Jobs.JobRun(
            Town.TenantId,
            Guid.CreateVersion7(),
            TellReceivers.Job(directive, TellReceivers.Issued, town.Clock.Now).Payload,
            1
        );

        for (var at = 0; ; at++)
        {
            await using var db = county.Open(new Fault(at));
            try
            {
                await TellReceivers.Run(town.Host.Services, db, job);
                break;
            }
            catch (KilledException) { }
        }
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        await using (var again = town.Open())
            await TellReceivers.Run(town.Host.Services, again, job);

        var wishes = await county.Book<MessageWanted>("messaging.message-wanted");
        Assert.Equal(county.Villages.Select(village => village.Id).Order(), wishes.Select(wish => ((MessageWanted)wish.Fact).About.UnitId).Order());
    }

    /// <summary>The invented county, beside the town, and what can happen to it.</summary>
    private sealed class County(Town town)
    {
        private readonly Dictionary<Guid, Unit> units = [];

        public Unit Top { get; private set; } = null!;
        public List<Unit> Townships { get; } = [];
        public List<Unit> Villages { get; } = [];

        public static async Task<County> Build(Town town, int villagesOf = CascadeModelTests.Townships)
        {
            var county = new County(town);
            await using var db = town.Open();
            county.Top = county.Add(db, null, UnitKinds.County, "岚汀县", 0);
            for (var t = 0; t < CascadeModelTests.Townships; t++)
            {
                var township = county.Add(db, county.Top, UnitKinds.Township, $"第{t + 1}镇", t);
                county.Townships.Add(township);
                for (var v = 0; v < VillagesEach && t < villagesOf; v++)
                {
                    var village = county.Add(db, township, UnitKinds.Village, $"第{t + 1}镇第{v + 1}村", v);
                    county.Villages.Add(village);
                }
            }
            await db.SaveChangesAsync();
            if (villagesOf == CascadeModelTests.Townships)
                await county.AddGroups(db);
            return county;
        }

        private async Task AddGroups(Db db)
        {
            foreach (var village in Villages)
                for (var g = 0; g < GroupsEach; g++)
                {
                    var group = new Group
                    {
                        TenantId = Town.TenantId,
                        Id = Guid.CreateVersion7(),
                        UnitId = village.Id,
                        Name = $"{village.Name}{g + 1}组群",
                    };
                    var typed = new GroupTyped(GroupKind.Village, group.Name, GroupPlace.WeChat, null, null, null, null, null, null, null, null);
                    group.Describe(typed);
                    group.StandSince(new DateOnly(2026, 4, 1), Guid.CreateVersion7());
                    db.Add(group);
                }
            await db.SaveChangesAsync();
        }

        private Unit Add(Db db, Unit? parent, UnitKind kind, string name, int place)
        {
            var unit = UnitTree.Add(
                db,
                Town.TenantId,
                parent,
                Guid.CreateVersion7(),
                kind.Key,
                name,
                $"{kind.Order:00}{place:0000}",
                new DateOnly(2026, 1, 1)
            );
            return units[unit.Id] = unit;
        }

        public Db Open(Fault fault)
        {
            var options = new DbContextOptionsBuilder<Db>();
            var services = town.Host.Services;
            services.GetRequiredService<Dialect>().Configure(options, fault);
            var db = ActivatorUtilities.CreateInstance<Db>(services, options.Options);
            db.ActFor(Town.TenantId);
            return db;
        }

        private Viewer At(Unit unit) => town.ViewerOf(town.Of(Roles.OfficeClerk)) with { UnitId = unit.Id, UnitName = unit.Name, Scope = unit.Scope };

        public async Task<Directive> Issue(Unit unit, Directive? above, string reach)
        {
            await using var db = town.Open();
            var viewer = At(unit);
            var asked = new DirectiveQuestion(
                db,
                viewer,
                town.Host.Services.GetRequiredService<Vault>(),
                town.Host.Services.GetRequiredService<BurdenSources>(),
                town.Clock
            );
            var typed = new DirectiveTyped(DirectiveKind.Directive, "全县集中宣传", "", Guid.Empty, "two-days", Roles.Liaison.Key, 5);
            var directive = DraftDirective.Begin(db, viewer, town.Clock, typed, above);
            await Addressing.Write(db, viewer, directive.Id, [(unit.Id, reach)], null);
            await db.SaveChangesAsync();
            Assert.Null(await IssueDirective.TryIssue(asked, directive));
            return directive;
        }

        /// <summary>Each unit signs, returns, does both or nothing; each request is sent once, twice at once, or is killed before or after its commit.</summary>
        public async Task Drag(Directive directive, Random random, IReadOnlyList<Unit> receivers)
        {
            var doings = receivers
                .SelectMany(unit => Enumerable.Repeat(unit, random.Next(1, 4)))
                .Order(random)
                .Select(unit =>
                    (Func<Task>)(
                        random.Next(6) switch
                        {
                            0 => () => Return(directive, unit),
                            1 => () => Killed(directive, unit),
                            2 => () => Task.WhenAll(Sign(directive, unit), Sign(directive, unit), Return(directive, unit)),
                            3 => () => Task.CompletedTask,
                            _ => () => Sign(directive, unit),
                        }
                    )
                );
            foreach (var doing in doings.Chunk(7))
            {
                await Task.WhenAll(doing.Select(one => one()));
                town.Clock.Advance(TimeSpan.FromMinutes(random.Next(0, 180)));
            }
        }

        public async Task Sign(Directive directive, Unit unit)
        {
            var answer = await town
                .Host.Services.GetRequiredService<WriteQueue>()
                .Append([SignReceipt.Entry(At(unit), IssuedDirective.Of(directive), unit.Id, town.Clock)]);
            Assert.True(answer is [FactOutcome.Accepted] or [FactOutcome.AlreadyHad] or [FactOutcome.Conflict]);
        }

        /// <summary>The node dies after it has written everything and before it commits.</summary>
        private async Task Killed(Directive directive, Unit unit)
        {
            await using var db = town.Open();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Record(SignReceipt.Entry(At(unit), IssuedDirective.Of(directive), unit.Id, town.Clock));
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody else had signed.
            }
        }

        private async Task Return(Directive directive, Unit unit)
        {
            await using var db = town.Open();
            var receipt = await db.Set<Receipt>()
                .SingleAsync(one => one.TenantId == Town.TenantId && one.DirectiveId == directive.Id && one.UnitId == unit.Id);
            if (receipt.Return(directive, "不归本单位办理") is not null)
                return;

            db.Record(ReturnReceipt.Entry(At(unit), directive, unit.Id, town.Clock));
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                // It was returned a moment before.
            }
        }

        public async Task<List<Directive>> Directives()
        {
            await using var db = town.Open();
            return await db.Set<Directive>().AsNoTracking().Where(one => one.TenantId == Town.TenantId).ToListAsync();
        }

        public async Task<List<(FactRow Row, Fact Fact)>> Book<TFact>(string kind)
        {
            await using var db = town.Open();
            var rows = await db.Set<FactRow>().AsNoTracking().Where(fact => fact.TenantId == Town.TenantId && fact.Kind == kind).ToListAsync();
            return rows.ConvertAll(row => (row, (Fact)(object)JsonSerializer.Deserialize<TFact>(row.Payload, FactCatalog.PayloadJson)!));
        }

        /// <summary>Tells every receipt, every sum and every tally anew from the facts.</summary>
        public async Task Check()
        {
            var signed = (await Book<ReceiptSigned>("directives.receipt-signed")).ConvertAll(one => (one.Row, Fact: (ReceiptSigned)one.Fact));
            var returned = (await Book<ReceiptReturned>("directives.receipt-returned")).ConvertAll(one => (one.Row, Fact: (ReceiptReturned)one.Fact));
            Assert.Equal(signed.Count, signed.Select(one => (one.Fact.DirectiveId, one.Fact.UnitId)).Distinct().Count());
            var signedOf = signed.ToDictionary(one => (one.Fact.DirectiveId, one.Fact.UnitId), one => one.Row);
            var returnedOf = returned.ToDictionary(one => (one.Fact.DirectiveId, one.Fact.UnitId), one => one.Row);

            await using var db = town.Open();
            var receipts = await db.Set<Receipt>().AsNoTracking().Where(one => one.TenantId == Town.TenantId).ToListAsync();
            foreach (var receipt in receipts)
            {
                var key = (receipt.DirectiveId, receipt.UnitId);
                Assert.Equal(signedOf.GetValueOrDefault(key)?.OccurredAt, receipt.SignedAt);
                Assert.Equal(signedOf.GetValueOrDefault(key)?.ActorId, receipt.SignedBy);
                Assert.Equal(returnedOf.GetValueOrDefault(key)?.OccurredAt, receipt.ReturnedAt);
            }
            Assert.Superset(signedOf.Keys.ToHashSet(), receipts.Select(one => (one.DirectiveId, one.UnitId)).ToHashSet());

            foreach (var directive in await Directives())
            {
                var own = receipts.Where(one => one.DirectiveId == directive.Id).ToList();
                Assert.Equal(directive.Addressed, own.Count);
                Assert.Equal(directive.Signed, own.Count(one => one.SignedAt != null));
                Assert.Equal(directive.SignedLate, own.Count(one => one.SignedAt > directive.DueAt));
                Assert.Equal(directive.Returned, own.Count(one => one.SignedAt == null && one.ReturnedAt != null));
                Assert.Equal(directive.FirstSignedAt, own.Min(one => one.SignedAt));
                Assert.Equal(directive.LastSignedAt, own.Max(one => one.SignedAt));
                Assert.Equal(
                    directive.Relays,
                    await db.Set<Relay>().CountAsync(one => one.TenantId == Town.TenantId && one.DirectiveId == directive.Id)
                );
            }

            var tallies = await db.Set<Tally>()
                .Where(tally => tally.TenantId == Town.TenantId && tally.Measure == DirectiveMeasures.ReceiptsSigned.Key && tally.Value != 0)
                .ToDictionaryAsync(tally => (tally.NodeId, tally.Day), tally => tally.Value);
            Assert.Equal(
                signed.GroupBy(one => (one.Fact.UnitId, one.Row.OnDay)).ToDictionary(group => group.Key, group => (long)group.Count()),
                tallies
            );
        }
    }
}

file static class Shuffled
{
    public static IEnumerable<T> Order<T>(this IEnumerable<T> all, Random random) =>
        all.Select(one => (one, random.Next())).ToList().OrderBy(pair => pair.Item2).Select(pair => pair.one);
}
