using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Parts;

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

/// <summary>添加阶段.</summary>
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

        var typed = PlanStageForm.Read(form);
        if (form.Failed)
            return await EditPlanStage.Show(here, db, null, form);

        var added = new PlanStage
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            PlanId = id,
            Position = await PartStep.Next<PlanStage>(db, here),
            Name = typed.Name!,
            FromOn = typed.FromOn,
            UntilOn = typed.UntilOn,
        };
        return await PartStep.Save(here, new PartChange(null, added), db, clock);
    }
}

/// <summary>更正阶段.</summary>
internal static class EditPlanStage
{
    internal static async Task<IResult> Get(Guid id, Guid stageId, Db db, Viewer viewer) =>
        (await PartStep.Find<PlanStage>(id, stageId, db, viewer)).Is(out var found, out var refusal)
            ? await Show(found.Here, db, stageId, PlanStageForm.Of(found.Part))
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Guid stageId, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PartStep.Find<PlanStage>(id, stageId, db, viewer)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var typed = PlanStageForm.Read(form);
        if (form.Failed)
            return await Show(found.Here, db, stageId, form);

        var corrected = found.Part with { Name = typed.Name!, FromOn = typed.FromOn, UntilOn = typed.UntilOn };
        return await PartStep.Save(found.Here, new PartChange(found.Part, corrected), db, clock);
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

/// <summary>删去阶段.</summary>
internal static class RemovePlanStage
{
    internal static async Task<IResult> Post(Guid id, Guid stageId, Db db, Viewer viewer, TimeProvider clock) =>
        (await PartStep.Find<PlanStage>(id, stageId, db, viewer)).Is(out var found, out var refusal)
            ? await PartStep.Save(found.Here, new PartChange(found.Part, null), db, clock)
            : refusal.AsPage();
}
