using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Duties.Exports;
using Wuzha.Duties.Lists;
using Wuzha.Messaging.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Home;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;

namespace Wuzha.Duties;

/// <summary>任务: what a campaign's plan asks of which unit until when, and how that stands.</summary>
public sealed class DutiesModule : Module
{
    public override void Routes(Pages pages) => DutyRoutes.Map(pages);

    public override void Tables(ModelBuilder model) => DutiesTables.Map(model);

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton(new UnitTab("任务", "duties", 10, DutiesActs.ReadDuties));
        services.AddSingleton(new CampaignTab("完成情况", "board", 10, DutiesActs.ReadDuties));
        services.AddSingleton(new MatterKind(AskDuties.Matter, "工作任务", "/assignments/{id}"));
        services.AddSingleton(DutyBurden.Source);
        services.AddSingleton(new SearchSource("任务", DutiesActs.ReadDuties, FindDuties.Find));
    }

    public override void Menu(Menu menu) => menu.Add("方案与任务", "任务", "/duties", DutiesActs.ReadDuties, 15, onPhone: true);

    public override void Home(HomeBoard home) => DutyHome.Put(home);

    public override void Facts(FactCatalog facts)
    {
        facts.Add<DutyOpened>("duties.duty-opened", "下达任务");
        facts.Add<DutyChanged>("duties.duty-changed", "变更任务");
        facts.Add<DutyDropped>("duties.duty-dropped", "取消任务");
        facts.Add<DutyAssigned>("duties.duty-assigned", "分派任务");
        facts.Add<DutyReassigned>("duties.duty-reassigned", "改派任务");
        facts.Add<DutyReleased>("duties.duty-released", "解除任务");
        facts.Add<DutyWaived>("duties.duty-waived", "免除任务");
        facts.Add<WorkRecorded>("duties.work-recorded", "记录工作", DutyMeasures.Work);
        facts.Add<DutyReturned>("duties.duty-returned", "退回任务");
        facts.Add<DutyReturnDecided>("duties.duty-return-decided", "处理退回");
        facts.Add<DoerNamed>("duties.doer-named", "指定承办人");
        facts.Add<DutyRebound>("duties.duty-rebound", "改用指标");
    }

    public override void Jobs(JobCatalog jobs) => jobs.AddRecurring("duties.ask", TimeSpan.FromHours(1), AskDuties.Run);
}
