using Wuzha.Platform.Calendar;

namespace Wuzha.Organisation.Rosters;

/// <summary>On which days a missing roster is called for: the working day before the deadline, and every working day after it.</summary>
internal static class RosterReminder
{
    public static bool IsDue(WorkingCalendar calendar, DateOnly dueOn, DateOnly today) =>
        calendar.IsWorkingDay(today) && (today > dueOn || today == calendar.WorkingDayOnOrBefore(dueOn.AddDays(-1)));
}
