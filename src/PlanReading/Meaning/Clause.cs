namespace Wuzha.PlanReading.Meaning;

/// <summary>What stands between two commas.</summary>
/// <param name="Span">With the mark behind it.</param>
/// <param name="Words">Without connectives at its head and the mark at its end.</param>
/// <param name="EndsSentence">A full stop or semicolon follows.</param>
internal readonly record struct Clause(TextSpan Span, TextSpan Words, bool EndsSentence);

/// <summary>Cuts a paragraph into clauses. Brackets, book titles and quotations stay whole; nothing grows beyond a bound, so that every reader of a clause has little to read.</summary>
internal static class Clauses
{
    private const int Longest = 300;

    private static readonly Text.Lexicon Connectives = new(
        "一是",
        "二是",
        "三是",
        "四是",
        "五是",
        "六是",
        "七是",
        "八是",
        "同时",
        "并",
        "且",
        "还",
        "要",
        "也",
        "再",
        "另外",
        "此外",
        "其中",
        "首先",
        "其次",
        "然后",
        "应",
        "需",
        "须",
        "以及",
        "还要",
        "并且",
        "还应",
        "必须",
        "务必",
        "最后",
        "一要",
        "二要",
        "三要",
        "四要",
        "五要",
        "积极",
        "认真",
        "主动",
        "及时",
        "切实做好",
        "广泛",
        "大力",
        "全面",
        "深入",
        "充分"
    );

    public static IEnumerable<Clause> Of(string plain, TextSpan paragraph)
    {
        var (start, depth) = (paragraph.Start, 0);
        for (var at = paragraph.Start; at < paragraph.End; at++)
        {
            var c = plain[at];
            depth = Math.Max(
                0,
                depth
                    + (
                        c is '（' or '《' or '“' ? 1
                        : c is '）' or '》' or '”' ? -1
                        : 0
                    )
            );
            var isStop = c is '。' or '！' or '？' or '；' or '\n';
            if (c is '。' or '\n' && depth > 0 && !Closes(plain, at, paragraph.End))
                depth = 0;
            var isCut =
                depth == 0 && (isStop || c == '、' && IsOneOfEach(plain, start, at, paragraph.End) || c is '，' || c == '：' && at - start < 40)
                || at - start >= Longest;
            if (!isCut && !(depth == 0 && JoinsVerb(plain, start, at, paragraph.End)))
                continue;
            if (at + 1 - start > 0)
                yield return Make(plain, new TextSpan(start, at + (isCut ? 1 : 0)), isStop);
            start = at + (isCut ? 1 : 0);
            depth = isCut && at - start >= Longest ? 0 : depth;
        }
        if (start < paragraph.End)
            yield return Make(plain, new TextSpan(start, paragraph.End), true);
    }

    private static Clause Make(string plain, TextSpan span, bool endsSentence)
    {
        var (start, end) = (span.Start, span.End);
        while (end > start && (plain[end - 1] is '，' or '。' or '；' or '：' or '！' or '？' or '、' || char.IsWhiteSpace(plain[end - 1])))
            end--;
        while (start < end)
        {
            var length = char.IsWhiteSpace(plain[start]) || plain[start] is '”' or '）' or '.' ? 1 : Connectives.LongestAt(plain, start, end);
            if (length == 0)
                break;
            start += length;
        }
        return new Clause(span, new TextSpan(start, end), endsSentence);
    }

    /// <summary>…开展培训并组织考核: a second act begins.</summary>
    private static bool JoinsVerb(string plain, int start, int at, int end) =>
        plain[at] == '并'
        && at - start >= 6
        && at + 2 < end
        && plain[at + 1] is not ('且' or '非' or '不' or '存' or '列' or '举' or '重' or '给' or '进');

    /// <summary>讲解一个案例、发放一份资料、签订一份承诺书: the 、 of several acts.</summary>
    private static bool IsOneOfEach(string plain, int start, int at, int end) =>
        HasOne(plain.AsSpan(start, at - start)) && HasOne(plain.AsSpan(at + 1, Math.Min(8, end - at - 1)));

    private static bool HasOne(ReadOnlySpan<char> part)
    {
        var one = part.IndexOf('一');
        return one >= 2 && one + 1 < part.Length && "个份封张次场条本部堂支期".Contains(part[one + 1], StringComparison.Ordinal);
    }

    /// <summary>An opening bracket or quotation that never closes must not swallow the rest.</summary>
    private static bool Closes(string plain, int at, int end) => plain.AsSpan(at, Math.Min(end - at, 200)).IndexOfAny('）', '》', '”') >= 0;
}
