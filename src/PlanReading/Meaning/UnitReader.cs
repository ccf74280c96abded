using Wuzha.PlanReading.Grammar;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Meaning;

/// <summary>A list of units and where it ends.</summary>
internal sealed record UnitList(IReadOnlyList<string> Names, int End);

/// <summary>Names of units as plans write them: what they end in is known, and before which words a name stops.</summary>
internal sealed class UnitReader(string plain, string text)
{
    private const int LongestName = 28;

    /// <summary>What a village is called after: 张家湾, 向阳, 于庄.</summary>
    private const string Places = "庄屯寨阳湾沟坪塘桥店堡岭坝村";

    private static readonly ILookup<string, string> Lists = GrammarFile.Lists("units");
    private static readonly HashSet<string> Suffixes = [.. Lists["suffix"], .. Lists["known"]];
    private static readonly int LongestSuffix = Suffixes.Max(suffix => suffix.Length);
    private static readonly Lexicon Known = new(Lists["known"]);
    private static readonly HashSet<string> KnownWhole = [.. Lists["known"]];
    private static readonly HashSet<string> Generic = [.. Lists["generic"]];
    private static readonly HashSet<string> Never = [.. Lists["never"]];
    private static readonly HashSet<string> Vague = [.. Lists["vague"]];
    private static readonly Lexicon Others = new(Lists["other"]);
    private static readonly Lexicon Everybody = new(Lists["everybody"]);
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

    /// <summary>各村的网格, 由大堂经理和保安组成的队伍: the units only say whose it is.</summary>
    public bool IsPart(UnitList list, int end) =>
        list.End < end && (plain[list.End] is '的' or '之' || plain.AsSpan(list.End, end - list.End).StartsWith("组成的"));

    /// <summary>学校 below the heading 镇中小学校 is nobody new.</summary>
    public static bool IsVague(UnitList list) => list.Names.All(name => Vague.Contains(name));

    public static bool IsName(string name) =>
        !Never.Contains(name)
        && (
            KnownWhole.Contains(name)
            || !name.Contains('的', StringComparison.Ordinal)
                && Enumerable.Range(1, Math.Min(LongestSuffix, name.Length)).Any(n => Suffixes.Contains(name[^n..]))
        );

    private TextSpan? NameAt(int at, int end)
    {
        // 和辖区银行对接 asks nothing of the banks; 和平社区 is one.
        if (at + 1 < end && plain[at] is '和' or '与' or '同' or '跟' && Others.LongestAt(plain, at + 1, end) > 0)
            return null;
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
            else if (IsStop(at, i, end) || IsJoin(at, i, end))
                break;
            else
                i++;
        }
        var name = new TextSpan(at, WithoutTail(at, i));
        var bare = Bare(name);
        return bare.Length > 1 && IsName(bare) ? name
            : Everybody.LongestAt(plain, at, i) is > 0 and var whole ? new TextSpan(at, at + whole)
            : null;
    }

    /// <summary>于 and 向 end a name, unless a place begins so: 于家村, 向阳社区.</summary>
    private bool IsStop(int start, int at, int end) =>
        Stops.LongestAt(plain, at, end) is > 0 and var length && !(length == 1 && at == start && plain[at] is '于' or '向' && IsPlace(at + 1, end));

    private bool IsPlace(int at, int end)
    {
        var behind = at < end && plain[at] == '家' ? at + 1 : at;
        return behind < end && Places.Contains(plain[behind], StringComparison.Ordinal);
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
