using Wuzha.Duties.Exports;
using Wuzha.Plans.Activation;

namespace Wuzha.Plans.Amendment;

/// <summary>What a campaign asks of its villages as it runs, and with what was confirmed of an amendment: everything that it asks, not only what changes.</summary>
internal sealed record AmendmentPrice(PlanPrice Before, PlanPrice After)
{
    public static AmendmentPrice Of(DifferenceHere here, Confirmed confirmed)
    {
        var outcome = here.Outcome.Outcome;
        var replaced = confirmed.Changed.Select(one => one.Running.Id).Concat(confirmed.Dropped.Select(duty => duty.Id)).ToHashSet();
        var kept = here.Running.Where(duty => !replaced.Contains(duty.Id)).Select(Draft);
        return new AmendmentPrice(
            outcome.PriceOf(here.Running.Select(Draft)),
            outcome.PriceOf(kept.Concat(confirmed.Changed.Select(one => one.Planned.Draft)).Concat(confirmed.Added.Select(duty => duty.Draft)))
        );
    }

    /// <summary>A named person must agree to more than the ceiling; what was agreed to before and grows no further needs nobody again.</summary>
    public bool NeedsApprover(int ceiling) => After.EachWeek > ceiling && After.EachWeek > Before.EachWeek;

    private static DutyDraft Draft(RunningDuty duty) =>
        new()
        {
            Title = duty.Title,
            Kind = duty.Kind,
            Timing = duty.Timing,
            Need = duty.Need,
            FromOn = duty.FromOn,
            Assignments = [.. duty.Assignments.Select(to => new AssignmentDraft(to.UnitId))],
        };
}
