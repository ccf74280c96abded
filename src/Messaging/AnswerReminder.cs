using Microsoft.AspNetCore.Http;
using Wuzha.Messaging.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

/// <summary>不适用，因为…: pauses the ladder and tells the office, which may go on.</summary>
internal static class AnswerReminder
{
    internal static readonly TextField Reason = new("reason", "不适用的原因")
    {
        Min = 4,
        Max = 200,
        Lines = 3,
        Hint = "一两句话说明，例如：本村没有中小学，无需组织班会。不要写群众姓名和电话。",
    };

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, Vault vault, MatterKinds kinds, TimeProvider clock)
    {
        var asked = new EscalationQuestion(db, viewer, vault, kinds, clock);
        if (await ShowEscalation.Find(db, viewer, id) is not { } escalation)
            return Refusal.NotFound.AsPage();

        var reason = form.Read(Reason);
        if (form.Failed)
            return await ShowEscalation.Shown(id, asked, form, refusal: null);

        var now = clock.GetUtcNow().UtcDateTime;
        if (escalation.Waive(viewer.PersonId, reason!, now) is { } refusal)
            return await ShowEscalation.Shown(id, asked, form, refusal);

        db.Record(viewer, new ReminderAnswered(id, escalation.UnitId), escalation.CampaignId);
        db.Record(
            viewer,
            new MessageWanted(
                $"ladder/answered/{id:N}/{now:yyyyMMddHHmmss}",
                RemindTexts.Answered,
                Recipient.Holders(Ladder.Steps[^1].Role, escalation.OfficeUnitId),
                escalation.About,
                ClimbLadder.Values(escalation, kinds)
            ),
            escalation.CampaignId
        );
        await db.SaveChangesAsync();
        return Page.Done($"/escalations/{id}", "已说明不适用，催办暂停，等办公室处理。");
    }
}

/// <summary>恢复催办: the office does not accept the answer.</summary>
internal static class ResumeReminder
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, Vault vault, MatterKinds kinds, TimeProvider clock)
    {
        if (await ShowEscalation.Find(db, viewer, id) is not { } escalation)
            return Refusal.NotFound.AsPage();
        if (escalation.Resume(await TenantCalendar.Load(db, viewer.TenantId)) is { } refusal)
            return await ShowEscalation.Shown(id, new EscalationQuestion(db, viewer, vault, kinds, clock), Form.Empty(), refusal);

        db.Record(viewer, new ReminderResumed(id, escalation.UnitId), escalation.CampaignId);
        await db.SaveChangesAsync();
        return Page.Done($"/escalations/{id}", "已恢复催办。");
    }
}
