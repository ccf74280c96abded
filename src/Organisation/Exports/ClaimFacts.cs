using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Organisation.Exports;

/// <summary>责任书文本: the office wrote a version of the responsibility letter for one role.</summary>
/// <param name="TextHash">SHA-256 of the text, hexadecimal.</param>
public sealed record ResponsibilityLetterWritten(Guid CampaignId, Guid LetterId, string Role, int Number, string TextHash) : Fact;

/// <summary>认领责任: a responsible person signed the letter of responsibility. Withdrawn when the signature is taken back or a newer version is signed.</summary>
/// <param name="TextHash">Hash of the text that was signed.</param>
/// <param name="SignatureHash">Hash of the signature itself, see <see cref="Platform.Signatures.Signature"/>.</param>
public sealed record ResponsibilityClaimed(
    Guid CampaignId,
    Guid ClaimId,
    Guid PersonId,
    Guid UnitId,
    string Role,
    string TextHash,
    string SignatureHash
) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [CampaignMeasures.ResponsibilitiesClaimed.Add()];
}

/// <summary>责任书签署截止: from now on no signature is taken or given back. Withdrawn when the office opens it again.</summary>
public sealed record ResponsibilityLettersClosed(Guid CampaignId, Guid IssuingUnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}
