using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Units;

/// <summary>改名: the former name stays findable.</summary>
internal static class RenameUnit
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer) =>
        await UnitHead.Of(db, viewer, id) is { } head ? Show(head, Form.Empty((UnitFields.Name.Name, head.Name))) : Refusal.NotFound.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await UnitHead.Of(db, viewer, id) is not { } head)
            return Refusal.NotFound.AsPage();
        if (head.ClosedOn is not null)
            return Show(head, form, OrganisationRefusals.UnitClosed.With(("unit", head.Name)));

        var name = form.Read(UnitFields.Name);
        if (name is not null && await UnitNames.Taken(db, viewer.TenantId, head.ParentId, name, except: id))
            form.Fail(UnitFields.Name, UnitNames.TakenSentence("同一上级", name));
        if (form.Failed)
            return Show(head, form);
        if (name == head.Name)
            return Page.Done(head.Href, "名称没有变化。");

        var unit = await db.Units.SingleAsync(unit => unit.TenantId == viewer.TenantId && unit.Id == id);
        var former = new FormerUnitName
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = id,
            Name = unit.Name,
            UntilOn = LocalDay.Today(clock).AddDays(-1),
        };
        db.Add(former);
        (unit.Name, unit.SortKey) = (name!, UnitSortKey.Of(unit.Kind, name!));
        unit.Version++;
        db.Record(viewer, new UnitRenamed(id));
        await db.SaveChangesAsync();
        return Page.Done(head.Href, $"“{former.Name}”已改名为“{name}”，原名称仍可查到。");
    }

    private static IResult Show(UnitHead head, Form form, Refusal? refusal = null) =>
        Page.Of<RenameUnitPage>(
            new
            {
                Head = head,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
