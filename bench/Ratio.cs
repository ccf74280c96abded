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

    /// <summary>Prints a figure that has a fixed limit instead of an engine.</summary>
    public static void Limit(string name, string ours, string goal, bool isMet) =>
        Say($"{name} engine=- ours={ours} ratio=- goal={goal} {(isMet ? "MET" : "MISSED")}");

    private static void Say(FormattableString line) => Say(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.Out.WriteLine(line);
}
