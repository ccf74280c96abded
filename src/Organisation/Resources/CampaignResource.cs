namespace Wuzha.Organisation.Resources;

/// <summary>保障: funds, people, vehicles or printed matter that one unit puts into a campaign.</summary>
internal sealed class CampaignResource
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid UnitId { get; set; }

    /// <summary>Key of the kind, see <see cref="ResourceKinds"/>.</summary>
    public required string Kind { get; set; }
    public required string Name { get; set; }

    /// <summary>Fen for funds, otherwise a count.</summary>
    public required long Amount { get; set; }
    public string? Note { get; set; }
    public required DateOnly RecordedOn { get; set; }

    /// <summary>The fact that counts it now.</summary>
    public required Guid FactId { get; set; }
    public int Version { get; set; }
}

/// <summary>A kind of resource and what it is counted in.</summary>
internal sealed record ResourceKind(string Key, string Name, string CountUnit)
{
    public bool IsMoney => Key == ResourceKinds.Funds.Key;

    public string Show(long amount) => IsMoney ? $"{amount / 100m:#,0.00} {CountUnit}" : $"{amount:#,0} {CountUnit}";
}

internal static class ResourceKinds
{
    public static readonly ResourceKind Funds = new("funds", "经费", "元");
    public static readonly ResourceKind People = new("people", "人员", "人");
    public static readonly ResourceKind Vehicles = new("vehicles", "车辆", "辆");
    public static readonly ResourceKind Printed = new("printed", "宣传品", "份");

    public static readonly IReadOnlyList<ResourceKind> All = [Funds, People, Vehicles, Printed];

    public static ResourceKind Of(string key) => All.First(kind => kind.Key == key);
}
