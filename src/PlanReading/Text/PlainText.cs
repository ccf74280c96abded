namespace Wuzha.PlanReading.Text;

/// <summary>A copy of the text for matching, of the same length: full-width letters and digits made narrow, punctuation made Chinese, letters made capital.</summary>
public static class PlainText
{
    public static string Of(string text) =>
        string.Create(
            text.Length,
            text,
            (plain, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    plain[i] = Map(source, i);
            }
        );

    private static char Map(string text, int at)
    {
        var c = text[at] is >= '！' and <= '～' ? (char)(text[at] - '！' + '!') : text[at];
        return c switch
        {
            >= 'a' and <= 'z' => (char)(c - 'a' + 'A'),
            '\u3000' or '\u2002' or '\u2003' or '\u2009' or '\u00a0' or '\u200b' or '\ufeff' or '`' => ' ',
            ',' => IsBetweenDigits(text, at) ? ',' : '，',
            ':' => IsBetweenDigits(text, at) ? ':' : '：',
            ';' => '；',
            '!' => '！',
            '?' => '？',
            '(' => '（',
            ')' => '）',
            '[' or '【' or '﹝' or '〖' => '〔',
            ']' or '】' or '﹞' or '〗' => '〕',
            '–' or '―' or '~' or '-' or '－' or '∼' => '—',
            '曰' => '日',
            '｡' => '。',
            '〈' => '《',
            '〉' => '》',
            _ => c,
        };
    }

    private static bool IsBetweenDigits(string text, int at) => at > 0 && at + 1 < text.Length && IsDigit(text[at - 1]) && IsDigit(text[at + 1]);

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';
}
