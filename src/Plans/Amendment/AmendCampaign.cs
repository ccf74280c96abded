using System.Globalization;
using Microsoft.AspNetCore.Http;
using Wuzha.Duties.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Plans.Activation;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Amendment;

/// <summary>What the clerk confirmed of a difference.</summary>
internal sealed record Confirmed(IReadOnlyList<PlannedDuty> Added, IReadOnlyList<MatchedDuty> Changed, IReadOnlyList<RunningDuty> Dropped)
{
    /// <summary>What the page proposes, as far as nothing else was typed.</summary>
    public static Confirmed Proposed(PlanDifference difference, Form form)
    {
        bool Says(string prefix, Guid id, string usual) =>
            (form.Typed(prefix + id.ToString("N")) is { Length: > 0 } typed ? typed : usual) == ShowDifference.Yes;

        return new Confirmed(
            [.. difference.Added.Where(duty => Says(ShowDifference.AddPrefix, duty.Proposal.Id, ShowDifference.Yes))],
            [.. difference.Changed.Where(one => Says(ShowDifference.ChangePrefix, one.Planned.Proposal.Id, ShowDifference.Yes))],
            [.. difference.Unmentioned.Where(duty => Says(ShowDifference.DropPrefix, duty.Id, ShowDifference.No))]
        );
    }
}

/// <summary>确认修订: what was confirmed takes effect from a day on, in one transaction; whoever has other duties now is told.</summary>
internal static class AmendCampaign
{
    internal const string ChangedTemplate = "plans.duties-changed";

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, FactCatalog catalog, Vault vault, TimeProvider clock)
    {
        await using var all = await db.Database.BeginTransactionAsync();
        await ActivatePlan.TakeTurn(db, viewer.TenantId, id);
        if (!(await PlanHere.Edit(id, db, viewer)).Is(out var plan, out var refusal))
            return refusal.AsPage();
        if (plan.Plan.State == PlanState.Activated)
            return TypedResults.LocalRedirect($"/plans/{id}/activated");

        var from = form.Read(ShowDifference.FromOn);
        if (!(await DifferenceHere.Read(plan, from, db, catalog, clock)).Is(out var here, out var no))
            return no.AsPage();
        if (form.Failed)
            return await ShowDifference.Page(here, db, vault, form, null, 422);

        var approver = form.Read(await ShowOutcome.Approvers(here.Outcome, db, vault));
        var wrong = form.Failed ? null : Wrong(here, LocalDay.Today(clock));
        if (!form.Failed && wrong is null && Read(here.Difference, form).Is(out var confirmed, out wrong))
            wrong = Unapproved(here, confirmed, approver) ?? await Amend(here, confirmed, approver, db, catalog, clock);
        if (form.Failed || wrong is not null)
        {
            db.ChangeTracker.Clear();
            return await ShowDifference.Page(here, db, vault, form, wrong, 422);
        }
        await db.SaveChangesAsync();
        await all.CommitAsync();
        return Page.Done($"/plans/{id}/activated", "修订已生效，任务有变化的单位会收到消息。");
    }

    /// <summary>Changes, drops and opens what was confirmed; the caller saves.</summary>
    internal static async Task<Refusal?> Amend(
        DifferenceHere here,
        Confirmed confirmed,
        string? approver,
        Db db,
        FactCatalog catalog,
        TimeProvider clock
    )
    {
        var (plan, viewer, outcome) = (here.Plan.Plan, here.Plan.Viewer, here.Outcome.Outcome);
        var book = new DutyBook(db, viewer, catalog, clock);
        foreach (var one in confirmed.Changed)
            if ((await book.Change(outcome.Campaign, one.Running.Id, After(one), outcome.FromOn)).Refusal is { } refusal)
                return refusal;
        foreach (var duty in confirmed.Dropped)
            if (await book.Drop(duty.Id, outcome.FromOn) is { } refusal)
                return refusal;
        if (confirmed.Added.Count > 0 && (await book.Open(outcome.Campaign, [.. confirmed.Added.Select(duty => duty.Draft)])).Refusal is { } not)
            return not;

        foreach (var told in Told(here, confirmed))
            db.Record(viewer, told, outcome.Campaign.Id);
        var activated = new PlanActivated(
            plan.Id,
            plan.UnitId,
            outcome.Campaign.Id,
            outcome.FromOn,
            confirmed.Added.Count,
            confirmed.Changed.Count,
            confirmed.Dropped.Count,
            confirmed.Added.Sum(duty => duty.Units.Count) + confirmed.Changed.Sum(one => one.Planned.Units.Count),
            Guid.TryParse(approver, out var person) ? person : null
        );
        return plan.Activate(activated, db.Record(viewer, activated, outcome.Campaign.Id), clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>What the new document does not speak of stays as it was.</summary>
    private static DutyDraft After(MatchedDuty one) =>
        one.Planned.Draft with
        {
            Title = one.Running.Title,
            MeasureKey = one.Measure.Key,
            StageId = one.Running.StageId,
            IsPriority = one.Running.IsPriority,
            PriorityArea = one.Running.PriorityArea,
            Assignments =
            [
                .. one.Planned.Draft.Assignments.Select(to =>
                    to with
                    {
                        EitherGroup = one.Running.Assignments.FirstOrDefault(old => old.UnitId == to.UnitId)?.EitherGroup,
                    }
                ),
            ],
        };

    /// <summary>Each line must have been answered: one that came up meanwhile has not.</summary>
    private static Result<Confirmed> Read(PlanDifference difference, Form form)
    {
        var answers = new List<string>();
        bool Said(string prefix, Guid id)
        {
            var answer = form.Typed(prefix + id.ToString("N"));
            answers.Add(answer);
            return answer == ShowDifference.Yes;
        }

        var confirmed = new Confirmed(
            [.. difference.Added.Where(duty => Said(ShowDifference.AddPrefix, duty.Proposal.Id))],
            [.. difference.Changed.Where(one => Said(ShowDifference.ChangePrefix, one.Planned.Proposal.Id))],
            [.. difference.Unmentioned.Where(duty => Said(ShowDifference.DropPrefix, duty.Id))]
        );
        return answers.Exists(answer => answer is not (ShowDifference.Yes or ShowDifference.No)) ? PlansRefusals.DifferenceChanged
            : confirmed.Added.Count + confirmed.Changed.Count + confirmed.Dropped.Count == 0 ? PlansRefusals.NothingConfirmed
            : confirmed;
    }

    private static Refusal? Wrong(DifferenceHere here, DateOnly today)
    {
        var outcome = here.Outcome.Outcome;
        if (here.Plan.Plan.State != PlanState.Reviewed)
            return PlansRefusals.NotReviewedYet;
        if (outcome.WithoutUnits.Count > 0 || outcome.Unresolved.Count > 0)
            return PlansRefusals.NotReady;
        var earliest = today > outcome.Campaign.FromOn ? today : outcome.Campaign.FromOn;
        return outcome.FromOn < earliest || outcome.FromOn > outcome.Campaign.UntilOn
            ? PlansRefusals.OutsideCampaign.With(
                ("from", earliest.ToString("yyyy-MM-dd")),
                ("until", outcome.Campaign.UntilOn.ToString("yyyy-MM-dd"))
            )
            : null;
    }

    /// <summary>As at activation: above the ceiling a leader must have agreed.</summary>
    private static Refusal? Unapproved(DifferenceHere here, Confirmed confirmed, string? approver) =>
        approver is null && AmendmentPrice.Of(here, confirmed).NeedsApprover(here.Outcome.Ceiling)
            ? PlansRefusals.AmendmentNeedsApprover.With(("minutes", here.Outcome.Ceiling))
            : null;

    /// <summary>One message to each unit that has other duties now.</summary>
    private static IEnumerable<MessageWanted> Told(DifferenceHere here, Confirmed confirmed)
    {
        var counts = new Dictionary<Guid, (int Added, int Changed, int Dropped)>();
        void Count(Guid unit, Func<(int Added, int Changed, int Dropped), (int, int, int)> more) =>
            counts[unit] = more(counts.GetValueOrDefault(unit));
        foreach (var unit in confirmed.Added.SelectMany(duty => duty.Units))
            Count(unit.Id, so => so with { Added = so.Added + 1 });
        foreach (var one in confirmed.Changed)
        {
            var (was, will) = (one.Running.Assignments.Select(to => to.UnitId).ToHashSet(), one.Planned.Units.Select(unit => unit.Id).ToHashSet());
            foreach (var unit in will)
                Count(unit, so => was.Contains(unit) ? so with { Changed = so.Changed + 1 } : so with { Added = so.Added + 1 });
            foreach (var unit in was.Except(will))
                Count(unit, so => so with { Dropped = so.Dropped + 1 });
        }
        foreach (var unit in confirmed.Dropped.SelectMany(duty => duty.Assignments.Select(to => to.UnitId)))
            Count(unit, so => so with { Dropped = so.Dropped + 1 });

        var plan = here.Plan.Plan;
        return counts
            .OrderBy(unit => unit.Key)
            .Select(unit => new MessageWanted(
                $"plans/{plan.Id:N}/{unit.Key:N}/changed",
                ChangedTemplate,
                Recipient.Holders(Roles.Liaison.Key, unit.Key),
                new Subject("plans.plan", plan.Id, unit.Key),
                new Dictionary<string, string>
                {
                    ["unit"] = MessageValue.Unit(unit.Key),
                    ["added"] = unit.Value.Added.ToString(CultureInfo.InvariantCulture),
                    ["changed"] = unit.Value.Changed.ToString(CultureInfo.InvariantCulture),
                    ["dropped"] = unit.Value.Dropped.ToString(CultureInfo.InvariantCulture),
                    ["from"] = MessageValue.Day(here.Outcome.Outcome.FromOn),
                }
            ));
    }
}
