using System.Diagnostics;
using System.Globalization;
using Wuzha.Platform.Facts;

namespace Wuzha.Bench;

/// <summary>
/// The live table of a county: one measure for each township over 500 villages with a month of tallies, following every move of every unit; beside it
/// the bare read of 500 roll-up rows. The limit is P4's.
/// </summary>
internal static class TallyWork
{
    private const double MedianLimit = 3;
    private const double SlowLimit = 15;

    public static async Task Run(TimeSpan time)
    {
        if (Places.Server is not null)
        {
            var options = await Places.Postgres("tally");
            var engine = new PostgresEngine(options.Postgres!, options.DataFolder);
            await using var ours = await Ours.On(options);
            await engine.Prepare();
            await Measure("tally-postgres", () => engine.ReadAll(time), ours, time);
        }

        var sqlite = Places.Sqlite("tally-sqlite");
        using var bare = new SqliteEngine(Path.Combine(sqlite.DataFolder, "engine.db"));
        await using var mine = await Ours.On(sqlite);
        await Measure("tally-sqlite", () => bare.ReadAll(time), mine, time);
    }

    private static async Task Measure(string name, Func<Task<double>> engine, Ours ours, TimeSpan time)
    {
        await ours.Fill(30);
        foreach (var days in (int[])[1, 30])
        {
            var before = await engine();
            var taken = await Read(ours, days, time);
            var (median, slow) = (taken[taken.Count / 2], taken[(int)(taken.Count * 0.99)]);
            var figure = string.Create(CultureInfo.InvariantCulture, $"{median:0.0}ms,p99={slow:0.0}ms,engine={1000 / before:0.00}ms");
            Ratio.Limit($"{name}-{days}d", figure, "3ms,p99=15ms", median <= MedianLimit && slow <= SlowLimit);
        }
    }

    private static async Task<List<double>> Read(Ours ours, int days, TimeSpan time)
    {
        var taken = new List<double>();
        for (var whole = Stopwatch.StartNew(); whole.Elapsed < time || taken.Count < 20; )
        {
            await using var scope = ours.Scope(out var db);
            var watch = Stopwatch.StartNew();
            var sums = await Tallies.ByChild(db, Ours.Tenant, BenchModule.Visits, ours.County.Scope, Ours.Today.AddDays(1 - days), Ours.Today);
            taken.Add(watch.Elapsed.TotalMilliseconds);
            if (sums.Values.Sum() != (long)Ours.Villages * days)
                throw new InvalidOperationException("The figure is wrong.");
        }
        taken.Sort();
        return taken;
    }
}
