using System.Globalization;
using System.Text.RegularExpressions;
using Wuzha.Duties.Exports;
using Wuzha.PlanReading;

namespace Wuzha.Plans.Review;

/// <summary>A duty's figures as a clerk reads and types them.</summary>
internal static partial class DutyWords
{
    public static readonly IReadOnlyList<(string Key, string Name)> Pers =
    [
        ("day", "每天"),
        ("2day", "每两天"),
        ("week", "每周"),
        ("month", "每月"),
        ("quarter", "每季度"),
        ("term", "每学期"),
        ("year", "每年"),
    ];

    public static readonly IReadOnlyList<(string Key, string Name)> QuotaUnits =
    [
        ("person", "人"),
        ("household", "户"),
        ("village", "村（社区）"),
        ("unit", "单位"),
        ("school", "学校"),
        ("class", "班"),
        ("group", "村民小组"),
        ("building", "楼栋"),
        ("grid", "网格"),
        ("student", "学生"),
        ("parcel", "件"),
    ];

    public static IReadOnlyList<(string Value, string Text)> KindOptions => [.. DutyKinds.All.Select(kind => (kind, KindMeasures.Of(kind).Name))];

    /// <summary>每月至少 1 次，25 日前; null when the plan says nothing.</summary>
    public static string? When(Proposal duty)
    {
        var cadence = duty.Cadence is { } often
            ? $"{Pers.FirstOrDefault(per => per.Key == often.Per).Name}{(often.IsLeast ? "至少" : "")} {often.Times} 次"
            : null;
        var deadline = duty.Deadline is { } day ? ShowDay(day) + "前" : null;
        return cadence is null ? deadline
            : deadline is null ? cadence
            : $"{cadence}，{deadline}";
    }

    /// <summary>每 1000 人 1; 悬挂 3 条; null when the plan says nothing.</summary>
    public static string? HowMuch(Proposal duty)
    {
        var quota = duty is { QuotaCount: { } count, QuotaUnit: { } unit }
            ? $"每{(duty.QuotaPer is > 1 and var per ? $" {per} " : "")}{NameOf(unit)} {count}"
            : null;
        var target = duty.TargetValue is { } value
            ? $"{duty.TargetMetric} {value.ToString("0.##", CultureInfo.InvariantCulture)} {duty.TargetUnit}".Trim()
            : null;
        return quota is null ? target
            : target is null ? quota
            : $"{quota}；{target}";
    }

    private static string NameOf(string unit) => QuotaUnits.FirstOrDefault(one => one.Key == unit).Name ?? unit;

    /// <summary>2026 年 5 月 18 日, 5 月 18 日, 25 日 from YYYY-MM-DD, --MM-DD, ---DD.</summary>
    public static string ShowDay(string code) =>
        code.StartsWith("---", StringComparison.Ordinal) ? $"{Number(code[3..])} 日"
        : code.StartsWith("--", StringComparison.Ordinal) ? $"{Number(code[2..4])} 月 {Number(code[5..])} 日"
        : $"{code[..4]} 年 {Number(code[5..7])} 月 {Number(code[8..])} 日";

    /// <summary>What stands in the input: 2026-05-18, 5月18日, 25日.</summary>
    public static string TypeDay(string? code) =>
        code is null ? ""
        : code.StartsWith("--", StringComparison.Ordinal) ? ShowDay(code).Replace(" ", "", StringComparison.Ordinal)
        : code;

    /// <summary>The code of a typed deadline; null when it is none.</summary>
    public static string? ReadDay(string typed)
    {
        if (Typed().Match(typed) is not { Success: true } match)
            return null;

        var (year, month, day) = (match.Groups["y"].Value, match.Groups["m"].Value, int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture));
        if (month.Length == 0)
            return year.Length == 0 && day is >= 1 and <= 31 ? $"---{day:00}" : null;

        var (inYear, inMonth) = (
            year.Length == 0 ? 2024 : int.Parse(year, CultureInfo.InvariantCulture),
            int.Parse(month, CultureInfo.InvariantCulture)
        );
        if (inMonth is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(inYear, inMonth))
            return null;
        return year.Length == 0 ? $"--{inMonth:00}-{day:00}" : $"{inYear:0000}-{inMonth:00}-{day:00}";
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:每月)?(?:(?:(?<y>20[0-9]{2})[年./-])?(?<m>[0-9]{1,2})[月./-])?(?<d>[0-9]{1,2})[日号]?前?$", RegexOptions.NonBacktracking)]
    private static partial Regex Typed();
}
