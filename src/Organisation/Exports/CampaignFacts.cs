using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Organisation.Exports;

/// <summary>起草专项行动: the office has written down a campaign nobody else sees yet.</summary>
public sealed record CampaignDrafted(Guid CampaignId, Guid IssuingUnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>修改专项行动: name, period, stages, participating units or the texts of a campaign have been changed.</summary>
/// <param name="What">Which part: <c>head</c>, <c>stages</c>, <c>units</c>, <c>duties</c>, <c>quota</c>.</param>
public sealed record CampaignChanged(Guid CampaignId, Guid IssuingUnitId, string What) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>启动专项行动: from now on the participating units see it. Withdrawn when the office takes it back to draft.</summary>
public sealed record CampaignStarted(Guid CampaignId, Guid IssuingUnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>结束专项行动: ended by the office before its last day. Withdrawn when the office resumes it.</summary>
public sealed record CampaignEnded(Guid CampaignId, Guid IssuingUnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>领导小组、办公室、指挥部、工作组有变动: a body of the campaign was set up, changed or dissolved, or a seat in it was filled or vacated.</summary>
/// <param name="BodyId">The body.</param>
/// <param name="UnitId">The unit it sits in.</param>
/// <param name="Dissolved">True when the body is no more.</param>
public sealed record CampaignBodyChanged(Guid CampaignId, Guid BodyId, Guid UnitId, bool Dissolved = false) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}
