namespace Wuzha.Platform.Calendar;

internal static class CalendarRefusals
{
    public static readonly Refusal DayNotSet = new("platform.calendar-day-not-set", 404, "这一天没有本地设置，不用恢复。请返回工作日历查看。");
    public static readonly Refusal SeasonGone = new("platform.school-season-gone", 404, "没有这个学期或假期，可能已被删除。请返回工作日历查看。");
    public static readonly Refusal MarketGone = new("platform.market-gone", 404, "没有这个集市，可能已被删除。请返回工作日历查看。");
}
