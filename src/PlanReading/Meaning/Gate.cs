using Wuzha.PlanReading.Grammar;

namespace Wuzha.PlanReading.Meaning;

/// <summary>Which acts count as duties: not the wishes, and not what a section on goals or results speaks of.</summary>
internal static class Gate
{
    public static bool Lets(DutyRule rule, string plain, TextSpan words, Setting setting, bool hasDoer)
    {
        var clause = words.Of(plain);
        var hasFigure = CadenceReader.Read(clause) is not null || DeadlineReader.Read(clause) is not null;
        if (setting.Purpose is "preamble" or "background" or "guiding" or "goal" or "results" or "scope")
            return hasFigure && hasDoer && setting.Purpose is "goal" or "scope";
        if (setting.Purpose == "organisation" && !hasFigure)
            return rule.Kind == "directive" || rule.Kind == "organize" && Founds(clause);
        if (Words.Begins(Words.Wish, plain, words))
            return hasFigure || rule.Id is "Z2" or "Z3" or "Y3";
        if (Words.Begins(Words.Soft, plain, words) && !hasFigure)
            return rule.Kind
                is "inspection"
                    or "survey"
                    or "community-award"
                    or "bank"
                    or "training"
                    or "visit"
                    or "sign"
                    or "assessment"
                    or "bulletin"
                    or "case-analysis";
        return setting.Purpose != "requirements" || hasFigure || !rule.IsGeneric;
    }

    private static bool Founds(string clause) =>
        (
            clause.Contains("设立", StringComparison.Ordinal)
            || clause.Contains("抽调", StringComparison.Ordinal)
            || clause.Contains("专班", StringComparison.Ordinal)
        ) && !clause.Contains("领导", StringComparison.Ordinal);
}
