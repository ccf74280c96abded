using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives;
using Wuzha.Directives.Issuing;
using Wuzha.Guard;
using Wuzha.Guard.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Bench;

/// <summary>
/// P8: a directive to 50 000 units until all receipts are durable, then receipts signed by 16 callers who each read what they sign first and wait for the
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
            await Measure("P8-postgres", options, (engine.FanOut, engine.Acknowledge), time, full);
        }

        var sqlite = Places.Sqlite("directives-sqlite");
        using var bare = new SqliteEngine(Path.Combine(sqlite.DataFolder, "engine.db"));
        await Measure("P8-sqlite", sqlite, (bare.FanOut, bare.Acknowledge), time, full);
    }

    private static async Task Measure(
        string name,
        WuzhaOptions options,
        (Func<int, Task<double>> FanOut, Func<int, TimeSpan, Task<double>> Acknowledge) engine,
        TimeSpan time,
        bool full
    )
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

    private static async Task Round(
        string name,
        Ours ours,
        (Func<int, Task<double>> FanOut, Func<int, TimeSpan, Task<double>> Acknowledge) engine,
        TimeSpan time
    )
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
            0.50,
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

    private static DirectiveQuestion Asked(Ours ours, Db db) =>
        new(db, Office(ours), new Vault(new Dictionary<byte, byte[]> { [1] = new byte[32] }), new BurdenSources([]), TimeProvider.System);

    private static async Task<Directive> Issue(Ours ours)
    {
        await using var scope = ours.Scope(out var db);
        var asked = Asked(ours, db);
        var directive = DraftDirective.Begin(asked.Viewer, TimeProvider.System, above: null);
        directive.Write(
            new DirectiveTyped(DirectiveKind.Directive, "全县集中宣传", "请各网格做好宣传。", Guid.Empty, "two-days", Roles.Liaison.Key, 5)
        );
        db.Add(directive);
        await Addressing.Write(db, asked.Viewer, directive.Id, [(ours.County.Id, AddressLine.UnitsOf + UnitKinds.Grid.Key)], null);
        await db.SaveChangesAsync();
        return await IssueDirective.TryIssue(asked, directive) is null && directive.Addressed == Recipients
            ? directive
            : throw new InvalidOperationException("The directive did not go out to all.");
    }

    private static async Task<Guid[]> Units(Ours ours)
    {
        await using var scope = ours.Scope(out var db);
        return await db.Units.Where(unit => unit.TenantId == Ours.Tenant && unit.Kind == UnitKinds.Grid.Key).Select(unit => unit.Id).ToArrayAsync();
    }

    private static async Task<double> Sign(Ours ours, Directive directive, Guid[] units, TimeSpan time)
    {
        var queue = ours.Services.GetRequiredService<WriteQueue>();
        var viewer = Office(ours);
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (watch.Elapsed < time && Interlocked.Increment(ref next) is var at && at < units.Length)
                        {
                            await using var scope = ours.Scope(out var db);
                            var (known, receipt) = (await DirectiveHere.Addressed(db, viewer, directive.Id, units[at]))!.Value;
                            if (receipt.MaySign(known) is not null)
                                throw new InvalidOperationException("It is signed already.");
                            if (await queue.Append([SignReceipt.Entry(viewer, known, units[at], TimeProvider.System)]) is not [FactOutcome.Accepted])
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
            var rows = await ShowDirective.Unsigned(ShowDirective.Rows(db, asked.Viewer, directive.Id)).Take(50).ToListAsync();
            if (rows.Count != 50 || known.Addressed != Recipients)
                throw new InvalidOperationException("The page is wrong.");
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        taken.Sort();
        return taken[taken.Count / 2];
    }
}
