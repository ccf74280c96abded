using System.Text.RegularExpressions;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Meaning;

/// <summary>频次: 每月至少一次, 一月一通报, 逐日, 上、下半年各一次. 定期 and 适时 name no number and are none.</summary>
internal static partial class CadenceReader
{
    private const string N = Numerals.Pattern;

    /// <summary>A period and how many of ours it is; three ten-day spans make a month.</summary>
    private static readonly Dictionary<string, (string Per, int Times)> Periods = new(StringComparer.Ordinal)
    {
        ["天"] = ("day", 1),
        ["日"] = ("day", 1),
        ["晚"] = ("day", 1),
        ["早"] = ("day", 1),
        ["晨"] = ("day", 1),
        ["两天"] = ("2day", 1),
        ["2天"] = ("2day", 1),
        ["二天"] = ("2day", 1),
        ["两日"] = ("2day", 1),
        ["隔天"] = ("2day", 1),
        ["周"] = ("week", 1),
        ["1周"] = ("week", 1),
        ["一周"] = ("week", 1),
        ["星期"] = ("week", 1),
        ["旬"] = ("month", 3),
        ["两周"] = ("month", 2),
        ["半月"] = ("month", 2),
        ["半个月"] = ("month", 2),
        ["月"] = ("month", 1),
        ["季度"] = ("quarter", 1),
        ["季"] = ("quarter", 1),
        ["学期"] = ("term", 1),
        ["半年"] = ("year", 2),
        ["年"] = ("year", 1),
        ["年度"] = ("year", 1),
        ["学年"] = ("year", 1),
    };

    public static Cadence? Read(string clause)
    {
        if (Each().Match(clause) is { Success: true } each)
            return Counted(clause[(each.Index + each.Length)..], each.Groups["per"].Value);
        if (WholeYear().Match(clause) is { Success: true } year && Numerals.Value(year.Groups["n"].Value) is { } inYear)
            return new Cadence(inYear, "year", Least().IsMatch(clause));
        if (OneEach().Match(clause) is { Success: true } one)
            return new Cadence(1, Periods[one.Groups["per"].Value].Per, false);
        if (HalfYears().Match(clause) is { Success: true } half)
            return new Cadence(2 * (Numerals.Value(half.Groups["n"].Value) ?? 1), "year", false);
        if (Slash().Match(clause) is { Success: true } slash && Numerals.Value(slash.Groups["n"].Value) is { } times)
            return new Cadence(times, Periods[slash.Groups["per"].Value].Per, false);
        return Regular().Match(clause) is { Success: true } regular ? new Cadence(1, Periods[regular.Groups["per"].Value].Per, false) : null;
    }

    /// <summary>The count stands behind the period, before the next one.</summary>
    private static Cadence Counted(string rest, string period)
    {
        var (per, scale) = Periods[period];
        var next = rest.IndexOf('每', StringComparison.Ordinal);
        var reach = next > 0 && !QuotaFollows().IsMatch(rest[next..]) ? rest[..next] : rest;
        var count = Count().Match(reach);
        var times = count.Success ? Numerals.Value(count.Groups["n"].Value) ?? 1 : 1;
        var isLeast = count.Success && (Least().IsMatch(reach[..count.Groups["n"].Index]) || count.Groups["more"].Length > 0);
        var daily = DayTimes().Match(rest) is { Success: true } parts ? parts.Length - 1 : 1;
        return new Cadence(Math.Max(times, 1) * scale * daily, per, isLeast);
    }

    [GeneratedRegex(
        "每(个|一)?(?<per>两天|2天|二天|两日|隔天|半个月|半月|两周|1周|一周|半年|季度|学期|学年|年度|星期|天|日|晚|晨|早|周|旬|月|季|年)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Each();

    [GeneratedRegex("(全年|一年内|年度内)[^，。；0-9一二两三四五六七八九十]{0,24}(?<n>" + N + ")(次|场|期|篇|条)", RegexOptions.NonBacktracking)]
    private static partial Regex WholeYear();

    [GeneratedRegex(
        "(一|1)(?<per>日|周|月|季度|季|年)(一|1)[^、，日月次0-9]|[逐按](?<per>日|天|周|月|季度|季)(?:[^度]|$)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex OneEach();

    [GeneratedRegex("上、?下半年(分别)?各.{0,10}?(?<n>" + N + ")(次|场|期)", RegexOptions.NonBacktracking)]
    private static partial Regex HalfYears();

    [GeneratedRegex("(?<n>" + N + ")(次|场|期|篇|条)[/／](?<per>天|日|周|月|季度|季|年|学期)", RegexOptions.NonBacktracking)]
    private static partial Regex Slash();

    [GeneratedRegex(
        "(实行|坚持|落实|建立|执行|严格|推行)[^，。]{0,8}(?<per>日|周|月|季度|季)(报告|报送|通报|调度|督查|督导|例会|研判|会商|报|讲评|小结)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Regular();

    [GeneratedRegex("(?<n>" + N + ")(个|套)?(次|场|期|轮|堂|节|遍|篇|条|批|则|例|课|回|部|集|版)(?<more>以上|及以上)?", RegexOptions.NonBacktracking)]
    private static partial Regex Count();

    [GeneratedRegex("至少|不少于|不低于|不得少于|最少", RegexOptions.NonBacktracking)]
    private static partial Regex Least();

    /// <summary>早晚各一次 are two, 早中晚各一次 three.</summary>
    [GeneratedRegex("早中?晚各|早中各|中晚各", RegexOptions.NonBacktracking)]
    private static partial Regex DayTimes();

    [GeneratedRegex("^每(个|一|所|家)?(村|社区|校|班|组|户|单位|人|网格)", RegexOptions.NonBacktracking)]
    private static partial Regex QuotaFollows();
}
