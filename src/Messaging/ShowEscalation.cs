using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

public sealed record RungView(string Name, DateTime? TakenAt, DateTime? NextAt, int Told)
{
    public bool IsGap => TakenAt is not null && Told == 0;
}

public sealed record EscalationDetail(
    EscalationView Row,
    string Matter,
    string? Href,
    bool IsOverdue,
    IReadOnlyList<RungView> Rungs,
    string? WaiverReason,
    string? WaivedBy,
    DateTime? WaivedAt,
    bool MayAnswer,
    bool MayManage
);

/// <summary>One matter under reminder: the rungs taken, the next one, and the answer 'not applicable'.</summary>
internal static class ShowEscalation
{
    internal static Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, MatterKinds kinds, TimeProvider clock) =>
        Shown(id, new EscalationQuestion(db, viewer, vault, kinds, clock), Form.Empty(), refusal: null);

    internal static async Task<IResult> Shown(Guid id, EscalationQuestion asked, Form form, Refusal? refusal)
    {
        var (db, viewer) = (asked.Db, asked.Viewer);
        var row = await ListEscalations.Rows(db, viewer).SingleOrDefaultAsync(e => e.Id == id);
        if (row is null)
            return Refusal.NotFound.AsPage();

        var escalation = await db.Set<Escalation>().AsNoTracking().SingleAsync(e => e.TenantId == viewer.TenantId && e.Id == id);
        var taken = await db.Set<EscalationStep>()
            .Where(s => s.TenantId == viewer.TenantId && s.EscalationId == id && s.DueAt == escalation.DueAt)
            .ToDictionaryAsync(s => s.Step);
        var rungs = Ladder.Steps.Select(step => new RungView(
            step.Name,
            taken.GetValueOrDefault(step.Number)?.TakenAt,
            step.Number == escalation.StepsTaken ? escalation.NextStepAt : null,
            taken.GetValueOrDefault(step.Number)?.Told ?? 0
        ));
        var waivedBy = escalation.WaivedBy is { } by
            ? await db.People.Where(p => p.TenantId == viewer.TenantId && p.Id == by).Select(p => p.NameSealed).SingleOrDefaultAsync()
            : null;
        var view = new EscalationDetail(
            row,
            asked.Kinds.NameOf(escalation.SubjectKind),
            asked.Kinds.HrefOf(escalation.About),
            escalation.IsOverdue(asked.Clock.GetUtcNow().UtcDateTime),
            [.. rungs],
            escalation.WaiverReason,
            waivedBy is null ? null : asked.Vault.Open(waivedBy),
            escalation.WaivedAt,
            viewer.May(MessagingActs.AnswerReminders),
            viewer.May(MessagingActs.ManageReminders)
        );
        return Page.Of<EscalationPage>(
            new
            {
                View = view,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }

    /// <summary>The escalation when its unit lies within the viewer's scope.</summary>
    internal static async Task<Escalation?> Find(Db db, Viewer viewer, Guid id) =>
        await ListEscalations.Rows(db, viewer).AnyAsync(e => e.Id == id)
            ? await db.Set<Escalation>().SingleAsync(e => e.TenantId == viewer.TenantId && e.Id == id)
            : null;
}

/// <summary>Who asks, and what the answer is put together from.</summary>
internal sealed record EscalationQuestion(Db Db, Viewer Viewer, Vault Vault, MatterKinds Kinds, TimeProvider Clock);
