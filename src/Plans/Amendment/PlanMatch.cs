namespace Wuzha.Plans.Amendment;

/// <summary>对应: the clerk said which running duty a proposal of an amending document means, or that it is a new one.</summary>
internal sealed class PlanMatch
{
    public required string TenantId { get; init; }
    public required Guid PlanId { get; init; }
    public required Guid ProposalId { get; init; }

    /// <summary>Null for a new duty.</summary>
    public Guid? DutyId { get; set; }
}
