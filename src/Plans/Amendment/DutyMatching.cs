using System.Text;

namespace Wuzha.Plans.Amendment;

/// <summary>A duty as it is compared: its sentence and its kind.</summary>
internal sealed record MatchText(Guid Id, string Sentence, string Kind);

/// <summary>
/// Finds the running duty that a sentence of a new document means: the same sentence, or a similar one. Alike are sentences that share most of their pairs
/// of neighbouring characters; numbers count as one character, because they are what a new document changes. One duty is meant by one sentence only.
/// </summary>
internal static class DutyMatching
{
    /// <summary>Enough for the same kind of duty, and for another kind.</summary>
    private const double SameKind = 0.5;
    private const double OtherKind = 0.8;

    /// <returns>Wanted → running, those that belong together.</returns>
    public static IReadOnlyDictionary<Guid, Guid> Of(IReadOnlyList<MatchText> wanted, IReadOnlyList<MatchText> running)
    {
        var profiles = running.Select(text => Pairs(text.Sentence)).ToList();
        var holding = new Dictionary<(char, char), List<(int Text, int Count)>>();
        for (var at = 0; at < running.Count; at++)
            foreach (var (pair, count) in profiles[at])
                (holding.TryGetValue(pair, out var texts) ? texts : holding[pair] = []).Add((at, count));

        var alike = new List<(double Likeness, int Wanted, int Running)>();
        for (var at = 0; at < wanted.Count; at++)
            alike.AddRange(Likenesses(wanted[at], running, profiles, holding).Select(found => (found.Likeness, at, found.Running)));

        var matches = new Dictionary<Guid, Guid>();
        var taken = new HashSet<int>();
        foreach (var (_, mine, other) in alike.OrderByDescending(one => one.Likeness).ThenBy(one => one.Wanted).ThenBy(one => one.Running))
            if (!matches.ContainsKey(wanted[mine].Id) && taken.Add(other))
                matches.Add(wanted[mine].Id, running[other].Id);
        return matches;
    }

    /// <summary>How alike two sentences are, from 0 to 1.</summary>
    public static double Likeness(string one, string other)
    {
        var (mine, its) = (Pairs(one), Pairs(other));
        var shared = mine.Sum(pair => Math.Min(pair.Value, its.GetValueOrDefault(pair.Key)));
        var all = mine.Values.Sum() + its.Values.Sum();
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static IEnumerable<(double Likeness, int Running)> Likenesses(
        MatchText wanted,
        IReadOnlyList<MatchText> running,
        List<Dictionary<(char, char), int>> profiles,
        Dictionary<(char, char), List<(int Text, int Count)>> holding
    )
    {
        var pairs = Pairs(wanted.Sentence);
        var shared = new Dictionary<int, int>();
        foreach (var (pair, count) in pairs)
        foreach (var (text, other) in holding.GetValueOrDefault(pair, []))
            shared[text] = shared.GetValueOrDefault(text) + Math.Min(count, other);
        var size = pairs.Values.Sum();
        foreach (var (text, common) in shared)
        {
            var likeness = 2.0 * common / (size + profiles[text].Values.Sum());
            if (likeness >= (running[text].Kind == wanted.Kind ? SameKind : OtherKind))
                yield return (likeness, text);
        }
    }

    private static Dictionary<(char, char), int> Pairs(string sentence)
    {
        var plain = Plain(sentence);
        var pairs = new Dictionary<(char, char), int>();
        for (var at = 0; at + 1 < plain.Length; at++)
            pairs[(plain[at], plain[at + 1])] = pairs.GetValueOrDefault((plain[at], plain[at + 1])) + 1;
        return pairs;
    }

    /// <summary>Letters alone, and one mark for each number.</summary>
    private static string Plain(string sentence)
    {
        var plain = new StringBuilder(sentence.Length);
        foreach (var c in sentence)
            if (char.IsDigit(c) || "一二两三四五六七八九十百千".Contains(c, StringComparison.Ordinal))
            {
                if (plain.Length == 0 || plain[^1] != '#')
                    plain.Append('#');
            }
            else if (char.IsLetter(c))
                plain.Append(c);
        return plain.ToString();
    }
}
