using Wuzha.Organisation.Exports;

namespace Wuzha.Duties.Exports;

/// <summary>The campaign that duties belong to, in plain values: it may be opened in the same save.</summary>
public sealed record DutyCampaign(Guid Id, Guid IssuingUnitId, DateOnly FromOn, DateOnly UntilOn)
{
    public CampaignPeriod Period => new(FromOn, UntilOn);

    public static DutyCampaign Of(CampaignHead campaign) => new(campaign.Id, campaign.IssuingUnitId, campaign.FromOn, campaign.UntilOn);
}

/// <summary>Who owes a duty.</summary>
/// <param name="EitherGroup">Units of one duty with the same number owe it together: what any of them does counts for all ('A or B'). Null: each for itself.</param>
/// <param name="Needed">How much in each period; null: by the duty's <see cref="Need"/> and the unit's figures of today.</param>
public sealed record AssignmentDraft(Guid UnitId, int? EitherGroup = null, int? Needed = null);

/// <summary>A duty as a plan asks for it.</summary>
public sealed record DutyDraft
{
    /// <summary>At most 100 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The plan's own sentence, at most 2000 characters.</summary>
    public string Source { get; init; } = "";

    /// <summary>One of <see cref="PlanReading.DutyKinds.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The plan document it was read from; opaque to this module.</summary>
    public Guid? PlanId { get; init; }
    public Guid? StageId { get; init; }
    public required Timing Timing { get; init; }
    public Need Need { get; init; } = Need.One;

    /// <summary>重点: is looked at first; <see cref="PriorityArea"/> says where, in the plan's words.</summary>
    public bool IsPriority { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? PriorityArea { get; init; }
    public IReadOnlyList<string> Audiences { get; init; } = [];
    public IReadOnlyList<string> Channels { get; init; } = [];
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>What counts it; null: the usual measure of its kind.</summary>
    public string? MeasureKey { get; init; }

    /// <summary>From which day the units owe it.</summary>
    public required DateOnly FromOn { get; init; }
    public required IReadOnlyList<AssignmentDraft> Assignments { get; init; }
}

/// <summary>One unit that owes a duty now.</summary>
public sealed record RunningAssignment(Guid Id, Guid UnitId, int Needed, int? EitherGroup, Guid? DoerPersonId);

/// <summary>A duty that holds now, for the difference that a new plan makes.</summary>
public sealed record RunningDuty
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Source { get; init; }
    public required string Kind { get; init; }
    public required Guid? PlanId { get; init; }
    public required Guid? StageId { get; init; }
    public required Timing Timing { get; init; }
    public required Need Need { get; init; }
    public required bool IsPriority { get; init; }
    public required string? PriorityArea { get; init; }
    public required IReadOnlyList<string> Audiences { get; init; }
    public required IReadOnlyList<string> Channels { get; init; }
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>What counts it today.</summary>
    public required string MeasureKey { get; init; }
    public required DateOnly FromOn { get; init; }
    public required IReadOnlyList<RunningAssignment> Assignments { get; init; }
}
