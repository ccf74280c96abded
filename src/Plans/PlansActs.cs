using Wuzha.Platform;

namespace Wuzha.Plans;

/// <summary>What may be done in this module; which role may stands in Web's <c>Permissions.cs</c>.</summary>
public static class PlansActs
{
    public static readonly Act ReadPlans = new("plans.read-plans", "查看方案及其任务");
    public static readonly Act EditPlans = new("plans.edit-plans", "读入、审阅方案");
    public static readonly Act ActivatePlans = new("plans.activate-plans", "启用方案");

    // The units' own plans
    public static readonly Act ReadImplementationPlans = new("plans.read-implementation-plans", "查看各单位实施方案");
    public static readonly Act FileImplementationPlans = new("plans.file-implementation-plans", "报送本单位实施方案");
    public static readonly Act DecideImplementationPlans = new("plans.decide-implementation-plans", "要求、审批各单位实施方案");
}
