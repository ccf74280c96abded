using Wuzha.Organisation.Rosters;
using Wuzha.Platform.Calendar;
using Xunit;

namespace Wuzha.Organisation.Tests.Rosters;

public sealed class RosterReminderTests
{
    /// <summary>Due on Tuesday 7 April 2026; 4 to 6 April is Qingming, so the working day before is Friday 3 April.</summary>
    [Theory]
    [InlineData("2026-04-02", false)]
    [InlineData("2026-04-03", true)]
    [InlineData("2026-04-04", false)]
    [InlineData("2026-04-06", false)]
    [InlineData("2026-04-07", false)]
    [InlineData("2026-04-08", true)]
    [InlineData("2026-04-11", false)]
    [InlineData("2026-04-13", true)]
    public void Calls_on_the_working_day_before_and_on_working_days_after(string today, bool due) =>
        Assert.Equal(due, RosterReminder.IsDue(WorkingCalendar.National, new DateOnly(2026, 4, 7), DateOnly.Parse(today)));
}
