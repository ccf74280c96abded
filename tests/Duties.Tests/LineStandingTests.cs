using Wuzha.Duties.Board;
using Wuzha.Duties.Exports;
using Wuzha.Duties.Lists;
using Xunit;

namespace Wuzha.Duties.Tests;

/// <summary>Which of its periods a line of a list speaks of, and how it is worded.</summary>
public sealed class LineStandingTests
{
    private static readonly DateOnly Today = new(2026, 4, 15);

    private static Standing Of(int fromDay, int untilDay, int dueDay, StandingState state) =>
        new()
        {
            AssignmentId = Guid.Empty,
            DutyId = Guid.Empty,
            UnitId = Guid.Empty,
            Period = new DutyPeriod(new DateOnly(2026, 4, fromDay), new DateOnly(2026, 4, untilDay), new DateOnly(2026, 4, dueDay)),
            State = state,
            Value = 0,
            Required = 1,
        };

    [Fact]
    public void A_unit_that_is_asked_nothing_is_not_behind()
    {
        var line = LineStanding.Of([], Today);
        Assert.Equal((LineState.Nothing, "不适用", false), (line.State, line.Words, line.IsUrgent));
    }

    [Theory]
    [InlineData(15, "今天到期", true)]
    [InlineData(16, "明天到期", true)]
    [InlineData(21, "还有 6 天", true)]
    [InlineData(22, "待完成", false)]
    public void What_is_due_says_how_long_there_is(int dueDay, string words, bool isUrgent)
    {
        var line = LineStanding.Of([Of(1, 30, dueDay, StandingState.Due)], Today);
        Assert.Equal((LineState.Due, words, isUrgent), (line.State, line.Words, line.IsUrgent));
    }

    [Fact]
    public void The_running_period_speaks_and_the_one_before_is_remembered()
    {
        var line = LineStanding.Of(
            [
                Of(1, 5, 5, StandingState.Overdue),
                Of(6, 12, 12, StandingState.Overdue),
                Of(13, 19, 19, StandingState.Due),
                Of(20, 26, 26, StandingState.NotYet),
            ],
            Today
        );
        Assert.Equal(new DateOnly(2026, 4, 13), line.Now!.Period.FromOn);
        Assert.Equal((LineState.Overdue, "上期未完成", 2), (line.State, line.Words, line.Missed));
    }

    [Fact]
    public void What_was_missed_longer_ago_or_is_made_good_now_is_not_behind()
    {
        Standing[] missed = [Of(1, 5, 5, StandingState.Overdue), Of(6, 12, 12, StandingState.Met)];
        Assert.Equal(LineState.Due, LineStanding.Of([.. missed, Of(13, 19, 19, StandingState.Due)], Today).State);
        var done = LineStanding.Of([missed[0], Of(13, 19, 19, StandingState.Met)], Today);
        Assert.Equal((LineState.Met, 1), (done.State, done.Missed));
    }

    [Fact]
    public void Overdue_counts_the_days_and_what_has_not_begun_waits()
    {
        Assert.Equal("逾期 5 天", LineStanding.Of([Of(1, 30, 10, StandingState.Overdue)], Today).Words);
        Assert.Equal(LineState.NotYet, LineStanding.Of([Of(20, 30, 30, StandingState.NotYet)], Today).State);
        Assert.Equal(LineState.Waived, LineStanding.Of([Of(1, 30, 10, StandingState.Waived)], Today).State);
    }

    [Fact]
    public void Days_are_worded_shortly()
    {
        Assert.Equal("4月1日", DutyWords.Days(new(2026, 4, 1), new(2026, 4, 1)));
        Assert.Equal("4月1日至30日", DutyWords.Days(new(2026, 4, 1), new(2026, 4, 30)));
        Assert.Equal("4月1日至6月30日", DutyWords.Days(new(2026, 4, 1), new(2026, 6, 30)));
        Assert.Equal("2026年8月23日至2027年1月20日", DutyWords.Days(new(2026, 8, 23), new(2027, 1, 20)));
    }

    [Fact]
    public void A_matrix_beyond_forty_by_sixty_is_not_drawn()
    {
        Assert.False(BoardMatrix.Of([.. Lines(40, 2)]).IsTooLarge);
        Assert.True(BoardMatrix.Of([.. Lines(41, 2)]).IsTooLarge);
        Assert.False(BoardMatrix.Of([.. Lines(2, 60)]).IsTooLarge);
        Assert.True(BoardMatrix.Of([.. Lines(2, 61)]).IsTooLarge);
    }

    [Fact]
    public void A_unit_that_does_not_owe_a_duty_has_an_empty_cell()
    {
        var lines = Lines(2, 2).ToList();
        var matrix = BoardMatrix.Of([.. lines.Skip(1)]);
        Assert.Equal([false, true, true, true], matrix.Rows.SelectMany(row => row.Cells).Select(cell => cell is not null));
    }

    private static IEnumerable<DutyLine> Lines(int units, int duties)
    {
        var ids = Enumerable.Range(0, duties).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var unit in Enumerable.Range(0, units).Select(_ => Guid.CreateVersion7()))
        foreach (var (id, at) in ids.Select((id, at) => (id, at)))
            yield return new DutyLine
            {
                AssignmentId = Guid.CreateVersion7(),
                DutyId = id,
                CampaignId = Guid.Empty,
                CampaignName = "",
                UnitId = unit,
                UnitName = unit.ToString(),
                SortKey = "",
                Number = at + 1,
                Title = "宣讲",
                Kind = "lecture",
                IsPriority = false,
                When = "",
                CountsWork = true,
                CountedIn = "次",
                Standing = LineStanding.Of([], Today),
            };
    }
}
