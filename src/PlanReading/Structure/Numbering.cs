namespace Wuzha.PlanReading.Structure;

/// <summary>The number at the head of a line: the level of its glyph, its rank, and where the words begin.</summary>
internal sealed record Numbering(int Level, int Rank, int WordsAt)
{
    private const string Chinese = "一二三四五六七八九十";
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    /// <param name="plain">Text for matching.</param>
    public static Numbering? At(string plain, TextSpan line)
    {
        var at = Skip(plain, line, line.Start, " \t#*•·●◆■>");
        if (at >= line.End)
            return null;
        return Bracketed(plain, line, at) ?? Ordinal(plain, line, at) ?? Circle(plain, line, at) ?? Bare(plain, line, at);
    }

    private static Numbering? Bracketed(string plain, TextSpan line, int at)
    {
        if (plain[at] != '（')
            return null;
        var digits = Run(plain, line, at + 1);
        if (digits == at + 1 || digits >= line.End || plain[digits] != '）')
            return null;
        return Of(char.IsAsciiDigit(plain[at + 1]) ? 4 : 2, plain[(at + 1)..digits], plain, line, digits + 1);
    }

    /// <summary>第一章, 第二部分; 第三条.</summary>
    private static Numbering? Ordinal(string plain, TextSpan line, int at)
    {
        if (plain[at] != '第')
            return null;
        var digits = Run(plain, line, at + 1);
        if (digits == at + 1 || digits >= line.End)
            return null;
        var number = plain[(at + 1)..digits];
        if (plain[digits] == '章' || plain.AsSpan(digits).StartsWith("部分"))
            return Of(1, number, plain, line, digits + (plain[digits] == '章' ? 1 : 2));
        return plain[digits] == '条' ? Of(3, number, plain, line, digits + 1) : null;
    }

    private static Numbering? Circle(string plain, TextSpan line, int at) =>
        Circled.IndexOf(plain[at], StringComparison.Ordinal) is >= 0 and var rank
            ? new Numbering(4, rank + 1, Skip(plain, line, at + 1, " 、.．"))
            : null;

    private static Numbering? Bare(string plain, TextSpan line, int at)
    {
        var digits = Run(plain, line, at);
        if (digits == at || digits >= line.End)
            return null;
        var (number, mark) = (plain[at..digits], plain[digits]);
        if (char.IsAsciiDigit(number[0]))
        {
            var isDecimal = digits + 1 < line.End && mark == '.' && char.IsAsciiDigit(plain[digits + 1]);
            if (isDecimal || number.Length > 2)
                return null;
            return mark switch
            {
                '、' or '.' or '·' => Of(3, number, plain, line, digits + 1),
                '）' => Of(4, number, plain, line, digits + 1),
                _ => null,
            };
        }
        return mark is '、' or '.' or '：' || mark == ' ' && number.Length <= 2 && digits - line.Start <= 4
            ? Of(1, number, plain, line, digits + 1)
            : null;
    }

    private static Numbering Of(int level, string number, string plain, TextSpan line, int after) =>
        new(level, Text.Numerals.Value(number) ?? 0, Skip(plain, line, after, " \t、.*"));

    private static int Run(string plain, TextSpan line, int at)
    {
        while (at < line.End && (char.IsAsciiDigit(plain[at]) || Chinese.Contains(plain[at], StringComparison.Ordinal)))
            at++;
        return at;
    }

    private static int Skip(string plain, TextSpan line, int at, string what)
    {
        while (at < line.End && what.Contains(plain[at], StringComparison.Ordinal))
            at++;
        return at;
    }
}
