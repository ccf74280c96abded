namespace Wuzha.PlanReading.Structure;

/// <summary>附件：1.… 2.… and which of them are named only.</summary>
internal static class AnnexReader
{
    public static IReadOnlyList<Annex> Read(string text, string plain, IReadOnlyList<Block> blocks)
    {
        var found = new List<Annex>();
        foreach (var block in blocks.Where(block => block.Kind == BlockKind.Annex))
        {
            var line = Lines.Trim(plain, block.Line);
            var colon = plain.IndexOf('：', line.Start, line.Length);
            var words = Lines.Trim(plain, line with { Start = colon >= 0 && colon < line.Start + 6 ? colon + 1 : line.Start });
            if (words.Length == 0 || colon < 0 && plain[words.Start] == '附')
                continue;
            var name = Numbering.At(plain, words) is { } number ? Lines.Trim(plain, words with { Start = number.WordsAt }) : words;
            if (name.Length > 0)
                found.Add(new Annex(name.Of(text), text.LastIndexOf(name.Of(text), StringComparison.Ordinal) < line.End));
        }
        return found;
    }
}
