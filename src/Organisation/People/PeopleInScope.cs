using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>Whom a viewer may see: everyone who serves or served at a unit of the scope.</summary>
internal static class PeopleInScope
{
    public static IQueryable<Appointment> Appointments(Db db, Viewer viewer) =>
        from appointment in db.Appointments
        where appointment.TenantId == viewer.TenantId
        join unit in db.Units on new { appointment.TenantId, Id = appointment.UnitId } equals new { unit.TenantId, unit.Id }
        where unit.Path.CompareTo(viewer.Scope.From) >= 0 && unit.Path.CompareTo(viewer.Scope.To) < 0
        select appointment;

    /// <returns>Null when there is no such person, or none of the person's appointments lies in the scope.</returns>
    public static async Task<Person?> Find(Db db, Viewer viewer, Guid id) =>
        await Appointments(db, viewer).AnyAsync(appointment => appointment.PersonId == id)
            ? await db.People.SingleOrDefaultAsync(person => person.TenantId == viewer.TenantId && person.Id == id)
            : null;

    public static Task<Appointment?> FindAppointment(Db db, Viewer viewer, Guid id) =>
        Appointments(db, viewer).SingleOrDefaultAsync(appointment => appointment.Id == id);

    /// <summary>True when the person also serves outside the scope today: then only a higher office corrects name and phone.</summary>
    public static async Task<bool> ServesOutside(Db db, Viewer viewer, Guid personId, DateOnly today)
    {
        var current = await db.Appointments.CountAsync(appointment =>
            appointment.TenantId == viewer.TenantId
            && appointment.PersonId == personId
            && (appointment.UntilOn == null || appointment.UntilOn >= today)
        );
        var inside = await Appointments(db, viewer)
            .CountAsync(appointment => appointment.PersonId == personId && (appointment.UntilOn == null || appointment.UntilOn >= today));
        return current > inside;
    }

    /// <summary>True for one of the three administrators: they are kept by one another, never by the office.</summary>
    public static Task<bool> Administers(Db db, Viewer viewer, Guid personId, DateOnly today)
    {
        var administrators = Roles.Administrators.Select(role => role.Key).ToList();
        return db.Appointments.AnyAsync(appointment =>
            appointment.TenantId == viewer.TenantId
            && appointment.PersonId == personId
            && administrators.Contains(appointment.Role)
            && (appointment.UntilOn == null || appointment.UntilOn >= today)
        );
    }
}
