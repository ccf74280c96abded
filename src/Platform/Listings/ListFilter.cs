namespace Wuzha.Platform.Listings;

/// <summary>A filter above a list: one word of the address and the values it may have. Empty means all.</summary>
/// <param name="Name">Word in the address.</param>
/// <param name="Label">类别, 状态, 所属镇 …</param>
public sealed record ListFilter(string Name, string Label, IReadOnlyList<(string Value, string Text)> Options)
{
    /// <summary>A day instead of a choice, picked or typed.</summary>
    public bool IsDay { get; init; }

    /// <summary>A filter by day; the list reads it with <see cref="ListQuery.Day"/>.</summary>
    public static ListFilter Day(string name, string label) => new(name, label, []) { IsDay = true };
}
