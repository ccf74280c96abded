namespace Wuzha.Platform.Calendar;

public static class CalendarActs
{
    public static readonly Act Read = new("platform.read-calendar", "查看工作日历");
    public static readonly Act Edit = new("platform.edit-calendar", "维护工作日历");
}
