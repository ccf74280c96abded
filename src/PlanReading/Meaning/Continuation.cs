using Wuzha.PlanReading.Grammar;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Meaning;

/// <summary>Whether a clause that could be an act of its own only goes on with the one before it in the same sentence.</summary>
internal sealed class Continuation(string plain)
{
    /// <param name="start">Where the clause and what leads to it begin.</param>
    public bool Continues(Act last, DutyRule rule, Clause clause, TextSpan words, int start) =>
        GoesWith(last, rule, words) || IsMeansOf(last, start) || Belongs(last, rule, clause, words);

    /// <summary>The same act goes on: 或约谈…, 每周推送两期 behind the act it counts, leaflets handed out on a visit.</summary>
    private bool Belongs(Act last, DutyRule rule, Clause clause, TextSpan words)
    {
        if (plain[clause.Words.Start] == '或')
            return true;
        if (last.Rule.Kind == "visit" && rule.Kind == "display")
            return !HasFigure(words) && HandOuts.LongestAt(plain, words.Start, words.End) > 0;
        if (last.Rule.Kind != rule.Kind)
            return false;
        if (plain[words.Start] is '每' or '不')
            return !HasFigure(last.Span);
        return rule.Kind switch
        {
            "event" or "case-analysis" or "lecture" or "assessment" or "roster" or "training" or "visit" or "report" => !HasFigure(words)
                && plain[words.Start] != '对',
            "inspection" => !HasFigure(words),
            "group-build" => true,
            "display" => !HasFigure(words) && Words.Lead.LongestAt(plain, words.Start, words.End) == 0,
            _ => false,
        };
    }

    /// <summary>开展精准宣传 behind a plainer act adds nothing to it.</summary>
    private bool GoesWith(Act last, DutyRule rule, TextSpan words) =>
        rule.IsWeak
            && plain[words.Start] is not ('将' or '把' or '向')
            && (rule.Kind != "event" || last.Rule.Kind is not ("other" or "organize" or "roster" or "report"))
        || rule.IsGeneric && words.Length <= 8;

    /// <summary>…进村入户，通过张贴海报等方式宣传: the means named behind an act are its own.</summary>
    private bool IsMeansOf(Act last, int start) =>
        last.Rule.Kind is "event" or "visit" or "lecture"
        && plain.AsSpan(start).StartsWith("通过")
        && plain.AsSpan(start, Math.Min(80, plain.Length - start)).IndexOf('等') > 0;

    private static readonly Lexicon HandOuts = new("发放", "分发", "派发", "散发", "赠送", "现场发放");

    public bool HasFigure(TextSpan span) =>
        CadenceReader.Read(span.Of(plain)) is not null
        || DeadlineReader.Read(span.Of(plain)) is not null
        || QuotaReader.Read(span.Of(plain), isRoster: false) is not null;
}
