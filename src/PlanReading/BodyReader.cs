using System.Text.RegularExpressions;
using Wuzha.PlanReading.Meaning;
using Wuzha.PlanReading.Structure;

namespace Wuzha.PlanReading;

/// <summary>What the text between title and signature holds.</summary>
internal sealed record Body(
    IReadOnlyList<DutyProposal> Duties,
    IReadOnlyList<Leftover> Leftovers,
    IReadOnlyList<TextSpan> Goals,
    IReadOnlyList<string> Named
);

/// <summary>Walks over the blocks with the headings above them in mind.</summary>
internal sealed partial class BodyReader
{
    private readonly string plain;
    private readonly UnitReader units;
    private readonly Outline outline;
    private readonly DutyReader duties;
    private readonly DutyFigures figures;
    private readonly TableReader tables;
    private readonly List<DutyProposal> found = [];
    private readonly List<Leftover> leftovers = [];
    private readonly List<TextSpan> goals = [];
    private readonly List<string> named = [];
    private bool hasHeadings;
    private bool isUnitLine;

    public BodyReader(string text, string plain)
    {
        this.plain = plain;
        units = new UnitReader(plain, text);
        outline = new Outline(plain, units);
        duties = new DutyReader(plain, units);
        figures = new DutyFigures(text, plain, units);
        tables = new TableReader(plain, duties, units);
    }

    public Body Read(IReadOnlyList<Block> blocks)
    {
        hasHeadings = blocks.Any(block => block.Heading is not null);
        List<Block> written = [.. blocks.Where(block => block.Kind != BlockKind.Blank)];
        for (var i = 0; i < written.Count; i++)
        {
            var acts = ReadBlock(written[i]);
            // 镇文化站：负责组织反诈宣传工作。 is spelt out by the items 1. 2. 3. below it.
            var isSpeltOut = isUnitLine && i + 1 < written.Count && written[i + 1].Level >= 3;
            Leave(written[i], isSpeltOut && acts.All(act => act.Rule.IsGeneric) ? [] : acts);
        }
        return new Body(found, leftovers, goals, named);
    }

    private string Purpose => hasHeadings ? outline.Purpose : "";

    private IReadOnlyList<Act> ReadBlock(Block block)
    {
        switch (block.Kind)
        {
            case BlockKind.Heading:
                outline.Enter(block);
                named.AddRange(outline.Units);
                return Paragraph(block);
            case BlockKind.Paragraph:
                if (block.Level == 0)
                    outline.LeaveUnitLine();
                return AssignsAbove(block) ? [] : Paragraph(block);
            case BlockKind.TableHead:
                tables.Begin(block);
                return [];
            case BlockKind.TableRow:
                return tables.Read(block, new Setting("", outline.Units, outline.Deadline));
            default:
                return [];
        }
    }

    private IReadOnlyList<Act> Paragraph(Block block)
    {
        var (body, stageEnd) = StageLine(UnitLine(block));
        if (Purpose is "goal" or "guiding" or "preamble" or "scope")
            goals.Add(body);
        return body.Length == 0 ? [] : duties.Read(body, new Setting(Purpose, outline.Units, stageEnd ?? outline.Deadline));
    }

    /// <summary>第一阶段：宣传发动阶段（9月1日至9月10日）。… without a number of its own.</summary>
    private (TextSpan Body, string? End) StageLine(TextSpan body)
    {
        var head = body with { End = Math.Min(body.End, body.Start + 60) };
        if (StageHead().Match(head.Of(plain)) is not { Success: true } match)
            return (body, null);
        return (Lines.Trim(plain, body with { Start = body.Start + match.Length }), DeadlineReader.ReadAlone(match.Value));
    }

    [GeneratedRegex(
        "^(第[一二三四五]阶段(：|，| )?)?[^，。：（]{2,12}阶段(（[^）]{4,40}）|：[^。]{0,30}月[^。]{0,20})(。|：|，)?",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex StageHead();

    /// <summary>镇文化站：负责…</summary>
    private TextSpan UnitLine(Block block)
    {
        isUnitLine = false;
        var body = block.Body;
        if (block.Kind == BlockKind.Heading || units.ListAt(body.Start, body.End) is not { } list || list.End >= body.End || plain[list.End] != '：')
            return body;
        isUnitLine = true;
        outline.Enter(list.Names);
        named.AddRange(list.Names);
        return Lines.Trim(plain, body with { Start = list.End + 1 });
    }

    /// <summary>A line that holds nothing but 责任单位：… speaks of the paragraph above it.</summary>
    private bool AssignsAbove(Block block)
    {
        if (Assignment.In(plain, units, block.Body) is not [{ } alone] || alone.Span.Length + 2 < block.Body.Length)
            return false;
        for (var i = found.Count - 1; i >= lastAssigned; i--)
            found[i] = found[i] with { Units = alone.Units.Count > 0 ? alone.Units : found[i].Units, Deadline = found[i].Deadline ?? alone.Deadline };
        lastAssigned = found.Count;
        return true;
    }

    private int lastAssigned;

    private void Leave(Block block, IReadOnlyList<Act> acts)
    {
        if (block.Kind == BlockKind.Heading || block.Level is 1 or 2)
            lastAssigned = found.Count;
        foreach (var act in acts)
            found.Add(figures.Read(act, $"t{found.Count + 1}"));
        leftovers.AddRange(LeftoverReader.Read(plain, block, Purpose, [.. acts.Select(act => act.Span)]));
    }
}
