namespace Wuzha.Platform.Facts;

/// <summary>A fact as it stands in the book. Written by <see cref="Storage.FactWriter"/> alone; nothing ever changes or removes a row.</summary>
public sealed class FactRow
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Order of commits: everything below the settled position is complete for ever. Facts of one transaction share a position and stand in the order of their ids.</summary>
    public required long Position { get; init; }

    /// <summary>Key of the kind, see <see cref="FactCatalog"/>.</summary>
    public required string Kind { get; init; }

    /// <summary><see cref="Guid.Empty"/> for none.</summary>
    public required Guid CampaignId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid NodeId { get; init; }

    /// <summary><see cref="Guid.Empty"/> for the installation itself.</summary>
    public required Guid ActorId { get; init; }
    public required DateOnly OnDay { get; init; }
    public required DateTime OccurredAt { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required FactSource Source { get; init; }

    /// <summary>The fact's own properties as JSON, see <see cref="FactCatalog.PayloadJson"/>.</summary>
    public required string Payload { get; init; }

    /// <summary>The fact that this one takes back; a fact can be taken back once.</summary>
    public Guid? Withdraws { get; init; }
}
