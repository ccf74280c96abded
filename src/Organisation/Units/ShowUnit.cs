using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.People;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Units;

/// <summary>Someone who serves at the unit.</summary>
public sealed record UnitPerson(
    Guid AppointmentId,
    Guid PersonId,
    string Name,
    string? MaskedPhone,
    string? Post,
    string Role,
    DateOnly FromOn,
    bool MayEnd
);

/// <summary>A unit directly below.</summary>
public sealed record ChildUnit(Guid Id, string Kind, string Name, int? Population, int? Households, DateOnly? CountedOn, int People);

/// <summary>概况 of a unit: its people by role, its figures, what stands below it.</summary>
/// <param name="People">Null when the viewer may not read people.</param>
public sealed record UnitView(UnitHead Head, IReadOnlyList<UnitPerson>? People, IReadOnlyList<ChildUnit> Children, UnitRights Rights)
{
    /// <summary>May rename, or reopen what is closed.</summary>
    public required bool MayChange { get; init; }

    /// <summary>May also move or close it: neither the topmost unit nor one's own.</summary>
    public required bool MayMove { get; init; }

    /// <summary>People by role, in the order of the roles.</summary>
    public IEnumerable<(Role Role, IEnumerable<UnitPerson> People)> ByRole =>
        Roles.All.Select(role => (role, (People ?? []).Where(person => person.Role == role.Key))).Where(group => group.Item2.Any());
}

/// <summary>What the viewer may do at a unit.</summary>
public sealed record UnitRights(bool EditUnit, bool EditProfile, bool EditPeople)
{
    internal static UnitRights Of(Viewer viewer, UnitHead head) =>
        new(
            viewer.May(OrganisationActs.EditUnits) && head.ClosedOn is null,
            viewer.May(OrganisationActs.EditUnitProfiles) && head.ClosedOn is null,
            viewer.May(OrganisationActs.EditPeople) && head.ClosedOn is null
        );
}

internal static class ShowUnit
{
    internal static Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock) => Page(id, db, viewer, vault, clock, null);

    internal static async Task<IResult> Page(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock, Refusal? refusal)
    {
        var head = await UnitHead.Of(db, viewer, id);
        if (head is null)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var people = viewer.May(OrganisationActs.ReadPeople) ? await People(db, viewer, vault, id, today) : null;
        var view = new UnitView(head, people, await Children(db, viewer, id, today), UnitRights.Of(viewer, head))
        {
            MayChange = viewer.May(OrganisationActs.EditUnits),
            MayMove = viewer.May(OrganisationActs.EditUnits) && head.ParentId is not null && head.Id != viewer.UnitId,
        };
        return Platform.Page.Of<UnitPage>(new { View = view, Refusal = refusal }, refusal?.Status ?? 200);
    }

    private static async Task<IReadOnlyList<UnitPerson>> People(Db db, Viewer viewer, Vault vault, Guid unitId, DateOnly today)
    {
        var rows = await (
            from appointment in db.Appointments
            where
                appointment.TenantId == viewer.TenantId
                && appointment.UnitId == unitId
                && appointment.FromOn <= today
                && (appointment.UntilOn == null || appointment.UntilOn >= today)
            join person in db.People on new { appointment.TenantId, appointment.PersonId } equals new { person.TenantId, PersonId = person.Id }
            orderby appointment.FromOn, appointment.Id
            select new
            {
                appointment.Id,
                appointment.PersonId,
                person.NameSealed,
                person.PhoneSealed,
                person.Post,
                appointment.Role,
                appointment.FromOn,
                appointment.UntilOn,
            }
        ).ToListAsync();
        return
        [
            .. rows.Select(row => new UnitPerson(
                row.Id,
                row.PersonId,
                vault.Open(row.NameSealed),
                row.PhoneSealed is null ? null : Mask.Phone(vault.Open(row.PhoneSealed)),
                row.Post,
                row.Role,
                row.FromOn,
                AppointmentRules.MayEnd(viewer, row.Id, row.Role, row.UntilOn, today)
            )),
        ];
    }

    private static async Task<IReadOnlyList<ChildUnit>> Children(Db db, Viewer viewer, Guid id, DateOnly today) =>
        await db
            .Database.SqlQuery<ChildUnit>(
                $"""
                select c.id, c.kind, c.name, p.population, p.households, p.counted_on,
                    (select cast(count(distinct a.person_id) as int) from appointments a
                     where a.tenant_id = c.tenant_id and a.unit_id = c.id
                       and a.from_on <= {today} and (a.until_on is null or a.until_on >= {today})) as people
                from units c
                left join unit_profiles p on p.tenant_id = c.tenant_id and p.unit_id = c.id
                where c.tenant_id = {viewer.TenantId} and c.parent_id = {id} and c.closed_on is null
                order by c.sort_key, c.id
                """
            )
            .ToListAsync();
}
