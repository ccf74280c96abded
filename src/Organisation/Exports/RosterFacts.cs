using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Organisation.Exports;

/// <summary>要求报送名单: the office asks one unit for its four rosters. Withdrawn when the unit is taken out of the campaign.</summary>
public sealed record RosterAsked(Guid CampaignId, Guid UnitId, DateOnly DueOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [CampaignMeasures.RostersAsked.Add()];
}

/// <summary>名单期限改动: the office moved the deadline of the rosters of a campaign.</summary>
public sealed record RosterDeadlineMoved(Guid CampaignId, Guid IssuingUnitId, DateOnly DueOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>报送名单: a unit has filed its four rosters. Withdrawn when the unit takes its filing back.</summary>
/// <param name="Late">Filed after the deadline day.</param>
public sealed record RosterFiled(Guid CampaignId, Guid UnitId, int FirstResponsible, int DirectResponsible, int Liaisons, int Lecturers, bool Late)
    : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings =>
        Late ? [CampaignMeasures.RostersFiled.Add(), CampaignMeasures.RostersFiledLate.Add()] : [CampaignMeasures.RostersFiled.Add()];
}

/// <summary>变更名单: a person was added to, or taken off, a roster that is already filed.</summary>
/// <param name="Role">Key of the role.</param>
/// <param name="Added">False when the person was taken off.</param>
public sealed record RosterChanged(Guid CampaignId, Guid UnitId, Guid PersonId, string Role, bool Added) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>
/// 名单未报: one working day before the deadline, or after it, this unit's roster is still missing. Recorded by the nightly job, at most once a day for
/// each unit and campaign; the ladder of reminders hears it. The fact's <c>CampaignId</c> in the envelope is the campaign.
/// </summary>
/// <param name="CampaignId">Campaign that asks.</param>
/// <param name="UnitId">The unit that has not filed: its liaisons and clerks are to be reminded, then those above.</param>
/// <param name="IssuingUnitId">The unit whose office asked.</param>
/// <param name="DueOn">Last day for filing.</param>
/// <param name="RemindedOn">The local day of this reminder: campaign, unit and day together are its key.</param>
public sealed record RosterUnfiled(Guid CampaignId, Guid UnitId, Guid IssuingUnitId, DateOnly DueOn, DateOnly RemindedOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    /// <summary>The deadline has passed; false for the reminder one working day before.</summary>
    [JsonIgnore]
    public bool IsOverdue => RemindedOn > DueOn;

    /// <summary>Where the reminder leads.</summary>
    [JsonIgnore]
    public string Href => $"/campaigns/{CampaignId}/rosters/{UnitId}";
}
