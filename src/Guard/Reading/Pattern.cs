using System.Reflection;
using Wuzha.Guard.Exports;

namespace Wuzha.Guard.Reading;

/// <summary>One line of Grammar/patterns.txt: a word of each group, and none of the excepted, in one clause.</summary>
/// <param name="IsHead">It is looked for in the head of a column or the label of a field, not in sentences.</param>
/// <param name="IsWide">Its words may be spread over a whole sentence.</param>
internal sealed record Pattern(GuardRule Rule, Turn Turn, string[][] Groups, string[] Excepted, bool IsHead, bool IsWide);

/// <summary>Reads the grammar of forbidden demands, which is data.</summary>
internal static class PatternFile
{
    public static IReadOnlyList<Pattern> Patterns { get; }

    /// <summary>What the other lists of the file are called by: hide, negate, unsaid, crime, villain, blame.</summary>
    public static ILookup<string, string> Lists { get; }

    static PatternFile()
    {
        var lines = Lines().ToList();
        Lists = lines
            .Where(line => line[0] == '$')
            .Select(line => line[1..].Split(':', 2))
            .SelectMany(parts => Split(parts[1]).Select(word => (Name: parts[0].Trim(), Word: word)))
            .ToLookup(entry => entry.Name, entry => entry.Word);
        Patterns = [.. lines.Where(line => line[0] != '$').Select(Read)];
    }

    private static Pattern Read(string line)
    {
        var parts = line.Split(':', 2);
        var head = Split(parts[0]);
        var mark = head[0][0];
        var rule = GuardRules.Of(head[0].TrimStart('=', '+'));
        var words = parts[1].Split('!', 2);
        var turn = head.Length > 1 ? Enum.Parse<Turn>(head[1]) : rule.UsualTurn;
        return new Pattern(rule, turn, [.. words[0].Split('>').Select(Words)], words.Length > 1 ? Words(words[1]) : [], mark == '=', mark == '+');
    }

    private static string[] Words(string text) => [.. Split(text).SelectMany(word => word[0] == '$' ? Lists[word[1..]] : [word])];

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Lines()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Wuzha.Guard.Grammar.patterns")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Split('#')[0].Trim() is { Length: > 0 } entry)
                yield return entry;
    }
}
