namespace Wuzha.Plans.Review;

/// <summary>A stretch of the text that stands on one page of the review, with its cards.</summary>
/// <param name="Number">From 1.</param>
public sealed record ReviewPart(int Number, string Name, int Start, int End)
{
    public bool Holds(int at) => at >= Start && at < End;
}

/// <summary>Cuts a plan into pages: at headings where it has them, elsewhere between duties and lines, so that a text of any length stays usable.</summary>
internal static class ReviewParts
{
    public const int MostDuties = 30;
    public const int MostCharacters = 9000;

    /// <summary>A chapter that is longer than this begins on a page of its own.</summary>
    private const int FewDuties = 8;

    /// <param name="text">The whole text.</param>
    /// <param name="sections">Headings in order.</param>
    /// <param name="starts">Where proposals begin, in order.</param>
    public static IReadOnlyList<ReviewPart> Of(string text, IReadOnlyList<PlanSection> sections, IReadOnlyList<int> starts)
    {
        var top = sections.Count == 0 ? 0 : sections.Min(section => section.Level);
        var parts = new List<ReviewPart>();
        var (from, duties) = (0, 0);
        foreach (var atom in Atoms(text, sections, starts))
        {
            var count = Count(starts, atom.Start, atom.End);
            var isFull = atom.End - from > MostCharacters || duties + count > MostDuties;
            if (atom.Start > from && (isFull || atom.Level == top && duties >= FewDuties))
            {
                Close(atom.Start);
                (from, duties) = (atom.Start, 0);
            }
            duties += count;
        }
        if (from < text.Length || parts.Count == 0)
            Close(text.Length);
        return parts;

        void Close(int end) => parts.Add(new ReviewPart(parts.Count + 1, NameOf(sections, from, end), from, end));
    }

    private static string NameOf(IReadOnlyList<PlanSection> sections, int from, int end) =>
        sections.Where(section => section.Start >= from && section.Start < end).MinBy(section => section.Level)?.Name
        ?? (sections.LastOrDefault(section => section.Start < from) is { } above ? above.Name + "（续）" : "开头");

    /// <summary>The smallest stretches: from one heading to the next, long ones cut further.</summary>
    private static IEnumerable<(int Start, int End, int Level)> Atoms(string text, IReadOnlyList<PlanSection> sections, IReadOnlyList<int> starts)
    {
        var heads = sections
            .Select(section => (section.Start, section.Level))
            .Prepend((Start: 0, Level: int.MaxValue))
            .DistinctBy(head => head.Start)
            .ToList();
        if (sections.Any(section => section.Start == 0))
            heads[0] = (0, sections[0].Level);
        for (var i = 0; i < heads.Count; i++)
        {
            var (at, level) = heads[i];
            var end = i + 1 < heads.Count ? heads[i + 1].Start : text.Length;
            while (at < end)
            {
                var cut = CutAt(text, starts, at, end);
                yield return (at, cut, level);
                (at, level) = (cut, int.MaxValue);
            }
        }
    }

    private static int CutAt(string text, IReadOnlyList<int> starts, int at, int end)
    {
        var limit = Math.Min(end, at + MostCharacters);
        var first = FirstFrom(starts, at);
        if (first + MostDuties < starts.Count && starts[first + MostDuties] is var crowded && crowded < limit && crowded > at)
            limit = crowded;
        if (limit >= end)
            return end;

        var line = text.LastIndexOf('\n', limit - 1, limit - at);
        return line > at ? line + 1 : limit;
    }

    private static int Count(IReadOnlyList<int> starts, int from, int end) => FirstFrom(starts, end) - FirstFrom(starts, from);

    private static int FirstFrom(IReadOnlyList<int> starts, int at)
    {
        var (low, high) = (0, starts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (starts[middle] < at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
