using Wuzha.PlanReading;

namespace Wuzha.Plans.Review;

/// <summary>Where a sentence may be cut in two: behind a mark, or before 并 and the like. Never inside brackets or quotation marks.</summary>
internal static class SplitPoints
{
    /// <summary>A page offers no more.</summary>
    private const int Most = 60;
    private const int ShortestHalf = 2;
    private const string Marks = "，；。、：！？,;:!?\n";
    private static readonly string[] Joints = ["并且", "并", "同时", "或者"];

    /// <summary>Offsets in the text, in order; the second half begins there.</summary>
    public static IReadOnlyList<int> Of(string text, TextSpan span)
    {
        var points = new List<int>();
        var depth = 0;
        for (var at = span.Start; at < span.End && points.Count < Most; at++)
        {
            depth = Math.Max(0, depth + Step(text[at]));
            var cut =
                depth > 0 ? -1
                : Marks.Contains(text[at], StringComparison.Ordinal) ? at + 1
                : Array.Exists(Joints, joint => string.CompareOrdinal(text, at, joint, 0, joint.Length) == 0) ? at
                : -1;
            if (cut > 0 && (points.Count == 0 || points[^1] != cut) && Written(text, span.Start, cut) && Written(text, cut, span.End))
                points.Add(cut);
        }
        return points;
    }

    private static int Step(char c) =>
        c switch
        {
            '（' or '(' or '“' or '《' => 1,
            '）' or ')' or '”' or '》' => -1,
            _ => 0,
        };

    private static bool Written(string text, int start, int end)
    {
        var letters = 0;
        for (var at = start; at < end && letters < ShortestHalf; at++)
            if (char.IsLetterOrDigit(text[at]))
                letters++;
        return letters >= ShortestHalf;
    }
}
