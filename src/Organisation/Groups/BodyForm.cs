using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Groups;

/// <summary>The fields of a body.</summary>
public static class BodyForm
{
    public static readonly ChoiceField Kind = new("kind", "机构")
    {
        Options = [.. Enum.GetValues<BodyKind>().Select(kind => (kind.ToString(), CampaignBody.KindName(kind)))],
    };
    public static readonly TextField Name = new("name", "名称") { Max = 60, Hint = "例如：领导小组办公室、媒体宣传组、文案编辑组" };
    public static readonly ChoiceField Unit = new("unit", "设在哪个单位");
    public static readonly TextField Duties = new("duties", "职责")
    {
        Max = 1000,
        Lines = 4,
        Optional = true,
    };

    internal static ChoiceField UnitAmong(IEnumerable<Unit> units) => Unit.With(units.Select(unit => (unit.Id.ToString(), unit.Name)));
}

/// <summary>增设机构: a body of the campaign; a unit that takes part may set up its own group.</summary>
internal static class AddBody
{
    internal static async Task<IResult> Get(Guid id, string? kind, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var form = Form.Empty((BodyForm.Kind.Name, kind), (BodyForm.Unit.Name, viewer.UnitId.ToString()));
        return await Show(here, db, form);
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var kind = here.MayEdit
            ? Enum.TryParse<BodyKind>(form.Read(BodyForm.Kind), out var typed)
                ? typed
                : default
            : BodyKind.UnitGroup;
        var unit = here.MayEdit ? form.Read(BodyForm.UnitAmong(await BodyHere.Places(db, here))) : viewer.UnitId.ToString();
        var (name, duties) = (form.Read(BodyForm.Name), form.Read(BodyForm.Duties));
        if (form.Failed)
            return await Show(here, db, form);

        var unitId = Guid.Parse(unit!);
        if (!BodyHere.MayEdit(here, kind, unitId) || !here.MayEdit && await here.UnitOf(db, unitId) is null)
            return OrganisationRefusals.OnlyTheIssuingOffice.With(("unit", here.Issuer.Name)).AsPage();

        var now = clock.GetUtcNow();
        var body = new CampaignBody
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(now),
            CampaignId = id,
            Kind = kind,
            Name = name!,
            UnitId = unitId,
            Duties = duties,
            Position = (int)(now.ToUnixTimeSeconds() % int.MaxValue),
        };
        db.Add(body);
        db.Record(viewer, new CampaignBodyChanged(id, body.Id, unitId), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/groups/{body.Id}", $"已设立“{name}”，请确定组成人员。");
    }

    private static async Task<IResult> Show(CampaignHere here, Db db, Form form)
    {
        if (!here.MayEdit && (!here.Viewer.May(OrganisationActs.EditCampaignBodies) || await here.UnitOf(db, here.Viewer.UnitId) is null))
            return OrganisationRefusals.OnlyTheIssuingOffice.With(("unit", here.Issuer.Name)).AsPage();

        return Page.Of<AddBodyPage>(
            new
            {
                here.Head,
                Form = form,
                Unit = BodyForm.UnitAmong(await BodyHere.Places(db, here)),
                OwnUnit = here.MayEdit ? null : here.Viewer.UnitName,
            },
            form.Failed ? 422 : 200
        );
    }
}
