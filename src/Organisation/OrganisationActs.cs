using Wuzha.Platform;

namespace Wuzha.Organisation;

/// <summary>What may be done in this module; which role may stands in Web's <c>Permissions.cs</c>.</summary>
public static class OrganisationActs
{
    // Units
    public static readonly Act ReadUnits = new("organisation.read-units", "查看单位");
    public static readonly Act EditUnits = new("organisation.edit-units", "新增、改名、调整、撤并单位");
    public static readonly Act EditUnitProfiles = new("organisation.edit-unit-profiles", "填写单位资料和人口户数");

    // People and appointments
    public static readonly Act ReadPeople = new("organisation.read-people", "查看人员");
    public static readonly Act EditPeople = new("organisation.edit-people", "登记人员、任职、离任");
    public static readonly Act AppointToOffice = new("organisation.appoint-to-office", "办理反诈办、领导、研判、监督人员的任职");
    public static readonly Act RevealPhones = new("organisation.reveal-phones", "查看完整电话（留痕）");
    public static readonly Act ExportPhones = new("organisation.export-phones", "导出带完整电话的名单（留痕）");

    // Grids
    public static readonly Act ReadGrids = new("organisation.read-grids", "查看网格责任人");

    // Imports
    public static readonly Act ImportUnitsAndPeople = new("organisation.import-units-and-people", "批量导入单位、人员、网格");

    // Campaigns
    public static readonly Act ReadCampaigns = new("organisation.read-campaigns", "查看专项行动");
    public static readonly Act EditCampaigns = new("organisation.edit-campaigns", "起草、启动专项行动，编辑阶段、机构和责任书");
    public static readonly Act EditCampaignBodies = new("organisation.edit-campaign-bodies", "编辑本单位工作组");
    public static readonly Act FileRosters = new("organisation.file-rosters", "报送本单位责任人员名单");
    public static readonly Act RecordTrainings = new("organisation.record-trainings", "登记宣讲员培训");
    public static readonly Act ClaimResponsibility = new("organisation.claim-responsibility", "签署本人责任书");
    public static readonly Act EditResources = new("organisation.edit-resources", "登记保障投入");
}
