using Wuzha.Platform;

namespace Wuzha.Reports;

/// <summary>What may be done in this module; which role may stands in Web's <c>Permissions.cs</c>.</summary>
public static class ReportsActs
{
    public static readonly Act ReadBulletins = new("reports.read-bulletins", "查看通报");

    /// <summary>Of the own unit.</summary>
    public static readonly Act IssueBulletins = new("reports.issue-bulletins", "写通报说明、印发和撤回本单位的通报");
}
