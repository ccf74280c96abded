namespace Wuzha.Plans;

/// <summary>
/// 审阅记录: one review act: these proposals, or this part of the head, were replaced by those. Undoing puts the first ones back, the last act first, to any
/// depth; duties and parts each in their own turn.
/// </summary>
internal sealed class PlanChange
{
    /// <summary>A page of proposals as JSON stays far below.</summary>
    public const int JsonLength = 4_000_000;

    public required string TenantId { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>From 1 within the plan.</summary>
    public required int Number { get; init; }

    /// <summary>take, correct, merge, split, drop, add …; part for a stage, goal, role or annex.</summary>
    public required string What { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required Guid DoneBy { get; init; }
    public required DateTime DoneAt { get; init; }
    public required Guid FactId { get; init; }
    public DateTime? UndoneAt { get; set; }
    public Guid? UndoneBy { get; set; }
}
