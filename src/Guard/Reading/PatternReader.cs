using Wuzha.Guard.Exports;
using Wuzha.PlanReading;
using Wuzha.PlanReading.Text;

namespace Wuzha.Guard.Reading;

/// <summary>
/// Finds forbidden demands: all words of the grammar in one walk over the text, then clause by clause the patterns whose words are there. Linear in the
/// text for a given grammar.
/// </summary>
internal static class PatternReader
{
    private const string SentenceEnds = "。；！？\n\r";
    private const string ClauseEnds = "，：";

    private static readonly Lexicon Words = new();

    /// <summary>For each word: in which pattern and which of its groups it stands; group −1 is an exception.</summary>
    private static readonly List<(int Pattern, int Group)>[] Uses;

    private static readonly int[] Figured;
    private static readonly HashSet<int> Hiding = Ids("hide");
    private static readonly HashSet<int> Negating = Ids("negate");
    private static readonly HashSet<int> Unsaying = Ids("unsaid");
    private static readonly HashSet<int> Crime = Ids("crime");
    private static readonly HashSet<int> Villain = Ids("villain");
    private static readonly HashSet<int> Blame = Ids("blame");

    static PatternReader()
    {
        var uses = new Dictionary<int, List<(int, int)>>();
        var patterns = PatternFile.Patterns;
        for (var p = 0; p < patterns.Count; p++)
        {
            for (var g = 0; g < patterns[p].Groups.Length; g++)
                foreach (var word in patterns[p].Groups[g])
                    Use(uses, word, (p, g));
            foreach (var word in patterns[p].Excepted)
                Use(uses, word, (p, -1));
        }
        Figured = [.. Figures.ByName.Keys.Select(Words.Add)];
        Uses = [.. Enumerable.Range(0, uses.Keys.Concat(Figured).Max() + 1).Select(id => uses.GetValueOrDefault(id, []))];
    }

    /// <summary>Demands in sentences, in the order of the text.</summary>
    public static IReadOnlyList<GuardFinding> InSentences(string text)
    {
        var plain = PlainText.Of(text);
        var hits = Hits(plain);
        var found = new List<GuardFinding>();
        foreach (var (sentence, within) in Cut(plain, new TextSpan(0, plain.Length), SentenceEnds, hits))
        {
            if (within.Exists(hit => Villain.Contains(hit.Word)))
                continue;
            var wide = Find(plain, within, pattern => pattern is { IsHead: false, IsWide: true });
            var narrow = Cut(plain, sentence, ClauseEnds, within)
                .SelectMany(clause => Find(plain, clause.Hits, pattern => pattern is { IsHead: false, IsWide: false }));
            found.AddRange(Merge(narrow.Concat(wide)));
        }
        return found;
    }

    /// <summary>What the head of a column or the label of a field collects.</summary>
    public static IReadOnlyList<GuardFinding> InHead(string text)
    {
        var plain = PlainText.Of(text);
        return [.. Merge(Find(plain, Hits(plain), pattern => pattern.IsHead))];
    }

    /// <summary>A demand found in a clause is not found again in its sentence.</summary>
    private static IEnumerable<GuardFinding> Merge(IEnumerable<GuardFinding> found) =>
        found
            .Aggregate(
                new List<GuardFinding>(),
                (kept, next) =>
                {
                    if (!kept.Exists(one => one.Rule == next.Rule && one.Span.Start < next.Span.End && next.Span.Start < one.Span.End))
                        kept.Add(next);
                    return kept;
                }
            )
            .OrderBy(finding => finding.Span.Start);

    private static IEnumerable<GuardFinding> Find(string plain, List<WordHit> hits, Func<Pattern, bool> wanted)
    {
        if (hits.Count == 0 || hits.Exists(hit => Crime.Contains(hit.Word) || Blame.Contains(hit.Word)))
            yield break;

        var told = new HashSet<string>(StringComparer.Ordinal);
        var byPattern = hits.SelectMany(hit => Uses[hit.Word].Select(use => (use.Pattern, use.Group, Hit: hit))).ToLookup(use => use.Pattern);
        foreach (var uses in byPattern.OrderBy(group => group.Key))
        {
            var pattern = PatternFile.Patterns[uses.Key];
            if (!wanted(pattern) || told.Contains(pattern.Rule.Key) || uses.Any(use => use.Group < 0))
                continue;
            var groups = uses.ToLookup(use => use.Group, use => use.Hit);
            if (Match(plain, pattern, groups, hits) is { } span && told.Add(pattern.Rule.Key))
                yield return new GuardFinding(pattern.Rule, span, pattern.Turn);
        }
    }

    /// <summary>The first word that nothing takes back, with the nearest word of every other group.</summary>
    private static TextSpan? Match(string plain, Pattern pattern, ILookup<int, WordHit> groups, List<WordHit> hits)
    {
        if (!Enumerable.Range(0, pattern.Groups.Length).All(groups.Contains))
            return null;

        foreach (var first in groups[0].Take(MostTries))
            if (!IsTakenBack(plain, first, hits))
            {
                var span = (first.Start, first.End);
                foreach (var near in Enumerable.Range(1, pattern.Groups.Length - 1).Select(g => groups[g].MinBy(hit => Distance(first, hit))))
                    span = (Math.Min(span.Start, near.Start), Math.Max(span.End, near.End));
                return new TextSpan(span.Start, span.End);
            }
        return null;
    }

    /// <summary>A clause that says the same word more often is no sentence of a plan; it must not cost more than one.</summary>
    private const int MostTries = 8;

    /// <summary>‘不得要求打卡’ and ‘不打卡’ take it back, ‘不得漏打卡’ and ‘不打卡的扣分’ do not.</summary>
    private static bool IsTakenBack(string plain, WordHit first, List<WordHit> hits)
    {
        if (first.Start > 0 && plain[first.Start - 1] == '不' && !plain.AsSpan(first.End).StartsWith("的"))
            return true;
        var before = hits.FindLastIndex(hit => hit.End <= first.Start && Negating.Contains(hit.Word));
        return before >= 0 && !hits.Exists(hit => hit.Start >= hits[before].End && hit.End <= first.Start && Unsaying.Contains(hit.Word));
    }

    /// <summary>What is asked for stands behind its object more often than before it.</summary>
    private static int Distance(WordHit one, WordHit other) =>
        other.Start >= one.Start ? Math.Max(0, other.Start - one.End) : 2 * (one.Start - other.Start);

    /// <summary>All words and figures of the text, without those that stand inside a longer word of another meaning; in order.</summary>
    private static List<WordHit> Hits(string plain)
    {
        var all = Words.Find(plain, new TextSpan(0, plain.Length)).Concat(Figures.Find(plain, Words.Add)).OrderBy(hit => hit.Start).ToList();
        var hidden = new bool[plain.Length];
        foreach (var cover in all.Where(hit => Hiding.Contains(hit.Word)))
            hidden.AsSpan(cover.Start, cover.End - cover.Start).Fill(true);
        return [.. all.Where(hit => !hidden[hit.Start] || !hidden[hit.End - 1] || Hiding.Contains(hit.Word))];
    }

    /// <summary>The pieces between the marks, each with its words.</summary>
    private static IEnumerable<(TextSpan Span, List<WordHit> Hits)> Cut(string plain, TextSpan whole, string marks, List<WordHit> hits)
    {
        var next = 0;
        for (var start = whole.Start; start < whole.End; )
        {
            var mark = plain.AsSpan(start, whole.End - start).IndexOfAny(marks);
            var end = mark < 0 ? whole.End : start + mark;
            var first = next;
            while (next < hits.Count && hits[next].Start < end)
                next++;
            yield return (new TextSpan(start, end), hits.GetRange(first, next - first));
            start = end + 1;
        }
    }

    private static void Use(Dictionary<int, List<(int, int)>> uses, string word, (int, int) use)
    {
        var id = Words.Add(word);
        (uses.TryGetValue(id, out var known) ? known : uses[id] = []).Add(use);
    }

    private static HashSet<int> Ids(string list) => [.. PatternFile.Lists[list].Select(Words.Add)];
}
