using Wuzha.Platform;

namespace Wuzha.Plans;

/// <summary>What may be done in this module; which role may stands in Web's <c>Permissions.cs</c>.</summary>
public static class PlansActs
{
    public static readonly Act ReadPlans = new("plans.read-plans", "查看方案及其任务");
    public static readonly Act EditPlans = new("plans.edit-plans", "读入、审阅方案");
}
