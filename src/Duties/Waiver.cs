using Wuzha.Platform;

namespace Wuzha.Duties;

/// <summary>免除: one period of a duty, or all of it, is not asked of a unit, with a reason.</summary>
internal sealed class Waiver
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid AssignmentId { get; init; }

    /// <summary>A day of the period that is waived; null for the whole duty.</summary>
    public DateOnly? PeriodOn { get; init; }
    public required string Reason { get; init; }
    public required Guid GivenBy { get; init; }
    public required DateTime GivenAt { get; init; }
    public required Guid FactId { get; init; }
    public Guid? WithdrawnBy { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public int Version { get; private set; }

    public Refusal? Withdraw(Guid by, DateTime at)
    {
        if (WithdrawnAt is not null)
            return DutiesRefusals.WaiverGone;

        (WithdrawnBy, WithdrawnAt) = (by, at);
        Version++;
        return null;
    }
}
