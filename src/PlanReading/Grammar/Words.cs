using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Grammar;

/// <summary>The lists of words.txt, and a lexicon of each.</summary>
internal static class Words
{
    public static readonly ILookup<string, string> Lists = GrammarFile.Lists("words");

    public static readonly Lexicon Wish = new(Lists["wish"]);
    public static readonly Lexicon Soft = new(Lists["soft"]);
    public static readonly Lexicon Lead = new(Lists["lead"]);

    private static readonly Lexicon Mask = new(Lists["mask"]);

    /// <summary>All words of a lexicon in the span, but for those in brackets, in long quotations or inside a longer word that means something else.</summary>
    public static void Collect(Lexicon lexicon, string plain, TextSpan within, HashSet<int> found)
    {
        var (maskStart, maskEnd) = (0, 0);
        var last = -1;
        var (read, depth) = (within.Start, 0);
        foreach (var hit in lexicon.Find(plain, within))
        {
            for (; read < hit.Start; read++)
                depth =
                    Opens(plain, read, within.End) ? depth + 1
                    : depth > 0 && Closes(plain, read, within.Start) ? depth - 1
                    : depth;
            if (depth > 0)
                continue;
            for (var at = Math.Max(last + 1, hit.Start - LongestMask); at <= hit.Start; at++)
            {
                last = at;
                if (at >= within.Start && Mask.LongestAt(plain, at, within.End) is > 0 and var length && at + length > maskEnd)
                    (maskStart, maskEnd) = (at, at + length);
            }
            var isInside = hit.Start >= maskStart && hit.End <= maskEnd && hit.End - hit.Start < maskEnd - maskStart;
            if (!isInside)
                found.Add(hit.Word);
        }
    }

    private const int LongestSlogan = 24;

    private static bool Opens(string plain, int at, int end) =>
        plain[at] == '（' || plain[at] == '“' && plain.AsSpan(at, end - at).IndexOf('”') is > LongestSlogan and < 600;

    private static bool Closes(string plain, int at, int start) =>
        plain[at] == '）' || plain[at] == '”' && at - plain.AsSpan(start, at - start).LastIndexOf('“') - start > LongestSlogan;

    /// <summary>Whether a word of the list begins here and is not the beginning of a longer word that means something else: 使 in 使用.</summary>
    public static bool Begins(Lexicon lexicon, string plain, TextSpan words) =>
        lexicon.LongestAt(plain, words.Start, words.End) is > 0 and var length && Mask.LongestAt(plain, words.Start, words.End) <= length;

    private const int LongestMask = 6;

    /// <summary>Words of a list that stand in the span, each where the longest begins, as written.</summary>
    public static IReadOnlyList<string> Found(Lexicon lexicon, string plain, string text, TextSpan within)
    {
        var found = new List<string>();
        for (var at = within.Start; at < within.End; at++)
        {
            var length = lexicon.LongestAt(plain, at, within.End);
            if (length == 0)
                continue;
            var word = text.Substring(at, length);
            if (!found.Contains(word))
                found.Add(word);
            at += length - 1;
        }
        return found;
    }
}
