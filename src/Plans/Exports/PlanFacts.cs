using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Plans.Exports;

/// <summary>读入方案: an office read a plan document in; its proposals wait for review.</summary>
/// <param name="Proposals">How many duties the reader proposed.</param>
/// <param name="Characters">Length of the text as extracted.</param>
public sealed record PlanRead(Guid PlanId, Guid UnitId, int Proposals, int Characters) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>请模型看方案: the sentences that became no duty go to the model that the office runs itself.</summary>
public sealed record PlanModelAsked(Guid PlanId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>模型答复: the office's own model added proposals to a plan, or none, or failed.</summary>
/// <param name="Proposals">How many it added; they wait for review.</param>
public sealed record PlanModelAnswered(Guid PlanId, Guid UnitId, int Proposals, bool Failed) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>更正方案信息: title, number, days, stages or the like of a plan were corrected.</summary>
/// <param name="What">Which part: <c>head</c>, <c>stages</c>, <c>roles</c>, <c>indicators</c>, <c>annexes</c>. Withdrawn when a change of a part is undone.</param>
public sealed record PlanHeadCorrected(Guid PlanId, Guid UnitId, string What) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>审阅方案任务: a set of proposals was replaced by another. Withdrawn when the act is undone.</summary>
/// <param name="Number">The act's number within the plan; what it replaced stands in the module's own rows.</param>
/// <param name="What">Kind of act: <c>take</c>, <c>correct</c>, <c>merge</c>, <c>split</c>, <c>drop</c>, <c>add</c> …</param>
public sealed record ProposalsReviewed(Guid PlanId, Guid UnitId, int Number, string What) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>方案审完: every proposal of a plan has been taken or dropped. Withdrawn when the office takes the review up again.</summary>
public sealed record PlanReviewed(Guid PlanId, Guid UnitId, int Taken, int Dropped) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>方案作废: a plan that was read in is not used. Withdrawn when it is restored.</summary>
public sealed record PlanDiscarded(Guid PlanId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>启用方案: the duties of a plan are asked of units in a campaign from a day on.</summary>
/// <param name="Opened">How many duties it opened, <paramref name="Changed"/> and <paramref name="Dropped"/> of a running campaign.</param>
/// <param name="Assignments">How many units owe something by it, each duty counted by itself.</param>
/// <param name="ApprovedBy">The leader who agreed to a burden above the ceiling; null where none was needed.</param>
public sealed record PlanActivated(
    Guid PlanId,
    Guid UnitId,
    Guid CampaignId,
    DateOnly FromOn,
    int Opened,
    int Changed,
    int Dropped,
    int Assignments,
    Guid? ApprovedBy
) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>指定单位写法: an office decided what a name in plans means. Withdrawn when it decides otherwise or takes the decision back.</summary>
/// <param name="Target">units, groups, external, office or nobody.</param>
/// <param name="Units">How many units were named one by one.</param>
public sealed record UnitNameDecided(Guid AliasId, Guid UnitId, string Target, int Units) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}
