using Wuzha.PlanReading.Envelope;
using Wuzha.PlanReading.Structure;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading;

/// <summary>
/// Reads plan documents (方案): text → blocks → clauses → duties. Pure and linear in the text; never throws away a character.
/// <code>foreach (var plan in PlanReader.Read(text)) …</code>
/// </summary>
public static class PlanReader
{
    /// <summary>All plans in the text, in order; none where the text is no plan.</summary>
    public static IReadOnlyList<Plan> Read(string text)
    {
        var parts = Splitter.Parts(PlainText.Of(text));
        return [.. parts.Select(part => One(part.Of(text))).Where(Looks)];
    }

    /// <summary>A plan asks somebody for something, and is built like one.</summary>
    private static bool Looks(Plan plan)
    {
        var sections = plan.Headings.Count(heading => heading.Level <= 3);
        var named =
            plan.Head.Title is not null
            || plan.Text.Contains("方案", StringComparison.Ordinal)
            || plan.Text.Contains("计划", StringComparison.Ordinal);
        return plan.Duties.Count > 0 && (sections >= 2 || named) || named && sections >= 2;
    }

    private static Plan One(string text)
    {
        var plain = PlainText.Of(text);
        var blocks = new BlockReader(plain).Read(new TextSpan(0, text.Length));
        var body = new BodyReader(text, plain).Read(blocks);
        return new Plan
        {
            Text = text,
            Head = new EnvelopeReader(text, plain, blocks).Read(),
            Stages = StageReader.Read(text, plain, blocks),
            LeadingGroup = new LeadingGroupReader(text, plain).Read(blocks),
            Units = [.. body.Duties.SelectMany(duty => duty.Units).Concat(body.Named).Distinct(StringComparer.Ordinal)],
            Headings =
            [
                .. blocks
                    .Where(block => block.Heading is not null)
                    .Select(block => new Heading(block.Level, block.Heading!.Value.Of(text).Trim(), block.Heading.Value)),
            ],
            Duties = body.Duties,
            Indicators = IndicatorReader.Read(text, plain, body.Goals),
            Unclassified = body.Leftovers,
            Annexes = AnnexReader.Read(text, plain, blocks),
            Blocks = [.. blocks.Select(block => block.Line)],
        };
    }
}
