using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Units;

/// <summary>撤并: a unit gets its last day; nothing of it is deleted, and a mistake is undone by <see cref="ReopenUnit"/>.</summary>
internal static class CloseUnit
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        await UnitHead.Of(db, viewer, id) is { } head
            ? Show(
                head,
                Form.Empty((UnitFields.ClosedOn.Name, $"{LocalDay.Today(clock):yyyy-MM-dd}")),
                await Stands(db, viewer, head, LocalDay.Today(clock))
            )
            : Refusal.NotFound.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await UnitHead.Of(db, viewer, id) is not { } head)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var closedOn = form.Read(UnitFields.ClosedOn with { Max = today });
        if (form.Failed)
            return Show(head, form);
        if (await Stands(db, viewer, head, closedOn!.Value) is { } refusal)
            return Show(head, form, refusal);

        await UnitTree.Close(db, viewer.TenantId, id, closedOn.Value);
        db.Record(viewer, new UnitClosed(id, closedOn.Value));
        await db.SaveChangesAsync();
        return Page.Done(head.Href, $"“{head.Name}”已撤并，以前的记录都保留着。撤并有误可以恢复。");
    }

    /// <returns>Why the unit cannot be closed on this day; null when it can.</returns>
    private static async Task<Refusal?> Stands(Db db, Viewer viewer, UnitHead head, DateOnly day)
    {
        if (head.ParentId is null)
            return OrganisationRefusals.RootStays;
        if (head.Id == viewer.UnitId)
            return OrganisationRefusals.OwnUnitStays;
        if (head.ClosedOn is not null)
            return OrganisationRefusals.UnitClosed.With(("unit", head.Name));

        var children = await db.Units.CountAsync(unit => unit.TenantId == viewer.TenantId && unit.ParentId == head.Id && unit.ClosedOn == null);
        if (children > 0)
            return OrganisationRefusals.UnitHasOpenChildren.With(("unit", head.Name), ("count", children));

        var people = await db.Appointments.CountAsync(appointment =>
            appointment.TenantId == viewer.TenantId && appointment.UnitId == head.Id && (appointment.UntilOn == null || appointment.UntilOn > day)
        );
        return people > 0 ? OrganisationRefusals.UnitHasPeople.With(("unit", head.Name), ("count", people)) : null;
    }

    private static IResult Show(UnitHead head, Form form, Refusal? refusal = null) =>
        Page.Of<CloseUnitPage>(
            new
            {
                Head = head,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}

/// <summary>恢复: takes back a closing; the unit stands again where it stood.</summary>
internal static class ReopenUnit
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, Platform.Privacy.Vault vault, TimeProvider clock)
    {
        if (await UnitHead.Of(db, viewer, id) is not { } head)
            return Refusal.NotFound.AsPage();
        if (head.ClosedOn is null)
            return await ShowUnit.Page(id, db, viewer, vault, clock, OrganisationRefusals.UnitNotClosed.With(("unit", head.Name)));
        if (await db.Units.AnyAsync(unit => unit.TenantId == viewer.TenantId && unit.Id == head.ParentId && unit.ClosedOn != null))
            return await ShowUnit.Page(id, db, viewer, vault, clock, OrganisationRefusals.ParentClosed);
        if (await UnitNames.Taken(db, viewer.TenantId, head.ParentId, head.Name, except: id))
            return await ShowUnit.Page(id, db, viewer, vault, clock, OrganisationRefusals.NameTakenMeanwhile.With(("unit", head.Name)));

        await UnitTree.Reopen(db, viewer.TenantId, id);
        db.Record(viewer, new UnitReopened(id));
        await db.SaveChangesAsync();
        return Page.Done(head.Href, $"“{head.Name}”已恢复。");
    }
}
