using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Details;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Work;

public static class DecideReturnForm
{
    internal const string Move = "move";
    internal const string Drop = "drop";
    internal const string Decline = "decline";

    public static readonly ChoiceField Decision = new("decision", "怎样处理")
    {
        Options = [(Move, "同意，改派给别的单位"), (Drop, "同意，不再要求"), (Decline, "不同意，仍由原单位承担")],
    };

    /// <summary>What may be decided: where every unit owes the duty already, there is none to move it to.</summary>
    internal static ChoiceField DecisionAmong(ChoiceField units) =>
        units.Options.Count > 0 ? Decision : Decision.With(Decision.Options.Where(option => option.Value != Move));

    public static readonly ChoiceField Unit = new("unit", "改派给") { Optional = true, Hint = "只在改派时选" };
    public static readonly DayField FromOn = new("fromOn", "从哪天起") { Hint = "这天以前仍算原单位的任务；不同意退回时不用改" };
    public static readonly TextField Answer = new("answer", "答复")
    {
        Max = 500,
        Lines = 3,
        Optional = true,
        Hint = "单位会看到；不同意时必须写",
    };
}

/// <summary>处理退回: the office accepts (another unit, or nobody) or declines with words.</summary>
internal static class DecideReturn
{
    internal static async Task<IResult> Get(Guid id, Guid returnId, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await AssignmentHere.Decide(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (await Find(db, here, returnId) is not { } returned)
            return Refusal.NotFound.AsPage();
        if (!returned.IsOpen)
            return DutiesRefusals.ReturnDecided.AsPage();

        return await Shown(here, db, catalog, returned, Form.Empty((DecideReturnForm.FromOn.Name, DecideReturnForm.FromOn.Show(here.Today))), null);
    }

    internal static async Task<IResult> Post(Guid id, Guid returnId, Form form, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await AssignmentHere.Decide(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (await Find(db, here, returnId) is not { } returned)
            return Refusal.NotFound.AsPage();

        var units = await Units(db, here);
        var (decision, unit) = (form.Read(DecideReturnForm.DecisionAmong(units)), form.Read(units));
        var (fromOn, answer) = (form.Read(DecideReturnForm.FromOn), form.Read(DecideReturnForm.Answer));
        if (decision == DecideReturnForm.Move && unit is null && form.ErrorOf(DecideReturnForm.Unit.Name) is null)
            form.Fail(DecideReturnForm.Unit, "请选择改派给哪个单位。");
        if (decision == DecideReturnForm.Decline && answer is null && form.ErrorOf(DecideReturnForm.Answer.Name) is null)
            form.Fail(DecideReturnForm.Answer, "不同意退回时，请写明理由。");
        if (form.Failed)
            return await Shown(here, db, catalog, returned, form, null);

        var work = new DutyWork(db, viewer, clock);
        var no =
            decision == DecideReturnForm.Decline
                ? work.Decline(here.Assignment, returned, answer!)
                : await work.Accept(
                    new DutyBook(db, viewer, catalog, clock),
                    here.Assignment,
                    returned,
                    answer,
                    decision == DecideReturnForm.Move ? Guid.Parse(unit!) : null,
                    fromOn!.Value
                );
        if (no is not null)
            return await Shown(here, db, catalog, returned, form, no);

        await db.SaveChangesAsync();
        return Page.Done(
            here.Href,
            decision switch
            {
                DecideReturnForm.Move => "已同意退回，并改派。",
                DecideReturnForm.Drop => "已同意退回，不再要求这个单位。",
                _ => "已答复，任务仍由原单位承担。",
            }
        );
    }

    private static Task<DutyReturn?> Find(Db db, AssignmentHere here, Guid returnId) =>
        db.Set<DutyReturn>()
            .SingleOrDefaultAsync(one => one.TenantId == here.Viewer.TenantId && one.AssignmentId == here.Assignment.Id && one.Id == returnId);

    /// <summary>The units of the campaign that do not owe the duty yet.</summary>
    private static async Task<ChoiceField> Units(Db db, AssignmentHere here)
    {
        var owing = await db.Set<DutyAssignment>()
            .Where(one => one.TenantId == here.Viewer.TenantId && one.DutyId == here.Duty.Id && one.EndedOn == null)
            .Select(one => one.UnitId)
            .ToListAsync();
        var units = await CampaignQuestions.Units(db, here.Viewer.TenantId, here.Campaign.Id, here.Today);
        return DecideReturnForm.Unit.With(units.Where(unit => !owing.Contains(unit.Id)).Select(unit => (unit.Id.ToString(), unit.Name)));
    }

    private static async Task<IResult> Shown(AssignmentHere here, Db db, FactCatalog catalog, DutyReturn returned, Form form, Refusal? refusal) =>
        Page.Of<DecideReturnPage>(
            new
            {
                Head = await ShowAssignment.Head(db, catalog, here),
                ReturnId = returned.Id,
                returned.Reason,
                Form = form,
                Unit = await Units(db, here),
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
