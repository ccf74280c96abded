using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Campaigns;

internal static class EditCampaign
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        (await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal)
            ? Show(here, CampaignForm.Of(here.Campaign))
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var typed = CampaignForm.Read(form);
        if (form.Failed)
            return Show(here, form);

        var campaign = here.Campaign;
        var stages = await db.Set<Stage>().Where(stage => stage.TenantId == viewer.TenantId && stage.CampaignId == id).ToListAsync();
        if (Stage.FitIn(stages, typed.FromOn, typed.UntilOn) is { } cuts)
            return Show(here, form, cuts);

        (campaign.Name, campaign.FromOn, campaign.UntilOn) = (typed.Name, typed.FromOn, typed.UntilOn);
        (campaign.PlanReference, campaign.QuotaReading) = (typed.PlanReference, typed.Quota);
        campaign.Touch();
        db.Record(viewer, new CampaignChanged(id, campaign.IssuingUnitId, "head"), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}", "已保存。");
    }

    private static IResult Show(CampaignHere here, Form form, Refusal? refusal = null) =>
        Page.Of<CampaignFormPage>(
            new
            {
                Title = "修改专项行动",
                Lead = $"发文单位：{here.Issuer.Name}",
                Action = $"/campaigns/{here.Campaign.Id}/edit",
                Cancel = $"/campaigns/{here.Campaign.Id}",
                Submit = "保存",
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
