using Microsoft.AspNetCore.Http;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

/// <summary>更正方案信息.</summary>
internal static class CorrectHead
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer) =>
        (await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal) ? await Show(here, db, PlanForm.Of(here.Plan)) : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        PlanForm.Fill(here.Plan, form);
        if (form.Failed)
            return await Show(here, db, form);

        db.Record(viewer, new PlanHeadCorrected(id, here.Plan.UnitId, "head"));
        await db.SaveChangesAsync();
        return Page.Done($"/plans/{id}", "已保存。");
    }

    private static async Task<IResult> Show(PlanHere here, Db db, Form form) =>
        Page.Of<CorrectHeadPage>(new { Head = await here.Head(db), Form = form }, form.Failed ? 422 : 200);
}
