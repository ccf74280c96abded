using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Groups;

/// <summary>Everyone who serves today in the viewer's scope, by name and place: for tables that name people.</summary>
internal sealed class GroupPeople
{
    private readonly Vault vault;
    private readonly ILookup<string, (Guid PersonId, string Path)> byName;
    private readonly Dictionary<Guid, byte[]> names;

    private GroupPeople(Vault vault, ILookup<string, (Guid PersonId, string Path)> byName, Dictionary<Guid, byte[]> names) =>
        (this.vault, this.byName, this.names) = (vault, byName, names);

    public static async Task<GroupPeople> Load(Db db, Viewer viewer, Vault vault, DateOnly today)
    {
        var serving = await (
            from appointment in db.Appointments
            join unit in db.Units on new { appointment.TenantId, appointment.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            join person in db.People on new { appointment.TenantId, appointment.PersonId } equals new { person.TenantId, PersonId = person.Id }
            where
                appointment.TenantId == viewer.TenantId
                && unit.Path.CompareTo(viewer.Scope.From) >= 0
                && unit.Path.CompareTo(viewer.Scope.To) < 0
                && appointment.FromOn <= today
                && (appointment.UntilOn == null || appointment.UntilOn >= today)
            select new
            {
                person.Id,
                person.NameIndex,
                person.NameSealed,
                unit.Path,
            }
        ).ToListAsync();
        return new GroupPeople(
            vault,
            serving.ToLookup(one => Convert.ToHexString(one.NameIndex), one => (one.Id, one.Path)),
            serving.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.NameSealed)
        );
    }

    /// <summary>Those of this name who serve at the unit or under it.</summary>
    public IReadOnlyList<Guid> Find(string name, Unit unit) =>
        [.. byName[Convert.ToHexString(vault.Index(name))].Where(one => unit.Scope.Covers(one.Path)).Select(one => one.PersonId).Distinct()];

    /// <summary>Empty for nobody; who has left is said to have.</summary>
    public string NameOf(Guid? id) =>
        id is not { } known ? ""
        : names.TryGetValue(known, out var name) ? vault.Open(name)
        : "已离任的人";
}
