using Wuzha.Platform;

namespace Wuzha.Directives.Issuing;

/// <summary>
/// 签收: one unit's acknowledgement of one directive. When it was signed and returned is kept equal to the facts by <see cref="KeptReceipts"/>; a signature
/// outranks a return, whichever came first.
/// </summary>
internal sealed class Receipt
{
    public const int ReasonLength = 200;

    public required string TenantId { get; init; }
    public required Guid DirectiveId { get; init; }
    public required Guid UnitId { get; init; }
    public DateTime? SignedAt { get; private set; }
    public Guid? SignedBy { get; private set; }
    public DateTime? ReturnedAt { get; private set; }
    public string? ReturnedReason { get; private set; }

    /// <summary>When the ladder of reminders was told that it is unsettled; null while it was not.</summary>
    public DateTime? AskedAt { get; private set; }

    public Refusal? MaySign(Directive directive) =>
        directive.State == DirectiveState.Withdrawn ? DirectiveRefusals.Withdrawn
        : SignedAt is not null ? DirectiveRefusals.AlreadySigned
        : null;

    /// <summary>退回: the unit received it by mistake, or it is not its business. The moment is kept by the fact.</summary>
    public Refusal? Return(Directive directive, string reason)
    {
        if (MaySign(directive) is { } refusal)
            return refusal;
        if (ReturnedAt is not null)
            return DirectiveRefusals.AlreadyReturned;

        ReturnedReason = reason;
        return null;
    }
}
