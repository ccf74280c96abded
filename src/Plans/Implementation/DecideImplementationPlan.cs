using Microsoft.AspNetCore.Http;
using Wuzha.Messaging.Exports;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Implementation;

/// <summary>What the office says to a filed plan.</summary>
internal static class DecideImplementationPlan
{
    internal const string ReturnedTemplate = "plans.implementation-returned";

    internal static readonly TextField Answer = new("answer", "退回意见")
    {
        Min = 4,
        Max = ImplementationFiling.AnswerLength,
        Lines = 4,
        Hint = "写清哪里要改、怎么改。",
    };
    internal static readonly DayField DueOn = new("dueOn", "重报期限") { Hint = "应为工作日" };

    /// <summary>批准.</summary>
    internal static async Task<IResult> Approve(Guid id, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await UnitPlanHere.Decide(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (here.Plan.Approve() is { } no)
            return await ShowImplementationPlan.Page(here, db, Form.Empty(), no);

        Decide(here, db, isApproved: true, null, clock);
        await db.SaveChangesAsync();
        return Page.Done(here.Href, $"已批准{here.Unit.Name}的实施方案。");
    }

    /// <summary>退回修改: with words and a day; the unit is told.</summary>
    internal static async Task<IResult> Return(Guid id, Guid unitId, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await UnitPlanHere.Decide(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var (answer, dueOn) = (form.Read(Answer), form.Read(DueOn));
        if (dueOn is { } day && AskImplementationPlans.WrongDay(here.Campaign, day, await TenantCalendar.Load(db, viewer.TenantId)) is { } sentence)
            form.Fail(DueOn, sentence);
        if (form.Failed)
            return await ShowImplementationPlan.Page(here, db, form, null);
        if (here.Plan.Return(dueOn!.Value) is { } no)
            return await ShowImplementationPlan.Page(here, db, form, no);

        Decide(here, db, isApproved: false, answer, clock);
        here.Campaign.Owe(db, unitId, dueOn.Value);
        db.Record(viewer, Told(here), id);
        await db.SaveChangesAsync();
        return Page.Done(here.Href, $"已退回{here.Unit.Name}，请其在 {dueOn:yyyy-MM-dd} 前重报。");
    }

    /// <summary>撤销审批: the decision was a mistake.</summary>
    internal static async Task<IResult> Undo(Guid id, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await UnitPlanHere.Decide(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (here.Last?.DecidedFactId is null)
            return await ShowImplementationPlan.Page(here, db, Form.Empty(), ImplementationRefusals.NothingDecided);
        if (here.Plan.Undo() is { } no)
            return await ShowImplementationPlan.Page(here, db, Form.Empty(), no);

        db.Record(viewer, new FactWithdrawn(here.Last.Undecide()), id);
        here.Campaign.Settle(db, unitId);
        await db.SaveChangesAsync();
        return Page.Done(here.Href, "已撤销，请重新审批。");
    }

    /// <summary>Writes the decision about the filing that holds, and records it; the caller saves.</summary>
    internal static void Decide(UnitPlanHere here, Db db, bool isApproved, string? answer, TimeProvider clock)
    {
        var (filing, viewer) = (here.Last!, here.Campaign.Viewer);
        var decided = new ImplementationPlanDecided(here.Plan.CampaignId, here.Plan.UnitId, filing.Id, isApproved);
        filing.Decide(isApproved, answer, viewer.PersonId, clock.GetUtcNow().UtcDateTime, db.Record(viewer, decided, here.Plan.CampaignId));
    }

    private static MessageWanted Told(UnitPlanHere here) =>
        new(
            $"implementation/{here.Plan.Id:N}/{here.Plan.LastNumber}/returned",
            ReturnedTemplate,
            Recipient.Holders(Roles.Liaison.Key, here.Unit.Id),
            here.Campaign.About(here.Unit.Id),
            new Dictionary<string, string> { ["unit"] = MessageValue.Unit(here.Unit.Id), ["due"] = MessageValue.Day(here.Plan.DueOn) }
        );
}
