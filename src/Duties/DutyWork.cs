using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Duties;

/// <summary>What somebody writes down about work done.</summary>
/// <param name="Day">The day it was done.</param>
/// <param name="Amount">How much, in the unit of the duty's need.</param>
internal sealed record WorkEntry(DateOnly Day, int Amount, string Place, string Remark, Guid? FileId = null);

/// <summary>
/// What a unit does with a duty of its own, and the office with it: records work, is excused, returns it, names a doer. Adds rows and records facts; the
/// caller has found the rows within its scope and saves.
/// </summary>
internal sealed class DutyWork(Db db, Viewer viewer, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Records work on the day it was done. The assignment becomes a counted node with its first record, not before: most never need one.</summary>
    public async Task<Result<WorkRecord>> Record(DutyAssignment assignment, WorkEntry entry)
    {
        var today = LocalDay.Today(clock);
        if (assignment.TakesWork(entry.Day, today) is { } refusal)
            return refusal;

        await UnitTree.CountSince(db, viewer.TenantId, assignment.NodeId, assignment.UnitId, assignment.CountsFromOn);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var fact = Guid.CreateVersion7(clock.GetUtcNow());
        // Work of an earlier day happened at its noon: nobody asks for the hour.
        var at = entry.Day == today ? Now : LocalDay.Start(entry.Day).AddHours(12);
        db.Record(
            FactEntry.By(
                viewer,
                fact,
                new WorkRecorded(assignment.Id, id, assignment.NodeId, assignment.UnitId, entry.Amount),
                at,
                assignment.CampaignId
            ) with
            {
                RecordedAt = Now,
                OnDay = entry.Day,
            }
        );
        var record = new WorkRecord
        {
            TenantId = viewer.TenantId,
            Id = id,
            AssignmentId = assignment.Id,
            OnDay = entry.Day,
            Amount = entry.Amount,
            Place = entry.Place,
            Remark = entry.Remark,
            FileId = entry.FileId,
            RecordedBy = viewer.PersonId,
            RecordedAt = Now,
            FactId = fact,
        };
        db.Add(record);
        await SettleIfEnough(assignment, entry, today);
        return record;
    }

    public Refusal? Withdraw(DutyAssignment assignment, WorkRecord record)
    {
        if (record.Withdraw(viewer.PersonId, Now) is { } refusal)
            return refusal;

        db.Record(viewer, new FactWithdrawn(record.FactId), assignment.CampaignId);
        return null;
    }

    /// <summary>Excuses the unit from one period, or from the whole duty.</summary>
    /// <param name="period">Null for the whole duty.</param>
    public async Task<Result<Waiver>> Waive(DutyAssignment assignment, DutyPeriod? period, string reason)
    {
        var given = await db.Set<Waiver>()
            .Where(one => one.TenantId == viewer.TenantId && one.AssignmentId == assignment.Id && one.WithdrawnAt == null)
            .Select(one => one.PeriodOn)
            .ToListAsync();
        if (given.Exists(day => day is null || period is not null && period.Holds(day.Value)))
            return DutiesRefusals.AlreadyWaived;

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var waived = new DutyWaived(assignment.Id, id, assignment.UnitId, period?.FromOn);
        var waiver = new Waiver
        {
            TenantId = viewer.TenantId,
            Id = id,
            AssignmentId = assignment.Id,
            PeriodOn = period?.FromOn,
            Reason = reason,
            GivenBy = viewer.PersonId,
            GivenAt = Now,
            FactId = db.Record(viewer, waived, assignment.CampaignId),
        };
        assignment.Touch();
        db.Add(waiver);
        await SettleAsks.Now(db, viewer, [assignment], ask => period is null || period.DueOn == ask.DueOn);
        return waiver;
    }

    public Refusal? Withdraw(DutyAssignment assignment, Waiver waiver)
    {
        if (waiver.Withdraw(viewer.PersonId, Now) is { } refusal)
            return refusal;

        assignment.Touch();
        db.Record(viewer, new FactWithdrawn(waiver.FactId), assignment.CampaignId);
        return null;
    }

    /// <summary>退回: the unit says that the duty is not its own. It stays owed until the office has decided.</summary>
    public async Task<Result<DutyReturn>> Return(DutyAssignment assignment, string reason)
    {
        if (assignment.EndedOn is not null)
            return DutiesRefusals.AssignmentEnded;
        if (
            await db.Set<DutyReturn>().AnyAsync(one => one.TenantId == viewer.TenantId && one.AssignmentId == assignment.Id && one.IsAccepted == null)
        )
            return DutiesRefusals.AlreadyReturned;

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var returned = new DutyReturn
        {
            TenantId = viewer.TenantId,
            Id = id,
            AssignmentId = assignment.Id,
            Reason = reason,
            ReturnedBy = viewer.PersonId,
            ReturnedAt = Now,
            FactId = db.Record(viewer, new DutyReturned(assignment.Id, id, assignment.UnitId), assignment.CampaignId),
        };
        db.Add(returned);
        await SettleAsks.Now(db, viewer, [assignment]);
        return returned;
    }

    /// <summary>The office does not accept the return: the unit goes on owing the duty.</summary>
    public Refusal? Decline(DutyAssignment assignment, DutyReturn returned, string answer) => Decide(assignment, returned, answer, isAccepted: false);

    /// <summary>The office accepts the return: from a day on the duty is another unit's, or nobody's.</summary>
    /// <param name="toUnitId">Null when no other unit takes it.</param>
    public async Task<Refusal?> Accept(DutyBook book, DutyAssignment assignment, DutyReturn returned, string? answer, Guid? toUnitId, DateOnly fromOn)
    {
        if (!returned.IsOpen)
            return DutiesRefusals.ReturnDecided;

        var refusal = toUnitId is { } unit ? (await book.Reassign(assignment.Id, unit, fromOn)).Refusal : await book.Release(assignment.Id, fromOn);
        return refusal ?? Decide(assignment, returned, answer, isAccepted: true);
    }

    /// <summary>具体承办人: hands the duty to a person of the unit, or takes it back.</summary>
    /// <param name="personId">Null to take it back. That the person serves there is the caller's check.</param>
    public Refusal? NameDoer(DutyAssignment assignment, Guid? personId)
    {
        if (assignment.EndedOn is not null)
            return DutiesRefusals.AssignmentEnded;

        assignment.NameDoer(personId);
        db.Record(viewer, new DoerNamed(assignment.Id, assignment.UnitId, personId), assignment.CampaignId);
        return null;
    }

    /// <summary>The record is not among the tallies before the save, so it is added to what stands there.</summary>
    private async Task SettleIfEnough(DutyAssignment assignment, WorkEntry entry, DateOnly today)
    {
        var asked = await db.Set<DutyAsk>().AnyAsync(ask => ask.TenantId == viewer.TenantId && ask.AssignmentId == assignment.Id && ask.IsOpen);
        if (!asked)
            return;

        var bindings = await db.Set<DutyBinding>()
            .AsNoTracking()
            .Where(one => one.TenantId == viewer.TenantId && one.DutyId == assignment.DutyId)
            .ToListAsync();
        var campaign = (await CampaignQuestions.Running(db, viewer.TenantId, today)).FirstOrDefault(one => one.Id == assignment.CampaignId);
        if (campaign is null || MeasureLine.Of(bindings).On(entry.Day) != DutyMeasures.Work.Key)
            return;

        var question = new StandingQuestion
        {
            Campaign = DutyCampaign.Of(campaign),
            Today = today,
            FromOn = entry.Day,
            UntilOn = entry.Day,
            Scope = campaign.IssuerScope,
            AssignmentId = assignment.Id,
        };
        foreach (var standing in await Standings.For(db, viewer.TenantId, question))
            if (standing.Value + entry.Amount >= standing.Required)
                await SettleAsks.Now(db, viewer, [assignment], ask => ask.DueOn == standing.Period.DueOn);
    }

    private Refusal? Decide(DutyAssignment assignment, DutyReturn returned, string? answer, bool isAccepted)
    {
        if (returned.Decide(isAccepted, answer, viewer.PersonId, Now) is { } refusal)
            return refusal;

        db.Record(viewer, new DutyReturnDecided(assignment.Id, returned.Id, assignment.UnitId, isAccepted), assignment.CampaignId);
        return null;
    }
}
