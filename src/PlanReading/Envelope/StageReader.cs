using System.Text.RegularExpressions;
using Wuzha.PlanReading.Structure;

namespace Wuzha.PlanReading.Envelope;

/// <summary>阶段: headings and lines that name one, with the days that stand beside the name.</summary>
internal static partial class StageReader
{
    public static IReadOnlyList<Stage> Read(string text, string plain, IReadOnlyList<Block> blocks)
    {
        var found = new List<Stage>();
        foreach (var block in blocks.Where(block => block.Level > 0 || block.Kind is BlockKind.Paragraph))
        {
            var head = new TextSpan(
                block.Heading?.Start ?? block.Body.Start,
                Math.Min(block.Line.End, (block.Heading?.Start ?? block.Body.Start) + 80)
            );
            if (Named().Match(head.Of(plain)) is not { Success: true } match)
                continue;
            var name = match.Groups["name"];
            var period = PeriodReader.In(head.Of(plain), null);
            found.Add(new Stage(text.Substring(head.Start + name.Index, name.Length), period?.Start, period?.End, Lines.Trim(plain, block.Line)));
        }
        return found;
    }

    [GeneratedRegex("^(?:第[一二三四五]阶段(?:：|，| )?)?(?<name>[\u4e00-\u9fff、]{2,12}阶段)(?:（|：|。|，| |$)", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
