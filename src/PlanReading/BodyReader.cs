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
internal sealed class BodyReader
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
        foreach (var block in blocks.Where(block => block.Kind != BlockKind.Blank))
            Leave(block, ReadBlock(block));
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
        var body = UnitLine(block);
        if (Purpose is "goal" or "guiding" or "preamble" or "scope")
            goals.Add(body);
        return body.Length == 0 ? [] : duties.Read(body, new Setting(Purpose, outline.Units, outline.Deadline));
    }

    /// <summary>镇文化站：负责…</summary>
    private TextSpan UnitLine(Block block)
    {
        var body = block.Body;
        if (block.Kind == BlockKind.Heading || units.ListAt(body.Start, body.End) is not { } list || list.End >= body.End || plain[list.End] != '：')
            return body;
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
