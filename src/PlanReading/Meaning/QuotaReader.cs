using System.Text.RegularExpressions;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Meaning;

/// <summary>配额: 每千人1名, 每村一场, 逐户, 一户一档, 各单位确定联络员一名.</summary>
internal static partial class QuotaReader
{
    private const string N = Numerals.Pattern;

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["人"] = "person",
        ["名"] = "person",
        ["户"] = "household",
        ["家庭"] = "household",
        ["村"] = "village",
        ["行政村"] = "village",
        ["社区"] = "village",
        ["村居"] = "village",
        ["嘎查"] = "village",
        ["单位"] = "unit",
        ["部门"] = "unit",
        ["企业"] = "unit",
        ["店"] = "unit",
        ["企"] = "unit",
        ["网点"] = "unit",
        ["校"] = "school",
        ["学校"] = "school",
        ["班"] = "class",
        ["班级"] = "class",
        ["组"] = "group",
        ["村民小组"] = "group",
        ["小组"] = "group",
        ["楼栋"] = "building",
        ["楼"] = "building",
        ["栋"] = "building",
        ["单元"] = "building",
        ["网格"] = "grid",
        ["学生"] = "student",
        ["件"] = "parcel",
        ["包裹"] = "parcel",
    };

    /// <param name="clause">The duty's words.</param>
    /// <param name="isRoster">Naming people asks each unit for so many.</param>
    public static Quota? Read(string clause, bool isRoster)
    {
        if (PerMany().Match(clause) is { Success: true } many)
            return new Quota(Count(many), Scale(many), many.Groups["unit"].Value == "户" ? "household" : "person");
        if (PerOne().Match(clause) is { Success: true } one)
            return new Quota(Count(one), 1, Units[one.Groups["unit"].Value]);
        if (OneByOne().Match(clause) is { Success: true } each)
            return new Quota(1, 1, Units[each.Groups["unit"].Value]);
        return isRoster && Named().Match(clause) is { Success: true } named ? new Quota(Count(named), 1, "unit") : null;
    }

    private static int Count(Match match) => match.Groups["n"].Success ? Math.Max(1, Numerals.Value(match.Groups["n"].Value) ?? 1) : 1;

    private static int Scale(Match match) => Math.Max(1, Numerals.Value(match.Groups["scale"].Value) ?? 1);

    [GeneratedRegex(
        "每(?<scale>[0-9]*[一二两三五]?[千百万]|[0-9]{2,})(?:名|个|余)?(?<unit>人|户)[^，。；]{0,12}?(?<n>" + N + ")(?:名|人|个|位)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex PerMany();

    [GeneratedRegex(
        "每(?:个|一个|一|所|家|名|位|栋|户)?(?<unit>村民小组|行政村|村居|嘎查|社区|村|网格|单位|部门|企业|网点|学校|校|班级|班|小组|组|楼栋|单元|栋|学生|家庭|户|店)(?:（[^）]{0,6}）)?(?:[^，。；0-9一二两三]{0,24}?(?<n>"
            + N
            + ")(?:名|个|位|支|场|次|份|张|幅|条|处|块|封|套|期|堂|节|篇))?",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex PerOne();

    [GeneratedRegex("逐(?<unit>户|件|村|栋|班|校|店)|一(?<unit>户|村|校|班|企|店|楼|单位|网格)一[^、，。级起]", RegexOptions.NonBacktracking)]
    private static partial Regex OneByOne();

    [GeneratedRegex(
        "(?:确定|明确|指定|配备|选派|选定|推荐|安排|落实|设立|选聘|确立|报送|配齐|聘请|选配|有)[^，。；]{0,24}?(?<n>[0-9]+|[一二两三四五六七八九十]+)(?:—[0-9]+)?(?:名|位)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Named();
}
