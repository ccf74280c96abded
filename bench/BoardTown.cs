using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Duties;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Tenants;
using Wuzha.Platform.Units;
using Wuzha.Web;

namespace Wuzha.Bench;

/// <summary>How large the board is: units that owe duties, duties, and on how many days each of them was worked at.</summary>
/// <param name="Townships">Over the units; one stands for a township that keeps its own board.</param>
internal sealed record BoardSize(string Name, int Townships, int Villages, int Duties, int Days)
{
    public const int Grids = 4;
}

/// <summary>A campaign of 150 days in its fourth month, all modules' tables, work recorded on the duties of every village and one duty in ten measured at its grids.</summary>
internal sealed class BoardTown : IAsyncDisposable
{
    public const string Tenant = "bench";
    private const int PassedDays = 92;
    private const int WholeDays = 150;
    private const int Batch = 2000;

    private readonly ServiceProvider services;
    private readonly BoardSize size;
    private readonly DateOnly today = LocalDay.Today(TimeProvider.System);
    private readonly List<Unit> villages = [];
    private readonly Dictionary<Guid, List<Guid>> grids = [];
    private List<(Guid Node, Guid Unit, DateOnly Day)> work = [];
    private List<(Guid Grid, DateOnly Day)> visits = [];

    private BoardTown(ServiceProvider services, BoardSize size) => (this.services, this.size) = (services, size);

    public Viewer Office { get; private set; } = null!;

    public CampaignHead Campaign { get; private set; } = null!;

    public DateOnly Today => today;

    public FactCatalog Catalog => services.GetRequiredService<FactCatalog>();

    public static async Task<BoardTown> On(WuzhaOptions options, BoardSize size)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(options, new ModuleList([.. Modules.All.All, new BenchModule()]));
        var town = new BoardTown(services.BuildServiceProvider(), size);
        await town.PlantUnits();
        await town.OpenDuties();
        await town.services.GetRequiredService<WriteQueue>().StartAsync(CancellationToken.None);
        await town.Work();
        return town;
    }

    public AsyncServiceScope Scope(out Db db)
    {
        var scope = services.CreateAsyncScope();
        db = scope.ServiceProvider.GetRequiredService<Db>();
        db.ActFor(Tenant);
        return scope;
    }

    /// <summary>The same work once more: a village that writes down ten visits a day where it wrote down one.</summary>
    public async Task Work()
    {
        var queue = services.GetRequiredService<WriteQueue>();
        foreach (var some in work.Chunk(Batch))
            await queue.Append([
                .. some.Select(one => Fact(new WorkRecorded(one.Node, Guid.CreateVersion7(), one.Node, one.Unit, 1), one.Unit, one.Node, one.Day)),
            ]);
        foreach (var some in visits.Chunk(Batch))
            await queue.Append([
                .. some.Select(one =>
                    Fact(new VisitMade(one.Grid, one.Grid, one.Grid, one.Grid, one.Grid, one.Grid, 1, 2, true), one.Grid, one.Grid, one.Day)
                ),
            ]);
    }

    public async ValueTask DisposeAsync()
    {
        await services.GetRequiredService<WriteQueue>().StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    private FactEntry Fact(Fact fact, Guid unit, Guid node, DateOnly day)
    {
        var at = LocalDay.Start(day).AddHours(12);
        return new(Tenant, Guid.CreateVersion7(), fact, unit, node, node, Campaign.Id, at, at, day, FactSource.Console);
    }

    private async Task PlantUnits()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.ActForAll();
        await Schema.CreateFromModel(db);
        db.Add(
            new Tenant
            {
                Id = Tenant,
                Name = "试验县",
                TimeZone = "Asia/Shanghai",
                PublicAddress = "http://localhost",
                Organiser = "试验县反诈工作领导小组办公室",
            }
        );
        var county = Add(db, null, UnitKinds.County, "试验县");
        var top = county;
        for (var town = 0; town < size.Townships; town++)
        {
            var township = Add(db, county, UnitKinds.Township, $"{town + 1}镇");
            top = size.Townships == 1 ? township : county;
            for (var at = 0; at < size.Villages / size.Townships; at++)
            {
                var village = Add(db, township, UnitKinds.Village, $"{at + 1}村");
                villages.Add(village);
                grids[village.Id] = [.. Enumerable.Range(1, BoardSize.Grids).Select(grid => Add(db, village, UnitKinds.Grid, $"{grid}网格").Id)];
            }
        }
        await db.SaveChangesAsync();
        Office = new Viewer
        {
            TenantId = Tenant,
            AccountId = Guid.Empty,
            PersonId = Guid.Empty,
            AppointmentId = Guid.Empty,
            UnitId = top.Id,
            UnitName = top.Name,
            Scope = top.Scope,
            Role = Roles.OfficeClerk.Key,
            RoleName = Roles.OfficeClerk.Name,
            PersonName = "",
            Acts = Permissions.ActsOf(Roles.OfficeClerk.Key),
        };
        var from = today.AddDays(-PassedDays);
        Campaign = new CampaignHead(
            Guid.CreateVersion7(),
            "试验行动",
            top.Id,
            top.Name,
            top.Scope,
            from,
            from.AddDays(WholeDays),
            CampaignState.Running,
            MayEdit: true
        );
    }

    private Unit Add(Db db, Unit? parent, UnitKind kind, string name) =>
        UnitTree.Add(db, Tenant, parent, Guid.CreateVersion7(), kind.Key, name, "0", today.AddDays(-PassedDays - 30));

    private async Task OpenDuties()
    {
        var campaign = new DutyCampaign(Campaign.Id, Campaign.IssuingUnitId, Campaign.FromOn, Campaign.UntilOn);
        foreach (var some in Enumerable.Range(0, size.Duties).Chunk(5))
        {
            await using var scope = Scope(out var db);
            var opened = await new DutyBook(db, Office, Catalog, TimeProvider.System).Open(campaign, [.. some.Select(Draft)]);
            if (opened.Refusal is { } refusal)
                throw new InvalidOperationException(refusal.Message);
            await db.SaveChangesAsync();
        }
        await PlaceWork();
    }

    /// <summary>Ten duties: two weekly, three monthly, three with a day, one measured at the grids, one each quarter.</summary>
    private DutyDraft Draft(int number)
    {
        var (from, until) = (Campaign.FromOn, Campaign.UntilOn);
        var timing = (number % 10) switch
        {
            0 or 1 => Timing.Each(CadencePer.Week, 2, from, until),
            2 or 3 or 4 => Timing.Each(CadencePer.Month, 1, from, until, 25),
            5 or 6 or 7 => Timing.Once(from, from.AddDays(20 + number)),
            8 => Timing.Continuous(from, until),
            _ => Timing.Each(CadencePer.Quarter, 1, from, until),
        };
        return new DutyDraft
        {
            Title = $"第{number + 1}项任务",
            Kind = number % 10 == 8 ? "visit" : "lecture",
            Source = "各村（社区）按要求完成。",
            Timing = timing,
            Need = number % 10 == 8 ? new Need(40) : Need.One,
            MeasureKey = number % 10 == 8 ? BenchModule.Visits.Key : DutyMeasures.Work.Key,
            FromOn = from,
            Assignments = [.. villages.Select(village => new AssignmentDraft(village.Id))],
        };
    }

    /// <summary>Which node is worked at on which days; a node counts under its village from its first record on.</summary>
    private async Task PlaceWork()
    {
        await using var scope = Scope(out var db);
        var random = new Random(7);
        DateOnly Day() => Campaign.FromOn.AddDays(random.Next(PassedDays));
        var paths = villages.ToDictionary(village => village.Id, village => village.Path);
        var plain = await db.Set<DutyAssignment>()
            .Where(one =>
                one.TenantId == Tenant
                && db.Set<DutyBinding>()
                    .Any(binding => binding.TenantId == Tenant && binding.DutyId == one.DutyId && binding.MeasureKey == DutyMeasures.Work.Key)
            )
            .Select(one => new { one.NodeId, one.UnitId })
            .ToListAsync();
        work = [.. plain.SelectMany(one => Enumerable.Range(0, size.Days).Select(_ => (one.NodeId, one.UnitId, Day())))];
        visits = [.. grids.Values.SelectMany(some => some).SelectMany(grid => Enumerable.Range(0, 3 * size.Days).Select(_ => (grid, Day())))];
        foreach (var some in plain.Chunk(Batch))
        {
            db.AddRange(
                some.Select(one => new UnitPlacement
                {
                    TenantId = Tenant,
                    NodeId = one.NodeId,
                    FromOn = Campaign.FromOn,
                    UntilOn = UnitPlacement.Always,
                    Path = Unit.PathUnder(paths[one.UnitId], one.NodeId),
                })
            );
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }
}
