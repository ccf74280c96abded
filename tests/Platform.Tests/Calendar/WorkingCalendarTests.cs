using FsCheck;
using FsCheck.Fluent;
using Wuzha.Platform.Calendar;
using Xunit;

namespace Wuzha.Platform.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly DateOnly FirstDay = new(2024, 1, 1);

    /// <summary>A calendar with random exceptions over three years, and random sane hours.</summary>
    private static readonly Gen<WorkingCalendar> Calendars =
        from days in Gen.Choose(0, 1095).Zip(Gen.Elements(true, false)).ListOf(60)
        from noon in Gen.Elements(true, false)
        from evening in Gen.Choose(19, 23)
        from morning in Gen.Choose(6, 9)
        select new WorkingCalendar(
            days.DistinctBy(day => day.Item1)
                .ToDictionary(day => FirstDay.AddDays(day.Item1), day => new DayException(day.Item2, day.Item2 ? "调休上班" : "放假")),
            new OfficeHours
            {
                NoonQuiet = noon ? new DayWindow(new TimeOnly(12, 0), new TimeOnly(14, 0)) : null,
                Quiet = new DayWindow(new TimeOnly(evening, 0), new TimeOnly(morning, 0)),
            }
        );

    private static readonly Gen<DateTime> Instants = Gen.Choose(0, 1095 * 24 * 60).Select(minutes => LocalDay.Start(FirstDay).AddMinutes(minutes));

    private static readonly Gen<TimeSpan> Works = Gen.Choose(0, 40 * 60).Select(minutes => TimeSpan.FromMinutes(minutes));

    private static DateTime At(string wall) => DateTime.Parse(wall) - LocalDay.Offset;

    [Theory]
    [InlineData(2024, 115)]
    [InlineData(2025, 117)]
    [InlineData(2026, 117)]
    public void A_published_year_has_the_free_days_its_notice_gives(int year, int free)
    {
        // 104 or 105 weekend days plus the statutory holidays (11 until 2024, 13 from 2025): 调休 moves days off, it makes none.
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(n => new DateOnly(year, 1, 1).AddDays(n)).ToList();
        Assert.Equal(free, days.Count(day => !WorkingCalendar.National.IsWorkingDay(day)));
    }

    [Theory]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-02-10", false)]
    [InlineData("2024-02-18", true)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-09-25", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-11-21", false)]
    public void Days_are_worked_as_the_State_Council_published(string day, bool worked) =>
        Assert.Equal(worked, WorkingCalendar.National.IsWorkingDay(DateOnly.Parse(day)));

    [Fact]
    public void A_weekend_day_is_worked_and_a_weekday_is_free_in_every_notice()
    {
        foreach (var holiday in StatutoryHolidays.Years.SelectMany(year => year.Holidays))
        {
            Assert.All(holiday.Worked, day => Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{day}"));
            Assert.True(holiday.From <= holiday.Until);
        }
    }

    [Fact]
    public void A_year_without_a_notice_is_Monday_to_Friday_and_says_so()
    {
        Assert.False(WorkingCalendar.IsPublished(2031));
        Assert.True(WorkingCalendar.IsPublished(2026));
        Assert.True(WorkingCalendar.National.IsWorkingDay(new DateOnly(2031, 10, 1)));
        Assert.False(WorkingCalendar.National.IsWorkingDay(new DateOnly(2031, 10, 4)));
    }

    [Fact]
    public void The_tenants_own_day_outranks_the_notice()
    {
        var flood = new DateOnly(2026, 7, 1);
        var national = new DateOnly(2026, 10, 1);
        var calendar = new WorkingCalendar(
            new Dictionary<DateOnly, DayException> { [flood] = new(false, "防汛停工"), [national] = new(true, "值守") },
            new OfficeHours()
        );
        Assert.False(calendar.IsWorkingDay(flood));
        Assert.True(calendar.IsWorkingDay(national));
    }

    [Fact]
    public void Three_working_days_over_the_National_Day_holiday_end_after_it() =>
        // Wed 30 Sep 2026; 1 to 7 Oct free; 8, 9 and Saturday 10 (调休) worked.
        Assert.Equal(new DateOnly(2026, 10, 10), WorkingCalendar.National.AddWorkingDays(new DateOnly(2026, 9, 30), 3));

    [Theory]
    [InlineData("2026-05-12 11:00", 60, "2026-05-12 12:00")]
    [InlineData("2026-05-12 11:00", 90, "2026-05-12 15:00")]
    [InlineData("2026-05-12 17:00", 60, "2026-05-13 09:00")]
    [InlineData("2026-05-12 13:00", 0, "2026-05-12 14:30")]
    [InlineData("2026-05-08 17:30", 30, "2026-05-09 09:00")]
    [InlineData("2026-05-09 17:00", 60, "2026-05-11 09:00")]
    public void Working_time_is_counted_over_noon_night_and_weekend(string from, int minutes, string until) =>
        Assert.Equal(At(until), WorkingCalendar.National.AddWorkingTime(At(from), TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Adding_working_time_never_lands_outside_office_hours_and_measures_back() =>
        Prop.ForAll(
                Arb.From(Calendars),
                Arb.From(Instants.Zip(Works)),
                (calendar, given) =>
                {
                    var until = calendar.AddWorkingTime(given.Item1, given.Item2);
                    // The very end of a window is a moment of it: half a minute before it is.
                    var inside = calendar.IsWorkingTime(until) || calendar.IsWorkingTime(until.AddSeconds(-30));
                    return inside && until >= given.Item1 && calendar.WorkingTimeBetween(given.Item1, until) == given.Item2;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_working_time_is_monotonic_in_start_and_in_amount() =>
        Prop.ForAll(
                Arb.From(Calendars),
                Arb.From(Instants.Zip(Instants)),
                Arb.From(Works.Zip(Works)),
                (calendar, instants, works) =>
                {
                    var (early, late) = instants.Item1 <= instants.Item2 ? instants : (instants.Item2, instants.Item1);
                    var (little, much) = works.Item1 <= works.Item2 ? works : (works.Item2, works.Item1);
                    return calendar.AddWorkingTime(early, little) <= calendar.AddWorkingTime(late, little)
                        && calendar.AddWorkingTime(early, little) <= calendar.AddWorkingTime(early, much);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_next_allowed_moment_is_the_first_minute_that_is_not_quiet() =>
        Prop.ForAll(
                Arb.From(Calendars),
                Arb.From(Instants),
                (calendar, from) =>
                {
                    var minute = from;
                    while (calendar.IsQuiet(minute))
                        minute = minute.AddMinutes(1);
                    return calendar.NextAllowed(from) == minute;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-05-12 20:59", "2026-05-12 20:59")]
    [InlineData("2026-05-12 21:00", "2026-05-13 08:00")]
    [InlineData("2026-05-12 07:30", "2026-05-12 08:00")]
    [InlineData("2026-05-12 12:30", "2026-05-12 12:30")]
    public void Quiet_hours_hold_a_routine_message_until_eight(string from, string until) =>
        Assert.Equal(At(until), WorkingCalendar.National.NextAllowed(At(from)));

    [Fact]
    public void An_urgent_dissuasion_leaves_at_night() =>
        Assert.Equal(At("2026-05-12 23:10"), WorkingCalendar.National.NextAllowed(At("2026-05-12 23:10"), Urgency.Urgent));

    [Fact]
    public void Nothing_routine_leaves_between_22_and_7_whatever_an_office_sets()
    {
        var calendar = new WorkingCalendar(
            new Dictionary<DateOnly, DayException>(),
            new OfficeHours { Quiet = new DayWindow(new TimeOnly(23, 0), new TimeOnly(6, 0)) }
        );
        Assert.Equal(At("2026-05-13 07:00"), calendar.NextAllowed(At("2026-05-12 22:10")));
        Assert.Equal(At("2026-05-13 07:00"), calendar.NextAllowed(At("2026-05-13 06:30")));
    }

    [Theory]
    [InlineData(Period.Day, "2026-05-12", "2026-05-12")]
    [InlineData(Period.Week, "2026-05-11", "2026-05-17")]
    [InlineData(Period.Month, "2026-05-01", "2026-05-31")]
    [InlineData(Period.Quarter, "2026-04-01", "2026-06-30")]
    [InlineData(Period.Year, "2026-01-01", "2026-12-31")]
    public void A_period_begins_and_ends(Period period, string from, string until)
    {
        var day = new DateOnly(2026, 5, 12);
        Assert.Equal(DateOnly.Parse(from), WorkingCalendar.PeriodStart(period, day));
        Assert.Equal(DateOnly.Parse(until), WorkingCalendar.PeriodEnd(period, day));
    }

    [Fact]
    public void Periods_cover_every_day_once() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(-2000, 2000)),
                Arb.From(Gen.Elements(Enum.GetValues<Period>())),
                (offset, period) =>
                {
                    var day = FirstDay.AddDays(offset);
                    var end = WorkingCalendar.PeriodEnd(period, day);
                    return WorkingCalendar.PeriodStart(period, day) <= day
                        && end >= day
                        && WorkingCalendar.PeriodStart(period, end.AddDays(1)) == end.AddDays(1);
                }
            )
            .QuickCheckThrowOnFailure();
}
