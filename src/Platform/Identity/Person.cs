using Wuzha.Platform.Privacy;

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

    /// <summary>Keyed hash of the phone's last four digits, as people quote them.</summary>
    public byte[]? PhoneTailIndex { get; set; }

    /// <summary>Post as printed in a roster (党支部书记, 副镇长 …); not personal data by itself.</summary>
    public string? Post { get; set; }
    public int Version { get; set; }

    /// <summary>A person nobody has registered yet.</summary>
    public static Person Of(string tenant, Guid id, Vault vault, string name, string? phone, string? post)
    {
        var person = new Person
        {
            TenantId = tenant,
            Id = id,
            NameSealed = vault.Seal(name),
            NameIndex = vault.Index(name),
            Post = post,
        };
        person.TakePhone(vault, phone);
        return person;
    }

    public void TakeName(Vault vault, string name) => (NameSealed, NameIndex) = (vault.Seal(name), vault.Index(name));

    public void TakePhone(Vault vault, string? phone) =>
        (PhoneSealed, PhoneIndex, PhoneTailIndex) = phone is null
            ? (null, null, null)
            : (vault.Seal(phone), vault.Index(phone), TailIndex(vault, phone[^4..]));

    /// <summary>The hash under which the last four digits of a phone are found.</summary>
    public static byte[] TailIndex(Vault vault, string lastFour) => vault.Index("tail:" + lastFour);
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
