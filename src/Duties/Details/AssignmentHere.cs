using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Duties.Details;

/// <summary>One unit's duty as the one who asks may see it: within the scope, or named as its doer.</summary>
internal sealed record AssignmentHere(DutyAssignment Assignment, Duty Duty, Unit Unit, CampaignHead Campaign, Viewer Viewer, DateOnly Today)
{
    public string Href => $"/assignments/{Assignment.Id}";

    /// <summary>具体承办人</summary>
    public bool IsDoer => Assignment.DoerPersonId == Viewer.PersonId;

    public bool IsOwn => Assignment.UnitId == Viewer.UnitId;

    /// <summary>Works in the office whose campaign it is.</summary>
    public bool IsOffice => Duty.IssuingUnitId == Viewer.UnitId;

    /// <summary>Still owed, in a campaign that goes on.</summary>
    public bool IsOpen => Assignment.EndedOn is null && Campaign.State == CampaignState.Running;

    public bool MayRecord => IsOpen && (IsOwn || IsDoer) && Viewer.May(DutiesActs.RecordWork);

    public bool MayAnswer => IsOpen && IsOwn && Viewer.May(DutiesActs.AnswerForDuties);

    public bool MayDecide => IsOpen && IsOffice && Viewer.May(DutiesActs.DecideDuties);

    public DutyCampaign DutyCampaign => new(Campaign.Id, Campaign.IssuingUnitId, Campaign.FromOn, Campaign.UntilOn);

    /// <summary>For reading.</summary>
    public static async Task<Result<AssignmentHere>> Read(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        var assignment = await db.Set<DutyAssignment>().SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.Id == id);
        if (assignment is null)
            return Refusal.NotFound;

        var unit = await db.Units.SingleAsync(one => one.TenantId == viewer.TenantId && one.Id == assignment.UnitId);
        if (!viewer.Scope.Covers(unit.Path) && assignment.DoerPersonId != viewer.PersonId)
            return Refusal.NotFound;
        if (await CampaignQuestions.Find(db, viewer, assignment.CampaignId, clock) is not { } campaign)
            return Refusal.NotFound;

        var duty = await db.Set<Duty>().SingleAsync(one => one.TenantId == viewer.TenantId && one.Id == assignment.DutyId);
        return new AssignmentHere(assignment, duty, unit, campaign, viewer, LocalDay.Today(clock));
    }

    /// <summary>For recording work: the unit's own people and the doer, while the campaign runs.</summary>
    public static async Task<Result<AssignmentHere>> Record(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        Allowed(
            await Read(id, db, viewer, clock),
            here => here.IsOwn || here.IsDoer ? null : DutiesRefusals.NotYourDuty.With(("unit", here.Unit.Name))
        );

    /// <summary>For what the unit answers itself: returning the duty, naming a doer.</summary>
    public static async Task<Result<AssignmentHere>> Answer(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        Allowed(await Read(id, db, viewer, clock), here => here.IsOwn ? null : DutiesRefusals.NotYourUnit.With(("unit", here.Unit.Name)));

    /// <summary>For what only the office decides whose campaign it is.</summary>
    public static async Task<Result<AssignmentHere>> Decide(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        Allowed(
            await Read(id, db, viewer, clock),
            here => here.IsOffice ? null : DutiesRefusals.OnlyTheOffice.With(("unit", here.Campaign.IssuerName))
        );

    private static Result<AssignmentHere> Allowed(Result<AssignmentHere> read, Func<AssignmentHere, Refusal?> rule) =>
        !read.Is(out var here, out var refusal) ? refusal
        : rule(here) is { } no ? no
        : here.Campaign.State != CampaignState.Running ? DutiesRefusals.CampaignNotRunning
        : here.Assignment.EndedOn is not null ? DutiesRefusals.AssignmentEnded
        : here;
}
