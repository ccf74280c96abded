using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Structure;

/// <summary>Tells a heading from a numbered sentence: how much of the line names what follows.</summary>
internal static class HeadingReader
{
    private const int LongestAlone = 40;
    private const int LongestBeforeText = 26;

    /// <summary>Words that sentences have and headings do not.</summary>
    private static readonly Lexicon Prose = new(
        "要",
        "应",
        "须",
        "负责",
        "每月",
        "每周",
        "每天",
        "每季度",
        "利用",
        "通过",
        "不少于",
        "至少",
        "日前",
        "底前",
        "将",
        "名单",
        "由",
        "力争",
        "第一时间"
    );

    /// <summary>Reads the words behind the number; null where the line is a sentence of its own.</summary>
    public static (TextSpan Heading, TextSpan Body)? Read(string plain, Numbering number, TextSpan line)
    {
        var words = Lines.Trim(plain, new TextSpan(number.WordsAt, line.End));
        if (words.Length == 0)
            return null;
        var stop = FirstMark(plain, words);
        if (stop == words.End)
            return Alone(plain, number, words);
        if (plain[stop] == '：')
            return BeforeColon(plain, words, stop);
        return plain[stop] is '。' or ' ' ? BeforeText(plain, number, words, stop) : null;
    }

    /// <summary>A short line that is numbered and says nothing but its name.</summary>
    private static (TextSpan, TextSpan)? Alone(string plain, Numbering number, TextSpan words)
    {
        var limit = number.Level <= 2 ? LongestAlone : LongestBeforeText;
        if (words.Length > limit || plain[words.End - 1] is '；' or '，' or '、')
            return null;
        return number.Level >= 3 && Prose.IsIn(plain, words) ? null : (WithoutBracket(plain, words), new TextSpan(words.End, words.End));
    }

    private static (TextSpan, TextSpan)? BeforeColon(string plain, TextSpan words, int stop)
    {
        var head = new TextSpan(words.Start, stop);
        return head.Length is > 0 and <= 22 && plain.IndexOf('，', head.Start, head.Length) < 0
            ? (WithoutBracket(plain, head), new TextSpan(stop + 1, words.End))
            : null;
    }

    private static (TextSpan, TextSpan)? BeforeText(string plain, Numbering number, TextSpan words, int stop)
    {
        var head = new TextSpan(words.Start, stop);
        var hasText = Lines.Trim(plain, new TextSpan(stop, words.End)).Length > 1;
        var limit = number.Level == 1 ? LongestAlone : LongestBeforeText;
        if (head.Length < 2 || head.Length > limit || Prose.IsIn(plain, head))
            return null;
        if (plain[stop] == ' ' && (head.Length < 4 || !hasText))
            return null;
        // What is assigned in a bracket at once is asked for, not announced.
        if (hasText && plain[Lines.Trim(plain, new TextSpan(stop + 1, words.End)).Start] == '（')
            return null;
        // A whole numbered sentence is a heading only where such lines head a section.
        if (!hasText && (number.Level > 2 || head.Length > 18))
            return null;
        return (WithoutBracket(plain, head), new TextSpan(stop + 1, words.End));
    }

    /// <summary>（3月1日至3月31日） and （责任单位：…） behind the name are not its words.</summary>
    private static TextSpan WithoutBracket(string plain, TextSpan head)
    {
        var open = plain.IndexOf('（', head.Start, head.Length);
        var isLast = open > head.Start && plain[head.End - 1] == '）';
        var says = isLast && plain.AsSpan(open, head.End - open).IndexOfAny("：月年日") >= 0;
        return says ? new TextSpan(head.Start, open) : head;
    }

    private static int FirstMark(string plain, TextSpan words)
    {
        var depth = 0;
        for (var at = words.Start; at < words.End; at++)
        {
            depth +=
                plain[at] is '（' or '《' ? 1
                : plain[at] is '）' or '》' ? -1
                : 0;
            if (depth <= 0 && (plain[at] is '。' or '；' or '：' || plain[at] == ' ' && at - words.Start >= 4))
                return at;
        }
        return words.End;
    }
}
