namespace Wuzha.Platform.Identity;

/// <summary>人员: someone who works for the campaign. Name and phone stand sealed, with keyed hashes for exact search.</summary>
public sealed class Person
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required byte[] NameSealed { get; set; }
    public required byte[] NameIndex { get; set; }
    public byte[]? PhoneSealed { get; set; }
    public byte[]? PhoneIndex { get; set; }

    /// <summary>Post as printed in a roster (党支部书记, 副镇长 …); not personal data by itself.</summary>
    public string? Post { get; set; }
    public int Version { get; set; }
}

/// <summary>任职: a person in a role at a unit from one day to another. It grants the role's acts over the unit's subtree.</summary>
public sealed class Appointment
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>Key of the role, see <see cref="Roles"/>.</summary>
    public required string Role { get; init; }
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day, inclusive; null while it lasts.</summary>
    public DateOnly? UntilOn { get; set; }
    public int Version { get; set; }

    public bool IsCurrent(DateOnly today) => FromOn <= today && (UntilOn is null || UntilOn >= today);
}
