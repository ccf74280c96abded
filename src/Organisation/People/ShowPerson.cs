using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>One appointment of a person.</summary>
public sealed record PersonAppointment(
    Guid Id,
    Guid UnitId,
    string UnitName,
    string UnitKind,
    string Role,
    DateOnly FromOn,
    DateOnly? UntilOn,
    bool MayEnd
);

/// <summary>What a person did last, by kind.</summary>
public sealed record PersonDeed(string What, string UnitName, DateTime At);

public sealed record PersonView(
    Guid Id,
    string Name,
    string? Post,
    string? Phone,
    bool PhoneWhole,
    IReadOnlyList<PersonAppointment> Current,
    IReadOnlyList<PersonAppointment> Former,
    string? Account,
    IReadOnlyList<PersonDeed> Deeds,
    bool MayReveal,
    bool MayEdit,
    bool MayCorrect
);

internal static class ShowPerson
{
    internal sealed record DeedRow(string Kind, string UnitName, DateTime OccurredAt);

    internal static Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, FactCatalog catalog, TimeProvider clock) =>
        Page(id, db, viewer, vault, catalog, clock, revealed: false, refusal: null);

    internal static async Task<IResult> Page(
        Guid id,
        Db db,
        Viewer viewer,
        Vault vault,
        FactCatalog catalog,
        TimeProvider clock,
        bool revealed,
        Refusal? refusal
    )
    {
        if (await PeopleInScope.Find(db, viewer, id) is not { } person)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var appointments = await Appointments(db, viewer, id, today);
        var phone = person.PhoneSealed is null ? null : vault.Open(person.PhoneSealed);
        var view = new PersonView(
            id,
            vault.Open(person.NameSealed),
            person.Post,
            phone is null || revealed ? phone : Mask.Phone(phone),
            revealed,
            [.. appointments.Where(appointment => appointment.UntilOn is null || appointment.UntilOn >= today)],
            [.. appointments.Where(appointment => appointment.UntilOn < today)],
            await AccountOf(db, viewer, id),
            await Deeds(db, viewer, catalog, id),
            viewer.May(OrganisationActs.RevealPhones) && phone is not null && !revealed,
            viewer.May(OrganisationActs.EditPeople),
            viewer.May(OrganisationActs.EditPeople) && await EditPerson.Stays(db, viewer, id, clock) is null
        );
        return Platform.Page.Of<PersonPage>(new { View = view, Refusal = refusal }, refusal?.Status ?? 200);
    }

    private static async Task<IReadOnlyList<PersonAppointment>> Appointments(Db db, Viewer viewer, Guid personId, DateOnly today)
    {
        var rows = await (
            from appointment in PeopleInScope.Appointments(db, viewer)
            where appointment.PersonId == personId
            join unit in db.Units on new { appointment.TenantId, Id = appointment.UnitId } equals new { unit.TenantId, unit.Id }
            orderby appointment.FromOn descending, appointment.Id
            select new
            {
                appointment.Id,
                unit.Name,
                unit.Kind,
                appointment.UnitId,
                appointment.Role,
                appointment.FromOn,
                appointment.UntilOn,
            }
        ).ToListAsync();
        return
        [
            .. rows.Select(row => new PersonAppointment(
                row.Id,
                row.UnitId,
                row.Name,
                row.Kind,
                row.Role,
                row.FromOn,
                row.UntilOn,
                AppointmentRules.MayEnd(viewer, row.Id, row.Role, row.UntilOn, today)
            )),
        ];
    }

    private static async Task<string?> AccountOf(Db db, Viewer viewer, Guid personId)
    {
        var account = await db
            .Accounts.Where(account => account.TenantId == viewer.TenantId && account.PersonId == personId)
            .Select(account => new
            {
                account.SignInName,
                account.ClosedAt,
                account.ApprovedAt,
                account.LastSignInAt,
            })
            .SingleOrDefaultAsync();
        return account switch
        {
            null => null,
            { ClosedAt: not null } => $"{account.SignInName}（已注销）",
            { ApprovedAt: null } => $"{account.SignInName}（待安全管理员审批）",
            { LastSignInAt: { } at } => $"{account.SignInName}（{LocalDay.Wall(at):yyyy-MM-dd} 登录过）",
            _ => $"{account.SignInName}（还没有登录过）",
        };
    }

    private static async Task<IReadOnlyList<PersonDeed>> Deeds(Db db, Viewer viewer, FactCatalog catalog, Guid personId)
    {
        var rows = await db
            .Database.SqlQuery<DeedRow>(
                $"""
                select f.kind, u.name as unit_name, f.occurred_at
                from facts f
                join units u on u.tenant_id = f.tenant_id and u.id = f.unit_id
                where f.tenant_id = {viewer.TenantId} and f.actor_id = {personId} and u.path >= {viewer.Scope.From} and u.path < {viewer.Scope.To}
                order by f.occurred_at desc, f.id desc
                limit 20
                """
            )
            .ToListAsync();
        return [.. rows.Select(row => new PersonDeed(catalog.Find(row.Kind)?.Name ?? row.Kind, row.UnitName, row.OccurredAt))];
    }
}

/// <summary>查看完整电话: shows it once and puts the look into the book.</summary>
internal static class RevealPhone
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, Vault vault, FactCatalog catalog, TimeProvider clock)
    {
        if (await PeopleInScope.Find(db, viewer, id) is not { } person)
            return Refusal.NotFound.AsPage();
        if (person.PhoneSealed is null)
            return await ShowPerson.Page(id, db, viewer, vault, catalog, clock, revealed: false, OrganisationRefusals.NoPhone);

        db.Record(viewer, new PersonalDataShown("phone", id, "look"));
        await db.SaveChangesAsync();
        return await ShowPerson.Page(id, db, viewer, vault, catalog, clock, revealed: true, refusal: null);
    }
}
