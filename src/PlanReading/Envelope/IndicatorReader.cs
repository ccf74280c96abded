using System.Globalization;
using System.Text.RegularExpressions;
using Wuzha.PlanReading.Meaning;

namespace Wuzha.PlanReading.Envelope;

/// <summary>Goals with a direction: 发案数下降, 知晓率达到95%以上, 总量和损失金额双下降.</summary>
internal static partial class IndicatorReader
{
    private static readonly string[] Before =
    [
        "努力实现",
        "实现",
        "确保",
        "力争使",
        "力争",
        "切实",
        "使",
        "有效",
        "进一步",
        "坚决",
        "不断",
        "全面",
        "让",
        "通过",
        "达到",
        "“",
        "”",
        "犯罪高发的",
        "按期完成",
        "全县",
        "全镇",
        "全街道",
        "辖区",
    ];

    private static readonly string[] After =
    [
        "明显",
        "大幅",
        "持续",
        "逐年",
        "显著",
        "同比",
        "环比",
        "较上年",
        "均",
        "双",
        "进一步",
        "稳步",
        "得到",
        "切实",
        "全面",
        "不断",
        "有效",
        "“",
        "”",
    ];

    public static IReadOnlyList<Indicator> Read(string text, string plain, IEnumerable<TextSpan> goals)
    {
        var found = new List<Indicator>();
        foreach (var clause in goals.SelectMany(goal => Clauses.Of(plain, goal)))
            Read(found, text, plain, clause.Span);
        return found;
    }

    /// <summary>Names joined by 、 or 和 share the move that follows the last of them.</summary>
    private static void Read(List<Indicator> found, string text, string plain, TextSpan clause)
    {
        var waiting = new List<string>();
        foreach (Match piece in Piece().Matches(clause.Of(plain)))
        {
            var written = text.Substring(clause.Start + piece.Index, piece.Length);
            if (Share().Match(piece.Value) is { Success: true } share)
                Add(
                    found,
                    written[..share.Groups["name"].Length],
                    !piece.Value.Contains('降', StringComparison.Ordinal),
                    double.Parse(share.Groups["n"].Value, CultureInfo.InvariantCulture)
                );
            else if (Move().Match(piece.Value) is { Success: true } move)
            {
                var rises = move.Groups["move"].Value is "上升" or "提升" or "提高" or "增强" or "增加";
                foreach (var name in waiting.Append(written[..move.Groups["name"].Length]))
                    Add(found, name, rises, null);
            }
            else
            {
                waiting.Add(written);
                continue;
            }
            waiting.Clear();
        }
    }

    private static void Add(List<Indicator> found, string name, bool rises, double? value)
    {
        var bare = Bare(name);
        if (bare.Length is >= 2 and <= 20 && found.All(known => known.Name != bare))
            found.Add(new Indicator(bare, rises, value, value is null ? null : "%"));
    }

    private static string Bare(string name)
    {
        var bare = name.Trim();
        while (Before.FirstOrDefault(word => bare.StartsWith(word, StringComparison.Ordinal)) is { } word)
            bare = bare[word.Length..].Trim();
        while (After.FirstOrDefault(word => bare.EndsWith(word, StringComparison.Ordinal)) is { } word)
            bare = bare[..^word.Length].Trim();
        return bare;
    }

    [GeneratedRegex("[^，。；：、和及]+", RegexOptions.NonBacktracking)]
    private static partial Regex Piece();

    [GeneratedRegex(
        "^(?<name>.{2,30}?)(?<move>上升|下降|减少|降低|压降|提升|提高|增强|增加)”?(?:的?(?:总)?(?:工作)?目标|[0-9]+%(?:以上)?)?”?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Move();

    [GeneratedRegex(
        "^(?<name>.{1,24}?(?:率|面|度))(?:力争|要|应|均|确保|必须|保持|不低于|不少于|达到|达|超过|提升至|提高到|提升到|在){0,3}(?<n>[0-9]{1,3}(?:\\.[0-9]+)?)%",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Share();
}
