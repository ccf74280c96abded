using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Directives.Exports;

/// <summary>What happened to one directive in one group. Counts at the group, a node under its unit.</summary>
public abstract record RelayFact(Guid DirectiveId, Guid GroupId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => GroupId;
}

/// <summary>转发到群: the forwarder has put the directive into the group. Withdrawn when it was pressed by mistake.</summary>
public sealed record DirectiveRelayed(Guid DirectiveId, Guid GroupId) : RelayFact(DirectiveId, GroupId)
{
    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [DirectiveMeasures.Relayed.Add()];
}

/// <summary>监督员确认: somebody other than the sender has seen it in the group.</summary>
public sealed record RelayConfirmed(Guid DirectiveId, Guid GroupId) : RelayFact(DirectiveId, GroupId)
{
    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [DirectiveMeasures.RelaysConfirmed.Add()];
}

/// <summary>
/// 打开公告: a device has had the public notice of this group before it for two seconds. Once a device and day: the fact's id follows from the device and a
/// secret of that day, which is thrown away, so that nobody can tell afterwards whose it was.
/// </summary>
public sealed record NoticeOpened(Guid DirectiveId, Guid GroupId) : RelayFact(DirectiveId, GroupId)
{
    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [DirectiveMeasures.Opens.Add()];
}

/// <summary>预览和机器访问: a robot, or a chat tool that shows what a link leads to, has fetched the notice. Once a robot and day.</summary>
public sealed record NoticePreviewed(Guid DirectiveId, Guid GroupId) : RelayFact(DirectiveId, GroupId)
{
    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [DirectiveMeasures.Previews.Add()];
}
