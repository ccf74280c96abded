using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Plans.Implementation;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Amendment;

/// <summary>What a document is read in for: a campaign of its own, or the amendment of one that runs.</summary>
/// <param name="AmendsId">The plan that the campaign came of; null where there was none.</param>
internal sealed record PlanAim(PlanPurpose Purpose, Guid? CampaignId, Guid? AmendsId)
{
    public static readonly PlanAim OwnCampaign = new(PlanPurpose.Campaign, null, null);

    /// <param name="campaign">The campaign to be amended; null for none.</param>
    public static async Task<Result<PlanAim>> Of(Guid? campaign, Db db, Viewer viewer, TimeProvider clock)
    {
        if (campaign is not { } id)
            return OwnCampaign;
        if (await CampaignQuestions.Find(db, viewer, id, clock) is not { } head)
            return Refusal.NotFound;
        if (head.IssuingUnitId != viewer.UnitId)
            return PlansRefusals.OnlyItsOffice.With(("unit", head.IssuerName));
        if (head.State != CampaignState.Running)
            return ImplementationRefusals.CampaignNotRunning;

        var amends = await db.Set<PlanDocument>()
            .Where(plan => plan.TenantId == viewer.TenantId && plan.CampaignId == id && plan.State == PlanState.Activated)
            .OrderBy(plan => plan.ActivatedAt)
            .Select(plan => (Guid?)plan.Id)
            .FirstOrDefaultAsync();
        return new PlanAim(PlanPurpose.Amendment, id, amends);
    }
}
