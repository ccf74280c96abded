using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.People;
using Wuzha.Platform;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Rosters;

/// <summary>A filed roster is the list of who serves: it makes the appointments it names and ends those it no longer names.</summary>
internal static class RosterAppointments
{
    /// <summary>The appointments in the four roles at a unit that last beyond today.</summary>
    public static async Task<IReadOnlyList<Appointment>> Lasting(Db db, string tenant, Guid unitId, DateOnly today)
    {
        var roles = Roster.Asked.Select(role => role.Key).ToArray();
        return await db
            .Appointments.Where(appointment =>
                appointment.TenantId == tenant
                && appointment.UnitId == unitId
                && roles.Contains(appointment.Role)
                && (appointment.UntilOn == null || appointment.UntilOn > today)
            )
            .ToListAsync();
    }

    public static bool Names(IEnumerable<RosterEntry> entries, Appointment appointment) =>
        entries.Any(entry => entry.PersonId == appointment.PersonId && entry.Role == appointment.Role);

    public static bool Serves(IEnumerable<Appointment> lasting, RosterEntry entry) =>
        lasting.Any(appointment => appointment.PersonId == entry.PersonId && appointment.Role == entry.Role);

    /// <summary>Settles every appointment of the unit in the four roles with the list.</summary>
    public static async Task Settle(Db db, Viewer viewer, RosterHere here, TimeProvider clock)
    {
        var lasting = await Lasting(db, viewer.TenantId, here.Unit.Id, here.Campaign.Today);
        foreach (var entry in here.Entries.Where(entry => !Serves(lasting, entry)))
            await Appoint(db, viewer, here, entry, clock);
        foreach (var appointment in lasting.Where(appointment => !Names(here.Entries, appointment)))
            Appointing.End(db, viewer, appointment, here.Campaign.Today);
    }

    /// <summary>Appoints from today; from tomorrow when an ended appointment of the same kind still lasts today.</summary>
    public static async Task Appoint(Db db, Viewer viewer, RosterHere here, RosterEntry entry, TimeProvider clock)
    {
        var today = here.Campaign.Today;
        var endsToday = await Appointing.Holds(db, viewer.TenantId, entry.PersonId, entry.UnitId, entry.Role, today);
        Appointing.Appoint(db, viewer, clock, entry.PersonId, entry.UnitId, entry.Role, endsToday ? today.AddDays(1) : today);
    }
}
