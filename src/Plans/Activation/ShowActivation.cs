using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Activation;

/// <summary>What came of an activation.</summary>
public sealed record ActivationView(
    PlanHead Head,
    Guid CampaignId,
    string CampaignName,
    DateTime ActivatedAt,
    DateOnly FromOn,
    int Opened,
    int Changed,
    int Dropped,
    int Assignments,
    string? ApprovedBy,
    bool HasGroup
);

/// <summary>启用后做了什么.</summary>
internal static class ShowActivation
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await PlanHere.Read(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var plan = here.Plan;
        if (plan.State != PlanState.Activated || plan.CampaignId is not { } campaignId)
            return PlansRefusals.NotActivated.AsPage();
        if (await CampaignQuestions.Find(db, viewer, campaignId, clock) is not { } campaign)
            return Refusal.NotFound.AsPage();

        var approver = plan.ApprovedBy is { } by
            ? await db
                .People.Where(person => person.TenantId == viewer.TenantId && person.Id == by)
                .Select(person => person.NameSealed)
                .SingleOrDefaultAsync()
            : null;
        var view = new ActivationView(
            await here.Head(db),
            campaignId,
            campaign.Name,
            plan.ActivatedAt!.Value,
            plan.ActivatedFromOn!.Value,
            plan.DutiesOpened,
            plan.DutiesChanged,
            plan.DutiesDropped,
            plan.Assignments,
            approver is null ? null : vault.Open(approver),
            await db.Set<PlanRole>().AnyAsync(role => role.TenantId == viewer.TenantId && role.PlanId == id)
        );
        return Page.Of<ActivationPage>(new { View = view });
    }
}
