using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Guard.Exports;
using Wuzha.Plans.Review;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Activation;

/// <summary>One duty as it would be asked.</summary>
public sealed record PlannedRow
{
    public required Guid ProposalId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }

    /// <summary>The one unit, or how many there are.</summary>
    public required string Units { get; init; }
    public required string When { get; init; }
    public required string HowMuch { get; init; }
    public required string CountedBy { get; init; }

    /// <summary>No module counts it: the unit writes down what it did.</summary>
    public required bool IsByHand { get; init; }

    /// <summary>A share without a figure to divide by.</summary>
    public required bool HasNoDenominator { get; init; }
    public required bool HasNobody { get; init; }
    public required bool IsElsewhere { get; init; }
}

/// <summary>How many duties of a kind are counted by which measure.</summary>
/// <param name="CanChoose">Something else could count this kind as well.</param>
public sealed record KindMeasureRow(string Kind, string KindName, string CountedBy, int Duties, bool CanChoose);

/// <summary>A day in the first two weeks on which a duty falls due.</summary>
public sealed record FirstDueRow(DateOnly DueOn, string Title, int Units);

/// <summary>A demand that was dropped or turned in the review, and the rule behind it.</summary>
public sealed record TurnedAsk(string Title, string Rule, bool IsDropped);

/// <summary>启用后会怎样.</summary>
public sealed record OutcomeView
{
    public required PlanHead Head { get; init; }
    public required string Href { get; init; }

    /// <summary>The campaign it goes into; null for one of its own.</summary>
    public required string? CampaignName { get; init; }
    public required string CampaignValue { get; init; }
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }
    public required DateOnly FromOn { get; init; }
    public required IReadOnlyList<PlannedRow> Duties { get; init; }
    public required IReadOnlyList<KindMeasureRow> Measures { get; init; }
    public required long Assignments { get; init; }
    public required int Units { get; init; }
    public required IReadOnlyList<(string Name, int Duties)> Unresolved { get; init; }
    public required IReadOnlyList<string> Idle { get; init; }
    public required IReadOnlyList<string> Uncounted { get; init; }
    public required IReadOnlyList<FirstDueRow> FirstDues { get; init; }
    public required long Reminders { get; init; }
    public required int Villages { get; init; }
    public required int MinutesEachWeek { get; init; }
    public required DateOnly BusiestMonday { get; init; }
    public required int BusiestMinutes { get; init; }
    public required IReadOnlyList<TurnedAsk> Turned { get; init; }
    public required IReadOnlyList<PlanStageRow> Stages { get; init; }
    public required IReadOnlyList<PlanRoleRow> Roles { get; init; }
    public required string? Office { get; init; }

    /// <summary>Above the ceiling a named person must have agreed.</summary>
    public required bool NeedsApprover { get; init; }
    public required int Ceiling { get; init; }
    public required bool IsReady { get; init; }
    public required bool MayActivate { get; init; }

    public int WithoutUnits => Duties.Count(duty => duty.HasNobody);

    public int ByHand => Duties.Count(duty => duty.IsByHand);

    public int Elsewhere => Duties.Count(duty => duty.IsElsewhere);
}

/// <summary>启用后会怎样？</summary>
internal static class ShowOutcome
{
    internal static async Task<IResult> Get(
        Guid id,
        string? campaign,
        string? from,
        Db db,
        Viewer viewer,
        FactCatalog catalog,
        Vault vault,
        TimeProvider clock
    )
    {
        if (!(await PlanHere.Read(id, db, viewer)).Is(out var plan, out var refusal))
            return refusal.AsPage();
        if (plan.Plan.State == PlanState.Activated)
            return TypedResults.LocalRedirect($"/plans/{id}/activated");
        if (plan.Plan.Purpose == PlanPurpose.Amendment)
            return TypedResults.LocalRedirect($"/plans/{id}/difference");

        var form = Form.Empty((ActivationForm.Name.Name, ActivationForm.NameFor(plan.Plan)), (ActivationForm.FromOn.Name, from));
        var day = from is null ? null : form.Read(ActivationForm.FromOn);
        if (!(await OutcomeHere.Read(plan, campaign, day, db, clock)).Is(out var here, out var no))
            return Platform.Page.Of<NoOutcomePage>(new { Head = await plan.Head(db), Refusal = no });
        return await Page(here, db, catalog, vault, form);
    }

    internal static async Task<IResult> Page(
        OutcomeHere here,
        Db db,
        FactCatalog catalog,
        Vault vault,
        Form form,
        Refusal? refusal = null,
        int status = 200
    )
    {
        var view = await View(here, db, catalog);
        return Platform.Page.Of<OutcomePage>(
            new
            {
                View = view,
                Form = form,
                Campaign = ActivationForm.Among(here.Choice),
                Approver = await Approvers(here, db, vault),
                Refusal = refusal,
            },
            refusal?.Status ?? status
        );
    }

    /// <summary>Leaders of the office's own unit: who can answer for what is asked of the villages.</summary>
    internal static async Task<ChoiceField> Approvers(OutcomeHere here, Db db, Vault vault)
    {
        var (tenant, unit) = (here.Plan.Viewer.TenantId, here.Plan.Plan.UnitId);
        var leaders = await (
            from appointment in db.Appointments
            join person in db.People on new { appointment.TenantId, Id = appointment.PersonId } equals new { person.TenantId, person.Id }
            where appointment.TenantId == tenant && appointment.UnitId == unit && appointment.Role == Roles.Leader.Key && appointment.UntilOn == null
            orderby person.Id
            select new
            {
                person.Id,
                person.NameSealed,
                person.Post,
            }
        ).ToListAsync();
        return ActivationForm.Approver.With(leaders.Select(leader => ($"{leader.Id}", $"{vault.Open(leader.NameSealed)} {leader.Post}".Trim())));
    }

    private static async Task<OutcomeView> View(OutcomeHere here, Db db, FactCatalog catalog)
    {
        var (plan, outcome) = (here.Plan, here.Outcome);
        var price = outcome.Price();
        var head = await plan.Head(db);
        return new OutcomeView
        {
            Head = head,
            Href = here.Href,
            CampaignName = here.Choice.Existing?.Name,
            CampaignValue = here.Choice.Value,
            FirstDay = outcome.Campaign.FromOn,
            LastDay = outcome.Campaign.UntilOn,
            FromOn = outcome.FromOn,
            Duties = [.. outcome.Duties.Select((duty, at) => Row(duty, at + 1, catalog))],
            Measures = [.. Measures(outcome, catalog)],
            Assignments = outcome.Assignments,
            Units = here.Units.Count - outcome.Idle.Count,
            Unresolved = outcome.Unresolved,
            Idle = [.. outcome.Idle.Select(unit => unit.Name)],
            Uncounted = [.. outcome.Uncounted.Select(unit => unit.Name)],
            FirstDues = [.. outcome.FirstDues().Select(first => new FirstDueRow(first.DueOn, first.Duty.Draft.Title, first.Duty.Units.Count))],
            Reminders = outcome.Reminders(),
            Villages = price.Villages,
            MinutesEachWeek = price.EachWeek,
            BusiestMonday = price.Busiest.Monday,
            BusiestMinutes = price.Busiest.Minutes,
            Turned = await Turned(plan, db),
            Stages = [.. (await ShowPlan.Stages(db, plan)).Select(stage => new PlanStageRow(stage.Id, stage.Name, stage.FromOn, stage.UntilOn))],
            Roles = await ShowPlan.Roles(db, plan),
            Office = plan.Plan.Office,
            NeedsApprover = here.NeedsApprover,
            Ceiling = here.Ceiling,
            IsReady = plan.Plan.State == PlanState.Reviewed && outcome.IsReady,
            MayActivate = plan.IsOwn && plan.Viewer.May(PlansActs.ActivatePlans),
        };
    }

    internal static PlannedRow Row(PlannedDuty duty, int number, FactCatalog catalog)
    {
        var measure = MeasureOf(duty, catalog);
        return new PlannedRow
        {
            ProposalId = duty.Proposal.Id,
            Number = number,
            Title = duty.Draft.Title,
            Units = duty.Units.Count switch
            {
                0 => duty.IsElsewhere ? "本级以外" : "没有单位",
                1 => duty.Units[0].Name,
                var count => $"{count} 个单位",
            },
            When = duty.Draft.Timing.Words,
            HowMuch = duty.Draft.Need.Words(measure.Unit),
            CountedBy = measure.Name,
            IsByHand = measure == DutyMeasures.Work,
            HasNoDenominator = DutyDrafts.HasNoDenominator(duty.Proposal),
            HasNobody = duty.HasNobody,
            IsElsewhere = duty.IsElsewhere,
        };
    }

    internal static Measure MeasureOf(PlannedDuty duty, FactCatalog catalog) => MeasureChoice.Of(catalog, duty.Proposal);

    /// <summary>Kinds in their own order, within a kind the measure of most duties first.</summary>
    private static IEnumerable<KindMeasureRow> Measures(PlanOutcome outcome, FactCatalog catalog) =>
        from kind in KindMeasures.All
        from counted in outcome
            .Duties.Where(duty => duty.Draft.Kind == kind.Key && !duty.IsElsewhere)
            .GroupBy(duty => MeasureOf(duty, catalog))
            .OrderByDescending(counted => counted.Count())
            .ThenBy(counted => counted.Key.Key, StringComparer.Ordinal)
        select new KindMeasureRow(
            kind.Key,
            kind.Name,
            KindMeasures.WordsOf(counted.Key),
            counted.Count(),
            KindMeasures.Offered(catalog, kind.Key).Count > 1
        );

    private static async Task<IReadOnlyList<TurnedAsk>> Turned(PlanHere plan, Db db)
    {
        var touched = await plan.Proposals(db)
            .Where(proposal => proposal.Decision == Decision.Dropped || proposal.GuardTurn != null)
            .OrderBy(proposal => proposal.Start)
            .ToListAsync();
        var text = await plan.Text(db);
        return
        [
            .. from proposal in touched
            let rules = Rulebook.Read(proposal.Span.Of(text)).Select(finding => finding.Rule.Name).Distinct().ToList()
            where rules.Count > 0
            select new TurnedAsk(proposal.Title, string.Join('、', rules), proposal.Decision == Decision.Dropped),
        ];
    }
}
