using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Directives.Exports;

/// <summary>下发: a directive went out to so many units, to be signed by a moment of office time.</summary>
/// <param name="Kind">directive, warning, bulletin or material-push.</param>
/// <param name="Minutes">Expected minutes of work at each unit.</param>
public sealed record DirectiveIssued(Guid DirectiveId, Guid IssuingUnitId, string Kind, int Addressed, int Minutes, DateTime DueAt) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>撤回: a directive that went out was taken back. The reason stands in the module's own rows.</summary>
public sealed record DirectiveWithdrawn(Guid DirectiveId, Guid IssuingUnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>签收: a unit has acknowledged a directive.</summary>
/// <param name="Late">After the moment by which it was due.</param>
public sealed record ReceiptSigned(Guid DirectiveId, Guid UnitId, bool Late) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [DirectiveMeasures.ReceiptsSigned.Add()];
}

/// <summary>退回: a unit says that a directive is not for it. Withdrawn when it signs after all.</summary>
public sealed record ReceiptReturned(Guid DirectiveId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}
