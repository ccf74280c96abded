using Wuzha.Platform.Sheets;

namespace Wuzha.Platform.Imports;

/// <summary>The head of a table as it was found: which rows it takes, and which column is which field.</summary>
/// <param name="First">Index of its first line in the table.</param>
/// <param name="Columns">Field name → column.</param>
/// <param name="Texts">Column → what its head says, rows joined.</param>
/// <param name="Claims">How a field is claimed by more than one column, in sentences.</param>
internal sealed record TableHead(
    int First,
    int Depth,
    IReadOnlyDictionary<string, int> Columns,
    IReadOnlyDictionary<int, string> Texts,
    IReadOnlyList<string> Claims
)
{
    private const int MaxDepth = 3;
    private const int SearchedLines = 40;

    /// <summary>The rows that name most of the fields; null when no row names enough of them.</summary>
    public static TableHead? Find(SheetTable table, IReadOnlyList<ImportColumn> columns)
    {
        var keys = columns.ToDictionary(
            column => column.Field.Name,
            column => (string[])[HeadText.Plain(column.Field.Label), .. column.Aliases.Select(HeadText.Plain)]
        );
        var enough = Math.Min(2, columns.Count);
        TableHead? best = null;
        var bestScore = 0;
        for (var first = 0; first < Math.Min(table.Lines.Count, SearchedLines); first++)
        for (var depth = 1; depth <= MaxDepth && first + depth <= table.Lines.Count; depth++)
        {
            var head = Of(table, first, depth, columns, keys);
            if (head.Columns.Count < enough)
                continue;

            var score =
                columns.Sum(column =>
                    !head.Columns.ContainsKey(column.Field.Name) ? 0
                    : column.Field.Optional ? 6
                    : 10
                )
                - 3 * head.Claims.Count
                - depth;
            if (score > bestScore)
                (best, bestScore) = (head, score);
        }
        return best;
    }

    private static TableHead Of(SheetTable table, int first, int depth, IReadOnlyList<ImportColumn> columns, Dictionary<string, string[]> keys)
    {
        var width = Enumerable.Range(first, depth).Max(at => table.Lines[at].Cells.Count);
        var found = new Dictionary<string, (int Column, int Level)>();
        var texts = new Dictionary<int, string>();
        var claims = new List<string>();
        for (var column = 0; column < width; column++)
        {
            var parts = Parts(table, first, depth, column);
            if (parts.Count == 0)
                continue;

            texts[column] = string.Concat(parts);
            if (Match(parts, keys) is not { } match)
                continue;

            if (!found.TryGetValue(match.Field, out var other) || match.Level < other.Level)
                found[match.Field] = (column, match.Level);
            else if (match.Level == other.Level)
                claims.Add(
                    $"“{texts[other.Column]}”（{SheetText.Letters(other.Column)} 列）和“{texts[column]}”（{SheetText.Letters(column)} 列）是同一项内容，请删去一列或改列名。"
                );
        }
        foreach (var column in columns)
            if (column.RightOf is var (other, words) && !found.ContainsKey(column.Field.Name) && found.TryGetValue(other.Name, out var left))
                if (Beside(texts, width, left.Column, words, [.. found.Values.Select(place => place.Column)]) is { } right)
                    found[column.Field.Name] = (right, 3);
        return new TableHead(first, depth, found.ToDictionary(f => f.Key, f => f.Value.Column), texts, claims);
    }

    /// <summary>The first free column with one of these words right of another, before the next one that is taken by a longer head.</summary>
    private static int? Beside(Dictionary<int, string> texts, int width, int left, IReadOnlyList<string> words, HashSet<int> taken)
    {
        for (var column = left + 1; column < width; column++)
        {
            var fits = texts.TryGetValue(column, out var text) && words.Any(word => HeadText.WithoutBrackets(HeadText.Plain(text)) == word);
            if (fits && !taken.Contains(column))
                return column;
            if (!fits && taken.Contains(column))
                return null;
        }
        return null;
    }

    /// <summary>What the head says of one column, from the top down. A heading over several columns belongs to each of them.</summary>
    private static List<string> Parts(SheetTable table, int first, int depth, int column)
    {
        var parts = new List<string>();
        for (var level = 0; level < depth; level++)
        {
            var text = table.Lines[first + level][column].Text;
            if (text.Length == 0 && level < depth - 1 && table.Lines[first + level + 1][column].Text.Length > 0)
                text = GroupToTheLeft(table, first + level, column);
            if (text.Length > 0 && (parts.Count == 0 || parts[^1] != text))
                parts.Add(text);
        }
        return parts;
    }

    // People often centre a heading over its columns without merging: it stands in the first of them, and each has a word below.
    private static string GroupToTheLeft(SheetTable table, int line, int column)
    {
        for (var left = column - 1; left >= 0; left--)
        {
            if (table.Lines[line + 1][left].Text.Length == 0)
                return "";
            if (table.Lines[line][left] is { Text.Length: > 0 } group)
                return group.Text == table.Lines[line + 1][left].Text ? "" : group.Text;
        }
        return "";
    }

    /// <summary>The field a head names, and how surely: 0 by its whole text, 3 by its lowest row without brackets.</summary>
    private static (string Field, int Level)? Match(List<string> parts, Dictionary<string, string[]> keys)
    {
        var whole = HeadText.Plain(string.Concat(parts));
        var lowest = HeadText.Plain(parts[^1]);
        string[] names = [whole, HeadText.WithoutBrackets(whole), lowest, HeadText.WithoutBrackets(lowest)];
        for (var level = 0; level < names.Length; level++)
            foreach (var (field, known) in keys)
                if (names[level].Length > 0 && Array.IndexOf(known, names[level]) >= 0)
                    return (field, level);
        return null;
    }
}
