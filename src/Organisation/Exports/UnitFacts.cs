using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Organisation.Exports;

/// <summary>A unit was added to the tree.</summary>
public sealed record UnitOpened(Guid UnitId, Guid? ParentId, string Kind) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [Measures.UnitsOpened.Add()];
}

/// <summary>A unit got another name; the former one stands in the module's own rows.</summary>
public sealed record UnitRenamed(Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>A unit stands under another parent from a day on; tallies of earlier days stay with the former parent.</summary>
public sealed record UnitMoved(Guid UnitId, Guid FromParentId, Guid ToParentId, DateOnly FromOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>撤并: a unit's last day.</summary>
public sealed record UnitClosed(Guid UnitId, DateOnly ClosedOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [Measures.UnitsClosed.Add()];
}

/// <summary>A unit closed by mistake stands again, in the place it had.</summary>
public sealed record UnitReopened(Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>Population and households of a unit as of a day: the denominator of every rate, with its date.</summary>
public sealed record UnitCounted(Guid UnitId, int? Population, int? Households, DateOnly CountedOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}
