using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Directives.Exports;

/// <summary>提请批准: a directive that costs more than the ceiling was put before a leader.</summary>
public sealed record DirectiveSubmitted(Guid DirectiveId, Guid IssuingUnitId, Guid ApproverId, long Minutes) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>批准或退回修改: the leader has decided. The reason stands in the module's own rows.</summary>
public sealed record DirectiveApproved(Guid DirectiveId, Guid IssuingUnitId, bool Approved) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>下发: a directive went out to so many units and groups, to be signed by a moment of office time.</summary>
/// <param name="Kind">directive, warning, bulletin or material-push.</param>
/// <param name="CountsAtId">Where it counts: the unit in which the campaign's office sits, for a duty of that unit; else the issuing unit.</param>
/// <param name="ParentId">The directive it passes on; null for one that begins here.</param>
/// <param name="Minutes">Expected minutes of work at each unit.</param>
public sealed record DirectiveIssued(
    Guid DirectiveId,
    Guid IssuingUnitId,
    Guid CountsAtId,
    string Kind,
    Guid? ParentId,
    int Addressed,
    int Groups,
    int Minutes,
    DateTime DueAt
) : Fact
{
    [JsonIgnore]
    public override Guid? Node => CountsAtId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings =>
        [
            ParentId is null ? DirectiveMeasures.Issued.Add() : DirectiveMeasures.PassedOn.Add(),
            .. Kind == "bulletin" && ParentId is null ? [DirectiveMeasures.BulletinsIssued.Add()] : Array.Empty<Posting>(),
        ];
}

/// <summary>撤回: a directive that went out was taken back, with all that passed it on. The reason stands in the module's own rows.</summary>
/// <param name="ReplacedById">The directive that takes its place; null for a plain withdrawal.</param>
public sealed record DirectiveWithdrawn(Guid DirectiveId, Guid IssuingUnitId, Guid? ReplacedById = null) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>到期: a directive that nobody need sign any more, so many units had not.</summary>
public sealed record DirectiveExpired(Guid DirectiveId, Guid IssuingUnitId, int Unsigned) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>What happened to one unit's receipt.</summary>
public abstract record ReceiptFact(Guid DirectiveId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>签收: a unit has acknowledged a directive.</summary>
/// <param name="Late">After the moment by which it was due.</param>
public sealed record ReceiptSigned(Guid DirectiveId, Guid UnitId, bool Late) : ReceiptFact(DirectiveId, UnitId)
{
    [JsonIgnore]
    public override IEnumerable<Posting> Postings =>
        [DirectiveMeasures.ReceiptsSigned.Add(), .. Late ? [DirectiveMeasures.ReceiptsSignedLate.Add()] : Array.Empty<Posting>()];
}

/// <summary>退回: a unit says that a directive is not for it. A signature outranks it.</summary>
public sealed record ReceiptReturned(Guid DirectiveId, Guid UnitId) : ReceiptFact(DirectiveId, UnitId);
