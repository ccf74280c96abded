using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Parts;

/// <summary>The fields of an annex.</summary>
public static class PlanAnnexForm
{
    public static readonly TextField Name = new("name", "附件名称") { Min = 2, Max = PlanForm.TitleLength };
    public static readonly FlagField IsAbsent = new("isAbsent", "读入的文件里没有这个附件") { Hint = "里面有任务的，把附件另存一份读入" };

    internal static Form Of(PlanAnnex annex) => Form.Empty((Name.Name, annex.Name), (IsAbsent.Name, IsAbsent.Show(annex.IsAbsent)));

    internal static (string? Name, bool IsAbsent) Read(Form form) => (form.Read(Name), form.Read(IsAbsent));
}

/// <summary>添加附件.</summary>
internal static class AddPlanAnnex
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer) =>
        (await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal)
            ? await EditPlanAnnex.Show(here, db, null, Form.Empty())
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var typed = PlanAnnexForm.Read(form);
        if (form.Failed)
            return await EditPlanAnnex.Show(here, db, null, form);

        var added = new PlanAnnex
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            PlanId = id,
            Position = await PartStep.Next<PlanAnnex>(db, here),
            Name = typed.Name!,
            IsAbsent = typed.IsAbsent,
        };
        return await PartStep.Save(here, new PartChange(null, added), db, clock);
    }
}

/// <summary>更正附件.</summary>
internal static class EditPlanAnnex
{
    internal static async Task<IResult> Get(Guid id, Guid annexId, Db db, Viewer viewer) =>
        (await PartStep.Find<PlanAnnex>(id, annexId, db, viewer)).Is(out var found, out var refusal)
            ? await Show(found.Here, db, annexId, PlanAnnexForm.Of(found.Part))
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Guid annexId, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PartStep.Find<PlanAnnex>(id, annexId, db, viewer)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var typed = PlanAnnexForm.Read(form);
        if (form.Failed)
            return await Show(found.Here, db, annexId, form);

        var corrected = found.Part with { Name = typed.Name!, IsAbsent = typed.IsAbsent };
        return await PartStep.Save(found.Here, new PartChange(found.Part, corrected), db, clock);
    }

    internal static async Task<IResult> Show(PlanHere here, Db db, Guid? annexId, Form form) =>
        Page.Of<PlanAnnexPage>(
            new
            {
                Head = await here.Head(db),
                AnnexId = annexId,
                Form = form,
            },
            form.Failed ? 422 : 200
        );
}

/// <summary>删去附件.</summary>
internal static class RemovePlanAnnex
{
    internal static async Task<IResult> Post(Guid id, Guid annexId, Db db, Viewer viewer, TimeProvider clock) =>
        (await PartStep.Find<PlanAnnex>(id, annexId, db, viewer)).Is(out var found, out var refusal)
            ? await PartStep.Save(found.Here, new PartChange(found.Part, null), db, clock)
            : refusal.AsPage();
}
