using System.Buffers.Text;
using Wuzha.Platform;

namespace Wuzha.Directives.Relays;

/// <summary>Where a relay stands.</summary>
public enum RelayState
{
    ToSend = 0,

    /// <summary>The forwarder says that it is in the group.</summary>
    Sent = 1,

    /// <summary>A supervisor has seen it there.</summary>
    Confirmed = 2,
}

/// <summary>
/// 转发: one directive in one group (requirements DIR4). Its random id is its public address: whoever opens it from the group sees the notice, and the
/// opening counts at the group.
/// </summary>
internal sealed class Relay
{
    private const int CodeLength = 22;

    public required string TenantId { get; init; }

    /// <summary>UUID version 4: unguessable.</summary>
    public required Guid Id { get; init; }
    public required Guid DirectiveId { get; init; }
    public required Guid GroupId { get; init; }

    /// <summary>The unit of the group then.</summary>
    public required Guid UnitId { get; init; }
    public DateTime? SentAt { get; private set; }
    public Guid? SentBy { get; private set; }

    /// <summary>The fact that counts it.</summary>
    public Guid? SentFactId { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public Guid? ConfirmedBy { get; private set; }
    public Guid? ConfirmedFactId { get; private set; }
    public int Version { get; private set; }

    public RelayState State => StateOf(SentAt, ConfirmedAt);

    public static RelayState StateOf(DateTime? sentAt, DateTime? confirmedAt) =>
        confirmedAt is not null ? RelayState.Confirmed
        : sentAt is not null ? RelayState.Sent
        : RelayState.ToSend;

    /// <summary>22 characters after <c>/n/tenant/</c>.</summary>
    public static string CodeOf(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    /// <summary>The id behind a code; null for what is no code.</summary>
    public static Guid? IdOf(string code)
    {
        Span<byte> bytes = stackalloc byte[16];
        return
            code.Length == CodeLength
            && Base64Url.IsValid(code)
            && Base64Url.TryDecodeFromChars(code, bytes, out var written)
            && written == bytes.Length
            ? new Guid(bytes, bigEndian: true)
            : null;
    }

    /// <summary>The forwarder put it into the group.</summary>
    public Refusal? Send(Guid by, DateTime at, Guid factId)
    {
        if (SentAt is not null)
            return DirectiveRefusals.RelayAlreadySent;

        (SentAt, SentBy, SentFactId) = (at, by, factId);
        Version++;
        return null;
    }

    /// <summary>Pressed by mistake: it is not in the group yet.</summary>
    /// <returns>The fact to withdraw.</returns>
    public Result<Guid> TakeBack()
    {
        if (SentFactId is not { } fact)
            return DirectiveRefusals.RelayNotSent;
        if (ConfirmedAt is not null)
            return DirectiveRefusals.RelayConfirmed;

        (SentAt, SentBy, SentFactId) = (null, null, null);
        Version++;
        return fact;
    }

    /// <summary>A supervisor confirms; never the one who sent it.</summary>
    public Refusal? Confirm(Guid by, DateTime at, Guid factId)
    {
        if (SentAt is null)
            return DirectiveRefusals.RelayNotSent;
        if (ConfirmedAt is not null)
            return DirectiveRefusals.RelayConfirmed;
        if (SentBy == by)
            return DirectiveRefusals.RelayConfirmedBySender;

        (ConfirmedAt, ConfirmedBy, ConfirmedFactId) = (at, by, factId);
        Version++;
        return null;
    }
}
