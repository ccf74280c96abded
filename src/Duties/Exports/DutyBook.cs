using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Exports;

/// <summary>
/// Opens, changes, assigns and ends duties on somebody's behalf: adds rows and records facts, the caller saves once. Nothing is added when it is refused.
/// Whether the viewer may do so is the caller's matter.
/// </summary>
public sealed class DutyBook(Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
{
    /// <summary>Opens duties in a campaign.</summary>
    /// <returns>Their ids in the order of the drafts.</returns>
    public async Task<Result<Guid[]>> Open(DutyCampaign campaign, IReadOnlyList<DutyDraft> drafts)
    {
        var units = await Units(campaign.IssuingUnitId);
        foreach (var draft in drafts)
            if (Check(campaign, draft, units) is { } refusal)
                return refusal;

        var last = await db.Set<Duty>()
            .Where(duty => duty.TenantId == viewer.TenantId && duty.CampaignId == campaign.Id)
            .MaxAsync(duty => (int?)duty.Number);
        var opened = new List<Guid>();
        var assigned = new List<DutyAssignment>();
        foreach (var draft in drafts)
        {
            var duty = Row(campaign, draft, (last ?? 0) + opened.Count + 1, draft.FromOn, predecessor: null);
            db.Add(Bound(duty.Id, draft.FromOn, MeasureOf(draft), duty.OpenedFactId));
            foreach (var to in draft.Assignments)
                assigned.Add(Assign(duty, to, units[to.UnitId], draft.FromOn, before: null));
            opened.Add(duty.Id);
        }
        db.InsertMany(assigned);
        return opened.ToArray();
    }

    /// <summary>
    /// Another form of a duty holds from a day on. It keeps the number; a unit that owed the duty before goes on with what it has done, so that a period is
    /// asked by the one form or the other and nothing is done twice.
    /// </summary>
    /// <returns>The id of the new form.</returns>
    public async Task<Result<Guid>> Change(DutyCampaign campaign, Guid dutyId, DutyDraft draft, DateOnly fromOn)
    {
        var units = await Units(campaign.IssuingUnitId);
        var before = await Find(dutyId);
        if ((Running(before, fromOn) ?? Check(campaign, draft, units)) is { } refusal)
            return refusal;

        var assigned = await Assigned(dutyId);
        var after = Row(campaign, draft, before!.Number, fromOn, before);
        var fact = db.Record(viewer, new DutyChanged(dutyId, after.Id, before.IssuingUnitId, fromOn), before.CampaignId);
        before.End(fact, fromOn);
        await End(assigned, fact, fromOn);
        await Rebind(before, after, MeasureOf(draft), fromOn);
        var owing = assigned.ToLookup(one => one.UnitId);
        db.InsertMany(draft.Assignments.Select(to => Assign(after, to, units[to.UnitId], fromOn, owing[to.UnitId].FirstOrDefault())).ToList());
        return after.Id;
    }

    /// <summary>Nobody owes the duty from a day on.</summary>
    public async Task<Refusal?> Drop(Guid dutyId, DateOnly fromOn)
    {
        var duty = await Find(dutyId);
        if (Running(duty, fromOn) is { } refusal)
            return refusal;

        var fact = db.Record(viewer, new DutyDropped(dutyId, duty!.IssuingUnitId, fromOn), duty.CampaignId);
        duty.End(fact, fromOn);
        await End(await Assigned(dutyId), fact, fromOn);
        return null;
    }

    /// <summary>From a day on another measure counts the duty; earlier days stay with the earlier one, so nothing counts twice.</summary>
    public async Task<Refusal?> Rebind(Guid dutyId, string measureKey, DateOnly fromOn)
    {
        var duty = await Find(dutyId);
        if (Running(duty, fromOn) is { } refusal)
            return refusal;
        if (catalog.FindMeasure(measureKey) is null)
            return DutiesRefusals.MeasureUnknown.With(("duty", duty!.Title));

        var fact = db.Record(viewer, new DutyRebound(dutyId, duty!.IssuingUnitId, measureKey, fromOn), duty.CampaignId);
        duty.Touch();
        var bindings = await Bindings(dutyId);
        db.RemoveRange(bindings.Where(binding => binding.FromOn > fromOn));
        if (bindings.Find(binding => binding.FromOn == fromOn) is { } same)
            (same.MeasureKey, same.FactId) = (measureKey, fact);
        else
            db.Add(Bound(dutyId, fromOn, measureKey, fact));
        return null;
    }

    /// <summary>The duty goes from one unit to another from a day on, with an amount by the new unit's own figures.</summary>
    /// <returns>The id of the new assignment.</returns>
    public async Task<Result<Guid>> Reassign(Guid assignmentId, Guid toUnitId, DateOnly fromOn)
    {
        var assignment = await db.Set<DutyAssignment>().SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.Id == assignmentId);
        if (Running(assignment, fromOn) is { } refusal)
            return refusal;

        var duty = (await Find(assignment!.DutyId))!;
        if (!(await Units(duty.IssuingUnitId)).TryGetValue(toUnitId, out var unit))
            return DutiesRefusals.UnitNotInCampaign.With(("duty", duty.Title));
        if ((await Assigned(duty.Id)).Exists(other => other.UnitId == toUnitId))
            return DutiesRefusals.AlreadyAssigned;

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var moved = new DutyReassigned(duty.Id, assignmentId, id, assignment.UnitId, toUnitId, fromOn);
        var fact = db.Record(viewer, moved, duty.CampaignId);
        await End([assignment], fact, fromOn);
        db.Add(Assignment(duty, new AssignmentDraft(toUnitId, assignment.EitherGroup), unit, (id, fact, fromOn)));
        return id;
    }

    /// <summary>One unit owes the duty no longer from a day on.</summary>
    public async Task<Refusal?> Release(Guid assignmentId, DateOnly fromOn)
    {
        var assignment = await db.Set<DutyAssignment>().SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.Id == assignmentId);
        if (Running(assignment, fromOn) is { } refusal)
            return refusal;

        var released = new DutyReleased(assignment!.DutyId, assignmentId, assignment.UnitId, fromOn);
        await End([assignment], db.Record(viewer, released, assignment.CampaignId), fromOn);
        return null;
    }

    /// <summary>What holds in a campaign now, for the difference that a new plan makes: duties that nobody has ended, by number.</summary>
    public static async Task<IReadOnlyList<RunningDuty>> Of(Db db, string tenantId, Guid campaignId, DateOnly today)
    {
        var duties = await db.Set<Duty>()
            .AsNoTracking()
            .Where(duty => duty.TenantId == tenantId && duty.CampaignId == campaignId && duty.EndedOn == null)
            .OrderBy(duty => duty.Number)
            .ToListAsync();
        var assignments = await db.Set<DutyAssignment>()
            .AsNoTracking()
            .Where(one => one.TenantId == tenantId && one.CampaignId == campaignId && one.EndedOn == null)
            .OrderBy(one => one.Id)
            .ToListAsync();
        var bindings = await (
            from binding in db.Set<DutyBinding>().AsNoTracking()
            join duty in db.Set<Duty>() on new { binding.TenantId, binding.DutyId } equals new { duty.TenantId, DutyId = duty.Id }
            where binding.TenantId == tenantId && duty.CampaignId == campaignId && duty.EndedOn == null
            select binding
        ).ToListAsync();
        var measures = bindings.ToLookup(binding => binding.DutyId);
        var units = assignments.ToLookup(assignment => assignment.DutyId);
        return [.. duties.Select(duty => Running(duty, MeasureLine.Of(measures[duty.Id]).On(today), units[duty.Id]))];
    }

    private static RunningDuty Running(Duty duty, string measure, IEnumerable<DutyAssignment> units) =>
        new()
        {
            Id = duty.Id,
            Number = duty.Number,
            Title = duty.Title,
            Source = duty.Source,
            Kind = duty.Kind,
            PlanId = duty.PlanId,
            StageId = duty.StageId,
            Timing = duty.Timing,
            Need = duty.Need,
            IsPriority = duty.IsPriority,
            PriorityArea = duty.PriorityArea,
            Audiences = duty.Audiences,
            Channels = duty.Channels,
            Evidence = duty.Evidence,
            MeasureKey = measure,
            FromOn = duty.FromOn,
            Assignments = [.. units.Select(one => new RunningAssignment(one.Id, one.UnitId, one.Needed, one.EitherGroup, one.DoerPersonId))],
        };

    private async Task<Dictionary<Guid, CampaignUnit>> Units(Guid issuingUnitId) =>
        (await CampaignQuestions.UnitsUnder(db, viewer.TenantId, issuingUnitId, LocalDay.Today(clock))).ToDictionary(unit => unit.Id);

    private Task<Duty?> Find(Guid id) => db.Set<Duty>().SingleOrDefaultAsync(duty => duty.TenantId == viewer.TenantId && duty.Id == id);

    private Task<List<DutyAssignment>> Assigned(Guid dutyId) =>
        db.Set<DutyAssignment>().Where(one => one.TenantId == viewer.TenantId && one.DutyId == dutyId && one.EndedOn == null).ToListAsync();

    /// <summary>What ends on a later day stays on the ladder until then; the hourly job takes it off.</summary>
    private async Task End(IReadOnlyCollection<DutyAssignment> assignments, Guid factId, DateOnly fromOn)
    {
        foreach (var assignment in assignments)
            assignment.End(factId, fromOn);
        if (fromOn <= LocalDay.Today(clock))
            await SettleAsks.Now(db, viewer, assignments);
    }

    private Task<List<DutyBinding>> Bindings(Guid dutyId) =>
        db.Set<DutyBinding>().Where(one => one.TenantId == viewer.TenantId && one.DutyId == dutyId).ToListAsync();

    private static Refusal? Running(Duty? duty, DateOnly fromOn) =>
        duty is null ? Refusal.NotFound
        : duty.EndedOn is not null ? DutiesRefusals.DutyEnded
        : fromOn < duty.FromOn ? DutiesRefusals.NotOnThatDay.With(("from", duty.FromOn.ToString("yyyy-MM-dd")))
        : null;

    private static Refusal? Running(DutyAssignment? assignment, DateOnly fromOn) =>
        assignment is null ? Refusal.NotFound
        : assignment.EndedOn is not null ? DutiesRefusals.AssignmentEnded
        : fromOn < assignment.FromOn ? DutiesRefusals.NotOnThatDay.With(("from", assignment.FromOn.ToString("yyyy-MM-dd")))
        : null;

    private Refusal? Check(DutyCampaign campaign, DutyDraft draft, Dictionary<Guid, CampaignUnit> units)
    {
        var refusal =
            IsTooLong(draft) ? DutiesRefusals.DutyTextTooLong
            : draft.Assignments.Count == 0 ? DutiesRefusals.DutyNeedsUnits
            : draft.Assignments.Any(to => !units.ContainsKey(to.UnitId)) ? DutiesRefusals.UnitNotInCampaign
            : draft.Assignments.Select(to => to.UnitId).Distinct().Count() != draft.Assignments.Count ? DutiesRefusals.UnitNotInCampaign
            : draft.MeasureKey is { } key && catalog.FindMeasure(key) is null ? DutiesRefusals.MeasureUnknown
            : Touches(draft.Timing, campaign) ? null
            : DutiesRefusals.DutyOutsideCampaign;
        return refusal?.With(
            ("duty", draft.Title.Length <= 30 ? draft.Title : draft.Title[..30] + "…"),
            ("from", campaign.FromOn.ToString("yyyy-MM-dd")),
            ("until", campaign.UntilOn.ToString("yyyy-MM-dd"))
        );
    }

    private static bool IsTooLong(DutyDraft draft) =>
        draft.Title.Length > Duty.TitleLength
        || draft.Source.Length > Duty.SourceLength
        || draft.PriorityArea?.Length > Duty.AreaLength
        || Duty.Words(draft.Audiences).Length > Duty.WordsLength
        || Duty.Words(draft.Channels).Length > Duty.WordsLength
        || Duty.Words(draft.Evidence).Length > Duty.WordsLength;

    /// <summary>A once-duty may have been due before the campaign was started here; nothing may begin after its end.</summary>
    private static bool Touches(Timing timing, DutyCampaign campaign) =>
        timing.FromOn <= campaign.UntilOn && (timing.Kind is TimingKind.Once or TimingKind.AtOnce || timing.UntilOn >= campaign.FromOn);

    private string MeasureOf(DutyDraft draft) => draft.MeasureKey ?? KindMeasures.Default(catalog, draft.Kind).Key;

    private Duty Row(DutyCampaign campaign, DutyDraft draft, int number, DateOnly fromOn, Duty? predecessor)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var opened = new DutyOpened(id, campaign.IssuingUnitId, number, draft.Kind, MeasureOf(draft), fromOn);
        var duty = new Duty
        {
            TenantId = viewer.TenantId,
            Id = id,
            CampaignId = campaign.Id,
            IssuingUnitId = campaign.IssuingUnitId,
            Number = number,
            Title = draft.Title,
            Source = draft.Source,
            Kind = draft.Kind,
            PlanId = draft.PlanId,
            StageId = draft.StageId,
            PredecessorId = predecessor?.Id,
            TimingKind = draft.Timing.Kind,
            TimingFromOn = draft.Timing.FromOn,
            TimingUntilOn = draft.Timing.UntilOn,
            Times = draft.Timing.Times,
            Per = draft.Timing.Per,
            DueDay = draft.Timing.DueDay,
            NeedCount = draft.Need.Count,
            NeedBasis = draft.Need.Basis,
            NeedPer = draft.Need.Per,
            NeedIsPercent = draft.Need.IsPercent,
            IsPriority = draft.IsPriority,
            PriorityArea = draft.PriorityArea,
            AudienceWords = Duty.Words(draft.Audiences),
            ChannelWords = Duty.Words(draft.Channels),
            EvidenceWords = Duty.Words(draft.Evidence),
            FromOn = fromOn,
            OpenedFactId = db.Record(viewer, opened, campaign.Id),
        };
        db.Add(duty);
        return duty;
    }

    private DutyBinding Bound(Guid dutyId, DateOnly fromOn, string measureKey, Guid factId) =>
        new()
        {
            TenantId = viewer.TenantId,
            DutyId = dutyId,
            FromOn = fromOn,
            MeasureKey = measureKey,
            FactId = factId,
        };

    /// <summary>A later form counts the days before it as they were counted then.</summary>
    private async Task Rebind(Duty before, Duty after, string measureKey, DateOnly fromOn)
    {
        var earlier = (await Bindings(before.Id)).Where(binding => binding.FromOn < fromOn).ToList();
        foreach (var binding in earlier)
            db.Add(Bound(after.Id, binding.FromOn, binding.MeasureKey, binding.FactId));
        if (earlier.MaxBy(binding => binding.FromOn)?.MeasureKey != measureKey)
            db.Add(Bound(after.Id, fromOn, measureKey, after.OpenedFactId));
    }

    private DutyAssignment Assign(Duty duty, AssignmentDraft to, CampaignUnit unit, DateOnly fromOn, DutyAssignment? before)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var assigned = new DutyAssigned(duty.Id, id, unit.Id, Needed(duty, to, unit), fromOn);
        var assignment = Assignment(duty, to, unit, (id, db.Record(viewer, assigned, duty.CampaignId), fromOn), before);
        if (before?.DoerPersonId is { } doer)
            assignment.NameDoer(doer);
        return assignment;
    }

    private static DutyAssignment Assignment(
        Duty duty,
        AssignmentDraft to,
        CampaignUnit unit,
        (Guid Id, Guid Fact, DateOnly FromOn) begun,
        DutyAssignment? before = null
    ) =>
        new()
        {
            TenantId = duty.TenantId,
            Id = begun.Id,
            DutyId = duty.Id,
            CampaignId = duty.CampaignId,
            UnitId = unit.Id,
            NodeId = before?.NodeId ?? begun.Id,
            Needed = Needed(duty, to, unit),
            DenominatorOn = to.Needed is null ? DenominatorOn(duty.NeedBasis, unit, begun.FromOn) : null,
            EitherGroup = to.EitherGroup,
            FromOn = begun.FromOn,
            CountsFromOn = before?.CountsFromOn ?? begun.FromOn,
            FactId = begun.Fact,
        };

    private static int Needed(Duty duty, AssignmentDraft to, CampaignUnit unit) => to.Needed ?? duty.Need.For(BasisOf(duty.NeedBasis, unit));

    private static int? BasisOf(NeedBasis basis, CampaignUnit unit) =>
        basis switch
        {
            NeedBasis.Population or NeedBasis.Staff => unit.Population,
            NeedBasis.Households => unit.Households,
            NeedBasis.Grids => unit.Grids,
            NeedBasis.VillagersGroups => unit.VillagersGroups,
            NeedBasis.Classes => unit.Classes,
            _ => null,
        };

    /// <summary>Population and households are as old as their count; what stands in the tree is as of the day.</summary>
    private static DateOnly? DenominatorOn(NeedBasis basis, CampaignUnit unit, DateOnly day) =>
        (basis, BasisOf(basis, unit)) switch
        {
            (NeedBasis.None, _) or (_, null) => null,
            (NeedBasis.Population or NeedBasis.Staff or NeedBasis.Households, _) => unit.CountedOn,
            _ => day,
        };
}
