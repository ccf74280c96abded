using System.Collections.Frozen;
using Wuzha.PlanReading.Grammar;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Meaning;

/// <summary>One line of duties.txt: with one of the verbs, one of the objects (where it names any) and none of the others, a clause asks for this kind; some hold for banks or schools only.</summary>
internal sealed record DutyRule(
    string Id,
    string Kind,
    int Place,
    FrozenSet<int> Verbs,
    FrozenSet<int> Objects,
    FrozenSet<int> Without,
    string Doer = ""
)
{
    /// <summary>开展宣传 and the like: any means named beside it says more.</summary>
    public bool IsGeneric => Kind == "event" && Id != "E3" || Id is "J3" or "Ew";

    /// <summary>Goes with another act of the same sentence and is one only where it stands alone.</summary>
    public bool IsWeak => Id is "Ew" or "E2" or "J3" or "X1" or "Ow";

    public bool Fits(HashSet<int> words, IReadOnlyList<string> doers) =>
        (Doer == "" || doers.Any(doer => Words.Lists[Doer].Any(word => doer.Contains(word, StringComparison.Ordinal))))
        && words.Overlaps(Verbs)
        && (Objects.Count == 0 || words.Overlaps(Objects))
        && !words.Overlaps(Without);
}

/// <summary>All rules, and the words that they speak of.</summary>
internal static class DutyRules
{
    private static readonly Lexicon Vocabulary = new();
    private static readonly DutyRule[] All = [.. GrammarFile.Lines("duties").Select(Parse)];
    private static readonly ILookup<int, DutyRule> ByVerb = All.SelectMany(rule => rule.Verbs.Select(verb => (verb, rule)))
        .ToLookup(entry => entry.verb, entry => entry.rule);

    /// <summary>The first rule that fits what stands in the spans.</summary>
    public static DutyRule? Match(string plain, TextSpan span, IReadOnlyList<string> doers)
    {
        var words = new HashSet<int>();
        Words.Collect(Vocabulary, plain, span, words);
        DutyRule? first = null;
        foreach (var word in words)
        foreach (var rule in ByVerb[word])
            if ((first is null || rule.Place < first.Place) && rule.Fits(words, doers))
                first = rule;
        return first;
    }

    /// <summary>The words of a rule that stand in a text, as written, a word inside a longer one left out.</summary>
    public static IReadOnlyList<string> WordsOf(string rule, string plain, string text)
    {
        if (All.FirstOrDefault(one => one.Id == rule) is not { } known)
            return [];
        var hits = Vocabulary
            .Find(plain, new TextSpan(0, plain.Length))
            .Where(hit => known.Verbs.Contains(hit.Word) || known.Objects.Contains(hit.Word))
            .ToList();
        return
        [
            .. hits.Where(hit => !hits.Exists(other => other != hit && other.Start <= hit.Start && other.End >= hit.End))
                .Select(hit => text[hit.Start..hit.End])
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static DutyRule Parse(string line, int place)
    {
        var parts = line.Split(':', 2);
        var (name, body) = (GrammarFile.Words(parts[0]), parts[1].Split('!', 2));
        var sides = body[0].Split('>', 2);
        return new DutyRule(
            name[0],
            name[1],
            place,
            Ids(sides[0]),
            Ids(sides.ElementAtOrDefault(1)),
            Ids(body.ElementAtOrDefault(1)),
            name.ElementAtOrDefault(2)?[1..] ?? ""
        );
    }

    private static FrozenSet<int> Ids(string? list) =>
        GrammarFile.Words(list ?? "").SelectMany(word => word.StartsWith('$') ? Words.Lists[word[1..]] : [word]).Select(Vocabulary.Add).ToFrozenSet();
}
