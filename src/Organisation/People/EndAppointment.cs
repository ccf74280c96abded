using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>An appointment in hand: who, what, where.</summary>
public sealed record AppointmentHead(Guid Id, Guid PersonId, string Name, string Role, UnitHead Unit, DateOnly FromOn)
{
    public string RoleName => Roles.Of(Role).Name;

    internal static async Task<AppointmentHead> Of(Db db, Viewer viewer, Vault vault, Appointment appointment)
    {
        var person = await db.People.SingleAsync(person => person.TenantId == viewer.TenantId && person.Id == appointment.PersonId);
        var unit = await UnitHead.Of(db, viewer, appointment.UnitId);
        return new AppointmentHead(appointment.Id, person.Id, vault.Open(person.NameSealed), appointment.Role, unit!, appointment.FromOn);
    }
}

/// <summary>离任: the appointment gets its last day. Who has no appointment left can no longer sign in.</summary>
internal static class EndAppointment
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await PeopleInScope.FindAppointment(db, viewer, id) is not { } appointment)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var form = Form.Empty((AppointmentFields.UntilOn.Name, $"{today:yyyy-MM-dd}"));
        return Show(await AppointmentHead.Of(db, viewer, vault, appointment), form, Appointing.Stays(viewer, appointment, today));
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await PeopleInScope.FindAppointment(db, viewer, id) is not { } appointment)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var head = await AppointmentHead.Of(db, viewer, vault, appointment);
        if (Appointing.Stays(viewer, appointment, today) is { } refusal)
            return Show(head, form, refusal);

        var untilOn = form.Read(AppointmentFields.UntilOn with { Max = today.AddYears(1) });
        if (untilOn < appointment.FromOn)
            form.Fail(AppointmentFields.UntilOn, $"最后一天不能早于任职起 {appointment.FromOn:yyyy-MM-dd}。");
        if (form.Failed)
            return Show(head, form, null);

        Appointing.End(db, viewer, appointment, untilOn!.Value);
        await db.SaveChangesAsync();
        return Page.Done($"/people/{appointment.PersonId}", $"{head.Name}在“{head.Unit.Name}”的{head.RoleName}到 {untilOn:yyyy-MM-dd} 止。");
    }

    private static IResult Show(AppointmentHead head, Form form, Refusal? refusal) =>
        Page.Of<EndAppointmentPage>(
            new
            {
                Head = head,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
