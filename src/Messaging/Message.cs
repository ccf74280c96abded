using Wuzha.Messaging.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;

namespace Wuzha.Messaging;

public enum MessageState
{
    /// <summary>待发: waits for its moment.</summary>
    Waiting = 0,

    /// <summary>发送中: claimed; from here on it is never sent a second time without a person's decision.</summary>
    Sending = 1,

    /// <summary>已送达.</summary>
    Delivered = 2,

    /// <summary>存疑: the sender died between claiming and noting the delivery; it may or may not have left.</summary>
    Doubtful = 3,

    /// <summary>已取消.</summary>
    Cancelled = 4,

    /// <summary>无号码: the recipient has no phone on file.</summary>
    Unreachable = 5,
}

/// <summary>消息: one telling to one person, in the outbox. At most once per recipient and key, and once a day per recipient and subject.</summary>
internal sealed class Message
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid RecipientId { get; init; }
    public required string Key { get; init; }

    /// <summary>Where the recipient serves; who may see the message follows from it.</summary>
    public required Guid UnitId { get; init; }
    public required string SubjectKind { get; init; }
    public required Guid SubjectId { get; init; }
    public required Guid SubjectUnitId { get; init; }
    public required string Template { get; init; }

    /// <summary>JSON of the wish's values.</summary>
    public required string Details { get; init; }
    public required Urgency Urgency { get; init; }
    public required Guid CampaignId { get; init; }

    /// <summary>The fact that wished it.</summary>
    public required Guid FactId { get; init; }
    public required DateTime WantedAt { get; init; }
    public required DateTime NotBeforeAt { get; set; }
    public MessageState State { get; private set; }

    /// <summary>The local day it leaves on; unique per recipient and subject, so that the database itself keeps the once-a-day rule.</summary>
    public DateOnly? SentOn { get; private set; }
    public DateTime? ClaimedAt { get; private set; }
    public DateTime? DeliveredAt { get; private set; }

    /// <summary>What left, word for word; null until then.</summary>
    public string? Text { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public int Version { get; private set; }

    public Subject About => new(SubjectKind, SubjectId, SubjectUnitId);

    public void Claim(DateTime now)
    {
        (State, ClaimedAt, SentOn) = (MessageState.Sending, now, LocalDay.Of(now));
        Version++;
    }

    public void Hold(DateTime until)
    {
        NotBeforeAt = until;
        Version++;
    }

    public void NoteDelivered(string text, DateTime now)
    {
        (State, Text, DeliveredAt) = (MessageState.Delivered, text, now);
        Version++;
    }

    public void NoteUnreachable()
    {
        (State, SentOn) = (MessageState.Unreachable, null);
        Version++;
    }

    /// <summary>What it would have reminded of is settled or excused meanwhile.</summary>
    public void CancelAsSettled(DateTime now)
    {
        (State, DecidedAt) = (MessageState.Cancelled, now);
        Version++;
    }

    public void NoteDoubtful()
    {
        State = MessageState.Doubtful;
        Version++;
    }

    public Refusal? Cancel(Guid by, DateTime now)
    {
        if (State is not (MessageState.Waiting or MessageState.Unreachable))
            return MessagingRefusals.TooLateToCancel;

        State = MessageState.Cancelled;
        Decide(by, now);
        return null;
    }

    /// <summary>A doubtful one leaves once more, because a person says so.</summary>
    public Refusal? SendAgain(Guid by, DateTime now)
    {
        if (State is not MessageState.Doubtful)
            return MessagingRefusals.NotDoubtful;

        (State, SentOn, ClaimedAt, NotBeforeAt) = (MessageState.Waiting, null, null, now);
        Decide(by, now);
        return null;
    }

    /// <summary>A doubtful one did arrive, because a person says so.</summary>
    public Refusal? CountAsDelivered(Guid by, DateTime now)
    {
        if (State is not MessageState.Doubtful)
            return MessagingRefusals.NotDoubtful;

        (State, DeliveredAt) = (MessageState.Delivered, now);
        Decide(by, now);
        return null;
    }

    private void Decide(Guid by, DateTime now)
    {
        (DecidedBy, DecidedAt) = (by, now);
        Version++;
    }
}
