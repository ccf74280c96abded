using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Rosters;
using Wuzha.Organisation.Units;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Home;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;

namespace Wuzha.Organisation;

/// <summary>组织: what units mean, who serves where, campaigns and their stages.</summary>
public sealed class OrganisationModule : Module
{
    public override void Routes(Pages pages)
    {
        UnitRoutes.Map(pages);
        CampaignRoutes.Map(pages);
    }

    public override void Tables(ModelBuilder model)
    {
        UnitTables.Map(model);
        CampaignTables.Map(model);
    }

    public override void Facts(FactCatalog facts)
    {
        // Units
        facts.Add<UnitOpened>("organisation.unit-opened", "新增单位", Measures.UnitsOpened);
        facts.Add<UnitRenamed>("organisation.unit-renamed", "单位改名");
        facts.Add<UnitMoved>("organisation.unit-moved", "单位调整隶属");
        facts.Add<UnitClosed>("organisation.unit-closed", "单位撤并", Measures.UnitsClosed);
        facts.Add<UnitReopened>("organisation.unit-reopened", "单位恢复");
        facts.Add<UnitCounted>("organisation.unit-counted", "登记人口户数");

        // People and appointments
        facts.Add<PersonAppointed>("organisation.person-appointed", "任职", Measures.PeopleAppointed);
        facts.Add<AppointmentEnded>("organisation.appointment-ended", "离任", Measures.AppointmentsEnded);
        facts.Add<PersonCorrected>("organisation.person-corrected", "更正人员信息");

        CampaignFactKinds.Declare(facts);
    }

    public override void Jobs(JobCatalog jobs) => jobs.AddRecurring("organisation.remind-rosters", TimeSpan.FromHours(1), RemindRosters.Run);

    public override void Menu(Menu menu)
    {
        menu.Search(OrganisationActs.ReadUnits);
        menu.Add("方案与任务", "专项行动", "/campaigns", OrganisationActs.ReadCampaigns, 20);
        menu.Add("单位与人员", "单位", "/units", OrganisationActs.ReadUnits, 800, onPhone: true);
        menu.Add("单位与人员", "人员", "/people", OrganisationActs.ReadPeople, 810);
        menu.Add("单位与人员", "网格和责任人", "/grids", OrganisationActs.ReadGrids, 820);
    }

    public override void Home(HomeBoard home)
    {
        UnitHome.Add(home);
        CampaignHome.Put(home);
    }
}
