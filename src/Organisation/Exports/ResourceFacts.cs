using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Organisation.Exports;

/// <summary>保障登记: funds, people, vehicles or printed matter of a unit for a campaign. A correction withdraws the fact and records a new one.</summary>
/// <param name="Kind">funds, people, vehicles or printed.</param>
/// <param name="Amount">Fen for funds, otherwise a count.</param>
public sealed record ResourceRecorded(Guid CampaignId, Guid UnitId, Guid ResourceId, string Kind, long Amount) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => CampaignMeasures.Resources.TryGetValue(Kind, out var measure) ? [measure.Add(Amount)] : [];
}
