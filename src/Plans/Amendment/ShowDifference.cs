using Microsoft.AspNetCore.Http;
using Wuzha.Duties.Exports;
using Wuzha.Plans.Activation;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Amendment;

/// <summary>One line of the difference that is confirmed by itself.</summary>
/// <param name="Field">Name of its choice in the form.</param>
/// <param name="Id">Proposal of the new document; of a running duty that it does not mention, the duty.</param>
public sealed record DifferenceRow(
    string Field,
    Guid Id,
    int? Number,
    string Title,
    string Source,
    string When,
    string Units,
    IReadOnlyList<FieldChange> Changes,
    bool HasNobody
);

/// <summary>What is asked of the villages: of the one that is asked most, on the average of a week and in the busiest one.</summary>
public sealed record PlanMinutes(int Villages, int EachWeek, DateOnly BusiestMonday, int Busiest);

public sealed record DifferenceView
{
    public required PlanHead Head { get; init; }
    public required string CampaignName { get; init; }
    public required Guid CampaignId { get; init; }
    public required DateOnly FromOn { get; init; }
    public required IReadOnlyList<DifferenceRow> Added { get; init; }
    public required IReadOnlyList<DifferenceRow> Changed { get; init; }
    public required IReadOnlyList<DifferenceRow> Unmentioned { get; init; }
    public required IReadOnlyList<DifferenceRow> Unchanged { get; init; }
    public required IReadOnlyList<(string Name, int Duties)> Unresolved { get; init; }
    public required bool IsReady { get; init; }

    /// <summary>Minutes a week of the village that is asked most, as the campaign runs and as the answers on the page would have it.</summary>
    public required int MinutesBefore { get; init; }
    public required PlanMinutes Minutes { get; init; }
    public required int Ceiling { get; init; }
    public required bool NeedsApprover { get; init; }
    public required bool MayActivate { get; init; }

    public string Href => $"{Head.Href}/difference";
}

/// <summary>和正在执行的任务有什么不同？</summary>
internal static class ShowDifference
{
    internal const string AddPrefix = "add-";
    internal const string ChangePrefix = "change-";
    internal const string DropPrefix = "drop-";
    internal const string Yes = "yes";
    internal const string No = "no";

    internal static readonly DayField FromOn = new("from", "从哪天起执行") { Hint = "这一天以前按原来的任务算，历史不变。" };

    internal static async Task<IResult> Get(Guid id, string? from, Db db, Viewer viewer, FactCatalog catalog, Vault vault, TimeProvider clock)
    {
        if (!(await PlanHere.Read(id, db, viewer)).Is(out var plan, out var refusal))
            return refusal.AsPage();
        if (plan.Plan.State == PlanState.Activated)
            return TypedResults.LocalRedirect($"/plans/{id}/activated");

        var day = from is null ? null : Form.Empty((FromOn.Name, from)).Read(FromOn);
        return (await DifferenceHere.Read(plan, day, db, catalog, clock)).Is(out var here, out var no)
            ? await Page(here, db, vault, Form.Empty(), null)
            : no.AsPage();
    }

    internal static async Task<IResult> Page(DifferenceHere here, Db db, Vault vault, Form form, Refusal? refusal, int status = 200)
    {
        var (difference, outcome) = (here.Difference, here.Outcome.Outcome);
        var price = AmendmentPrice.Of(here, Confirmed.Proposed(difference, form));
        var nobody = outcome.WithoutUnits.Select(duty => Row(duty, AddPrefix, null, []));
        var view = new DifferenceView
        {
            Head = await here.Plan.Head(db),
            CampaignName = here.Outcome.Choice.Existing!.Name,
            CampaignId = here.Outcome.Choice.Existing.Id,
            FromOn = outcome.FromOn,
            Added = [.. difference.Added.Select(duty => Row(duty, AddPrefix, null, [])).Concat(nobody)],
            Changed = [.. difference.Changed.Select(one => Row(one.Planned, ChangePrefix, one.Running, one.Changes))],
            Unchanged = [.. difference.Unchanged.Select(one => Row(one.Planned, ChangePrefix, one.Running, []))],
            Unmentioned = [.. difference.Unmentioned.Select(Row)],
            Unresolved = outcome.Unresolved,
            IsReady = here.Plan.Plan.State == PlanState.Reviewed && outcome.WithoutUnits.Count == 0 && outcome.Unresolved.Count == 0,
            MinutesBefore = price.Before.EachWeek,
            Minutes = new PlanMinutes(price.After.Villages, price.After.EachWeek, price.After.Busiest.Monday, price.After.Busiest.Minutes),
            Ceiling = here.Outcome.Ceiling,
            NeedsApprover = price.NeedsApprover(here.Outcome.Ceiling),
            MayActivate = here.Plan.IsOwn && here.Plan.Viewer.May(PlansActs.ActivatePlans),
        };
        return Platform.Page.Of<DifferencePage>(
            new
            {
                View = view,
                Form = form,
                Approver = await ShowOutcome.Approvers(here.Outcome, db, vault),
                Refusal = refusal,
            },
            refusal?.Status ?? status
        );
    }

    private static DifferenceRow Row(PlannedDuty duty, string prefix, RunningDuty? old, IReadOnlyList<FieldChange> changes) =>
        new(
            prefix + duty.Proposal.Id.ToString("N"),
            duty.Proposal.Id,
            old?.Number,
            duty.Draft.Title,
            duty.Draft.Source,
            duty.Draft.Timing.Words,
            duty.Units.Count == 1 ? duty.Units[0].Name : $"{duty.Units.Count} 个单位",
            changes,
            duty.HasNobody
        );

    private static DifferenceRow Row(RunningDuty duty) =>
        new(
            DropPrefix + duty.Id.ToString("N"),
            duty.Id,
            duty.Number,
            duty.Title,
            duty.Source,
            duty.Timing.Words,
            $"{duty.Assignments.Count} 个单位",
            [],
            false
        );
}
