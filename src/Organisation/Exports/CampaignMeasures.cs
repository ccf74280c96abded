using Wuzha.Platform.Facts;

namespace Wuzha.Organisation.Exports;

/// <summary>The measures that campaigns and their organisation post.</summary>
public static class CampaignMeasures
{
    public static readonly Measure RostersAsked = new("organisation.rosters-asked", "应报名单单位", "Units asked for rosters", "个");
    public static readonly Measure RostersFiled = new("organisation.rosters-filed", "已报名单单位", "Units that filed rosters", "个");
    public static readonly Measure RostersFiledLate = new("organisation.rosters-filed-late", "逾期报名单单位", "Units that filed rosters late", "个");
    public static readonly Measure LecturersTrained = new("organisation.lecturers-trained", "宣讲员参训", "Lecturers trained", "人次");
    public static readonly Measure ResponsibilitiesClaimed = new(
        "organisation.responsibilities-claimed",
        "认领责任",
        "Responsibilities claimed",
        "人"
    );
    public static readonly Measure Funds = new("organisation.funds", "投入经费", "Funds", "分");
    public static readonly Measure Staff = new("organisation.staff", "投入人员", "Staff", "人");
    public static readonly Measure Vehicles = new("organisation.vehicles", "投入车辆", "Vehicles", "辆");
    public static readonly Measure PrintedMatter = new("organisation.printed-matter", "印制宣传品", "Printed matter", "份");

    /// <summary>Kind of resource → what it is counted as.</summary>
    public static readonly IReadOnlyDictionary<string, Measure> Resources = new Dictionary<string, Measure>
    {
        ["funds"] = Funds,
        ["people"] = Staff,
        ["vehicles"] = Vehicles,
        ["printed"] = PrintedMatter,
    };
}
