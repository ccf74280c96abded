using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Guard.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Guard.Burdens;

/// <summary>每周负担上限: one number for all units, set by the topmost office.</summary>
internal static class EditCeiling
{
    internal static readonly NumberField Minutes = new("minutes", "每周上限")
    {
        Min = 10,
        Max = 2400,
        Unit = "分钟",
        Hint = "一个村（单位）一周被要求办的事，合计预计用时超过这个数就提示。默认 120 分钟。",
    };

    internal static async Task<IResult> Get(Db db, Viewer viewer) =>
        viewer.StandsAtTop
            ? Page.Of<CeilingPage>(new { Form = Form.Empty((Minutes.Name, Minutes.Show(await Burden.Ceiling(db, viewer.TenantId)))) })
            : Refusal.NotAllowed.AsPage();

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer)
    {
        if (!viewer.StandsAtTop)
            return Refusal.NotAllowed.AsPage();
        if (form.Read(Minutes) is not { } minutes || form.Failed)
            return Page.Of<CeilingPage>(new { Form = form }, 422);

        var row = await db.Set<BurdenCeiling>().SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId);
        if (row is null)
            db.Add(row = new BurdenCeiling { TenantId = viewer.TenantId });
        row.Set(minutes);
        db.Record(viewer, new BurdenCeilingSet(minutes));
        await db.SaveChangesAsync();
        return Page.Done("/burden", $"每周上限已定为 {minutes} 分钟。");
    }
}
