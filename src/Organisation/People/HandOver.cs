using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>换人: one person's last day is the day before the other's first, so nobody is left without an owner and history stays.</summary>
internal static class HandOver
{
    public static readonly DayField FromOn = new("fromOn", "新人自哪天起") { Hint = "原任职到前一天止。" };

    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await PeopleInScope.FindAppointment(db, viewer, id) is not { } appointment)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var form = Form.Empty((FromOn.Name, $"{today:yyyy-MM-dd}"));
        return Show(await AppointmentHead.Of(db, viewer, vault, appointment), form, [], Appointing.Stays(viewer, appointment, today));
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await PeopleInScope.FindAppointment(db, viewer, id) is not { } appointment)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var head = await AppointmentHead.Of(db, viewer, vault, appointment);
        if (Appointing.Stays(viewer, appointment, today) is { } stays)
            return Show(head, form, [], stays);

        var fromOn = form.Read(FromOn with { Max = today.AddYears(1) });
        if (fromOn <= appointment.FromOn)
            form.Fail(FromOn, $"{head.Name}自 {appointment.FromOn:yyyy-MM-dd} 起任职，新人最早从第二天起。");
        var read = await PersonPick.Read(form, db, viewer, vault, clock);
        if (!read.Is(out var pick, out var refusal))
            return refusal.Status == 404 ? refusal.AsPage() : Show(head, form, [], refusal);
        if (pick.Person is { } someone && await Appointing.Holds(db, viewer.TenantId, someone.Id, appointment.UnitId, appointment.Role, fromOn))
            form.Fail(PersonFields.Name, $"该人员已在“{head.Unit.Name}”任{head.RoleName}，请换一个人，或直接给{head.Name}办理离任。");
        if (form.Failed)
            return Show(head, form, pick.Candidates, null);

        if (await Appointing.Forbids(db, viewer.TenantId, pick.Person!.Id, appointment.Role, fromOn!.Value) is { } separated)
            return Show(head, form, [], separated);

        if (pick.IsNew)
            db.Add(pick.Person);
        var next = Appointing.Appoint(db, viewer, clock, pick.Person.Id, appointment.UnitId, appointment.Role, fromOn.Value);
        Appointing.End(db, viewer, appointment, fromOn.Value.AddDays(-1), next.Id);
        await db.SaveChangesAsync();
        return Page.Done(
            head.Unit.Href,
            $"“{head.Unit.Name}”{head.RoleName}自 {fromOn:yyyy-MM-dd} 起由{vault.Open(pick.Person.NameSealed)}接替{head.Name}。"
        );
    }

    private static IResult Show(AppointmentHead head, Form form, IReadOnlyList<(string Value, string Text)> candidates, Refusal? refusal) =>
        Page.Of<HandOverPage>(
            new
            {
                Head = head,
                Form = form,
                Candidates = candidates,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
