using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>The fields of an appointment.</summary>
public static class AppointmentFields
{
    public static readonly ChoiceField Role = new("role", "角色");
    public static readonly DayField FromOn = new("fromOn", "任职起");
    public static readonly DayField UntilOn = new("untilOn", "最后一天") { Hint = "这一天结束后，他在这里的权限随之停止。" };
}

/// <param name="Known">Name of the registered person who gets one more appointment; null when the form asks for name and phone.</param>
public sealed record AddPersonView(
    UnitHead Unit,
    Form Form,
    IReadOnlyList<Role> Roles,
    Guid? KnownId,
    string? Known,
    IReadOnlyList<(string Value, string Text)> Candidates,
    Refusal? Refusal
);

/// <summary>登记人员 and 任职: someone new or already registered takes a role at a unit.</summary>
internal static class AddPerson
{
    internal static async Task<IResult> Get(Guid unit, string? role, Guid? person, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await UnitHead.Of(db, viewer, unit) is not { } head)
            return Refusal.NotFound.AsPage();

        var known = person is { } id ? await PeopleInScope.Find(db, viewer, id) : null;
        if (person is not null && known is null)
            return Refusal.NotFound.AsPage();

        var form = Form.Empty((AppointmentFields.Role.Name, role), (AppointmentFields.FromOn.Name, $"{LocalDay.Today(clock):yyyy-MM-dd}"));
        return Show(viewer, vault, head, form, known, [], head.ClosedOn is null ? null : Closed(head));
    }

    internal static async Task<IResult> Post(Guid unit, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await UnitHead.Of(db, viewer, unit) is not { } head)
            return Refusal.NotFound.AsPage();
        if (head.ClosedOn is not null)
            return Show(viewer, vault, head, form, null, [], Closed(head));

        var role = form.Read(RoleField(viewer, head));
        var fromOn = form.Read(AppointmentFields.FromOn);
        var read = await PersonPick.Read(form, db, viewer, vault, clock);
        if (!read.Is(out var pick, out var refusal))
            return refusal.Status == 404 ? refusal.AsPage() : Show(viewer, vault, head, form, null, [], refusal);
        if (role is not null && pick.Person is { } someone && await Appointing.Holds(db, viewer.TenantId, someone.Id, unit, role, fromOn))
            form.Fail(AppointmentFields.Role, $"该人员已在“{head.Name}”任{Roles.Of(role).Name}，不用重复登记。");
        if (form.Failed)
            return Show(viewer, vault, head, form, pick.IsNew ? null : KnownOnly(form, pick.Person), pick.Candidates, null);

        var person = pick.Person!;
        if (await Appointing.Forbids(db, viewer.TenantId, person.Id, role!, fromOn!.Value) is { } separated)
            return Show(viewer, vault, head, form, null, [], separated);

        if (pick.IsNew)
            db.Add(person);
        Appointing.Appoint(db, viewer, clock, person.Id, unit, role!, fromOn.Value);
        await db.SaveChangesAsync();
        return Page.Done($"/people/{person.Id}", $"{vault.Open(person.NameSealed)}自 {fromOn:yyyy-MM-dd} 起任“{head.Name}”{Roles.Of(role!).Name}。");
    }

    private static ChoiceField RoleField(Viewer viewer, UnitHead head) =>
        AppointmentFields.Role.With(AppointmentRules.Offered(viewer, head.Kind).Select(role => (role.Key, role.Name)));

    private static Person? KnownOnly(Form form, Person? person) => form.Typed(PersonFields.Name.Name).Length == 0 ? person : null;

    private static Refusal Closed(UnitHead head) => OrganisationRefusals.UnitClosed.With(("unit", head.Name));

    private static IResult Show(
        Viewer viewer,
        Vault vault,
        UnitHead head,
        Form form,
        Person? known,
        IReadOnlyList<(string Value, string Text)> candidates,
        Refusal? refusal
    ) =>
        Page.Of<AddPersonPage>(
            new
            {
                View = new AddPersonView(
                    head,
                    form,
                    AppointmentRules.Offered(viewer, head.Kind),
                    known?.Id,
                    known is null ? null : vault.Open(known.NameSealed),
                    candidates,
                    refusal
                ),
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
