using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>任职 and 离任 as rows and facts, for every way they come about: form, handover, import, demo.</summary>
internal static class Appointing
{
    /// <summary>True when the person holds, or from a later day will hold, this very role at this unit.</summary>
    public static Task<bool> Holds(Db db, string tenant, Guid personId, Guid unitId, string role, DateOnly? fromOn) =>
        db.Appointments.AnyAsync(appointment =>
            appointment.TenantId == tenant
            && appointment.PersonId == personId
            && appointment.UnitId == unitId
            && appointment.Role == role
            && (appointment.UntilOn == null || fromOn == null || appointment.UntilOn >= fromOn)
        );

    /// <returns>Why this person must not take the role (三员分立); null when it may be taken.</returns>
    public static async Task<Refusal?> Forbids(Db db, string tenant, Guid personId, string role, DateOnly fromOn)
    {
        var held = await db
            .Appointments.Where(appointment =>
                appointment.TenantId == tenant && appointment.PersonId == personId && (appointment.UntilOn == null || appointment.UntilOn >= fromOn)
            )
            .Select(appointment => appointment.Role)
            .ToListAsync();
        return Separation.Forbids(held, role);
    }

    public static Appointment Appoint(
        Db db,
        Viewer viewer,
        TimeProvider clock,
        Guid personId,
        Guid unitId,
        string role,
        DateOnly fromOn,
        FactSource source = FactSource.Console
    )
    {
        var appointment = new Appointment
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            PersonId = personId,
            UnitId = unitId,
            Role = role,
            FromOn = fromOn,
        };
        db.Add(appointment);
        db.Record(viewer, new PersonAppointed(appointment.Id, personId, unitId, role, fromOn), source: source);
        return appointment;
    }

    public static void End(Db db, Viewer viewer, Appointment appointment, DateOnly untilOn, Guid? handedTo = null)
    {
        appointment.UntilOn = untilOn;
        appointment.Version++;
        db.Record(viewer, new AppointmentEnded(appointment.Id, appointment.PersonId, appointment.UnitId, appointment.Role, untilOn, handedTo));
    }

    /// <returns>Why this viewer cannot end the appointment; null when it can be ended.</returns>
    public static Refusal? Stays(Viewer viewer, Appointment appointment, DateOnly today) =>
        !AppointmentRules.MayGive(viewer, appointment.Role) ? Refusal.NotAllowed
        : appointment.Id == viewer.AppointmentId ? OrganisationRefusals.OwnAppointmentStays
        : appointment.UntilOn is { } day && day <= today ? OrganisationRefusals.AppointmentOver.With(("day", $"{day:yyyy-MM-dd}"))
        : null;
}
