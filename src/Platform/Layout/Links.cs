namespace Wuzha.Platform.Layout;

/// <summary>A tab that is a link: its own page, can be bookmarked.</summary>
public sealed record Tab(string Title, string Href, bool Current = false)
{
    /// <summary>A number beside the title; null for none.</summary>
    public int? Count { get; init; }
}

/// <summary>A place on the way down to this page.</summary>
public sealed record Crumb(string Title, string? Href = null);

/// <summary>A node of a tree that is shown; the rows below it may be left out until it is opened by its own link.</summary>
public sealed record TreeNode(string Title, string Href)
{
    /// <summary>Quiet words or numbers after the title.</summary>
    public string? Note { get; init; }
    public WorkState? State { get; init; }
    public IReadOnlyList<TreeNode> Children { get; init; } = [];

    /// <summary>Opened from the start.</summary>
    public bool Open { get; init; }

    /// <summary>The page the reader is on.</summary>
    public bool Current { get; init; }
}
