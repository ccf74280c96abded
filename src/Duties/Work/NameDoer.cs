using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Details;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Work;

/// <summary>指定承办人: the unit hands the duty to somebody who serves there or below and may record work.</summary>
internal static class NameDoer
{
    private const int MostPeople = 500;

    public static readonly ChoiceField Person = new("person", "由谁承办") { Hint = "从本单位和下级网格的在任人员中选；单位仍可以记录" };

    internal static async Task<IResult> Post(
        Guid id,
        Form form,
        Db db,
        Viewer viewer,
        FactCatalog catalog,
        Vault vault,
        RoleActs roles,
        TimeProvider clock
    )
    {
        if (!(await AssignmentHere.Answer(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var person = form.Read(await Choice(db, here, vault, roles));
        if (form.Failed)
            return await ShowAssignment.Shown(here, (db, catalog, vault, roles), form, null);
        if (new DutyWork(db, viewer, clock).NameDoer(here.Assignment, Guid.Parse(person!)) is { } no)
            return await ShowAssignment.Shown(here, (db, catalog, vault, roles), form, no);

        await db.SaveChangesAsync();
        return Page.Done(here.Href, "已指定承办人。");
    }

    /// <summary>Everybody who serves at the unit or below it in a role that may record work, by name.</summary>
    internal static async Task<ChoiceField> Choice(Db db, AssignmentHere here, Vault vault, RoleActs roles)
    {
        var (tenant, scope, today) = (here.Viewer.TenantId, here.Unit.Scope, here.Today);
        var may = Roles.All.Where(role => roles.Of(role.Key).Contains(DutiesActs.RecordWork.Key)).Select(role => role.Key).ToList();
        var people = await (
            from appointment in db.Appointments
            join person in db.People on new { appointment.TenantId, appointment.PersonId } equals new { person.TenantId, PersonId = person.Id }
            join unit in db.Units on new { appointment.TenantId, appointment.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where
                appointment.TenantId == tenant
                && may.Contains(appointment.Role)
                && appointment.FromOn <= today
                && (appointment.UntilOn == null || appointment.UntilOn >= today)
                && unit.Path.CompareTo(scope.From) >= 0
                && unit.Path.CompareTo(scope.To) < 0
            orderby unit.SortKey, person.Id
            select new
            {
                person.Id,
                person.NameSealed,
                appointment.Role,
            }
        )
            .Take(MostPeople)
            .ToListAsync();
        return Person.With(
            people
                .GroupBy(row => row.Id)
                .Select(rows =>
                    (
                        rows.Key.ToString(),
                        $"{vault.Open(rows.First().NameSealed)}（{string.Join("、", rows.Select(row => Roles.Of(row.Role).Name).Distinct())}）"
                    )
                )
        );
    }
}

/// <summary>收回: the duty is the unit's again.</summary>
internal static class TakeDutyBack
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await AssignmentHere.Answer(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (here.Assignment.DoerPersonId is null)
            return DutiesRefusals.NobodyNamed.AsPage();
        if (new DutyWork(db, viewer, clock).NameDoer(here.Assignment, null) is { } no)
            return no.AsPage();

        await db.SaveChangesAsync();
        return Page.Done(here.Href, "已收回，由单位办理。");
    }
}
