using Microsoft.AspNetCore.Http;
using Wuzha.PlanReading;
using Wuzha.Plans.Amendment;
using Wuzha.Platform;
using Wuzha.Platform.Documents.Reading;
using Wuzha.Platform.Files;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

/// <summary>读入方案: a file or pasted text becomes a plan with its proposals; a file with several asks first which ones.</summary>
internal static class ReadPlan
{
    internal static readonly FileField File = new("file", "方案文件")
    {
        Optional = true,
        Endings = PlanUpload.Endings,
        MaxBytes = DocumentText.MaxBytes,
    };
    internal static readonly TextField Pasted = new("text", "或者粘贴方案文字")
    {
        Optional = true,
        Max = PlanText.Longest,
        Lines = 12,
        Hint = "从标题到落款，整篇粘贴。",
    };

    private static readonly TimeSpan ChoiceKept = TimeSpan.FromDays(1);

    internal static async Task<IResult> Get(Guid? campaign, Db db, Viewer viewer, TimeProvider clock) =>
        (await PlanAim.Of(campaign, db, viewer, clock)).Is(out var aim, out var refusal) ? Show(aim, Form.Empty()) : refusal.AsPage();

    internal static async Task<IResult> Post(
        Guid? campaign,
        Form form,
        HttpContext context,
        Db db,
        Viewer viewer,
        FileStore store,
        SecondReader model,
        TimeProvider clock
    )
    {
        if (!(await PlanAim.Of(campaign, db, viewer, clock)).Is(out var aim, out var notThis))
            return notThis.AsPage();

        var (file, pasted) = (form.File(File), form.Read(Pasted));
        if (form.Failed)
            return Show(aim, form);
        if (file is null == pasted is null)
            return Show(aim, form, PlansRefusals.FileOrText);

        // As typed, not trimmed or folded: spans count in the text as it came.
        var read = file is null ? PlanUpload.Of(form.Typed(Pasted.Name)) : await PlanUpload.Of(file, context.RequestAborted);
        if (!read.Is(out var upload, out var refusal))
            return Show(aim, form, refusal);

        var plans = PlanReader.Read(upload.Text);
        if (plans.Count == 0)
            return Show(aim, form, PlansRefusals.NoPlanFound);

        var now = clock.GetUtcNow().UtcDateTime;
        var several = plans.Count > 1;
        var kept = await StoredFile.Keep(db, store, viewer, (upload.Kept, upload.Name, PlansActs.ReadPlans), now, several ? now + ChoiceKept : null);
        if (several)
        {
            await db.SaveChangesAsync();
            return TypedResults.LocalRedirect($"/plans/choose/{kept.Id}{(campaign is null ? "" : $"?campaign={campaign}")}");
        }

        var plan = PlanRows.Add(db, viewer, plans[0], new PlanOrigin(kept.Id, upload.OriginalHash), now, aim);
        AskSecondReader.Queue(db, viewer, plan, model, now);
        await db.SaveChangesAsync();
        return Page.Done($"/plans/{plan.Id}", $"已读入，找到 {plans[0].Duties.Count} 条任务。请先核对方案信息，再逐条审阅。");
    }

    private static IResult Show(PlanAim aim, Form form, Refusal? refusal = null) =>
        Page.Of<ReadPlanPage>(
            new
            {
                Form = form,
                aim.CampaignId,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
