using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Messaging.Exports;

/// <summary>已送达: a message reached the channel for one recipient.</summary>
/// <param name="Channel"><c>dry-run</c>: shown on the page 待发 and nowhere else.</param>
public sealed record MessageDelivered(Guid MessageId, Guid RecipientId, Guid UnitId, string Channel) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [MessagingMeasures.Delivered.Add()];
}

/// <summary>取消发送: somebody took a waiting message back.</summary>
public sealed record MessageCancelled(Guid MessageId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>存疑消息处理: somebody decided what became of a message whose sending was cut short.</summary>
/// <param name="SentAgain">False: it counts as delivered.</param>
public sealed record DoubtSettled(Guid MessageId, Guid UnitId, bool SentAgain) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>What messaging counts.</summary>
public static class MessagingMeasures
{
    public static readonly Measure Delivered = new("messaging.delivered", "送达消息", "Messages delivered", "条");
}
