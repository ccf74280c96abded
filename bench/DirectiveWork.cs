using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives;
using Wuzha.Directives.Issuing;
using Wuzha.Guard;
using Wuzha.Guard.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Bench;

/// <summary>
/// P8: a directive to 50 000 units until all receipts are durable, then receipts signed by 16 callers who each wait for the
/// commit that holds fact, tally, receipt and sum; and the office's page of who is missing.
/// </summary>
internal static class DirectiveWork
{
    private const int Recipients = 50_000;
    private const int Callers = 16;
    private static readonly DateOnly From = new(2026, 1, 1);

    public static async Task Run(TimeSpan time, bool full)
    {
        if (Places.Server is not null)
        {
            var options = await Places.Postgres("directives");
            var engine = new PostgresEngine(options.Postgres!, options.DataFolder);
            await Measure("P8-postgres", options, new Engine(engine.FanOut, engine.Acknowledge, 0.50), time, full);
        }

        var sqlite = Places.Sqlite("directives-sqlite");
        using var bare = new SqliteEngine(Path.Combine(sqlite.DataFolder, "engine.db"));
        // One writer and group commit: performance.md measures SQLite by the rows of the book that it takes sixteen in a commit.
        await Measure("P8-sqlite", sqlite, new Engine(bare.FanOut, (_, span) => bare.Append(16, span), 0.80), time, full);
    }

    private static async Task Measure(string name, WuzhaOptions options, Engine engine, TimeSpan time, bool full)
    {
        await using var ours = await Ours.On(options, new PlatformModule(), new GuardModule(), new DirectivesModule());
        await Plant(ours);
        await Round(name, ours, engine, time);
        if (!full)
            return;

        // Ten times the data: nine more directives to everybody, and the same again.
        for (var i = 0; i < 9; i++)
            await Issue(ours);
        await Round($"{name}-10x", ours, engine, time);
    }

    private static async Task Round(string name, Ours ours, Engine engine, TimeSpan time)
    {
        Directive? last = null;
        await Ratio.Times(
            $"{name}-fan-out",
            3,
            () => engine.FanOut(Recipients),
            async () =>
            {
                var watch = Stopwatch.StartNew();
                last = await Issue(ours);
                return watch.Elapsed.TotalSeconds;
            }
        );
        var units = await Units(ours);
        await Ratio.Print(
            $"{name}-receipts",
            engine.Goal,
            () => engine.Acknowledge(Recipients, time),
            async () => await Sign(ours, await Issue(ours), units, time)
        );
        var page = await Page(ours, last!);
        Ratio.Limit($"{name}-unsigned", string.Create(CultureInfo.InvariantCulture, $"{page:0.0}ms"), "15ms", page <= 15);
    }

    private static async Task Plant(Ours ours)
    {
        await using var scope = ours.Scope(out var db);
        var villages = await db.Units.Where(unit => unit.TenantId == Ours.Tenant && unit.Kind == UnitKinds.Village.Key).ToListAsync();
        foreach (var village in villages)
        {
            for (var grid = 0; grid < Recipients / Ours.Villages; grid++)
                UnitTree.Add(db, Ours.Tenant, village, Guid.CreateVersion7(), UnitKinds.Grid.Key, $"{grid}网格", $"30{grid:0000}", From);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private static Viewer Office(Ours ours) =>
        new()
        {
            TenantId = Ours.Tenant,
            AccountId = Guid.Empty,
            PersonId = ours.County.Id,
            AppointmentId = Guid.Empty,
            UnitId = ours.County.Id,
            UnitName = ours.County.Name,
            Scope = ours.County.Scope,
            Role = Roles.OfficeClerk.Key,
            RoleName = Roles.OfficeClerk.Name,
            PersonName = "",
            Acts = new HashSet<string> { DirectivesActs.IssueDirectives.Key, DirectivesActs.PassOnDirectives.Key },
        };

    private static Viewer At(Viewer office, Unit unit) => office with { UnitId = unit.Id, UnitName = unit.Name, Scope = unit.Scope };

    private static DirectiveQuestion Asked(Ours ours, Db db) =>
        new(db, Office(ours), new Vault(new Dictionary<byte, byte[]> { [1] = new byte[32] }), new BurdenSources([]), TimeProvider.System);

    private static async Task<Directive> Issue(Ours ours)
    {
        await using var scope = ours.Scope(out var db);
        var asked = Asked(ours, db);
        var directive = DraftDirective.Begin(
            db,
            asked.Viewer,
            TimeProvider.System,
            new DirectiveTyped(DirectiveKind.Directive, "全县集中宣传", "请各网格做好宣传。", Guid.Empty, "two-days", Roles.Liaison.Key, 5)
        );
        await Addressing.Write(db, asked.Viewer, directive.Id, [(ours.County.Id, AddressLine.UnitsOf + UnitKinds.Grid.Key)], null);
        await db.SaveChangesAsync();
        return await IssueDirective.TryIssue(asked, directive) is null && directive.Addressed == Recipients
            ? directive
            : throw new InvalidOperationException("The directive did not go out to all.");
    }

    private static async Task<Unit[]> Units(Ours ours)
    {
        await using var scope = ours.Scope(out var db);
        return await db.Units.Where(unit => unit.TenantId == Ours.Tenant && unit.Kind == UnitKinds.Grid.Key).AsNoTracking().ToArrayAsync();
    }

    private static async Task<double> Sign(Ours ours, Directive directive, Unit[] units, TimeSpan time)
    {
        var queue = ours.Services.GetRequiredService<WriteQueue>();
        var (viewer, issued) = (Office(ours), new IssuedDirectives());
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        await using var scope = ours.Scope(out var db);
                        while (watch.Elapsed < time && Interlocked.Increment(ref next) is var at && at < units.Length)
                        {
                            if (!await SignReceipt.TrySign(queue, issued, db, At(viewer, units[at]), directive.Id, units[at].Id, TimeProvider.System))
                                throw new InvalidOperationException("The receipt was not taken.");
                        }
                    })
                )
        );
        var taken = watch.Elapsed.TotalSeconds;
        await using var check = ours.Scope(out var after);
        var signed = Math.Min(next + 1, units.Length);
        var kept = await after.Set<Directive>().AsNoTracking().SingleAsync(one => one.TenantId == Ours.Tenant && one.Id == directive.Id);
        return kept.Signed <= signed && kept.Signed >= signed - Callers
            ? kept.Signed / taken
            : throw new InvalidOperationException("The sum is wrong.");
    }

    /// <summary>Milliseconds, the median, of all that the page of who is missing reads.</summary>
    private static async Task<double> Page(Ours ours, Directive directive)
    {
        var taken = new List<double>();
        for (var i = 0; i < 30; i++)
        {
            await using var scope = ours.Scope(out var db);
            var asked = Asked(ours, db);
            var watch = Stopwatch.StartNew();
            var known = (await DirectiveHere.Known(db, asked.Viewer, directive.Id))!;
            var rows = await ShowDirective.Unsigned(ShowDirective.Rows(db, asked.Viewer, known), known).Take(50).ToListAsync();
            if (rows.Count != 50 || known.Addressed != Recipients)
                throw new InvalidOperationException("The page is wrong.");
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        taken.Sort();
        return taken[taken.Count / 2];
    }

    /// <summary>What the bare database does with receipts, and how much of its rate is the goal.</summary>
    private sealed record Engine(Func<int, Task<double>> FanOut, Func<int, TimeSpan, Task<double>> Acknowledge, double Goal);
}
