using System.Globalization;

namespace Wuzha.Bench;

/// <summary>A figure counts only beside the bare database in the same run: engine, ours, engine; the median of three such rounds.</summary>
internal static class Ratio
{
    private const int Rounds = 3;
    private const int MostRounds = 9;
    private const double MostNoise = 0.20;

    /// <summary>Measures rates (per second) and prints the line.</summary>
    public static async Task Print(string name, double goal, Func<Task<double>> engine, Func<Task<double>> ours)
    {
        var kept = new List<(double Engine, double Ours)>();
        var thrown = 0;
        await engine();
        await ours();
        while (kept.Count < Rounds && kept.Count + thrown < MostRounds)
        {
            var (before, mine, after) = (await engine(), await ours(), await engine());
            if (Math.Abs(before - after) > MostNoise * Math.Max(before, after))
                thrown++;
            else
                kept.Add(((before + after) / 2, mine));
        }
        if (kept.Count < Rounds)
        {
            Say($"{name} engine=- ours=- ratio=- goal={goal:0.00} NOISY ({thrown} of {MostRounds} rounds thrown away: the machine is not quiet)");
            return;
        }

        var middle = kept.OrderBy(round => round.Ours / round.Engine).ElementAt(Rounds / 2);
        var ratio = middle.Ours / middle.Engine;
        Say($"{name} engine={middle.Engine:0}/s ours={middle.Ours:0}/s ratio={ratio:0.00} goal={goal:0.00} {(ratio >= goal ? "MET" : "MISSED")}");
    }

    /// <summary>Measures how long a work takes and prints how many times the engine's own time that is; <paramref name="goal"/> is the most.</summary>
    public static async Task Times(string name, double goal, Func<Task<double>> engine, Func<Task<double>> ours)
    {
        var rounds = new List<(double Engine, double Ours)>();
        for (var round = 0; round < Rounds; round++)
            rounds.Add((Math.Min(await engine(), await engine()), await ours()));
        var middle = rounds.OrderBy(round => round.Ours / round.Engine).ElementAt(Rounds / 2);
        var times = middle.Ours / middle.Engine;
        Say(
            $"{name} engine={middle.Engine * 1000:0}ms ours={middle.Ours * 1000:0}ms ratio={times:0.00} goal={goal:0.00} {(times <= goal ? "MET" : "MISSED")}"
        );
    }

    /// <summary>Measures times (milliseconds) against a limit, with the bare database's beside them, and prints the line.</summary>
    /// <returns>Ours; null when the machine was not quiet.</returns>
    public static async Task<double?> Timed(string name, double limit, Func<Task<double>> engine, Func<Task<double>> ours)
    {
        var kept = new List<(double Engine, double Ours)>();
        await engine();
        await ours();
        for (var round = 0; round < MostRounds && kept.Count < Rounds; round++)
        {
            var (before, mine, after) = (await engine(), await ours(), await engine());
            if (Math.Abs(before - after) <= MostNoise * Math.Max(before, after))
                kept.Add(((before + after) / 2, mine));
        }
        if (kept.Count < Rounds)
        {
            Say(
                $"{name} engine=- ours=- ratio=- goal={limit:0}ms NOISY ({MostRounds - kept.Count} of {MostRounds} rounds thrown away: the machine is not quiet)"
            );
            return null;
        }

        var middle = kept.OrderBy(round => round.Ours / round.Engine).ElementAt(Rounds / 2);
        Say(
            $"{name} engine={middle.Engine:0.00}ms ours={middle.Ours:0.0}ms ratio={middle.Engine / middle.Ours:0.00} goal={limit:0}ms {(middle.Ours <= limit ? "MET" : "MISSED")}"
        );
        return middle.Ours;
    }

    /// <summary>Prints how much more a figure costs with ten times the facts.</summary>
    public static void Growth(string name, double ratio, double most) =>
        Say($"{name} engine=- ours={ratio:0.00}x ratio=- goal={most:0.00}x {(ratio < most ? "MET" : "MISSED")}");

    /// <summary>Prints a figure that has a fixed limit instead of an engine.</summary>
    public static void Limit(string name, string ours, string goal, bool isMet) =>
        Say($"{name} engine=- ours={ours} ratio=- goal={goal} {(isMet ? "MET" : "MISSED")}");

    private static void Say(FormattableString line) => Say(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.Out.WriteLine(line);
}
