using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Units;

/// <summary>调整隶属: from a day on the unit and everything below it counts under another parent; earlier days stay where they were.</summary>
internal static class MoveUnit
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        await UnitHead.Of(db, viewer, id) is { } head
            ? await Show(db, viewer, head, Form.Empty((UnitFields.MovedFrom.Name, $"{LocalDay.Today(clock):yyyy-MM-dd}")), Stays(viewer, head))
            : Refusal.NotFound.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await UnitHead.Of(db, viewer, id) is not { } head)
            return Refusal.NotFound.AsPage();
        if (Stays(viewer, head) is { } stays)
            return await Show(db, viewer, head, form, stays);

        var parents = await NewParents(db, viewer, head);
        var typed = form.Read(UnitFields.NewParent.With(parents));
        var fromOn = form.Read(UnitFields.MovedFrom with { Max = LocalDay.Today(clock) });
        var parentId = typed is null ? Guid.Empty : Guid.Parse(typed);
        if (typed is not null && await UnitNames.Taken(db, viewer.TenantId, parentId, head.Name, except: id))
            form.Fail(UnitFields.NewParent, $"该单位下面已有“{head.Name}”，请先改名再调整。");
        if (form.Failed)
            return await Show(db, viewer, head, form);

        var from = head.ParentId!.Value;
        if (await UnitTree.Move(db, viewer.TenantId, id, parentId, fromOn!.Value) is { } refusal)
            return await Show(db, viewer, head, form, refusal);

        db.Record(viewer, new UnitMoved(id, from, parentId, fromOn.Value));
        await db.SaveChangesAsync();
        return Page.Done(head.Href, $"“{head.Name}”自 {fromOn:yyyy-MM-dd} 起已调整到新的上级，以前的数字仍算在原上级名下。");
    }

    private static Refusal? Stays(Viewer viewer, UnitHead head) =>
        head.ParentId is null ? OrganisationRefusals.RootStays
        : head.Id == viewer.UnitId ? OrganisationRefusals.OwnUnitStays
        : head.ClosedOn is not null ? OrganisationRefusals.UnitClosed.With(("unit", head.Name))
        : null;

    private static async Task<IReadOnlyList<(string Value, string Text)>> NewParents(Db db, Viewer viewer, UnitHead head)
    {
        var units = await db
            .Units.Where(unit =>
                unit.TenantId == viewer.TenantId
                && unit.Path.CompareTo(viewer.Scope.From) >= 0
                && unit.Path.CompareTo(viewer.Scope.To) < 0
                && unit.ClosedOn == null
                && unit.Id != head.ParentId
            )
            .OrderBy(unit => unit.SortKey)
            .Select(unit => new
            {
                unit.Id,
                unit.Path,
                unit.Kind,
                unit.Name,
            })
            .ToListAsync();
        return
        [
            .. units
                .Where(unit => UnitRules.MayStandUnder(head.Kind, unit.Kind) && !head.Scope.Covers(unit.Path))
                .Select(unit => (unit.Id.ToString(), $"{unit.Name}（{UnitKinds.Of(unit.Kind).Name}）")),
        ];
    }

    private static async Task<IResult> Show(Db db, Viewer viewer, UnitHead head, Form form, Refusal? refusal = null) =>
        Page.Of<MoveUnitPage>(
            new
            {
                Head = head,
                Form = form,
                Parents = await NewParents(db, viewer, head),
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
