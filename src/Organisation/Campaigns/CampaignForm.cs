using Wuzha.Platform.Forms;

namespace Wuzha.Organisation.Campaigns;

/// <summary>The fields of a campaign's head.</summary>
public static class CampaignForm
{
    public static readonly TextField Name = new("name", "名称") { Min = 2, Hint = "例如：2026 年防范电信网络诈骗宣传专项行动" };
    public static readonly DayField FromOn = new("fromOn", "开始日期");
    public static readonly DayField UntilOn = new("untilOn", "截止日期");
    public static readonly TextField PlanReference = new("planReference", "依据的方案")
    {
        Max = 300,
        Optional = true,
        Hint = "方案的文号和名称",
    };
    public static readonly ChoiceField Quota = new("quota", "宣讲员配备标准")
    {
        Hint = "每村（单位、学校、企业）至少 1 名。方案写“每超过一千人增加1名”，两种理解请按当地口径选定。",
        Options = [("started", "每满或不足一千人都配 1 名（1001 人配 2 名）"), ("full", "每满一千人配 1 名（1999 人配 1 名，2000 人配 2 名）")],
    };

    internal static Form Of(Campaign campaign) =>
        Form.Empty(
            (Name.Name, campaign.Name),
            (FromOn.Name, FromOn.Show(campaign.FromOn)),
            (UntilOn.Name, UntilOn.Show(campaign.UntilOn)),
            (PlanReference.Name, campaign.PlanReference),
            (Quota.Name, campaign.QuotaReading == QuotaReading.EachFullThousand ? "full" : "started")
        );

    /// <summary>What was typed; meaningless when the form failed.</summary>
    internal static CampaignHeadTyped Read(Form form)
    {
        var typed = new CampaignHeadTyped(
            form.Read(Name) ?? "",
            form.Read(FromOn) ?? default,
            form.Read(UntilOn) ?? default,
            form.Read(PlanReference),
            form.Read(Quota) == "full" ? QuotaReading.EachFullThousand : QuotaReading.EachStartedThousand
        );
        if (!form.Failed && typed.UntilOn < typed.FromOn)
            form.Fail(UntilOn, OrganisationRefusals.EndsBeforeItBegins.Message);
        return typed;
    }
}

internal sealed record CampaignHeadTyped(string Name, DateOnly FromOn, DateOnly UntilOn, string? PlanReference, QuotaReading Quota);
