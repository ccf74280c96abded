using Microsoft.EntityFrameworkCore;
using Wuzha.Messaging.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

/// <summary>催办: one unsettled subject at one unit, and how far the ladder has climbed.</summary>
internal sealed class Escalation
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required string SubjectKind { get; init; }
    public required Guid SubjectId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid CampaignId { get; init; }
    public Guid OfficeUnitId { get; private set; }
    public DateTime DueAt { get; private set; }
    public bool IsUnsettled { get; private set; }

    /// <summary>The latest word on it wins, in whatever order the words arrive.</summary>
    public DateTime SaidAt { get; private set; }
    public Guid SaidByFact { get; private set; }

    /// <summary>Rungs taken for this deadline.</summary>
    public int StepsTaken { get; private set; }
    public DateTime? LastStepAt { get; private set; }

    /// <summary>Null when the ladder is at its top, settled or excused.</summary>
    public DateTime? NextStepAt { get; private set; }
    public DateTime? WaivedAt { get; private set; }
    public Guid? WaivedBy { get; private set; }

    /// <summary>不适用，因为…</summary>
    public string? WaiverReason { get; private set; }
    public int Version { get; private set; }

    public Subject About => new(SubjectKind, SubjectId, UnitId);

    public bool IsOpen => IsUnsettled && WaivedAt is null;

    public bool IsOverdue(DateTime now) => IsOpen && now >= DueAt;

    /// <summary>True when this word is later than all heard before.</summary>
    public bool IsNews(DateTime saidAt, Guid factId) => saidAt > SaidAt || saidAt == SaidAt && factId.CompareTo(SaidByFact) > 0;

    public void HearUnsettled(MatterUnsettled matter, (DateTime At, Guid Fact) said, IReadOnlyList<EscalationStep> taken, WorkingCalendar calendar)
    {
        (IsUnsettled, DueAt, OfficeUnitId, SaidAt, SaidByFact) = (true, matter.DueAt, matter.OfficeUnitId, said.At, said.Fact);
        var steps = taken.Where(step => step.DueAt == matter.DueAt).ToList();
        (StepsTaken, LastStepAt) = (steps.Count, steps.Count == 0 ? null : steps.Max(step => step.TakenAt));
        Plan(calendar);
    }

    public void HearSettled((DateTime At, Guid Fact) said)
    {
        (IsUnsettled, SaidAt, SaidByFact, NextStepAt) = (false, said.At, said.Fact, null);
        Version++;
    }

    /// <summary>When the next rung is due by the calendar as it stands now.</summary>
    public void Plan(WorkingCalendar calendar)
    {
        NextStepAt = NextBy(calendar);
        Version++;
    }

    /// <summary>The calendar changed: a rung whose time stays the same is left alone.</summary>
    public void Replan(WorkingCalendar calendar)
    {
        if (NextBy(calendar) != NextStepAt)
            Plan(calendar);
    }

    private DateTime? NextBy(WorkingCalendar calendar) =>
        IsOpen && StepsTaken < Ladder.Steps.Count ? Ladder.At(calendar, DueAt, StepsTaken, LastStepAt) : null;

    public EscalationStep Take(DateTime now, int told, WorkingCalendar calendar)
    {
        var step = new EscalationStep
        {
            TenantId = TenantId,
            EscalationId = Id,
            DueAt = DueAt,
            Step = StepsTaken,
            TakenAt = now,
            Told = told,
        };
        StepsTaken++;
        // A rung where nobody stands gives nobody a day to act: the next one follows at once.
        LastStepAt = told == 0 ? LastStepAt : now;
        Plan(calendar);
        if (told == 0 && NextStepAt is not null)
            NextStepAt = now;
        return step;
    }

    public Refusal? Waive(Guid by, string reason, DateTime now)
    {
        if (!IsUnsettled)
            return MessagingRefusals.AlreadySettled;
        if (WaivedAt is not null)
            return MessagingRefusals.AlreadyAnswered;

        (WaivedAt, WaivedBy, WaiverReason, NextStepAt) = (now, by, reason, null);
        Version++;
        return null;
    }

    public Refusal? Resume(WorkingCalendar calendar)
    {
        if (WaivedAt is null)
            return MessagingRefusals.NotAnswered;

        (WaivedAt, WaivedBy, WaiverReason) = (null, null, null);
        Plan(calendar);
        return null;
    }

    /// <summary>True for a reminder whose matter is settled or excused by now: it must not leave any more.</summary>
    internal static async Task<bool> IsOver(Db db, Message message) =>
        message.Template is RemindTexts.Before or RemindTexts.Overdue
        && !await db.Set<Escalation>()
            .AnyAsync(e =>
                e.TenantId == message.TenantId
                && e.SubjectKind == message.SubjectKind
                && e.SubjectId == message.SubjectId
                && e.UnitId == message.SubjectUnitId
                && e.IsUnsettled
                && e.WaivedAt == null
            );
}

/// <summary>One rung taken: once for each deadline, the key says so.</summary>
internal sealed class EscalationStep
{
    public required string TenantId { get; init; }
    public required Guid EscalationId { get; init; }
    public required DateTime DueAt { get; init; }
    public required int Step { get; init; }
    public required DateTime TakenAt { get; init; }

    /// <summary>How many people hold the role; 0 is a gap that the office should fill.</summary>
    public required int Told { get; init; }
}
