namespace Wuzha.Platform.Facts;

/// <summary>A sealed stretch of the book, chained to the one before by its hash.</summary>
public sealed class FactBlock
{
    public required string TenantId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>The block covers every position from here …</summary>
    public required long FromPosition { get; init; }

    /// <summary>… to here, inclusive, also those at which nothing stands.</summary>
    public required long ToPosition { get; init; }
    public required int Count { get; init; }
    public required byte[] PreviousHash { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>The first eight bytes of each fact's own hash, in order: they tell which fact of a broken block was touched.</summary>
    public required byte[] Marks { get; init; }
    public required DateTime SealedAt { get; init; }
}
