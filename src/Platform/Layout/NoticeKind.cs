namespace Wuzha.Platform.Layout;

public enum NoticeKind
{
    Info,
    Success,
    Warning,
    Error,
}
