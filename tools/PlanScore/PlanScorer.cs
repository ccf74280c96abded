using System.Text.Json.Nodes;

namespace Wuzha.PlanScore;

/// <summary>Compares what the reader found in one plan with what a careful person found.</summary>
internal static class PlanScorer
{
    public static readonly string[] Slots = ["frequency", "deadline", "quota", "target"];
    private const double LeastOverlap = 0.6;

    public static Score Of(string name, JsonObject expected, JsonObject found)
    {
        var (wanted, got) = (Tasks(expected), Tasks(found));
        var pairs = Align(wanted, got);
        var score = new Score
        {
            Wanted = wanted.Count,
            Found = got.Count,
            Matched = pairs.Count,
        };
        foreach (var (i, j) in pairs)
            Compare(score, wanted[i], got[j]);
        CompareHead(score, expected, found);
        foreach (var i in Enumerable.Range(0, wanted.Count).Except(pairs.Select(pair => pair.Wanted)))
            score.Remarks.Add($"{name}: missed   {wanted[i]["kind"]} {wanted[i]["anchor"]}");
        foreach (var j in Enumerable.Range(0, got.Count).Except(pairs.Select(pair => pair.Found)))
            score.Remarks.Add($"{name}: too much {got[j]["kind"]} [{got[j]["rule"]}] {Short(got[j]["source"])}");
        return score;
    }

    /// <summary>Greedy and one to one: most overlap, then the same kind, then agreeing figures, then the shorter source.</summary>
    private static List<(int Wanted, int Found)> Align(List<JsonObject> wanted, List<JsonObject> got)
    {
        var candidates =
            from i in Enumerable.Range(0, wanted.Count)
            from j in Enumerable.Range(0, got.Count)
            let source = got[j]["source"]?.ToString() ?? got[j]["anchor"]?.ToString() ?? ""
            let overlap = Likeness.Overlap(wanted[i]["anchor"]!.ToString(), source)
            where overlap >= LeastOverlap
            let agreement = Slots
                .Where(slot => wanted[i][slot] is not null || got[j][slot] is not null)
                .Sum(slot => SameSlot(slot, wanted[i], got[j]) ? 1 : -1)
            orderby Math.Round(overlap, 3) descending, Same(wanted[i], got[j], "kind") descending, agreement descending, Likeness
                .Normal(source)
                .Length, Math.Abs((double)i / wanted.Count - (double)j / got.Count)
            select (i, j);
        var pairs = new List<(int, int)>();
        var (usedWanted, usedFound) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (i, j) in candidates.ToList())
            if (!usedWanted.Contains(i) && !usedFound.Contains(j))
            {
                usedWanted.Add(i);
                usedFound.Add(j);
                pairs.Add((i, j));
            }
        return pairs;
    }

    private static void Compare(Score score, JsonObject wanted, JsonObject got)
    {
        var differs = new List<string>();
        if (Same(wanted, got, "kind"))
            score.SameKind++;
        else
            differs.Add($"kind {wanted["kind"]} != {got["kind"]} [{got["rule"]}]");
        score.Units.Add(Strings(wanted["units"]), Strings(got["units"]));
        if (Partners(Strings(wanted["units"]), Strings(got["units"])) != Math.Max(Strings(wanted["units"]).Count, Strings(got["units"]).Count))
            differs.Add($"units {string.Join('|', Strings(wanted["units"]))} != {string.Join('|', Strings(got["units"]))}");
        foreach (var slot in Slots)
        {
            var same = SameSlot(slot, wanted, got);
            score.Present[slot] += wanted[slot] is null ? 0 : 1;
            score.Exact[slot] += wanted[slot] is not null && same ? 1 : 0;
            score.Invented[slot] += wanted[slot] is null && got[slot] is not null ? 1 : 0;
            if (!same)
                differs.Add($"{slot} {wanted[slot]?.ToJsonString()} != {got[slot]?.ToJsonString()}");
        }
        if (differs.Count > 0)
            score.Remarks.Add($"differs  {wanted["anchor"]}: {string.Join("; ", differs)}");
    }

    private static void CompareHead(Score score, JsonObject expected, JsonObject found)
    {
        score.Plans = 1;
        score.Title = Hit("title", Likeness.SameText(Text("title", expected), Text("title", found)));
        score.Authority = Hit("authority", Likeness.SameText(Text("authority", expected), Text("authority", found)));
        score.Number = Hit("docNumber", Likeness.Normal(Text("docNumber", expected)) == Likeness.Normal(Text("docNumber", found)));
        score.Issued = Hit("issued", Likeness.SameDay(Text("issued", expected), Text("issued", found)));
        score.DocumentUnits = Set(Strings(expected["units"]), Strings(found["units"]));
        if (score.DocumentUnits < 1)
            score.Remarks.Add(
                $"units    {string.Join('|', Strings(expected["units"]).Except(Strings(found["units"])))} != {string.Join('|', Strings(found["units"]).Except(Strings(expected["units"])))}"
            );
        score.Headings = Set(Headings(expected), Headings(found));

        int Hit(string field, bool same)
        {
            if (!same)
                score.Remarks.Add($"{field} {Text(field, expected)} != {Text(field, found)}");
            return same ? 1 : 0;
        }
    }

    public static int Partners(IReadOnlyList<string> wanted, IReadOnlyList<string> got)
    {
        var left = got.ToList();
        var rest = wanted.Where(name => !left.Remove(left.Find(other => Likeness.Bare(other) == Likeness.Bare(name))!)).ToList();
        return wanted.Count - rest.Count(name => !left.Remove(left.Find(other => Likeness.SameText(name, other))!));
    }

    private static double Set(IReadOnlyList<string> wanted, IReadOnlyList<string> got) =>
        wanted.Count + got.Count == 0 ? 1 : 2.0 * Partners(wanted, got) / (wanted.Count + got.Count);

    private static bool SameSlot(string slot, JsonObject wanted, JsonObject got)
    {
        var (a, b) = (wanted[slot], got[slot]);
        if (a is null || b is null)
            return a is null && b is null;
        return slot switch
        {
            "deadline" => Likeness.SameDay(a.ToString(), b.ToString()),
            "frequency" => Likeness.SameNumber(a["times"], b["times"])
                && Likeness.Normal(a["per"]?.ToString()) == Likeness.Normal(b["per"]?.ToString()),
            "quota" => Likeness.SameNumber(a["n"], b["n"])
                && Likeness.SameNumber(a["per"], b["per"])
                && Likeness.Unit(a["unit"]) == Likeness.Unit(b["unit"]),
            _ => Likeness.SameNumber(a["value"], b["value"]) && Likeness.Unit(a["unit"]) == Likeness.Unit(b["unit"]),
        };
    }

    private static bool Same(JsonObject a, JsonObject b, string field) => a[field]?.ToString() == b[field]?.ToString();

    private static string? Text(string field, JsonObject plan) => plan[field]?.ToString();

    private static string Short(JsonNode? text) => text?.ToString() is { Length: > 60 } words ? words[..60] : text?.ToString() ?? "";

    private static List<JsonObject> Tasks(JsonObject plan) => [.. (plan["tasks"]?.AsArray() ?? []).Select(task => task!.AsObject())];

    private static List<string> Strings(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(item => item!.ToString())];

    private static List<string> Headings(JsonObject plan) =>
        [.. (plan["headings"]?.AsArray() ?? []).Select(item => $"{item!["level"]}{item["text"]}")];
}
