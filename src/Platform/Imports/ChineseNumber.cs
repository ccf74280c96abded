namespace Wuzha.Platform.Imports;

/// <summary>Numbers in words: 一千二百, 一千二, 两万三, 壹佰, 一〇五, 1.2万.</summary>
public static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";
    private const string Formal = "〇壹贰叁肆伍陆柒捌玖";

    /// <summary>The number; null when the text is none.</summary>
    public static long? Of(string text)
    {
        var words = text.Trim()
            .Replace('两', '二')
            .Replace('拾', '十')
            .Replace('佰', '百')
            .Replace('仟', '千')
            .Replace('萬', '万')
            .Replace('億', '亿');
        if (words.Length is 0 or > 20)
            return null;
        if (words.All(c => Digit(c) >= 0))
            return words.Length == 1 || words.Length <= 9 ? words.Aggregate(0L, (sum, c) => sum * 10 + Digit(c)) : null;

        return Tens(words) ?? Mixed(words);
    }

    private static long? Tens(string words)
    {
        var (total, section, digit, lastUnit) = (0L, 0L, -1L, 1L);
        for (var i = 0; i < words.Length; i++)
        {
            if (Digit(words[i]) is >= 0 and var d)
            {
                if (digit > 0)
                    return null;
                digit = d;
                // 零 breaks the habit of leaving the last unit out: 一千零二 is 1002.
                lastUnit = d == 0 ? 10 : lastUnit;
                continue;
            }
            if (Unit(words[i]) is not { } unit)
                return null;

            if (unit < 10_000)
                section += (digit < 0 ? 1 : digit) * unit;
            else
                (total, section) = (total + (section + Math.Max(digit, 0)) * unit, 0);
            (digit, lastUnit) = (-1, unit);
        }
        return total + section + Math.Max(digit, 0) * (lastUnit >= 100 ? lastUnit / 10 : 1);
    }

    private static long? Mixed(string words)
    {
        var unit = Unit(words[^1]);
        return
            unit is not null
            && decimal.TryParse(
                words[..^1],
                System.Globalization.NumberStyles.AllowDecimalPoint,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
            && number * unit.Value is var value
            && value == Math.Floor(value)
            && value < 1e15m
            ? (long)value
            : null;
    }

    private static int Digit(char c) => Math.Max(Digits.IndexOf(c, StringComparison.Ordinal), Formal.IndexOf(c, StringComparison.Ordinal));

    private static long? Unit(char c) =>
        c switch
        {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => null,
        };
}
