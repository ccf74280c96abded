namespace Wuzha.PlanReading.Text;

/// <summary>A word of the grammar at a place of the text.</summary>
public readonly record struct WordHit(int Word, int Start, int End);

/// <summary>Finds all words of a list in a text: at each place one walk down the tree of letters, so the time is linear in the text.</summary>
public sealed class Lexicon
{
    private readonly Node root = new();
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);

    public Lexicon(params IEnumerable<string> words)
    {
        foreach (var word in words)
            Add(word);
    }

    public int Add(string word)
    {
        if (ids.TryGetValue(word, out var known))
            return known;
        var node = root;
        foreach (var c in word)
            node = node.Next.TryGetValue(c, out var next) ? next : node.Next[c] = new Node();
        return node.Word = ids[word] = ids.Count;
    }

    /// <summary>Length of the longest word that begins here; 0 without one.</summary>
    public int LongestAt(string text, int at, int end)
    {
        var (node, longest) = (root, 0);
        for (var i = at; i < end && node.Next.TryGetValue(text[i], out node!); i++)
            if (node.Word >= 0)
                longest = i + 1 - at;
        return longest;
    }

    public IEnumerable<WordHit> Find(string text, TextSpan within)
    {
        for (var at = within.Start; at < within.End; at++)
        {
            var node = root;
            for (var i = at; i < within.End && node.Next.TryGetValue(text[i], out node!); i++)
                if (node.Word >= 0)
                    yield return new WordHit(node.Word, at, i + 1);
        }
    }

    public bool IsIn(string text, TextSpan within) => Find(text, within).Any();

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];

        public int Word { get; set; } = -1;
    }
}
