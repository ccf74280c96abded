using Wuzha.Platform.Units;

namespace Wuzha.Duties.Exports;

/// <summary>How one period of a duty stands at a unit.</summary>
public enum StandingState
{
    /// <summary>未到期: the period has not begun.</summary>
    NotYet = 0,

    /// <summary>待完成: the period runs, its last day in time has not passed.</summary>
    Due = 1,

    /// <summary>已完成: enough was done in time.</summary>
    Met = 2,

    /// <summary>逾期完成: enough was done, after the last day in time.</summary>
    MetLate = 3,

    /// <summary>已逾期: not enough was done in time, and still is not.</summary>
    Overdue = 4,

    /// <summary>已免除: excused, with a reason. What was done in time all the same is met.</summary>
    Waived = 5,
}

/// <summary>完成情况: one duty at one unit in one period. Computed from tallies, never typed in.</summary>
public sealed record Standing
{
    public required Guid AssignmentId { get; init; }
    public required Guid DutyId { get; init; }
    public required Guid UnitId { get; init; }
    public required DutyPeriod Period { get; init; }
    public required StandingState State { get; init; }

    /// <summary>What was counted in the period up to today.</summary>
    public required long Value { get; init; }
    public required long Required { get; init; }

    /// <summary>The day on which it was enough; null while it is not.</summary>
    public DateOnly? ReachedOn { get; init; }

    /// <summary>Nothing more is asked of the unit in this period.</summary>
    public bool IsSettled => State is StandingState.Met or StandingState.MetLate or StandingState.Waived;

    public static string NameOf(StandingState state) =>
        state switch
        {
            StandingState.NotYet => "未开始",
            StandingState.Due => "待完成",
            StandingState.Met => "已完成",
            StandingState.MetLate => "逾期完成",
            StandingState.Overdue => "已逾期",
            _ => "已免除",
        };
}

/// <summary>Which standings are asked for. Everything that is left out is not narrowed.</summary>
public sealed record StandingQuestion
{
    public required DutyCampaign Campaign { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>Only periods that touch these days.</summary>
    public required DateOnly FromOn { get; init; }
    public required DateOnly UntilOn { get; init; }

    /// <summary>Only units in the caller's scope, as the tree stands today.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Only this unit.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Only this duty.</summary>
    public Guid? DutyId { get; init; }

    /// <summary>Only this assignment.</summary>
    public Guid? AssignmentId { get; init; }
}
