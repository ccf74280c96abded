using Wuzha.Platform.Identity;

namespace Wuzha.Organisation.Campaigns;

/// <summary>工作职责: what a liaison or lecturer has to do in one campaign, as the office has worded it (the plan's annexes 1 and 2).</summary>
internal sealed class DutyText
{
    public required string TenantId { get; init; }
    public required Guid CampaignId { get; init; }

    /// <summary>Key of the role: liaison or lecturer.</summary>
    public required string Role { get; init; }
    public required string Text { get; set; }
    public int Version { get; set; }

    /// <summary>The roles whose duties a campaign words.</summary>
    public static readonly IReadOnlyList<Role> ForRoles = [Roles.Liaison, Roles.Lecturer];

    /// <summary>What is shown until the office words its own.</summary>
    public static string Default(string role) =>
        role == Roles.Liaison.Key
            ? """
                1.负责本村（单位）防范电信网络诈骗工作的日常联络，保持电话畅通。
                2.第一时间签收领导小组办公室和指挥部发布的指令、通报、预警信息，并在规定时限内推送到本村（单位）工作群。
                3.收集并如实反映本村（单位）的工作进展、典型做法和存在问题。
                4.组织本村（单位）责任人员名单的报送和变更。
                5.发现涉诈线索和群众受骗苗头，立即报告派出所，并提醒当事人拨打110或96110。
                """
            : """
                1.承担本村（单位）防范电信网络诈骗宣讲，面向群众、职工、学生讲清常见骗术的识别和防范方法。
                2.参加派出所组织的宣讲员培训，及时掌握新的诈骗手法和防范要点。
                3.结合村民会议、职工会议、主题班会等开展宣讲，并如实记录时间、地点、对象和人数。
                4.使用经审核的宣传材料，不传播未经核实的案例，不泄露受害人信息。
                5.耐心解答群众咨询，遇有疑似受骗情形，提醒停止转账并拨打110或96110。
                """;
}
