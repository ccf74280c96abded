using FsCheck;
using FsCheck.Fluent;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Xunit;

namespace Wuzha.Messaging.Tests;

public sealed class LadderTests
{
    private static readonly DateOnly FirstDay = new(2025, 12, 1);

    private static readonly Gen<WorkingCalendar> Calendars =
        from days in Gen.Choose(0, 120).Zip(Gen.Elements(true, false)).ListOf(25)
        select new WorkingCalendar(
            days.DistinctBy(day => day.Item1)
                .ToDictionary(day => FirstDay.AddDays(day.Item1), day => new DayException(day.Item2, day.Item2 ? "调休上班" : "放假")),
            new OfficeHours()
        );

    private static readonly Gen<DateTime> Instants = Gen.Choose(20 * 24 * 2, 110 * 24 * 2)
        .Select(halfHours => LocalDay.Start(FirstDay).AddMinutes(30 * halfHours));

    private static DateTime At(string wall) => DateTime.Parse(wall) - LocalDay.Offset;

    [Fact]
    public void The_rungs_are_liaison_direct_responsible_first_responsible_office() =>
        Assert.Equal(
            [Roles.Liaison.Key, Roles.DirectResponsible.Key, Roles.FirstResponsible.Key, Roles.OfficeClerk.Key],
            Ladder.Steps.Select(step => step.Role)
        );

    [Fact]
    public void A_duty_due_on_the_Friday_before_Qingming_is_climbed_after_the_holiday()
    {
        // 3 April 2026 is a Friday, 4 to 6 April are Qingming: the rungs after the deadline fall on 7, 8 and 9 April.
        var due = At("2026-04-04 00:00");
        Assert.Equal(At("2026-04-03 08:30"), Ladder.At(WorkingCalendar.National, due, 0, null));
        Assert.Equal(At("2026-04-07 08:30"), Ladder.At(WorkingCalendar.National, due, 1, At("2026-04-03 08:30")));
        Assert.Equal(At("2026-04-08 08:30"), Ladder.At(WorkingCalendar.National, due, 2, At("2026-04-07 08:30")));
        Assert.Equal(At("2026-04-09 08:30"), Ladder.At(WorkingCalendar.National, due, 3, At("2026-04-08 08:30")));
    }

    [Fact]
    public void A_Saturday_worked_for_a_holiday_counts()
    {
        // 28 February 2026 is a worked Saturday, the Sunday after it is free.
        var due = At("2026-02-28 00:00");
        Assert.Equal(At("2026-02-28 08:30"), Ladder.At(WorkingCalendar.National, due, 1, At("2026-02-27 08:30")));
        Assert.Equal(At("2026-03-02 08:30"), Ladder.At(WorkingCalendar.National, due, 2, At("2026-02-28 08:30")));
    }

    [Fact]
    public void A_rung_taken_late_moves_the_next_one_so_that_everyone_has_an_office_day()
    {
        var due = At("2026-05-12 00:00");
        Assert.Equal(At("2026-05-21 10:00"), Ladder.At(WorkingCalendar.National, due, 2, At("2026-05-20 10:00")));
    }

    [Fact]
    public void Times_equal_a_calculator_that_walks_minute_by_minute() =>
        Prop.ForAll(
                Arb.From(Calendars),
                Arb.From(Instants),
                Arb.From(Gen.Choose(0, 3)),
                (calendar, due, step) =>
                {
                    var slow = new SlowClock(calendar);
                    var previous = step == 0 ? (DateTime?)null : slow.Planned(due, step - 1);
                    return Ladder.At(calendar, due, step, previous) == slow.At(due, step, previous);
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>Counts office minutes one by one: nothing shared with the calendar but whether a minute is worked.</summary>
    private sealed class SlowClock(WorkingCalendar calendar)
    {
        private const int OfficeDay = 210 + 180;

        public DateTime At(DateTime due, int step, DateTime? previous)
        {
            var planned = Planned(due, step);
            if (previous is not { } before)
                return planned;

            var rested = Opening(Forward(before, OfficeDay));
            return rested > planned ? rested : planned;
        }

        public DateTime Planned(DateTime due, int step) => step == 0 ? Backward(due, OfficeDay) : Opening(Forward(due, (step - 1) * OfficeDay));

        private DateTime Forward(DateTime from, int minutes)
        {
            while (minutes > 0)
            {
                if (calendar.IsWorkingTime(from))
                    minutes--;
                from = from.AddMinutes(1);
            }
            return from;
        }

        private DateTime Backward(DateTime until, int minutes)
        {
            while (minutes > 0)
            {
                until = until.AddMinutes(-1);
                if (calendar.IsWorkingTime(until))
                    minutes--;
            }
            return until;
        }

        private DateTime Opening(DateTime from)
        {
            while (!calendar.IsWorkingTime(from))
                from = from.AddMinutes(1);
            return from;
        }
    }
}
