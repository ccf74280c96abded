using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Units;

/// <summary>The fields of a new unit.</summary>
public static class UnitFields
{
    public static readonly ChoiceField Kind = new("kind", "类别");
    public static readonly TextField Name = new("name", "单位名称")
    {
        Max = 50,
        Min = 2,
        Hint = "写全称，例如：东沟村、第二网格、青溪镇中心小学。",
    };
    public static readonly DayField MovedFrom = new("fromOn", "自哪天起") { Hint = "这一天以前的数字仍算在原来的上级名下。" };
    public static readonly DayField ClosedOn = new("closedOn", "最后一天") { Hint = "这一天以后不再安排任务，以前的记录全部保留。" };
    public static readonly ChoiceField NewParent = new("parentId", "新的上级单位");

    internal static ChoiceField KindUnder(string parentKind) => Kind.With(UnitRules.MayStandUnder(parentKind).Select(kind => (kind.Key, kind.Name)));
}

/// <summary>新增单位: under a unit of the viewer's scope, of a kind that may stand there.</summary>
internal static class OpenUnit
{
    internal static async Task<IResult> Get(Guid parent, Db db, Viewer viewer) =>
        await UnitHead.Of(db, viewer, parent) is { } head ? Show(head, Form.Empty()) : Refusal.NotFound.AsPage();

    internal static async Task<IResult> Post(Guid parent, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await UnitHead.Of(db, viewer, parent) is not { } head)
            return Refusal.NotFound.AsPage();
        if (head.ClosedOn is not null)
            return Show(head, form, OrganisationRefusals.ParentClosed);

        var kind = form.Read(UnitFields.KindUnder(head.Kind));
        var name = form.Read(UnitFields.Name);
        if (name is not null && await UnitNames.Taken(db, viewer.TenantId, parent, name, except: null))
            form.Fail(UnitFields.Name, UnitNames.TakenSentence(head.Name, name));
        if (form.Failed)
            return Show(head, form);

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var above = await db.Units.SingleAsync(unit => unit.TenantId == viewer.TenantId && unit.Id == parent);
        UnitTree.Add(db, viewer.TenantId, above, id, kind!, name!, UnitSortKey.Of(kind!, name!), LocalDay.Today(clock));
        db.Record(viewer, new UnitOpened(id, parent, kind!));
        await db.SaveChangesAsync();
        return Page.Done($"/units/{id}", $"已新增{UnitKinds.Of(kind!).Name}“{name}”。接着可以登记人员、填写人口和户数。");
    }

    private static IResult Show(UnitHead parent, Form form, Refusal? refusal = null) =>
        Page.Of<OpenUnitPage>(
            new
            {
                Parent = parent,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}

/// <summary>Names are unique among the standing units of one parent.</summary>
internal static class UnitNames
{
    public static Task<bool> Taken(Db db, string tenant, Guid? parent, string name, Guid? except) =>
        db.Units.AnyAsync(unit =>
            unit.TenantId == tenant && unit.ParentId == parent && unit.Name == name && unit.ClosedOn == null && unit.Id != except
        );

    public static string TakenSentence(string parent, string name) => $"“{parent}”下面已有“{name}”，请换一个名称，或直接使用已有的单位。";
}
