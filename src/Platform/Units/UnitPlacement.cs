namespace Wuzha.Platform.Units;

/// <summary>Where a unit (or a thing counted under one) stood in the tree, and from when to when: a day's tally counts under the parent of that day.</summary>
public sealed class UnitPlacement
{
    public static readonly DateOnly Always = new(9999, 12, 31);

    public required string TenantId { get; init; }

    /// <summary>A unit's id, or the id of a group, class, villagers' group or display point counted under a unit.</summary>
    public required Guid NodeId { get; init; }
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day of this place, inclusive; <see cref="Always"/> while it lasts.</summary>
    public required DateOnly UntilOn { get; set; }

    /// <summary>Path on those days, ending with the node's own id.</summary>
    public required string Path { get; set; }
}
