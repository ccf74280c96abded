using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Plans.Exports;

/// <summary>要求报送实施方案: a unit owes its own plan for a campaign until a day. Said again when the day is moved.</summary>
public sealed record ImplementationPlanAsked(Guid CampaignId, Guid UnitId, DateOnly DueOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>不再要求实施方案: a unit need not file one.</summary>
public sealed record ImplementationPlanReleased(Guid CampaignId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>报送实施方案: a unit filed its own plan. Withdrawn when the unit takes it back.</summary>
/// <param name="Number">From 1: how often it was filed.</param>
/// <param name="IsFirst">No earlier filing holds: the unit now counts as having filed.</param>
public sealed record ImplementationPlanFiled(Guid CampaignId, Guid UnitId, Guid FilingId, int Number, bool IsFirst) : Fact
{
    /// <summary>SHA-256 of the file; null for text alone.</summary>
    public string? FileHash { get; init; }

    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => IsFirst ? [PlanMeasures.ImplementationPlansFiled.Add()] : [];
}

/// <summary>审批实施方案: the office approved a unit's plan or returned it. Withdrawn when the decision was a mistake.</summary>
public sealed record ImplementationPlanDecided(Guid CampaignId, Guid UnitId, Guid FilingId, bool IsApproved) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => IsApproved ? [PlanMeasures.ImplementationPlansApproved.Add()] : [];
}

/// <summary>What this module counts.</summary>
public static class PlanMeasures
{
    public static readonly Measure ImplementationPlansFiled = new(
        "plans.implementation-plans-filed",
        "已报实施方案单位",
        "Units that filed their own plan",
        "个"
    );
    public static readonly Measure ImplementationPlansApproved = new(
        "plans.implementation-plans-approved",
        "实施方案获批单位",
        "Units whose own plan was approved",
        "个"
    );
}
