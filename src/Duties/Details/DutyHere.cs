using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Details;

/// <summary>A duty as the one who asks may see it: whoever issued it or owes it, now or earlier, lies within the scope.</summary>
internal sealed record DutyHere(Duty Duty, CampaignHead Campaign, Viewer Viewer)
{
    public bool IsOffice => Duty.IssuingUnitId == Viewer.UnitId;

    public bool MayDecide => IsOffice && Viewer.May(DutiesActs.DecideDuties) && Duty.EndedOn is null && Campaign.State == CampaignState.Running;

    /// <returns>Null when there is none such, or nothing of it lies in the viewer's scope.</returns>
    public static async Task<DutyHere?> Read(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        var (tenant, scope) = (viewer.TenantId, viewer.Scope);
        var duty = await db.Set<Duty>()
            .SingleOrDefaultAsync(duty =>
                duty.TenantId == tenant
                && duty.Id == id
                && db.Units.Any(unit =>
                    unit.TenantId == tenant
                    && unit.Path.CompareTo(scope.From) >= 0
                    && unit.Path.CompareTo(scope.To) < 0
                    && (
                        unit.Id == duty.IssuingUnitId
                        || db.Set<DutyAssignment>().Any(one => one.TenantId == tenant && one.DutyId == id && one.UnitId == unit.Id)
                    )
                )
            );
        return duty is not null && await CampaignQuestions.Find(db, viewer, duty.CampaignId, clock) is { } campaign
            ? new DutyHere(duty, campaign, viewer)
            : null;
    }

    /// <summary>For what only the issuing office does while the duty holds and the campaign runs.</summary>
    public static async Task<Result<DutyHere>> Decide(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        await Read(id, db, viewer, clock) is not { } here ? Refusal.NotFound
        : !here.IsOffice ? DutiesRefusals.OnlyTheOffice.With(("unit", here.Campaign.IssuerName))
        : here.Campaign.State != CampaignState.Running ? DutiesRefusals.CampaignNotRunning
        : here.Duty.EndedOn is not null ? DutiesRefusals.DutyEnded
        : here;
}
