using Wuzha.PlanReading.Grammar;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Meaning;

/// <summary>Reads the figures of an act: who, how often, until when, how many, to whom, by what, proven how.</summary>
internal sealed class DutyFigures(string text, string plain, UnitReader units)
{
    private static readonly Lexicon Audiences = new(Words.Lists["audience"]);
    private static readonly Lexicon Channels = new(Words.Lists["channel"]);
    private static readonly Lexicon Evidence = new(Words.Lists["evidence"]);
    private static readonly Lexicon Towards = new("向", "对", "针对", "面向", "给", "为", "进", "教育", "组织", "引导", "覆盖");
    private const int LongestReach = 24;
    private static readonly Lexicon Joiners = new("联合", "会同", "发动", "协同", "由");
    private static readonly Lexicon Movers = new("组织", "牵头组织");

    public DutyProposal Read(Act act, string id)
    {
        var words = act.Beside == "" ? act.Span.Of(plain) : $"{act.Span.Of(plain)}，{act.Beside}";
        var frequency = CadenceReader.Read(words);
        var quota = QuotaReader.Read(words, act.Rule.Kind == "roster" && act.Doers.Count > 0);
        return new DutyProposal
        {
            Id = id,
            Span = Lines(act.Span),
            Units = Doers(act),
            Kind = act.Rule.Kind,
            Rule = act.Rule.Id,
            Cadence = frequency,
            Deadline = DeadlineReader.Read(words) ?? act.Assigned?.Deadline ?? act.Deadline,
            Quota = quota,
            Target = TargetReader.Read(words, frequency is not null || quota is not null || act.Rule.Kind == "roster"),
            Audiences = Spoken(act.Span),
            Channels = Words.Found(Channels, plain, text, act.Span),
            Evidence = act.Rule.Kind is "report" or "sign" or "letter" or "roster" or "lecture" or "organize"
                ? Words.Found(Evidence, plain, text, act.Span)
                : [],
        };
    }

    /// <summary>Those the act turns to: 向群众…, 对老年人…, 进校园, not everybody whom the sentence names.</summary>
    private List<string> Spoken(TextSpan span)
    {
        var found = new List<string>();
        foreach (var hit in Towards.Find(plain, span))
        {
            var end = Math.Min(span.End, hit.End + LongestReach);
            var stop = plain.AsSpan(hit.End, end - hit.End).IndexOfAny('，', '。', '；');
            found.AddRange(Words.Found(Audiences, plain, text, new TextSpan(hit.End, stop < 0 ? end : hit.End + stop)));
        }
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private TextSpan Lines(TextSpan span) => Structure.Lines.Trim(plain, span);

    /// <summary>The bracket says it; else the subject, with those it works with; else those it moves.</summary>
    private IReadOnlyList<string> Doers(Act act)
    {
        if (act.Assigned is { Units.Count: > 0 } assigned)
            return assigned.Units;
        var named = act.Doers.ToList();
        foreach (var other in Behind(act.Span, Joiners).Concat(Behind(act.Span, Movers, "等单位", "等部门")).Where(name => !named.Contains(name)))
            named.Add(other);
        return named;
    }

    private IEnumerable<string> Behind(TextSpan span, Lexicon triggers, params string[] tails) =>
        from hit in triggers.Find(plain, span)
        let list = units.ListAt(hit.End, span.End)
        where list is not null && !units.IsPart(list, span.End) && (tails.Length == 0 || tails.Any(tail => plain.AsSpan(0, list.End).EndsWith(tail)))
        from name in list.Names
        select name;
}
