using Wuzha.Duties.Exports;
using Xunit;

namespace Wuzha.Duties.Tests;

public sealed class StandingTests
{
    private static readonly DutyPeriod May = new(Day(1), Day(31), Day(25));

    [Theory]
    [InlineData(0, StandingState.NotYet)]
    [InlineData(1, StandingState.Due)]
    [InlineData(25, StandingState.Due)]
    [InlineData(26, StandingState.Overdue)]
    [InlineData(40, StandingState.Overdue)]
    public void Without_work_it_is_due_through_its_last_day_and_overdue_after_it(int today, StandingState state) =>
        Assert.Equal((state, 0L, (DateOnly?)null), Standings.Of(May, 2, [], false, Day(1).AddDays(today - 1)));

    [Fact]
    public void It_is_met_on_the_day_on_which_it_is_enough()
    {
        DayValue[] days = [new(Day(1).AddDays(-1), 5), new(Day(3), 1), new(Day(25), 1), new(Day(26), 4)];

        Assert.Equal((StandingState.Due, 1L, (DateOnly?)null), Standings.Of(May, 2, days, false, Day(24)));
        Assert.Equal((StandingState.Met, 2L, Day(25)), Standings.Of(May, 2, days, false, Day(25)));
        Assert.Equal((StandingState.Met, 6L, Day(25)), Standings.Of(May, 2, days, false, Day(31)));
        Assert.Equal((StandingState.MetLate, 6L, Day(26)), Standings.Of(May, 6, days, false, Day(31)));
        Assert.Equal((StandingState.Overdue, 6L, (DateOnly?)null), Standings.Of(May, 7, days, false, Day(31)));
    }

    [Fact]
    public void A_waiver_excuses_lateness_but_not_what_was_done_in_time()
    {
        Assert.Equal(StandingState.Waived, Standings.Of(May, 1, [], true, Day(31)).State);
        Assert.Equal(StandingState.Waived, Standings.Of(May, 1, [new(Day(26), 1)], true, Day(31)).State);
        Assert.Equal(StandingState.Met, Standings.Of(May, 1, [new(Day(25), 1)], true, Day(31)).State);
    }

    private static DateOnly Day(int day) => new(2026, 5, day);
}
