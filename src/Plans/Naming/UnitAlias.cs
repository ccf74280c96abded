namespace Wuzha.Plans.Naming;

/// <summary>What a name in a plan means to the office that reads it.</summary>
public enum AliasTarget
{
    /// <summary>These units.</summary>
    Units = 0,

    /// <summary>All units of some kinds, also those that are set up later.</summary>
    Groups = 1,

    /// <summary>A unit above or elsewhere: no task here.</summary>
    External = 2,

    /// <summary>The office itself does it; it stands on nobody's list of tasks.</summary>
    Office = 3,

    /// <summary>No unit at all.</summary>
    Nobody = 4,
}

/// <summary>单位写法: what an office decided once about a name as plans write it, remembered for the next plan.</summary>
internal sealed class UnitAlias
{
    public const int WrittenLength = 100;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The unit whose office decided.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>As the plan writes it.</summary>
    public required string Written { get; init; }

    /// <summary>The same without blanks and narrow signs: by this it is found again.</summary>
    public required string Key { get; init; }
    public AliasTarget Target { get; private set; }

    /// <summary>Keys of <see cref="UnitGroups"/>, one a line; empty unless the target is groups.</summary>
    public string Groups { get; private set; } = "";
    public DateTime DecidedAt { get; private set; }
    public Guid DecidedBy { get; private set; }
    public Guid FactId { get; private set; }
    public int Version { get; private set; }

    public void Decide(AliasTarget target, IEnumerable<string> groups, (Guid By, DateTime At, Guid Fact) done)
    {
        (Target, Groups) = (target, target == AliasTarget.Groups ? Proposal.List(groups) : "");
        (DecidedBy, DecidedAt, FactId) = done;
        Version++;
    }
}

/// <summary>One of the units that a name means.</summary>
internal sealed class UnitAliasUnit
{
    public required string TenantId { get; init; }
    public required Guid AliasId { get; init; }
    public required Guid UnitId { get; init; }
}
