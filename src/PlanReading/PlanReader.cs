using Wuzha.PlanReading.Envelope;
using Wuzha.PlanReading.Meaning;
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

    /// <summary>
    /// The duties in words that a person picked out of a plan, read as if they stood in a section of tasks; none where they ask for nothing that the grammar
    /// knows. Spans count in <paramref name="words"/>.
    /// </summary>
    /// <param name="units">Who owes what the words ask where they name nobody themselves.</param>
    public static IReadOnlyList<DutyProposal> ReadWords(string words, IReadOnlyList<string> units)
    {
        var plain = PlainText.Of(words);
        var reader = new UnitReader(plain, words);
        var figures = new DutyFigures(words, plain, reader);
        return
        [
            .. new DutyReader(plain, reader)
                .Read(new TextSpan(0, words.Length), new Setting("tasks", units, null))
                .Select((act, at) => figures.Read(act, $"t{at + 1}")),
        ];
    }

    /// <summary>Why a rule of the grammar found a duty: the words of the rule that stand in the sentence, as they are written there. Empty for an unknown rule.</summary>
    /// <param name="rule"><see cref="DutyProposal.Rule"/>.</param>
    public static IReadOnlyList<string> Grounds(string rule, string sentence) => DutyRules.WordsOf(rule, PlainText.Of(sentence), sentence);

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

    /// <summary>Who is written in full once and shortly afterwards (镇领导组办公室, 领导组办公室) stands once.</summary>
    private static IReadOnlyList<string> InFull(IReadOnlyList<string> names)
    {
        var ends = names.SelectMany(name => Enumerable.Range(1, name.Length - 1).Select(at => name[at..])).ToHashSet(StringComparer.Ordinal);
        return [.. names.Where(name => !ends.Contains(name))];
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
            Units = InFull([.. body.Duties.SelectMany(duty => duty.Units).Concat(body.Named).Distinct(StringComparer.Ordinal)]),
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
