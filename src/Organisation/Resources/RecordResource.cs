using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Resources;

/// <summary>The fields of one line of resources. Funds are typed in yuan, everything else as a count.</summary>
public static class ResourceForm
{
    public static readonly ChoiceField Unit = new("unit", "单位");
    public static readonly ChoiceField Kind = new("kind", "类别")
    {
        Options = [.. ResourceKinds.All.Select(kind => (kind.Key, $"{kind.Name}（{kind.CountUnit}）"))],
    };
    public static readonly TextField Name = new("name", "名称") { Max = 60, Hint = "例如：宣传经费、流动宣传车、防骗宣传折页" };
    public static readonly TextField Amount = new("amount", "数量") { Max = 20, Hint = "经费填元，可以有两位小数；其他填整数" };
    private static readonly MoneyField Yuan = new(Amount.Name, Amount.Label);
    private static readonly NumberField Count = new(Amount.Name, Amount.Label);
    public static readonly DayField RecordedOn = new("recordedOn", "日期");
    public static readonly TextField Note = new("note", "备注") { Max = 200, Optional = true };

    internal static ChoiceField UnitAmong(IEnumerable<Unit> units) => Unit.With(units.Select(unit => (unit.Id.ToString(), unit.Name)));

    /// <summary>What was typed; meaningless when the form failed.</summary>
    internal static ResourceTyped Read(Form form, ChoiceField units)
    {
        var (unit, kind, name) = (form.Read(units), form.Read(Kind), form.Read(Name));
        var amount = kind == ResourceKinds.Funds.Key ? form.Read(Yuan) : form.Read(Count);
        var (recordedOn, note) = (form.Read(RecordedOn), form.Read(Note));
        return new ResourceTyped(
            Guid.TryParse(unit, out var unitId) ? unitId : default,
            kind ?? "",
            name ?? "",
            amount ?? 0,
            recordedOn ?? default,
            note
        );
    }

    internal static string Show(string kind, long amount) => ResourceKinds.Of(kind).IsMoney ? Yuan.Show(amount) : Count.Show((int)amount);
}

internal sealed record ResourceTyped(Guid UnitId, string Kind, string Name, long Amount, DateOnly RecordedOn, string? Note);

internal static class RecordResource
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var form = Form.Empty(
            (ResourceForm.Unit.Name, viewer.UnitId.ToString()),
            (ResourceForm.RecordedOn.Name, ResourceForm.RecordedOn.Show(here.Today))
        );
        return Show(here, await Units(here, db), form, null);
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var units = await Units(here, db);
        var typed = ResourceForm.Read(form, ResourceForm.UnitAmong(units));
        if (form.Failed)
            return Show(here, units, form, null);

        var resourceId = Guid.CreateVersion7(clock.GetUtcNow());
        db.Add(
            new CampaignResource
            {
                TenantId = viewer.TenantId,
                Id = resourceId,
                CampaignId = id,
                UnitId = typed.UnitId,
                Kind = typed.Kind,
                Name = typed.Name,
                Amount = typed.Amount,
                RecordedOn = typed.RecordedOn,
                Note = typed.Note,
                FactId = db.Record(viewer, new ResourceRecorded(id, typed.UnitId, resourceId, typed.Kind, typed.Amount), id),
            }
        );
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/resources", "已登记。");
    }

    /// <summary>The units the viewer may answer for: the own one and those that take part under it.</summary>
    internal static async Task<IReadOnlyList<Unit>> Units(CampaignHere here, Db db)
    {
        var units = await here.Units(db).OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).ToListAsync();
        return here.IsIssuer ? [here.Issuer, .. units] : units;
    }

    internal static IResult Show(CampaignHere here, IReadOnlyList<Unit> units, Form form, CampaignResource? resource) =>
        Page.Of<ResourceFormPage>(
            new
            {
                here.Head,
                Form = form,
                Unit = ResourceForm.UnitAmong(units),
                ResourceId = resource?.Id,
            },
            form.Failed ? 422 : 200
        );
}

/// <summary>更正: the fact that counted it is withdrawn and a new one recorded.</summary>
internal static class EditResource
{
    internal static async Task<IResult> Get(Guid id, Guid resourceId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (await Find(here, resourceId, db) is not { } resource)
            return Refusal.NotFound.AsPage();

        var form = Form.Empty(
            (ResourceForm.Unit.Name, resource.UnitId.ToString()),
            (ResourceForm.Kind.Name, resource.Kind),
            (ResourceForm.Name.Name, resource.Name),
            (ResourceForm.Amount.Name, ResourceForm.Show(resource.Kind, resource.Amount)),
            (ResourceForm.RecordedOn.Name, ResourceForm.RecordedOn.Show(resource.RecordedOn)),
            (ResourceForm.Note.Name, resource.Note)
        );
        return RecordResource.Show(here, await RecordResource.Units(here, db), form, resource);
    }

    internal static async Task<IResult> Post(Guid id, Guid resourceId, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (await Find(here, resourceId, db) is not { } resource)
            return Refusal.NotFound.AsPage();

        var units = await RecordResource.Units(here, db);
        var typed = ResourceForm.Read(form, ResourceForm.UnitAmong(units));
        if (form.Failed)
            return RecordResource.Show(here, units, form, resource);

        if ((typed.UnitId, typed.Kind, typed.Amount) != (resource.UnitId, resource.Kind, resource.Amount))
        {
            db.Record(viewer, new FactWithdrawn(resource.FactId), id);
            resource.FactId = db.Record(viewer, new ResourceRecorded(id, typed.UnitId, resourceId, typed.Kind, typed.Amount), id);
        }
        (resource.UnitId, resource.Kind, resource.Amount) = (typed.UnitId, typed.Kind, typed.Amount);
        (resource.Name, resource.RecordedOn, resource.Note) = (typed.Name, typed.RecordedOn, typed.Note);
        resource.Version++;
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/resources", "已保存。");
    }

    internal static async Task<CampaignResource?> Find(CampaignHere here, Guid resourceId, Db db)
    {
        var scope = here.Viewer.Scope;
        return await db.Set<CampaignResource>()
            .SingleOrDefaultAsync(one =>
                one.TenantId == here.Viewer.TenantId
                && one.CampaignId == here.Campaign.Id
                && one.Id == resourceId
                && db.Units.Any(unit =>
                    unit.TenantId == one.TenantId
                    && unit.Id == one.UnitId
                    && unit.Path.CompareTo(scope.From) >= 0
                    && unit.Path.CompareTo(scope.To) < 0
                )
            );
    }
}

/// <summary>删去: the fact that counted it is withdrawn.</summary>
internal static class RemoveResource
{
    internal static async Task<IResult> Post(Guid id, Guid resourceId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (await EditResource.Find(here, resourceId, db) is not { } resource)
            return Refusal.NotFound.AsPage();

        db.Record(viewer, new FactWithdrawn(resource.FactId), id);
        db.Remove(resource);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/resources", "已删去。");
    }
}
