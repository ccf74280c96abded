using System.Reflection;

namespace Wuzha.PlanReading.Grammar;

/// <summary>The vocabulary is data: text files with one entry a line, <c>#</c> for remarks.</summary>
internal static class GrammarFile
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Wuzha.PlanReading.Grammar.{name}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Split('#')[0].Trim() is { Length: > 0 } entry)
                yield return entry;
    }

    /// <summary>Lists by name: <c>name: word word …</c>; a name may come back on a later line.</summary>
    public static ILookup<string, string> Lists(string name) =>
        Lines(name)
            .Select(line => line.Split(':', 2))
            .SelectMany(parts => Words(parts[1]).Select(word => (Name: parts[0].Trim(), Word: word)))
            .ToLookup(entry => entry.Name, entry => entry.Word);

    public static string[] Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
