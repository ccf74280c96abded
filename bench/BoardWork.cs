using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Wuzha.Duties.Board;
using Wuzha.Duties.Lists;
using Wuzha.Platform.Storage;

namespace Wuzha.Bench;

/// <summary>
/// The board of duties (谁落后了？): every assignment of a campaign with how it stands, summed by unit; beside it the bare read of the very tallies that it is
/// made of. Then the same with ten times the facts on the same days.
/// </summary>
internal static class BoardWork
{
    private const double PageLimit = 15;
    private const double CountyLimit = 1000;
    private const double MostGrowth = 1.3;
    private const string Tallies =
        "select node_id, measure, day, value from tallies where tenant_id = 'bench' and measure in ('duties.work', 'bench.visits')";

    private static readonly BoardSize Township = new("township", 1, 27, 33, 8);
    private static readonly BoardSize County = new("county", 25, 500, 60, 1);

    public static async Task Run(TimeSpan time)
    {
        foreach (var size in (BoardSize[])[Township, County])
        {
            if (Places.Server is not null)
                await Measure("postgres", await Places.Postgres($"board_{size.Name}"), size, time);
            await Measure("sqlite", Places.Sqlite($"board-{size.Name}"), size, time);
        }
    }

    private static async Task Measure(string database, WuzhaOptions options, BoardSize size, TimeSpan time)
    {
        await using var town = await BoardTown.On(options, size);
        Func<Task<double>> engine = options.Postgres is { } server
            ? async () => 1000 / await new PostgresEngine(server, options.DataFolder).Read(Tallies, time)
            : () => Bare(options.SqliteFile, time);
        var (name, limit) = ($"board-{database}-{size.Name}", size == County ? CountyLimit : PageLimit);
        var before = await Ratio.Timed(name, limit, engine, () => Ours(town, size, time));
        for (var more = 1; more < 10; more++)
            await town.Work();
        var after = await Ratio.Timed($"{name}-x10", limit, engine, () => Ours(town, size, time));
        if (before is { } one && after is { } ten)
            Ratio.Growth($"{name}-growth", ten / one, MostGrowth);
    }

    /// <summary>Milliseconds of one reading, the median.</summary>
    private static async Task<double> Ours(BoardTown town, BoardSize size, TimeSpan time)
    {
        var taken = new List<double>();
        for (var whole = Stopwatch.StartNew(); whole.Elapsed < time || taken.Count < 5; )
        {
            await using var scope = town.Scope(out var db);
            var watch = Stopwatch.StartNew();
            var lines = await DutyLines.Of(db, town.Catalog, town.Campaign, new LineQuestion(town.Office.Scope, town.Today), BoardTown.Tenant);
            var sums = lines.GroupBy(line => line.UnitId).Select(unit => BoardSum.Of([.. unit])).ToList();
            taken.Add(watch.Elapsed.TotalMilliseconds);
            if (sums.Count != size.Villages || sums.Sum(sum => sum.All) != size.Villages * size.Duties || sums.Sum(sum => sum.Met) == 0)
                throw new InvalidOperationException("The figure is wrong.");
        }
        taken.Sort();
        return taken[taken.Count / 2];
    }

    private static Task<double> Bare(string file, TimeSpan time)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Tallies;
        var (reads, sum) = (0, 0L);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            using var rows = command.ExecuteReader();
            while (rows.Read())
                sum += rows.GetInt64(3);
            reads++;
        }
        return Task.FromResult(sum < 0 ? 0 : watch.Elapsed.TotalMilliseconds / reads);
    }
}
