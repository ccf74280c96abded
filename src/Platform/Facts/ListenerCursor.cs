namespace Wuzha.Platform.Facts;

/// <summary>How far one listener has heard the book of one tenant.</summary>
public sealed class ListenerCursor
{
    public required string TenantId { get; init; }
    public required string Listener { get; init; }

    /// <summary>Everything up to (position, fact) is heard or parked.</summary>
    public required long Position { get; set; }
    public required Guid FactId { get; set; }
}

/// <summary>A fact that a listener could not take: tried again with growing pauses, after five times parked so that later ones go on.</summary>
public sealed class ParkedFact
{
    public required string TenantId { get; init; }
    public required string Listener { get; init; }
    public required Guid FactId { get; init; }
    public required int Attempts { get; set; }
    public required string Error { get; set; }
    public required DateTime FailedAt { get; set; }
    public required DateTime NextTryAt { get; set; }

    /// <summary>Null while it is still being tried and later facts wait for it.</summary>
    public DateTime? ParkedAt { get; set; }
}
