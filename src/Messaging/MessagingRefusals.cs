using Wuzha.Platform;

namespace Wuzha.Messaging;

/// <summary>Every expected 'no' of this module.</summary>
internal static class MessagingRefusals
{
    public static readonly Refusal TooLateToCancel = new("messaging.too-late-to-cancel", 409, "这条消息已经发出或已经取消，不能再取消。");

    public static readonly Refusal NotDoubtful = new("messaging.not-doubtful", 409, "这条消息不是存疑状态，无需处理。请刷新后查看。");

    public static readonly Refusal AlreadySettled = new("messaging.already-settled", 409, "这件事已经办结，不会再催，无需说明。");

    public static readonly Refusal AlreadyAnswered = new("messaging.already-answered", 409, "已经有人说明过不适用，正等办公室处理，无需重复说明。");

    public static readonly Refusal NotAnswered = new("messaging.not-answered", 409, "这件事没有“不适用”的说明，催办本来就在进行。");
}
