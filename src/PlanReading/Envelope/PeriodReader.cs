using System.Text.RegularExpressions;
using Wuzha.PlanReading.Structure;

namespace Wuzha.PlanReading.Envelope;

/// <summary>What time a plan or a stage covers: 即日起至2020年12月31日, 3月1日至5月31日, 2024年3月—6月.</summary>
internal static partial class PeriodReader
{
    public static Period? Read(string plain, IReadOnlyList<Block> lines, string? issued)
    {
        var stages = StageReader.Read(plain, plain, lines);
        foreach (var line in lines.Where(block => Timed().IsMatch(block.Line.Of(plain))))
            if (In(line.Line.Of(plain), issued) is { } period && !line.Line.Of(plain).Contains("阶段", StringComparison.Ordinal))
                return period;
        return stages.Count > 1 && stages.Any(stage => stage.Start is not null)
            ? new Period(stages.FirstOrDefault(stage => stage.Start is not null)?.Start, stages.LastOrDefault(stage => stage.End is not null)?.End)
            : null;
    }

    public static Period? In(string words, string? issued)
    {
        if (FromNow().Match(words) is { Success: true } now)
            return new Period(issued, Written(now, "2", null, isEnd: true));
        if (Range().Match(words) is not { Success: true } range)
            return null;
        var year = range.Groups["y1"].Success ? range.Groups["y1"].Value : null;
        return new Period(Written(range, "1", year, isEnd: false), Written(range, "2", year, isEnd: true));
    }

    private static string? Written(Match match, string end, string? year, bool isEnd)
    {
        year = match.Groups["y" + end].Success ? match.Groups["y" + end].Value : year;
        var months = match.Groups["m" + end].Success ? match.Groups["m" + end].Value : match.Groups["m1"].Value;
        if (!int.TryParse(months, out var month) || month is < 1 or > 12)
            return null;
        var last = DateTime.DaysInMonth(year is null ? 2023 : int.Parse(year), month);
        var day =
            match.Groups["d" + end].Success && int.TryParse(match.Groups["d" + end].Value, out var written) ? Math.Clamp(written, 1, last)
            : isEnd ? last
            : 1;
        return year is null ? $"--{month:00}-{day:00}" : $"{year}-{month:00}-{day:00}";
    }

    [GeneratedRegex(
        "活动时间|时间安排|宣传时间|行动时间|即日起|自[0-9]|从[0-9]|为期|时间：|期间|起至|[0-9]日(至|—)|月(至|—)[0-9]",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Timed();

    [GeneratedRegex(
        "即日起[^，。0-9]{0,6}(至|到|—)(?:(?<y2>20[0-9]{2})年)?(?<m2>[0-9]{1,2})月(?:(?<d2>[0-9]{1,2})日|底|末)?",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex FromNow();

    [GeneratedRegex(
        "(?:(?<y1>20[0-9]{2})年)?(?<m1>[0-9]{1,2})月(?:(?<d1>[0-9]{1,2})日|初|上旬|中旬|下旬|底|份)?(?:起|开始)?[，]?(?:至|到|—+|起至)(?:(?<y2>20[0-9]{2})年)?(?:(?<m2>[0-9]{1,2})月(?:(?<d2>[0-9]{1,2})日|底|末|份)?|(?<d2>[0-9]{1,2})日)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Range();
}
