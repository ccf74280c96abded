namespace Wuzha.Platform.Imports;

/// <summary>The known word that was probably meant.</summary>
public static class Nearest
{
    /// <summary>One that differs by few characters, or that holds the typed one (东沟 for 东沟村); null when nothing is near.</summary>
    public static string? Of(string typed, IReadOnlyCollection<string> known)
    {
        if (typed.Length == 0)
            return null;
        if (
            known
                .Where(word => word.Length > 0 && (word.Contains(typed, StringComparison.Ordinal) || typed.Contains(word, StringComparison.Ordinal)))
                .ToList()
            is [var only]
        )
            return only;

        var allowed = Math.Max(1, typed.Length / 3);
        return known
            .Where(word => Math.Abs(word.Length - typed.Length) <= allowed)
            .Select(word => (word, distance: Distance(typed, word)))
            .Where(near => near.distance <= allowed && near.distance < typed.Length)
            .OrderBy(near => near.distance)
            .ThenBy(near => near.word, StringComparer.Ordinal)
            .Select(near => near.word)
            .FirstOrDefault();
    }

    /// <summary>“东勾村”不在单位名册里，是不是“东沟村”？ – for <see cref="ImportRow{TRow}.Wrong"/>.</summary>
    /// <param name="where">Where it was looked for: 单位名册里.</param>
    public static string Sentence(string typed, IReadOnlyCollection<string> known, string where) =>
        Of(typed, known) is { } near ? $"“{typed}”不在{where}，是不是“{near}”？" : $"“{typed}”不在{where}，请核对名称。";

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[b.Length];
    }
}
