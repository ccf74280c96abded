using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Campaigns;

internal static class DraftCampaign
{
    internal static IResult Get(Viewer viewer) => Show(viewer, Form.Empty((CampaignForm.Quota.Name, "started")));

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        var typed = CampaignForm.Read(form);
        if (form.Failed)
            return Show(viewer, form, 422);

        var campaign = new Campaign
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            IssuingUnitId = viewer.UnitId,
            Name = typed.Name,
            FromOn = typed.FromOn,
            UntilOn = typed.UntilOn,
            PlanReference = typed.PlanReference,
            QuotaReading = typed.Quota,
        };
        db.Add(campaign);
        db.Record(viewer, new CampaignDrafted(campaign.Id, campaign.IssuingUnitId), campaign.Id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{campaign.Id}", "已起草。请补充阶段、参加单位和领导小组，然后启动。");
    }

    private static IResult Show(Viewer viewer, Form form, int status = 200) =>
        Page.Of<CampaignFormPage>(
            new
            {
                Title = "起草专项行动",
                Lead = $"发文单位：{viewer.UnitName}。启动以前，其他单位看不到。",
                Action = "/campaigns",
                Cancel = "/campaigns",
                Submit = "起草",
                Form = form,
            },
            status
        );
}
