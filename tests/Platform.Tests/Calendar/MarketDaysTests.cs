using Wuzha.Platform.Calendar;
using Xunit;

namespace Wuzha.Platform.Tests.Calendar;

public sealed class MarketDaysTests
{
    [Theory]
    [InlineData("2026-02-17", 1)] // 春节 2026
    [InlineData("2026-02-16", 29)] // 除夕
    [InlineData("2025-01-29", 1)] // 春节 2025
    [InlineData("2026-06-19", 5)] // 端午
    [InlineData("2026-09-25", 15)] // 中秋
    [InlineData("2025-10-06", 15)] // 中秋 in a year with a leap month
    public void Lunar_days_agree_with_the_festivals(string day, int lunar) => Assert.Equal(lunar, MarketDays.LunarDayOf(DateOnly.Parse(day)));

    [Theory]
    [InlineData(MarketRule.Weekdays, new[] { 6, 7 }, "2026-05-11", "2026-05-16", "逢周六、日")]
    [InlineData(MarketRule.DayEndings, new[] { 3, 8 }, "2026-05-09", "2026-05-13", "公历逢3、8")]
    [InlineData(MarketRule.DayEndings, new[] { 0 }, "2026-05-11", "2026-05-20", "公历逢10")]
    [InlineData(MarketRule.LunarEndings, new[] { 5 }, "2026-06-19", "2026-06-19", "农历逢五")]
    [InlineData(MarketRule.LunarDays, new[] { 1, 15 }, "2026-09-12", "2026-09-25", "农历初一、十五")]
    public void A_market_is_held_on_its_days(MarketRule rule, int[] numbers, string from, string next, string words)
    {
        var market = new MarketDays(rule, numbers);
        Assert.Equal(DateOnly.Parse(next), market.NextFrom(DateOnly.Parse(from)));
        Assert.Equal(words, market.ToString());
    }

    [Theory]
    [InlineData(1, "初一")]
    [InlineData(10, "初十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(23, "廿三")]
    [InlineData(30, "三十")]
    public void A_lunar_day_has_its_usual_name(int day, string name) => Assert.Equal(name, MarketDays.LunarDayName(day));
}
