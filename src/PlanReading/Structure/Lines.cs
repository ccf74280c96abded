namespace Wuzha.PlanReading.Structure;

/// <summary>Cuts the text into lines; the line end belongs to the line before it.</summary>
internal static class Lines
{
    public static IEnumerable<TextSpan> Of(string text, TextSpan within)
    {
        var start = within.Start;
        for (var at = within.Start; at < within.End; at++)
        {
            var isEnd =
                text[at] is '\n' or '\u2028' or '\u2029' or '\f' or '\v' || text[at] == '\r' && (at + 1 >= within.End || text[at + 1] != '\n');
            if (!isEnd)
                continue;
            yield return new TextSpan(start, at + 1);
            start = at + 1;
        }
        if (start < within.End)
            yield return new TextSpan(start, within.End);
    }

    /// <summary>The same without white space at both ends.</summary>
    public static TextSpan Trim(string plain, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(plain[start]) || char.IsControl(plain[start])))
            start++;
        while (end > start && (char.IsWhiteSpace(plain[end - 1]) || char.IsControl(plain[end - 1])))
            end--;
        return new TextSpan(start, end);
    }
}
