using System.Globalization;
using System.Text.RegularExpressions;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Meaning;

/// <summary>A number that the duty has to reach: 覆盖率达到95%以上, 发放宣传单5000份.</summary>
internal static partial class TargetReader
{
    public static Target? Read(string clause, bool isCounted)
    {
        if (
            Share().Match(clause) is { Success: true } share
            && double.TryParse(share.Groups["n"].Value, CultureInfo.InvariantCulture, out var percent)
        )
            return new Target(share.Groups["name"].Value, percent, "%");
        if (Hundredths().Match(clause) is { Success: true } written)
            return new Target(
                written.Groups["name"].Value,
                Numerals.Value(written.Groups["n"].Value) is { } hundredths and <= 100 ? hundredths : 100,
                "%"
            );
        if (Pieces().Match(clause) is not { Success: true } pieces || Numerals.Value(pieces.Groups["n"].Value) is not { } count)
            return null;
        if (isCounted && pieces.Groups["unit"].Value is not ("户" or "户次" or "人次" or "份" or "张"))
            return null;
        var value = pieces.Groups["wan"].Success ? count * 10_000.0 : count;
        return value >= 2 ? new Target(pieces.Groups["verb"].Value, value, pieces.Groups["unit"].Value) : null;
    }

    [GeneratedRegex(
        "(?<name>[\u4e00-\u9fff]{0,8}?(?:率|面|任务|比例|数|占比)?)(?:力争|要|应|均|须|需|确保|必须|争取|不低于|不少于|达到|达|完成|的|超过|保持|在|至|为|提升|以上){0,4}(?<n>[0-9]{1,3}(?:\\.[0-9]+)?)%",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Share();

    [GeneratedRegex("(?<name>[^，。；]{0,8}?)(?:达到|达|为|至)?百分之(?<n>[一二三四五六七八九十百]{1,4})", RegexOptions.NonBacktracking)]
    private static partial Regex Hundredths();

    [GeneratedRegex(
        "(?<verb>发放|张贴|悬挂|印制|制作|举办|开展|推送|组织|播放|设置|建立|组建|发布|覆盖|完成|培训|不少于|不低于|至少|拍摄|派发|签订|走访|刊发|打造|创建|设立|劝阻|摆放)[^，。；0-9一二两三四五六七八九十]{0,20}(?<n>"
            + Numerals.Pattern
            + ")(?<wan>万)?(?:余|多)?(?<unit>份|张|条|块|幅|处|场次|场|人次|户次|户|集|版|辆|面|支|期|支|起|篇|部|个以上|次|家|名|人|面|套)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Pieces();
}
