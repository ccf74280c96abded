using System.Globalization;
using System.Text;

namespace Wuzha.Directives.Relays.Settling;

/// <summary>Finds the group that a line names: exactly, or as the only one whose name holds what is written or is held by it.</summary>
internal sealed class GroupNames(IReadOnlyList<RelayHere> relays)
{
    private const int Shortest = 2;
    private readonly IReadOnlyList<(RelayHere Relay, string Key)> keys = [.. relays.Select(relay => (relay, KeyOf(relay.Group.Name)))];

    /// <returns>None, the one that is meant, or all that it could be.</returns>
    public IReadOnlyList<RelayHere> Find(IReadOnlyList<string> words)
    {
        var written = words.Select(KeyOf).Where(key => key.Length >= Shortest).ToList();
        var exact = keys.Where(one => written.Contains(one.Key)).ToList();
        if (exact.Count > 0)
            return [.. exact.Select(one => one.Relay)];

        var inside = keys.Where(one => written.Exists(key => key.Contains(one.Key, StringComparison.Ordinal))).ToList();
        // 东沟村二组 also holds 东沟村: the longest name is the one that is written.
        inside.RemoveAll(one => inside.Exists(other => other.Key.Length > one.Key.Length && other.Key.Contains(one.Key, StringComparison.Ordinal)));
        return inside.Count > 0
            ? [.. inside.Select(one => one.Relay)]
            : [.. keys.Where(one => written.Exists(key => one.Key.Contains(key, StringComparison.Ordinal))).Select(one => one.Relay)];
    }

    /// <summary>Letters and digits alone, half-width, small, without the last 群.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder();
        foreach (var rune in ChatLine.HalfWidth(name).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                key.Append(rune);
        var text = key.ToString().ToLower(CultureInfo.InvariantCulture);
        return text.Length > 1 && text.EndsWith('群') ? text[..^1] : text;
    }
}
