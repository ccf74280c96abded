using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Tenants;
using Wuzha.Platform.Units;

namespace Wuzha.Bench;

/// <summary>Our side: a database with a county of 500 villages, and the real storage services on it.</summary>
internal sealed class Ours : IAsyncDisposable
{
    public const string Tenant = "bench";
    public const int Villages = 500;
    public static readonly DateOnly Today = new(2026, 4, 3);
    private static readonly DateTime Now = new(2026, 4, 3, 2, 0, 0, DateTimeKind.Utc);

    private readonly ServiceProvider services;

    private Ours(ServiceProvider services) => this.services = services;

    public Guid[] Nodes { get; } = [.. Enumerable.Range(0, Villages).Select(_ => Guid.CreateVersion7())];

    public Unit County { get; private set; } = null!;

    public IServiceProvider Services => services;

    public static async Task<Ours> On(WuzhaOptions options, params IEnumerable<Module> modules)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(options, new ModuleList([new BenchModule(), .. modules]));
        var ours = new Ours(services.BuildServiceProvider());
        await ours.Plant();
        await ours.services.GetRequiredService<WriteQueue>().StartAsync(CancellationToken.None);
        return ours;
    }

    public AsyncServiceScope Scope(out Db db)
    {
        var scope = services.CreateAsyncScope();
        db = scope.ServiceProvider.GetRequiredService<Db>();
        db.ActFor(Tenant);
        return scope;
    }

    /// <summary>Facts a second, durable and answered, from callers who each wait for their answer.</summary>
    public async Task<double> Append(int callers, int batch, TimeSpan time)
    {
        var queue = services.GetRequiredService<WriteQueue>();
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        var random = new Random(caller);
                        var done = 0L;
                        while (watch.Elapsed < time)
                        {
                            var facts = new FactEntry[batch];
                            for (var i = 0; i < batch; i++)
                                facts[i] = Visit(Nodes[random.Next(Villages)], Today);
                            foreach (var outcome in await queue.Append(facts))
                                if (outcome != FactOutcome.Accepted)
                                    throw new InvalidOperationException($"{outcome}");
                            done += batch;
                        }
                        return done;
                    })
                )
        );
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    public async Task Fill(int days)
    {
        var queue = services.GetRequiredService<WriteQueue>();
        for (var day = 0; day < days; day++)
            await queue.Append([.. Nodes.Select(node => Visit(node, Today.AddDays(-day)))]);
    }

    public async ValueTask DisposeAsync()
    {
        await services.GetRequiredService<WriteQueue>().StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    private static FactEntry Visit(Guid node, DateOnly day) =>
        new(
            Tenant,
            Guid.CreateVersion7(),
            new VisitMade(node, Guid.CreateVersion7(), node, node, node, Guid.CreateVersion7(), 1, 2, true),
            node,
            node,
            node,
            Guid.Empty,
            Now,
            Now,
            day,
            FactSource.Field
        );

    /// <summary>A county over 25 townships over 500 villages.</summary>
    private async Task Plant()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await Schema.CreateFromModel(db);
        db.Tenants.Add(
            new Tenant
            {
                Id = Tenant,
                Name = "试验县",
                TimeZone = "Asia/Shanghai",
                PublicAddress = "http://localhost",
                Organiser = "试验县反诈工作领导小组办公室",
            }
        );
        var from = new DateOnly(2026, 1, 1);
        County = UnitTree.Add(db, Tenant, null, Guid.CreateVersion7(), UnitKinds.County.Key, "试验县", "0", from);
        for (var town = 0; town < 25; town++)
        {
            var township = UnitTree.Add(db, Tenant, County, Guid.CreateVersion7(), UnitKinds.Township.Key, $"{town}镇", "0", from);
            foreach (var (place, node) in Nodes.Skip(town * 20).Take(20).Index())
                UnitTree.Add(db, Tenant, township, node, UnitKinds.Village.Key, $"{place}村", "0", from);
        }
        await db.SaveChangesAsync();
    }
}
