namespace Wuzha.PlanReading.Text;

/// <summary>Numbers as plans write them: 12, 十二, 两百, 1万, 三千.</summary>
internal static class Numerals
{
    /// <summary>A number in a pattern.</summary>
    public const string Pattern = "(?:[0-9]+(?:,[0-9]{3})*|[一二两三四五六七八九十百千]+)";

    private const string Digits = "零一二三四五六七八九";

    public static int? Value(string written)
    {
        var text = written.Replace(",", "", StringComparison.Ordinal);
        if (text.Length is 0 or > 12)
            return null;
        if (char.IsAsciiDigit(text[0]))
            return long.TryParse(text.TrimEnd('千', '百', '万'), out var plain) && plain * Scale(text[^1]) <= int.MaxValue
                ? (int)(plain * Scale(text[^1]))
                : null;
        return Chinese(text);
    }

    private static int? Chinese(string text)
    {
        int sum = 0,
            digit = 0;
        foreach (var c in text)
        {
            if (c == '两')
                digit = 2;
            else if (Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var value)
                digit = value;
            else if (Scale(c) is > 1 and var scale)
            {
                sum += Math.Max(digit, 1) * scale;
                digit = 0;
            }
            else
                return null;
            if (sum > 100_000_000)
                return null;
        }
        return sum + digit;
    }

    private static int Scale(char c) =>
        c switch
        {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            _ => 1,
        };
}
