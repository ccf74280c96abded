using Microsoft.EntityFrameworkCore;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Layout;

namespace Wuzha.Plans;

/// <summary>方案: a plan document is read in, reviewed sentence by sentence, its units are found, and it becomes duties.</summary>
public sealed class PlansModule : Module
{
    public override void Routes(Pages pages) => PlanRoutes.Map(pages);

    public override void Tables(ModelBuilder model) => PlansTables.Map(model);

    public override void Facts(FactCatalog facts)
    {
        facts.Add<PlanRead>("plans.plan-read", "读入方案");
        facts.Add<PlanHeadCorrected>("plans.plan-head-corrected", "更正方案信息");
        facts.Add<ProposalsReviewed>("plans.proposals-reviewed", "审阅方案任务");
        facts.Add<PlanReviewed>("plans.plan-reviewed", "方案审完");
        facts.Add<PlanDiscarded>("plans.plan-discarded", "方案作废");
    }

    public override void Menu(Menu menu) => menu.Add("方案与任务", "方案", "/plans", PlansActs.ReadPlans, 10);
}
