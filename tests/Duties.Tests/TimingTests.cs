using Wuzha.Duties.Exports;
using Wuzha.PlanReading;
using Xunit;

namespace Wuzha.Duties.Tests;

public sealed class TimingTests
{
    private static readonly CampaignPeriod Campaign = new(new DateOnly(2026, 4, 10), new DateOnly(2026, 12, 31));

    [Theory]
    [InlineData("2026-05-18", "2026-05-18")]
    [InlineData("--05-18", "2026-05-18")]
    [InlineData("---20", "2026-04-20")]
    [InlineData("---05", "2026-05-05")]
    [InlineData(null, "2026-12-31")]
    [InlineData("soon", "2026-12-31")]
    [InlineData("--13-01", "2026-12-31")]
    public void A_deadline_alone_makes_a_duty_that_is_done_once(string? deadline, string dueOn)
    {
        var timing = Timing.Read(null, deadline, Campaign);

        Assert.Equal((TimingKind.Once, Campaign.FromOn, DateOnly.Parse(dueOn)), (timing.Kind, timing.FromOn, timing.UntilOn));
    }

    [Fact]
    public void A_day_without_a_year_lies_in_the_year_of_the_campaign_that_holds_it()
    {
        var winter = new CampaignPeriod(new DateOnly(2026, 11, 1), new DateOnly(2027, 3, 31));

        Assert.Equal(new DateOnly(2027, 1, 15), Timing.Read(null, "--01-15", winter).UntilOn);
        Assert.Equal(new DateOnly(2026, 12, 1), Timing.Read(null, "--12-01", winter).UntilOn);
        Assert.Equal(new DateOnly(2026, 6, 1), Timing.Read(null, "--06-01", winter).UntilOn);
    }

    [Theory]
    [InlineData("day", CadencePer.Day)]
    [InlineData("2day", CadencePer.TwoDays)]
    [InlineData("week", CadencePer.Week)]
    [InlineData("month", CadencePer.Month)]
    [InlineData("quarter", CadencePer.Quarter)]
    [InlineData("term", CadencePer.Term)]
    [InlineData("year", CadencePer.Year)]
    public void A_cadence_makes_a_periodic_duty_over_the_whole_campaign(string per, CadencePer read) =>
        Assert.Equal(Timing.Each(read, 2, Campaign.FromOn, Campaign.UntilOn), Timing.Read(new Cadence(2, per, true), null, Campaign));

    [Fact]
    public void A_bare_day_beside_a_cadence_is_the_day_of_the_month()
    {
        var timing = Timing.Read(new Cadence(1, "month", true), "---31", Campaign);

        Assert.Equal((31, Campaign.UntilOn), (timing.DueDay, timing.UntilOn));
        Assert.Equal("每月至少 1 次，31 日前完成", timing.Words);
    }

    [Fact]
    public void A_full_day_beside_a_cadence_is_its_last_day()
    {
        var timing = Timing.Read(new Cadence(1, "week", true), "--06-30", Campaign);

        Assert.Equal((null, new DateOnly(2026, 6, 30)), (timing.DueDay, timing.UntilOn));
    }

    [Fact]
    public void A_timing_that_reaches_into_another_year_names_its_years()
    {
        var (autumn, winter) = (new DateOnly(2026, 8, 23), new DateOnly(2027, 1, 20));

        Assert.Equal("1月20日前完成", Timing.Once(new DateOnly(2027, 1, 2), winter).Words);
        Assert.Equal("2027年1月20日前完成", Timing.Once(autumn, winter).Words);
        Assert.Equal("第一时间办理（8月23日起，下一个工作日内）", Timing.AtOnce(autumn).Words);
        Assert.Equal("每周至少 1 次", Timing.Each(CadencePer.Week, 1, autumn, winter).Words);
    }

    [Fact]
    public void A_timing_survives_its_columns()
    {
        foreach (
            var timing in (Timing[])
                [
                    Timing.Once(Campaign.FromOn, Campaign.UntilOn),
                    Timing.AtOnce(Campaign.FromOn),
                    Timing.Each(CadencePer.Week, 3, Campaign.FromOn, Campaign.UntilOn, 5),
                ]
        )
            Assert.Equal(timing, Timing.Stored(timing.Kind, timing.FromOn, timing.UntilOn, timing.Times, timing.Per, timing.DueDay));
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    [InlineData(0, 0)]
    [InlineData(null, 1)]
    public void One_for_each_started_thousand(int? people, int needed) => Assert.Equal(needed, new Need(1, NeedBasis.Population, 1000).For(people));

    [Fact]
    public void Plan_Q14_eighty_percent_of_sixteen_are_thirteen()
    {
        Assert.Equal(13, Need.Percent(80, NeedBasis.Households).For(16));
        Assert.Equal(1, Need.Percent(80, NeedBasis.Households).For(null));
        Assert.Equal(4, new Need(4).For(null));
        Assert.Equal(
            ["户数的 80%", "每 1000 人 1 名", "每户 1 份", "逐户", "2 次"],
            [
                Need.Percent(80, NeedBasis.Households).Words("户"),
                new Need(1, NeedBasis.Population, 1000).Words("名"),
                new Need(1, NeedBasis.Households).Words("份"),
                new Need(1, NeedBasis.Households).Words("户"),
                new Need(2).Words("次"),
            ]
        );
    }
}
