using Wuzha.Organisation.Exports;
using Wuzha.Platform.Forms;

namespace Wuzha.Plans.Activation;

/// <summary>What the office says when it activates a plan.</summary>
public static class ActivationForm
{
    internal const int NameLength = 100;

    public static readonly ChoiceField Campaign = new("campaign", "放到哪个专项行动") { Hint = "选已有的，任务加进去，原来的不变。" };
    public static readonly TextField Name = new("name", "专项行动名称") { Min = 2, Max = NameLength };
    public static readonly DayField FromOn = new("from", "从哪天起执行")
    {
        Hint = "各单位从这一天起承担任务；这天以前到期的一次性任务，顺延到下一个工作日。",
    };
    public static readonly ChoiceField Approver = new("approver", "批准人") { Optional = true };

    internal static ChoiceField Among(CampaignChoice choice) =>
        Campaign.With([
            (CampaignChoice.New, "新建一个专项行动"),
            .. choice.Open.Select(head =>
                ($"{head.Id}", $"{head.Name}（{CampaignHead.NameOf(head.State)}，{head.FromOn:yyyy-MM-dd} 至 {head.UntilOn:yyyy-MM-dd}）")
            ),
        ]);

    /// <summary>What a campaign is called after the title of its plan: 关于印发《…方案》的通知 → …专项行动.</summary>
    internal static string NameFor(PlanDocument plan)
    {
        var title = plan.Title ?? "";
        var (open, close) = (title.IndexOf('《', StringComparison.Ordinal), title.LastIndexOf('》'));
        var bare = open >= 0 && close > open ? title[(open + 1)..close] : title;
        foreach (var ending in (string[])["实施方案", "工作方案", "行动方案", "活动方案", "方案"])
            if (bare.Length > ending.Length + 2 && bare.EndsWith(ending, StringComparison.Ordinal))
            {
                bare = bare[..^ending.Length] + (ending == "行动方案" ? "行动" : "专项行动");
                break;
            }
        var name = plan.FromOn is { } from && !bare.Contains('年', StringComparison.Ordinal) ? $"{from.Year}年{bare}" : bare;
        return name.Length <= NameLength ? name : name[..NameLength];
    }
}
