using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Directives.Exports;

/// <summary>登记工作群: a unit has named a group that it has or is to set up.</summary>
/// <param name="Kind">command, village, unit, class or neighbourhood.</param>
/// <param name="DueOn">Last day to set it up; null where none was set.</param>
public sealed record GroupRegistered(Guid GroupId, Guid UnitId, string Kind, DateOnly? DueOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>建成工作群: the group stands since the fact's day. Counts at the group, a node under its unit. Withdrawn when the day is corrected or taken back.</summary>
public sealed record GroupSetUp(Guid GroupId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => GroupId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [DirectiveMeasures.GroupsSetUp.Add()];
}

/// <summary>修改工作群: name, forwarder, witnesses, figures or days of a group were changed.</summary>
/// <param name="Members">How many people are in it, as the unit gave it; null for unknown. Never who.</param>
public sealed record GroupChanged(Guid GroupId, Guid UnitId, int? Members) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>解散工作群: by hand, or because its campaign is over. Withdrawn when it stands again.</summary>
public sealed record GroupDissolved(Guid GroupId, Guid UnitId, bool WithCampaign) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}
