namespace Wuzha.Platform.Facts;

/// <summary>One measure at one node on one day: kept with each fact, can always be rebuilt from the facts.</summary>
public sealed class Tally
{
    public required string TenantId { get; init; }
    public required string Measure { get; init; }
    public required Guid NodeId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary><see cref="Guid.Empty"/> for none.</summary>
    public required Guid CampaignId { get; init; }
    public required long Value { get; set; }
}
