using Microsoft.AspNetCore.Http;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Activation;

/// <summary>How much one unit would owe, and on which figure that rests.</summary>
public sealed record OwingRow
{
    public required Guid UnitId { get; init; }
    public required string Name { get; init; }
    public required string SortKey { get; init; }
    public required int Needed { get; init; }
    public int? Basis { get; init; }
    public DateOnly? CountedOn { get; init; }
    public required bool IsUncounted { get; init; }
}

/// <summary>这条任务落到谁头上: one duty before activation, unit by unit, and what counts it.</summary>
internal static class ShowPlannedDuty
{
    internal static async Task<IResult> Get(
        Guid id,
        Guid proposalId,
        string? campaign,
        string? from,
        ListQuery query,
        Db db,
        Viewer viewer,
        FactCatalog catalog,
        TimeProvider clock
    )
    {
        if (!(await Find(id, proposalId, (campaign, from), db, viewer, clock)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var (here, duty) = found;
        var listing = Listing<OwingRow>.OfRows([.. duty.Units.Select(unit => Row(duty, unit))], query, Columns(duty.Draft.Need.Basis));
        if (query.AsSheet)
            return listing.AsSheet("任务分配", viewer);

        return Page.Of<PlannedDutyPage>(
            new
            {
                Head = await here.Plan.Head(db),
                Row = ShowOutcome.Row(duty, 1, catalog),
                duty.Draft.Source,
                Back = $"{here.Href}?campaign={here.Choice.Value}&from={here.Outcome.FromOn:yyyy-MM-dd}",
                Listing = listing,
            }
        );
    }

    private static OwingRow Row(PlannedDuty duty, CampaignUnit unit)
    {
        var (needed, basis, countedOn) = PlanOutcome.NeededBy(unit, duty.Draft.Need);
        return new OwingRow
        {
            UnitId = unit.Id,
            Name = unit.Name,
            SortKey = unit.SortKey,
            Needed = needed,
            Basis = basis,
            CountedOn = countedOn,
            IsUncounted = PlanOutcome.IsUncounted(duty.Draft.Need.Basis, unit),
        };
    }

    private static IReadOnlyList<Column<OwingRow>> Columns(NeedBasis basis)
    {
        Column<OwingRow> name = new("name", "单位", row => row.Name) { Sort = row => row.SortKey, Href = row => $"/units/{row.UnitId}" };
        Column<OwingRow> needed = new("needed", "每次要完成", row => row.Needed)
        {
            Sort = row => row.Needed,
            Number = true,
            OnCard = true,
        };
        return basis == NeedBasis.None
            ? [name, needed]
            :
            [
                name,
                needed,
                new("basis", "按什么算", row => row.IsUncounted ? "没有登记" : row.Basis)
                {
                    Sort = row => row.Basis,
                    Number = true,
                    OnCard = true,
                },
                new("countedOn", "登记日期", row => row.CountedOn) { Sort = row => row.CountedOn },
            ];
    }

    private static async Task<Result<(OutcomeHere Here, PlannedDuty Duty)>> Find(
        Guid id,
        Guid proposalId,
        (string? Campaign, string? From) asked,
        Db db,
        Viewer viewer,
        TimeProvider clock
    )
    {
        if (!(await PlanHere.Read(id, db, viewer)).Is(out var plan, out var refusal))
            return refusal;
        if (plan.Plan.State == PlanState.Activated)
            return PlansRefusals.AlreadyActivated;

        var day = asked.From is null ? null : Form.Empty((ActivationForm.FromOn.Name, asked.From)).Read(ActivationForm.FromOn);
        if (!(await OutcomeHere.Read(plan, asked.Campaign, day, db, clock)).Is(out var here, out var no))
            return no;
        return here.Outcome.Duties.FirstOrDefault(duty => duty.Proposal.Id == proposalId) is { } found ? (here, found) : Refusal.NotFound;
    }
}
