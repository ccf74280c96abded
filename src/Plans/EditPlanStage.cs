using Microsoft.AspNetCore.Http;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

/// <summary>The fields of a plan's stage.</summary>
public static class PlanStageForm
{
    public static readonly TextField Name = new("name", "名称") { Min = 2, Max = PlanForm.NameLength };
    public static readonly DayField FromOn = new("fromOn", "开始日期") { Optional = true };
    public static readonly DayField UntilOn = new("untilOn", "截止日期") { Optional = true };

    internal static Form Of(PlanStage stage) =>
        Form.Empty((Name.Name, stage.Name), (FromOn.Name, FromOn.Show(stage.FromOn)), (UntilOn.Name, UntilOn.Show(stage.UntilOn)));

    internal static (string? Name, DateOnly? FromOn, DateOnly? UntilOn) Read(Form form)
    {
        var typed = (form.Read(Name), FromOn: form.Read(FromOn), UntilOn: form.Read(UntilOn));
        if (typed.UntilOn < typed.FromOn)
            form.Fail(UntilOn, PlansRefusals.EndsBeforeItBegins.Message);
        return typed;
    }
}

internal static class AddPlanStage
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer) =>
        (await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal)
            ? await EditPlanStage.Show(here, db, null, Form.Empty())
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var (name, from, until) = PlanStageForm.Read(form);
        if (form.Failed)
            return await EditPlanStage.Show(here, db, null, form);

        var stages = await ShowPlan.Stages(db, here);
        db.Add(
            new PlanStage
            {
                TenantId = viewer.TenantId,
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                PlanId = id,
                Position = stages.Count == 0 ? 0 : stages.Max(stage => stage.Position) + 1,
                Name = name!,
                FromOn = from,
                UntilOn = until,
            }
        );
        return await EditPlanStage.Save(here, db, $"已添加阶段“{name}”。");
    }
}

internal static class EditPlanStage
{
    internal static async Task<IResult> Get(Guid id, Guid stageId, Db db, Viewer viewer)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        return (await ShowPlan.Stages(db, here)).Find(stage => stage.Id == stageId) is { } stage
            ? await Show(here, db, stageId, PlanStageForm.Of(stage))
            : Refusal.NotFound.AsPage();
    }

    internal static async Task<IResult> Post(Guid id, Guid stageId, Form form, Db db, Viewer viewer)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if ((await ShowPlan.Stages(db, here)).Find(stage => stage.Id == stageId) is not { } stage)
            return Refusal.NotFound.AsPage();

        var (name, from, until) = PlanStageForm.Read(form);
        if (form.Failed)
            return await Show(here, db, stageId, form);

        (stage.Name, stage.FromOn, stage.UntilOn) = (name!, from, until);
        return await Save(here, db, "已保存。");
    }

    internal static async Task<IResult> Save(PlanHere here, Db db, string sentence)
    {
        here.Plan.Touch();
        db.Record(here.Viewer, new PlanHeadCorrected(here.Plan.Id, here.Plan.UnitId, "stages"));
        await db.SaveChangesAsync();
        return Page.Done($"/plans/{here.Plan.Id}", sentence);
    }

    internal static async Task<IResult> Show(PlanHere here, Db db, Guid? stageId, Form form) =>
        Page.Of<PlanStagePage>(
            new
            {
                Head = await here.Head(db),
                StageId = stageId,
                Form = form,
            },
            form.Failed ? 422 : 200
        );
}

internal static class RemovePlanStage
{
    internal static async Task<IResult> Post(Guid id, Guid stageId, Db db, Viewer viewer)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if ((await ShowPlan.Stages(db, here)).Find(stage => stage.Id == stageId) is not { } stage)
            return Refusal.NotFound.AsPage();

        db.Remove(stage);
        return await EditPlanStage.Save(here, db, $"已删去阶段“{stage.Name}”。");
    }
}
