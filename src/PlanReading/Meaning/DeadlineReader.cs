using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Meaning;

/// <summary>时限: 5月18日前, 3月底前, 每月10日前, 年底前; a day without 前 is that of a one-day event. x月x日 is a blank and none.</summary>
internal static partial class DeadlineReader
{
    [StringSyntax(StringSyntaxAttribute.Regex)]
    private const string Day =
        "(?:(?<y>20[0-9]{2})年)?(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]";
    private const string Close = "(?:（[^）]{0,8}）)?(?:[0-9]{1,2}(?:时|点|:[0-9]{2}))?";

    /// <summary>The deadline that the words set, first the surest form.</summary>
    public static string? Read(string words) =>
        Of(RangeEnd(), words)
        ?? Of(DayBefore(), words)
        ?? Of(MonthPart(), words)
        ?? Of(BareDay(), words)
        ?? YearEnd(words)
        ?? QuarterEnd(words)
        ?? Of(SingleDay(), words);

    /// <summary>What a stage or （完成时限：…） says: there 11月30日 and 11月底 need no 前.</summary>
    public static string? ReadAlone(string words) => Read(words) ?? Of(MonthAlone(), words);

    private static string? Of(Regex form, string words) => form.Match(words) is { Success: true } match ? Written(match) : null;

    private static string? Written(Match match)
    {
        int? year = match.Groups["y"].Success ? Numerals.Value(match.Groups["y"].Value) : null;
        var month = match.Groups["m"].Success ? Numerals.Value(match.Groups["m"].Value) : null;
        var part = match.Groups["part"].Value;
        var day =
            match.Groups["d"].Success ? Numerals.Value(match.Groups["d"].Value)
            : part is "上旬" ? 10
            : part is "中旬" ? 20
            : part is "初" ? 5
            : null;
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return null;
        if (month is null)
            return day is { } bare ? $"---{bare:00}" : null;
        var last = DateTime.DaysInMonth(year ?? 2023, month.Value);
        // 2月31日 stands in some plans: nobody can meet it, the month's end is meant.
        var inMonth = day is 29 && month == 2 && year is null ? 29 : Math.Min(day ?? last, last);
        return year is { } y ? $"{y:0000}-{month:00}-{inMonth:00}" : $"--{month:00}-{inMonth:00}";
    }

    private static string? YearEnd(string words) =>
        ThisYearEnd().Match(words) is { Success: true } match
            ? match.Groups["y"].Success
                ? $"{match.Groups["y"].Value}-12-31"
                : "--12-31"
            : null;

    private static string? QuarterEnd(string words) =>
        Quarter().Match(words) is { Success: true } match && Numerals.Value(match.Groups["q"].Value) is >= 1 and <= 4 and var quarter
            ? $"--{quarter * 3:00}-{(quarter is 1 or 4 ? 31 : 30)}"
            : null;

    [GeneratedRegex("(至|到|—|截止到|截至|截止|不晚于|不迟于)" + Day + "(?:止|期间|$|[^前])", RegexOptions.NonBacktracking)]
    private static partial Regex RangeEnd();

    [GeneratedRegex(Day + Close + "(?:24时)?(?:下午|上午|下班)?(?:以前|之前|前|止|截止|完成)", RegexOptions.NonBacktracking)]
    private static partial Regex DayBefore();

    [GeneratedRegex(
        "(?:(?<y>20[0-9]{2})年)?(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?<part>底|末|上旬|中旬|下旬|初)(?:以前|之前|前|完成)?",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex MonthPart();

    [GeneratedRegex("(?:^|[^月0-9]|每个?月|[次下当本上]月|季度末月)(?<d>[0-9]{1,2})[日号](?:下班)?(?:以前|之前|前)", RegexOptions.NonBacktracking)]
    private static partial Regex BareDay();

    [GeneratedRegex("(?:(?<y>20[0-9]{2})年)?年(?:底|末)(?:前|之前|以前)?|年内", RegexOptions.NonBacktracking)]
    private static partial Regex ThisYearEnd();

    [GeneratedRegex("第(?<q>[一二三四1-4])季度|(?<q>[一二三四1-4])季度(?:末|底|结束)?(?:前|内|完成)", RegexOptions.NonBacktracking)]
    private static partial Regex Quarter();

    [GeneratedRegex("(?:^|[^据在自从至到—前])" + Day + "(?:（[^）]{0,6}）)?(?:[^前至到—起以后]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex SingleDay();

    [GeneratedRegex(
        "(?:至|到|—|^|：|（)(?:(?<y>20[0-9]{2})年)?(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:[^0-9一二三四五六七八九十]|$)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex MonthAlone();
}
