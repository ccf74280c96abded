namespace Wuzha.Duties;

/// <summary>催办: for which period the ladder was told last that a unit is behind, and whether that still holds. One row for each assignment ever asked.</summary>
internal sealed class DutyAsk
{
    public required string TenantId { get; init; }
    public required Guid AssignmentId { get; init; }

    /// <summary>The last day in time of the period.</summary>
    public DateOnly DueOn { get; private set; }
    public bool IsOpen { get; private set; }
    public int Version { get; private set; }

    /// <returns>False when the ladder knows.</returns>
    public bool Open(DateOnly dueOn)
    {
        if (IsOpen && DueOn == dueOn)
            return false;

        (DueOn, IsOpen) = (dueOn, true);
        Version++;
        return true;
    }

    /// <returns>False when the ladder knows.</returns>
    public bool Settle()
    {
        if (!IsOpen)
            return false;

        IsOpen = false;
        Version++;
        return true;
    }
}
