using Wuzha.Platform;

namespace Wuzha.Duties;

/// <summary>退回: a unit says that a duty is not its own; the office accepts it or declines with words.</summary>
internal sealed class DutyReturn
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid AssignmentId { get; init; }
    public required string Reason { get; init; }
    public required Guid ReturnedBy { get; init; }
    public required DateTime ReturnedAt { get; init; }
    public required Guid FactId { get; init; }

    /// <summary>Null while the office has not decided.</summary>
    public bool? IsAccepted { get; private set; }

    /// <summary>The office's words.</summary>
    public string? Answer { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => IsAccepted is null;

    public Refusal? Decide(bool accepted, string? answer, Guid by, DateTime at)
    {
        if (!IsOpen)
            return DutiesRefusals.ReturnDecided;

        (IsAccepted, Answer, DecidedBy, DecidedAt) = (accepted, answer, by, at);
        Version++;
        return null;
    }
}
