namespace Wuzha.Guard.Burdens;

/// <summary>每周负担上限 of a tenant, in minutes for each unit; absent while the default holds.</summary>
internal sealed class BurdenCeiling
{
    public required string TenantId { get; init; }
    public int Minutes { get; private set; }
    public int Version { get; private set; }

    public void Set(int minutes)
    {
        Minutes = minutes;
        Version++;
    }
}
