using System.Text;
using System.Text.RegularExpressions;

namespace Wuzha.Platform.Documents.Reading;

/// <summary>Joins lines that end where the page did: a full line without a full stop goes on in the next one, and page numbers go.</summary>
internal static partial class BrokenLines
{
    private const int LongestLine = 64;
    private const int Long = 20;
    private const int Fewest = 8;

    /// <summary>Most long lines of a text break off in the middle, as from a page; where each paragraph is a line they end in a full stop.</summary>
    public static bool Are(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length >= Long).ToList();
        return lines.Count >= Fewest
            && lines.TrueForAll(line => line.Length <= LongestLine && line.IndexOfAny(['\t', '|']) < 0)
            && lines.Count(line => !Ends().IsMatch(line)) * 2 > lines.Count;
    }

    public static string Join(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).Where(line => !PageNumber().IsMatch(line)).ToList();
        var full = lines.Select(line => line.Trim().Length).DefaultIfEmpty().Max() * 3 / 4;
        var joined = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            joined.Append(lines[i].Trim());
            var goesOn =
                lines[i].Trim().Length >= full
                && i + 1 < lines.Count
                && lines[i + 1].Trim().Length > 0
                && !Ends().IsMatch(lines[i])
                && !Begins().IsMatch(lines[i + 1]);
            if (!goesOn)
                joined.Append('\n');
        }
        return joined.ToString();
    }

    [GeneratedRegex(@"^\s*[-—－]?\s*\d{1,3}\s*[-—－]?\s*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"[。；：！？]\s*$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"^\s*([一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．]|附件)")]
    private static partial Regex Begins();
}
