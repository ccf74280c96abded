namespace Wuzha.Platform.Jobs;

/// <summary>A piece of background work that waits, runs, is done, or has stopped after five failures.</summary>
public sealed class Job
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Key of the kind, see <see cref="JobCatalog"/>.</summary>
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public required DateTime DueAt { get; set; }
    public required DateTime EnqueuedAt { get; init; }
    public int Attempts { get; set; }

    /// <summary>Belongs to a running process until then; later anyone may take it over.</summary>
    public DateTime? ClaimedUntil { get; set; }
    public DateTime? DoneAt { get; set; }

    /// <summary>Failed five times; waits for the operator.</summary>
    public DateTime? StoppedAt { get; set; }
    public string? Error { get; set; }
}
