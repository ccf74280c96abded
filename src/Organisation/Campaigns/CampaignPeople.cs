using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Campaigns;

/// <summary>A person as a list shows one.</summary>
/// <param name="Phone">Masked unless the list was asked for with whole phones.</param>
public sealed record PersonLine(Guid Id, string Name, string? Post, string? Phone)
{
    public static readonly PersonLine Unknown = new(Guid.Empty, "未知", null, null);

    /// <summary>Name and post, to choose from.</summary>
    public string Choice => Post is null ? Name : $"{Name}（{Post}）";
}

internal static class CampaignPeople
{
    /// <summary>Names, posts and phones by id, opened for the screen.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PersonLine>> Of(
        Db db,
        string tenant,
        Vault vault,
        IEnumerable<Guid> ids,
        bool wholePhones = false
    )
    {
        var wanted = ids.Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(person => person.TenantId == tenant && wanted.Contains(person.Id)).ToListAsync();
        return people.ToDictionary(person => person.Id, person => Line(person, vault, wholePhones));
    }

    /// <summary>Everyone who serves now at a unit or under it, by name.</summary>
    public static async Task<IReadOnlyList<PersonLine>> Serving(Db db, Unit unit, Vault vault, DateOnly today)
    {
        var scope = unit.Scope;
        var people = await db
            .People.AsNoTracking()
            .Where(person =>
                person.TenantId == unit.TenantId
                && db.Appointments.Any(appointment =>
                    appointment.TenantId == unit.TenantId
                    && appointment.PersonId == person.Id
                    && appointment.FromOn <= today
                    && (appointment.UntilOn == null || appointment.UntilOn >= today)
                    && db.Units.Any(at =>
                        at.TenantId == unit.TenantId
                        && at.Id == appointment.UnitId
                        && at.Path.CompareTo(scope.From) >= 0
                        && at.Path.CompareTo(scope.To) < 0
                    )
                )
            )
            .Take(500)
            .ToListAsync();
        return [.. people.Select(person => Line(person, vault, false)).OrderBy(person => person.Name, StringComparer.Ordinal)];
    }

    private static PersonLine Line(Person person, Vault vault, bool wholePhones)
    {
        var phone = person.PhoneSealed is null ? null : vault.Open(person.PhoneSealed);
        return new PersonLine(person.Id, vault.Open(person.NameSealed), person.Post, phone is null || wholePhones ? phone : Mask.Phone(phone));
    }
}
