using Wuzha.Duties.Exports;
using Wuzha.Platform.Calendar;
using Xunit;

namespace Wuzha.Duties.Tests;

/// <summary>The rules of docs/decisions/0016-standings.md, one by one.</summary>
public sealed class PeriodsTests
{
    private static readonly CampaignPeriod Year = new(Day(1, 1), Day(12, 31));

    [Fact]
    public void A_once_duty_counts_late_until_the_campaign_ends()
    {
        var period = Only(Timing.Once(Day(4, 1), Day(5, 18)), new CampaignPeriod(Day(4, 10), Day(6, 30)), DutyRun.From(Day(4, 10)));

        Assert.Equal((Day(4, 10), Day(6, 30), Day(5, 18)), (period.FromOn, period.UntilOn, period.DueOn));
    }

    [Fact]
    public void A_unit_that_gets_an_overdue_duty_has_until_the_next_working_day()
    {
        // 2026-05-01 to 05-05 are days off.
        var period = Only(Timing.Once(Day(4, 1), Day(4, 20)), Year, DutyRun.From(Day(4, 30)));

        Assert.Equal((Day(4, 30), Day(5, 6)), (period.FromOn, period.DueOn));
    }

    [Fact]
    public void At_once_is_due_at_the_end_of_the_next_working_day()
    {
        // Saturday 2026-05-09 is worked for the holiday in the week before.
        Assert.Equal(Day(5, 9), Only(Timing.AtOnce(Day(5, 8)), Year, DutyRun.From(Day(5, 8))).DueOn);
        Assert.Equal(Day(5, 18), Only(Timing.AtOnce(Day(5, 15)), Year, DutyRun.From(Day(5, 15))).DueOn);
    }

    [Fact]
    public void A_continuous_duty_is_due_on_its_last_day()
    {
        var period = Only(Timing.Continuous(Day(3, 1), Day(9, 30)), new CampaignPeriod(Day(2, 1), Day(8, 31)), DutyRun.From(Day(2, 1)));

        Assert.Equal((Day(3, 1), Day(8, 31), Day(8, 31)), (period.FromOn, period.UntilOn, period.DueOn));
    }

    [Fact]
    public void A_cut_period_asks_nothing_below_half_and_its_share_from_there()
    {
        // Thursday to Sunday of the first week lie inside: four of seven.
        var weeks = All(Timing.Each(CadencePer.Week, 2, Day(4, 9), Day(4, 28)), Year);

        Assert.Equal([Day(4, 9), Day(4, 13), Day(4, 20)], weeks.Select(week => week.FromOn));
        Assert.Equal([2L, 2, 2], weeks.Select(week => week.Asks(2)));
        Assert.Equal([6L, 10, 10], weeks.Select(week => week.Asks(10)));
        // Monday and Tuesday of the last week are less than half.
        Assert.Equal(Day(4, 26), weeks[^1].UntilOn);
    }

    [Fact]
    public void A_campaign_shorter_than_half_a_period_still_asks_once()
    {
        var period = Only(Timing.Each(CadencePer.Month, 1, Day(4, 25), Day(5, 6), 3), Year, DutyRun.From(Day(4, 25)));

        // Six days of April and six of May: the earlier one, due by its last day, whole.
        Assert.Equal((Day(4, 25), Day(4, 30), Day(4, 30), 1L), (period.FromOn, period.UntilOn, period.DueOn, period.Asks(1)));
    }

    [Fact]
    public void A_month_is_due_by_its_day_and_met_late_until_its_end()
    {
        var months = All(Timing.Each(CadencePer.Month, 1, Day(1, 1), Day(3, 31), 30), Year);

        Assert.Equal(
            [(Day(1, 30), Day(1, 31)), (Day(2, 28), Day(2, 28)), (Day(3, 30), Day(3, 31))],
            months.Select(month => (month.DueOn, month.UntilOn))
        );
    }

    [Fact]
    public void A_month_whose_day_had_passed_when_the_duty_began_asks_nothing()
    {
        var months = All(Timing.Each(CadencePer.Month, 1, Day(4, 10), Day(6, 30), 5), Year, DutyRun.From(Day(4, 10)));

        Assert.Equal([Day(5, 5), Day(6, 5)], months.Select(month => month.DueOn));
    }

    [Fact]
    public void Quarters_years_and_two_day_periods_follow_the_calendar()
    {
        Assert.Equal([Day(3, 31), Day(6, 30)], All(Timing.Each(CadencePer.Quarter, 1, Day(1, 1), Day(7, 15)), Year).Select(one => one.DueOn));
        Assert.Equal([Day(3, 20), Day(6, 20)], All(Timing.Each(CadencePer.Quarter, 1, Day(1, 1), Day(7, 15), 20), Year).Select(one => one.DueOn));
        Assert.Equal(Day(12, 31), Only(Timing.Each(CadencePer.Year, 2, Day(1, 1), Day(12, 31)), Year, DutyRun.From(Day(1, 1))).DueOn);
        var pairs = All(Timing.Each(CadencePer.TwoDays, 1, Day(4, 1), Day(4, 6)), Year);
        Assert.All(pairs.Skip(1), pair => Assert.Equal(WorkingCalendar.PeriodStart(Period.TwoDays, pair.DueOn), pair.FromOn));
        Assert.Equal(6, pairs.Sum(pair => pair.InsideDays));
    }

    [Fact]
    public void Terms_are_those_of_the_schools_and_half_years_where_none_is_entered()
    {
        var timing = Timing.Each(CadencePer.Term, 2, Day(1, 1), Day(12, 31));
        var entered = new PeriodSources(
            WorkingCalendar.National,
            [new SchoolTerm(Day(2, 24), Day(7, 3)), new SchoolTerm(Day(9, 1), new DateOnly(2027, 1, 20))],
            []
        );

        Assert.Equal(
            [(Day(2, 24), Day(7, 3)), (Day(9, 1), Day(12, 31))],
            Periods.Of(timing, Year, DutyRun.From(Day(1, 1)), entered).Select(one => (one.FromOn, one.UntilOn))
        );
        Assert.Equal([(Day(2, 1), Day(7, 31)), (Day(8, 1), Day(12, 31))], All(timing, Year).Select(one => (one.FromOn, one.UntilOn)));
    }

    [Fact]
    public void Every_market_day_of_the_place_asks_and_a_place_without_market_asks_nothing()
    {
        var timing = Timing.Each(CadencePer.MarketDay, 1, Day(4, 1), Day(4, 15));
        var places = new PeriodSources(WorkingCalendar.National, [], [new MarketDays(MarketRule.DayEndings, [3, 8])]);

        Assert.Equal([Day(4, 3), Day(4, 8), Day(4, 13)], Periods.Of(timing, Year, DutyRun.From(Day(4, 1)), places).Select(one => one.DueOn));
        Assert.Empty(All(timing, Year));
    }

    [Fact]
    public void What_was_not_due_when_a_unit_was_released_is_asked_of_nobody()
    {
        var run = new DutyRun(Day(1, 1), Day(1, 1), Day(3, 20));

        Assert.Equal([Day(1, 31), Day(2, 28)], All(Timing.Each(CadencePer.Month, 1, Day(1, 1), Day(12, 31)), Year, run).Select(one => one.DueOn));
        Assert.Empty(All(Timing.Once(Day(1, 1), Day(4, 1)), Year, run));
        Assert.Equal(Day(3, 20), Only(Timing.Once(Day(1, 1), Day(3, 1)), Year, run).UntilOn);
    }

    /// <summary>An amendment on any day leaves every period with exactly one form of the duty, whole.</summary>
    [Theory]
    [InlineData(CadencePer.Week, null)]
    [InlineData(CadencePer.Month, null)]
    [InlineData(CadencePer.Month, 25)]
    [InlineData(CadencePer.Quarter, 10)]
    [InlineData(CadencePer.Day, null)]
    public void An_amended_duty_asks_every_period_once_by_the_one_form_or_the_other(CadencePer per, int? dueDay)
    {
        var timing = Timing.Each(per, 1, Day(1, 1), Day(12, 31), dueDay);
        var whole = All(timing, Year);
        for (var day = Day(1, 2); day <= Day(12, 31); day = day.AddDays(1))
        {
            var before = All(timing, Year, new DutyRun(Day(1, 1), Day(1, 1), day.AddDays(-1)));
            var after = All(timing, Year, new DutyRun(day, Day(1, 1)));

            Assert.Equal(whole.Select(one => (one.FromOn, one.DueOn)), before.Concat(after).Select(one => (one.FromOn, one.DueOn)));
        }
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private static IReadOnlyList<DutyPeriod> All(Timing timing, CampaignPeriod campaign, DutyRun? run = null) =>
        Periods.Of(timing, campaign, run ?? DutyRun.From(campaign.FromOn), PeriodSources.National);

    private static DutyPeriod Only(Timing timing, CampaignPeriod campaign, DutyRun run) => Assert.Single(All(timing, campaign, run));
}
