using Wuzha.Platform;

namespace Wuzha.Messaging;

/// <summary>消息: the outbox, and the one ladder of reminder and escalation.</summary>
public sealed class MessagingModule : Module;
