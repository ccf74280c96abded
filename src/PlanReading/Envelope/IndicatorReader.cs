using System.Globalization;
using System.Text.RegularExpressions;
using Wuzha.PlanReading.Meaning;

namespace Wuzha.PlanReading.Envelope;

/// <summary>Goals with a direction: 发案数下降, 知晓率达到95%以上, 总量和损失金额双下降.</summary>
internal static partial class IndicatorReader
{
    private static readonly string[] Clutter =
    [
        "努力实现",
        "实现",
        "确保",
        "力争使",
        "力争",
        "切实",
        "使",
        "全县",
        "全镇",
        "有效",
        "和",
        "、",
        "，",
        "达到",
        "“",
        "进一步",
        "坚决",
        "不断",
        "全面",
        "广大",
        "让",
        "群众对",
        "对",
    ];

    public static IReadOnlyList<Indicator> Read(string text, string plain, IEnumerable<TextSpan> goals)
    {
        var found = new List<Indicator>();
        foreach (var clause in goals.SelectMany(goal => Clauses.Of(plain, goal)))
        foreach (Match match in Moves().Matches(clause.Span.Of(plain)))
            Add(found, text, clause.Span.Start, match);
        return found;
    }

    private static void Add(List<Indicator> found, string text, int offset, Match match)
    {
        var share = match.Groups["share"];
        var rises = share.Success
            ? !match.Value.Contains('降', StringComparison.Ordinal)
            : "上升提增高".Contains(match.Groups["move"].Value[0], StringComparison.Ordinal);
        foreach (var name in text.Substring(offset + match.Groups["name"].Index, match.Groups["name"].Length).Split('、', '和', '及'))
        {
            var bare = Bare(name);
            if (bare.Length is >= 2 and <= 24 && found.All(known => known.Name != bare))
                found.Add(
                    new Indicator(
                        bare,
                        rises,
                        share.Success ? double.Parse(share.Value, CultureInfo.InvariantCulture) : null,
                        share.Success ? "%" : null
                    )
                );
        }
    }

    private static string Bare(string name)
    {
        var bare = name.Trim();
        while (Clutter.FirstOrDefault(word => bare.StartsWith(word, StringComparison.Ordinal)) is { } word)
            bare = bare[word.Length..].Trim();
        foreach (
            var end in (ReadOnlySpan<string>)
                [
                    "明显",
                    "大幅",
                    "持续",
                    "逐年",
                    "显著",
                    "同比",
                    "均",
                    "双",
                    "进一步",
                    "稳步",
                    "得到",
                    "切实",
                    "力争",
                    "达到",
                    "达",
                    "全面",
                    "不断",
                    "有效",
                ]
        )
            if (bare.EndsWith(end, StringComparison.Ordinal))
                bare = bare[..^end.Length];
        return bare;
    }

    [GeneratedRegex(
        "(?<name>[^，。；：0-9%]{2,36})(?:同比|环比)?(?<move>上升|下降|减少|降低|压降|提升|提高|增强|增加)|(?<name>[^，。；：0-9%]{1,24}(?:率|面|数|度))(?:力争|要|应|均|确保|必须|保持|不低于|不少于|达到|达|超过|提升至|提高到|提升到|在){0,3}(?<share>[0-9]{1,3}(?:\\.[0-9]+)?)%",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Moves();
}
