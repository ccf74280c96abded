using System.Text.RegularExpressions;

namespace Wuzha.PlanReading.Structure;

/// <summary>Several plans in one file: numbered 篇1, 篇2, or a title after which the headings begin again with 一、.</summary>
internal static partial class Splitter
{
    public static IReadOnlyList<TextSpan> Parts(string plain)
    {
        var whole = new TextSpan(0, plain.Length);
        var lines = Lines.Of(plain, whole).ToList();
        var cuts = lines.Where(line => Chapter().IsMatch(Words(plain, line))).Select(line => line.Start).ToList();
        if (cuts.Count < 2)
            cuts = Restarts(plain, lines);
        if (cuts.Count < 2)
            return [whole];
        cuts[0] = 0;
        return [.. cuts.Select((cut, i) => new TextSpan(cut, i + 1 < cuts.Count ? cuts[i + 1] : plain.Length))];
    }

    private static List<int> Restarts(string plain, List<TextSpan> lines)
    {
        var cuts = new List<int> { 0 };
        var (rank, title) = (0, -1);
        foreach (var line in lines)
        {
            if (Title().IsMatch(Words(plain, line)))
                title = line.Start;
            if (Numbering.At(plain, line) is not { Level: 1 } number)
                continue;
            if (number.Rank == 1 && rank >= 3 && title > cuts[^1])
                cuts.Add(title);
            if (number.Rank >= 1)
                (rank, title) = (number.Rank, -1);
        }
        return cuts;
    }

    private static string Words(string plain, TextSpan line) => line.Length > 120 ? "" : Lines.Trim(plain, line).Of(plain);

    [GeneratedRegex(
        "^[#* ]*[^，。；]{0,40}[〔（ ]?篇 ?[0-9一二三四五六七八九十]{1,2}[〕）]?[* ：:]{0,3}[^，。；]{0,40}$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Chapter();

    [GeneratedRegex("^[^，。；：]{4,60}(方案|计划)(（[^）]{1,10}）)?[0-9]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
