using Wuzha.Platform;

namespace Wuzha.Messaging;

/// <summary>What may be done in this module.</summary>
public static class MessagingActs
{
    public static readonly Act ReadOutgoing = new("messaging.read-outgoing", "查看待发消息");
    public static readonly Act ManageOutgoing = new("messaging.manage-outgoing", "取消待发消息、处理存疑消息");
    public static readonly Act ReadReminders = new("messaging.read-reminders", "查看催办");
    public static readonly Act AnswerReminders = new("messaging.answer-reminders", "对催办说明不适用");
    public static readonly Act ManageReminders = new("messaging.manage-reminders", "恢复催办");
}
