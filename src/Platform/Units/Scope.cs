namespace Wuzha.Platform.Units;

/// <summary>
/// A unit and everything under it, as one index range over <c>units.path</c>:
/// <c>path &gt;= From and path &lt; To</c>, compared by code point (both databases keep the column in binary order).
/// </summary>
/// <param name="From">The path of the unit itself.</param>
/// <param name="To">The first path that no longer lies under it.</param>
public readonly record struct Scope(string From, string To)
{
    /// <summary>Every path ends in '/'; '0' is the character after it.</summary>
    public static Scope Of(string path) => new(path, path[..^1] + '0');

    /// <summary>The smallest scope that holds all these paths; null when they have no unit in common (or there are none).</summary>
    public static Scope? Around(IEnumerable<string> paths)
    {
        string? shared = null;
        foreach (var path in paths)
        {
            var length = shared is null ? path.Length : path.AsSpan().CommonPrefixLength(shared);
            shared = path[..(length - length % 33)];
        }
        return string.IsNullOrEmpty(shared) ? null : Of(shared);
    }

    public bool Covers(string path) => string.CompareOrdinal(path, From) >= 0 && string.CompareOrdinal(path, To) < 0;
}
