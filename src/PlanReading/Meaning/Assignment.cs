using System.Text.RegularExpressions;

namespace Wuzha.PlanReading.Meaning;

/// <summary>（责任单位：A、B；完成时限：6月底前）: who does what stands before it, and until when.</summary>
internal sealed partial record Assignment(TextSpan Span, IReadOnlyList<string> Units, string? Deadline)
{
    public static IReadOnlyList<Assignment> In(string plain, UnitReader units, TextSpan paragraph)
    {
        var found = new List<Assignment>();
        var at = paragraph.Start;
        while (at < paragraph.End && Label().Match(plain, at, paragraph.End - at) is { Success: true } label)
        {
            var open = OpeningBefore(plain, label.Index, paragraph.Start);
            var end = open >= 0 ? Closing(plain, open, paragraph.End) : EndOfSentence(plain, label.Index, paragraph.End);
            var isAlone = open >= 0 || label.Index == paragraph.Start || plain[label.Index - 1] is '。' or '；' or ' ' or '\n';
            if (isAlone)
                found.Add(Parse(plain, units, new TextSpan(open >= 0 ? open : label.Index, end), label.Index));
            at = Math.Max(end, label.Index + label.Length);
        }
        return found;
    }

    private static Assignment Parse(string plain, UnitReader units, TextSpan span, int from)
    {
        var names = new List<string>();
        string? deadline = null;
        var inner = new TextSpan(from, span.End > from && plain[span.End - 1] == '）' && plain[span.Start] == '（' ? span.End - 1 : span.End);
        var labels = Label().Matches(inner.Of(plain));
        for (var i = 0; i < labels.Count; i++)
        {
            var next = i + 1 < labels.Count ? from + labels[i + 1].Index : inner.End;
            var part = new TextSpan(from + labels[i].Index + labels[i].Length, next);
            if (labels[i].Value.Contains('时', StringComparison.Ordinal))
                deadline ??= DeadlineReader.ReadAlone(part.Of(plain));
            else if (
                !labels[i].Value.Contains("责任人", StringComparison.Ordinal) && !labels[i].Value.Contains("领导", StringComparison.Ordinal)
                || names.Count == 0
            )
                names.AddRange(units.Listed(part).Where(name => !names.Contains(name)));
        }
        return new Assignment(span, names, deadline);
    }

    private static int OpeningBefore(string plain, int at, int least) =>
        at > least && plain[at - 1] is '（' or '〔' ? at - 1
        : at > least + 1 && plain[at - 1] == ' ' && plain[at - 2] is '（' or '〔' ? at - 2
        : -1;

    private static int Closing(string plain, int open, int end)
    {
        var depth = 0;
        for (var at = open; at < end; at++)
        {
            depth +=
                plain[at] is '（' or '〔' ? 1
                : plain[at] is '）' or '〕' ? -1
                : 0;
            if (depth == 0)
                return at + 1;
            if (plain[at] == '。' && depth == 1)
                return at;
        }
        return end;
    }

    private static int EndOfSentence(string plain, int at, int end)
    {
        var stop = plain.IndexOf('。', at, end - at);
        return stop < 0 ? end : stop + 1;
    }

    [GeneratedRegex(
        "(责任单位|责任部门|责任主体|牵头单位|牵头部门|配合单位|配合部门|参与单位|责任科室|落实单位|实施单位|主办单位|责任人|责任领导|完成时限|完成时间|整改时限|时限要求|时间要求|责任单位及责任人)：",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Label();
}
