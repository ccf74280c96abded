namespace Wuzha.Organisation.Campaigns;

/// <summary>不参加: a unit under the issuing unit that does not take part. Everything else under it does.</summary>
internal sealed class CampaignExclusion
{
    public required string TenantId { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid UnitId { get; init; }
}
