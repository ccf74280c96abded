using Microsoft.AspNetCore.Http;
using Wuzha.Duties.Details;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Work;

public static class ReturnDutyForm
{
    public static readonly TextField Reason = new("reason", "退回的原因")
    {
        Max = 500,
        Min = 4,
        Lines = 3,
        Hint = "说清楚为什么不该由本单位承担，应当由谁承担",
    };
}

/// <summary>退回: the unit says that the duty is not its own. It stays owed until the office has decided.</summary>
internal static class ReturnDuty
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock) =>
        (await AssignmentHere.Answer(id, db, viewer, clock)).Is(out var here, out var refusal)
            ? await Shown(here, db, catalog, Form.Empty(), null)
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await AssignmentHere.Answer(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var reason = form.Read(ReturnDutyForm.Reason);
        if (form.Failed)
            return await Shown(here, db, catalog, form, null);
        if (!(await new DutyWork(db, viewer, clock).Return(here.Assignment, reason!)).Is(out _, out var no))
            return await Shown(here, db, catalog, form, no);

        await db.SaveChangesAsync();
        return Page.Done(here.Href, $"已申请退回，等{here.Campaign.IssuerName}处理。处理以前任务仍由本单位承担。");
    }

    private static async Task<IResult> Shown(AssignmentHere here, Db db, FactCatalog catalog, Form form, Refusal? refusal) =>
        Page.Of<ReturnDutyPage>(
            new
            {
                Head = await ShowAssignment.Head(db, catalog, here),
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
