using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Wuzha.PlanScore;

/// <summary>When two texts, days or figures count as the same.</summary>
internal static class Likeness
{
    private static readonly Dictionary<string, string> UnitWords = new(StringComparer.Ordinal)
    {
        ["人"] = "person",
        ["名"] = "person",
        ["户"] = "household",
        ["村"] = "village",
        ["单位"] = "unit",
        ["班"] = "class",
        ["组"] = "group",
        ["学生"] = "student",
        ["件"] = "parcel",
        ["楼栋"] = "building",
        ["个"] = "item",
        ["份"] = "item",
        ["条"] = "item",
    };

    /// <summary>Full width, case, spaces, kinds of brackets and quotes make no difference.</summary>
    public static string Normal(string? text)
    {
        var normal = new StringBuilder();
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant())
            if (c is '〔' or '【' or '〖' or '﹝')
                normal.Append('[');
            else if (c is '〕' or '】' or '〗' or '﹞')
                normal.Append(']');
            else if (!char.IsWhiteSpace(c) && !"\u200b\ufeff“”\"'‘’`·•*#".Contains(c, StringComparison.Ordinal))
                normal.Append(c);
        return normal.ToString();
    }

    public static string Bare(string? text) => string.Concat(Normal(text).Where(c => char.IsLetterOrDigit(c) || c is '_' or '%'));

    /// <summary>How much of the anchor stands in the source: all, a whole clause, or its longest piece.</summary>
    public static double Overlap(string anchor, string source, int longestSource = 400)
    {
        var (a, s) = (Normal(anchor), Normal(source));
        if (a.Length == 0 || s.Length == 0 || s.Length > longestSource)
            return 0;
        if (s.Contains(a, StringComparison.Ordinal))
            return 1;
        if (a.Split(',', ';', '。').Any(part => part.Length >= 5 && part != a && s.Contains(part, StringComparison.Ordinal)))
            return 0.9;
        return (double)LongestCommon(a, s).Length / a.Length;
    }

    public static bool SameText(string? expected, string? found, double ratio = 0.9)
    {
        var (a, b) = (Bare(expected), Bare(found));
        if (a.Length == 0 || b.Length == 0 || a == b)
            return a == b;
        var (less, more) = a.Length <= b.Length ? (a, b) : (b, a);
        return less.Length >= 2 && more.Contains(less, StringComparison.Ordinal) && less.Length * 2 >= more.Length
            || 2.0 * Matching(a, b) / (a.Length + b.Length) >= ratio;
    }

    /// <summary>Only the parts that both have are compared: 2021-05-18 is --05-18.</summary>
    public static bool SameDay(string? a, string? b)
    {
        if (string.IsNullOrEmpty(a) || string.IsNullOrEmpty(b))
            return string.IsNullOrEmpty(a) && string.IsNullOrEmpty(b);
        var (x, y) = (Parts(a), Parts(b));
        if (x is null || y is null)
            return Normal(a) == Normal(b);
        var common = x.Zip(y).Where(pair => pair.First is not null && pair.Second is not null).ToList();
        return common.Count > 0 && common.All(pair => pair.First == pair.Second) && x[2] is null == y[2] is null;
    }

    public static bool SameNumber(JsonNode? a, JsonNode? b) => Number(a) == Number(b);

    public static double? Number(JsonNode? node) =>
        node is JsonValue value
            ? value.TryGetValue<double>(out var number)
                ? number
                : value.TryGetValue<int>(out var whole)
                    ? whole
                    : double.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var parsed)
                        ? parsed
                        : null
            : null;

    public static string Unit(JsonNode? node) => node?.ToString() is { } unit ? UnitWords.GetValueOrDefault(unit, Normal(unit)) : "";

    private static int?[]? Parts(string day)
    {
        var text = day.Trim();
        var parts =
            text.StartsWith("---", StringComparison.Ordinal) ? ["", "", text[3..]]
            : text.StartsWith("--", StringComparison.Ordinal) ? ["", .. text[2..].Split('-')]
            : text.Split('-').ToList();
        if (parts.Count == 2)
            parts.Add("");
        return parts.Count == 3 && parts.All(part => part.Length == 0 || int.TryParse(part, out _))
            ? [.. parts.Select(part => part.Length == 0 ? (int?)null : int.Parse(part))]
            : null;
    }

    private static (int A, int B, int Length) LongestCommon(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var (best, row) = ((A: 0, B: 0, Length: 0), new int[b.Length + 1]);
        for (var i = 0; i < a.Length; i++)
        for (var j = b.Length - 1; j >= 0; j--)
        {
            row[j + 1] = a[i] == b[j] ? row[j] + 1 : 0;
            if (row[j + 1] > best.Length)
                best = (i + 1 - row[j + 1], j + 1 - row[j + 1], row[j + 1]);
        }
        return best;
    }

    /// <summary>Characters in the longest common piece and, left and right of it, in the same way.</summary>
    private static int Matching(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return 0;
        var (i, j, length) = LongestCommon(a, b);
        return length == 0 ? 0 : length + Matching(a[..i], b[..j]) + Matching(a[(i + length)..], b[(j + length)..]);
    }
}
