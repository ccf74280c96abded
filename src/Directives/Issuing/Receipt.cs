using Wuzha.Platform;

namespace Wuzha.Directives.Issuing;

/// <summary>签收: one unit's acknowledgement of one directive. Stands from the draft on: it is also who is addressed.</summary>
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

    /// <summary>The fact of the return, withdrawn when the unit signs after all.</summary>
    public Guid? ReturnedFactId { get; private set; }
    public int Version { get; private set; }

    public Refusal? Sign(Directive directive, Guid by, DateTime at)
    {
        if (MayAnswer(directive) is { } refusal)
            return refusal;

        (SignedAt, SignedBy) = (at, by);
        (ReturnedAt, ReturnedReason, ReturnedFactId) = (null, null, null);
        Version++;
        return null;
    }

    /// <summary>退回: the unit received it by mistake, or it is not its business.</summary>
    public Refusal? Return(Directive directive, string reason, DateTime at, Guid factId)
    {
        if (MayAnswer(directive) is { } refusal)
            return refusal;
        if (ReturnedAt is not null)
            return DirectiveRefusals.AlreadyReturned;

        (ReturnedAt, ReturnedReason, ReturnedFactId) = (at, reason, factId);
        Version++;
        return null;
    }

    private Refusal? MayAnswer(Directive directive) =>
        directive.State == DirectiveState.Withdrawn ? DirectiveRefusals.Withdrawn
        : SignedAt is not null ? DirectiveRefusals.AlreadySigned
        : null;
}
