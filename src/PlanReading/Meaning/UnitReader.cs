using Wuzha.PlanReading.Grammar;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Meaning;

/// <summary>A list of units and where it ends.</summary>
internal sealed record UnitList(IReadOnlyList<string> Names, int End);

/// <summary>Names of units as plans write them: what they end in is known, and before which words a name stops.</summary>
internal sealed class UnitReader(string plain, string text)
{
    private const int LongestName = 28;

    private static readonly ILookup<string, string> Lists = GrammarFile.Lists("units");
    private static readonly HashSet<string> Suffixes = [.. Lists["suffix"], .. Lists["known"]];
    private static readonly int LongestSuffix = Suffixes.Max(suffix => suffix.Length);
    private static readonly Lexicon Known = new(Lists["known"]);
    private static readonly HashSet<string> KnownWhole = [.. Lists["known"]];
    private static readonly HashSet<string> Generic = [.. Lists["generic"]];
    private static readonly HashSet<string> Never = [.. Lists["never"]];
    private static readonly HashSet<string> Vague = [.. Lists["vague"]];
    private static readonly Lexicon Stops = new(Lists["stop"]);

    /// <summary>The list that begins here, where what follows it is no part of a name.</summary>
    public UnitList? ListAt(int at, int end)
    {
        var spans = new List<TextSpan>();
        var next = at;
        while (next < end && NameAt(next, end) is { } name)
        {
            spans.Add(name);
            next = Separator(name.End, end);
            if (next == name.End)
                break;
        }
        if (spans.Count == 0)
            return null;
        var last = spans[^1].End;
        return new UnitList(Joined(spans), AfterTail(last, end));
    }

    /// <summary>All names of a list that stands alone, as in （责任单位：…）; brackets inside a name stay with it.</summary>
    public IReadOnlyList<string> Listed(TextSpan list)
    {
        var names = new List<string>();
        var (start, depth) = (list.Start, 0);
        for (var i = list.Start; i <= list.End; i++)
        {
            var c = i < list.End ? plain[i] : '、';
            depth +=
                c == '（' ? 1
                : c == '）' ? -1
                : 0;
            var isJoin = i < list.End && c is '和' or '及' && Suffixes.Any(suffix => EndsWith(start, i, suffix));
            if (c is not ('、' or '，' or '；' or '。' or ' ' or '/' or '\t' or '\n') && !isJoin || depth > 0)
                continue;
            var name = text[start..i].Trim();
            if (name.Length is > 1 and <= 40)
                names.Add(name);
            start = i + 1;
        }
        return names;
    }

    /// <summary>学校 below the heading 镇中小学校 is nobody new.</summary>
    public static bool IsVague(UnitList list) => list.Names.All(name => Vague.Contains(name));

    public static bool IsName(string name) =>
        KnownWhole.Contains(name)
        || !name.Contains('的', StringComparison.Ordinal)
            && !Never.Contains(name)
            && Enumerable.Range(1, Math.Min(LongestSuffix, name.Length)).Any(n => Suffixes.Contains(name[^n..]));

    private TextSpan? NameAt(int at, int end)
    {
        var i = at;
        while (i < end && i - at < LongestName)
        {
            var c = plain[i];
            if (c == '（' && i > at && Close(i, end, '）') is { } bracket)
                i = bracket + 1;
            else if (c == '“' && Close(i, end, '”') is { } quote && (i == at || plain.AsSpan(i).StartsWith("“两委")))
                i = quote + 1;
            else if (Known.LongestAt(plain, i, end) is > 0 and var known)
                i += known;
            else if (char.IsPunctuation(c) || char.IsWhiteSpace(c) || char.IsAsciiDigit(c))
                break;
            else if (Stops.LongestAt(plain, i, end) > 0 || IsJoin(at, i, end))
                break;
            else
                i++;
        }
        var name = new TextSpan(at, WithoutTail(at, i));
        var bare = Bare(name);
        return bare.Length > 1 && IsName(bare) ? name : null;
    }

    /// <summary>各村（社区） ends in what stands before the bracket.</summary>
    private string Bare(TextSpan name)
    {
        var words = name.Of(plain).Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
        var open = words.LastIndexOf('（');
        return open > 0 && words.EndsWith('）') ? words[..open] : words;
    }

    private bool IsJoin(int start, int at, int end) =>
        plain[at] is '和' or '及' or '与' && at > start + 1 && at + 1 < end && (IsName(Bare(new TextSpan(start, at))) || plain[at] == '及');

    /// <summary>…等部门, …等单位 names no unit of its own.</summary>
    private int WithoutTail(int start, int end)
    {
        var tail = plain.AsSpan(start, end - start).LastIndexOf('等');
        return tail > 0 && end - start - tail <= 6 ? start + tail : end;
    }

    private int AfterTail(int at, int end)
    {
        if (at < end && plain[at] == '等')
            at++;
        foreach (
            var tail in (ReadOnlySpan<string>)
                ["相关部门", "有关部门", "职能部门", "相关单位", "部门", "单位", "力量", "机构", "人员", "企业", "场所", "群众性组织"]
        )
            if (plain.AsSpan(at, end - at).StartsWith(tail))
                return at + tail.Length;
        return at;
    }

    /// <summary>Behind 、 or 和 the next name begins; a comma joins only where another name follows.</summary>
    private int Separator(int at, int end)
    {
        if (at >= end)
            return at;
        if (plain[at] is '、' or '和' or '及' or '与' or '/')
            return at + 1 + (plain[at] != '、' || at + 1 >= end || plain[at + 1] is not '及' ? 0 : 1);
        if (plain.AsSpan(at, end - at).StartsWith("以及"))
            return at + 2;
        return plain[at] == '，' && at + 1 < end && plain[at + 1] == '各' && NameAt(at + 1, end) is not null ? at + 1 : at;
    }

    /// <summary>各村、各单位 is one word for everybody; 平安办、派出所 are two units.</summary>
    private List<string> Joined(List<TextSpan> spans)
    {
        var isGeneric = spans.Count > 1 && spans.All(span => IsGeneric(span)) && spans.Any(span => plain[span.Start] is '各' or '有' or '相' or '全');
        return isGeneric ? [text[spans[0].Start..spans[^1].End]] : [.. spans.Select(span => text[span.Start..span.End])];
    }

    private bool IsGeneric(TextSpan span) => Generic.Contains(Bare(span));

    private bool EndsWith(int start, int end, string suffix) => end - start >= suffix.Length && plain.AsSpan(start, end - start).EndsWith(suffix);

    private int? Close(int open, int end, char mark)
    {
        var at = plain.AsSpan(open, Math.Min(end - open, 16)).IndexOf(mark);
        return at > 0 && plain.AsSpan(open, at).IndexOfAny('：', '，', '。') < 0 ? open + at : null;
    }
}
