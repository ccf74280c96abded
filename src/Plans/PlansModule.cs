using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Messaging.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Plans.Activation;
using Wuzha.Plans.Amendment;
using Wuzha.Plans.Exports;
using Wuzha.Plans.Implementation;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Home;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;

namespace Wuzha.Plans;

/// <summary>方案: a plan document is read in, reviewed sentence by sentence, its units are found, and it becomes duties.</summary>
public sealed class PlansModule : Module
{
    public override void Routes(Pages pages)
    {
        PlanRoutes.Map(pages);
        ActivationRoutes.Map(pages);
        AmendmentRoutes.Map(pages);
        ImplementationRoutes.Map(pages);
    }

    public override void Tables(ModelBuilder model)
    {
        PlansTables.Map(model);
        ImplementationTables.Map(model);
    }

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton(new CampaignTab("实施方案", "implementation-plans", 45, PlansActs.ReadImplementationPlans));
        services.AddSingleton(new MatterKind(ImplementationHere.Matter, "实施方案", "/campaigns/{id}/implementation-plans/{unit}"));
        services.AddSingleton(
            new MessageTemplate(
                AmendCampaign.ChangedTemplate,
                "任务调整",
                "{unit}的任务有调整：新增 {added} 条、变更 {changed} 条、取消 {dropped} 条，从{from}起执行。请登录工作台查看。"
            )
        );
        services.AddSingleton(
            new MessageTemplate(
                DecideImplementationPlan.ReturnedTemplate,
                "实施方案退回",
                "{unit}报送的实施方案被退回，请登录工作台查看意见，于{due}前修改重报。"
            )
        );
    }

    public override void Facts(FactCatalog facts)
    {
        facts.Add<PlanRead>("plans.plan-read", "读入方案");
        facts.Add<PlanModelAsked>("plans.model-asked", "请模型看方案");
        facts.Add<PlanModelAnswered>("plans.model-answered", "模型答复");
        facts.Add<PlanHeadCorrected>("plans.plan-head-corrected", "更正方案信息");
        facts.Add<ProposalsReviewed>("plans.proposals-reviewed", "审阅方案任务");
        facts.Add<PlanReviewed>("plans.plan-reviewed", "方案审完");
        facts.Add<PlanDiscarded>("plans.plan-discarded", "方案作废");
        facts.Add<PlanActivated>("plans.plan-activated", "启用方案");
        facts.Add<UnitNameDecided>("plans.unit-name-decided", "指定单位写法");

        // The units' own plans
        facts.Add<ImplementationPlanAsked>("plans.implementation-plan-asked", "要求报送实施方案");
        facts.Add<ImplementationPlanReleased>("plans.implementation-plan-released", "不再要求实施方案");
        facts.Add<ImplementationPlanFiled>("plans.implementation-plan-filed", "报送实施方案", PlanMeasures.ImplementationPlansFiled);
        facts.Add<ImplementationPlanDecided>("plans.implementation-plan-decided", "审批实施方案", PlanMeasures.ImplementationPlansApproved);
    }

    public override void Jobs(JobCatalog jobs) => jobs.Add(AskSecondReader.Kind, AskSecondReader.Run);

    public override void Menu(Menu menu) => menu.Add("方案与任务", "方案", "/plans", PlansActs.ReadPlans, 10);

    public override void Home(HomeBoard home) => ImplementationHome.Put(home);
}
