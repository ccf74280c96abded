using Wuzha.Guard.Reading;

namespace Wuzha.Guard.Exports;

/// <summary>The rules, asked. Pure, linear in the text, safe to call from any thread.</summary>
public static class Rulebook
{
    /// <summary>
    /// Finds in the text of a plan what asks for something forbidden, in the order of the text; at most one finding of a rule in a clause. A sentence that
    /// forbids it, tells of a fraudster's trick, or leaves it to people's will, is none.
    /// </summary>
    public static IReadOnlyList<GuardFinding> Read(string text) => PatternReader.InSentences(text);

    /// <summary>What is forbidden in a configuration that is about to be accepted; empty when it may stand. Each rule at most once.</summary>
    public static IReadOnlyList<GuardFinding> Check(GuardAsk ask)
    {
        var isHead = ask.Kind is GuardAskKind.ImportColumn or GuardAskKind.FormField;
        var words = isHead ? PatternReader.InHead(ask.Text) : Read(ask.Text);
        return [.. words.Concat(AskReader.Read(ask)).DistinctBy(finding => finding.Rule.Key)];
    }
}
