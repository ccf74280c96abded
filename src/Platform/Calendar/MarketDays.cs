using System.Globalization;

namespace Wuzha.Platform.Calendar;

/// <summary>How a market keeps its days.</summary>
public enum MarketRule
{
    /// <summary>逢周六、周日: weekdays, Monday is 1 and Sunday 7.</summary>
    Weekdays = 0,

    /// <summary>公历逢3逢8: the last digit of the day of the month; 0 stands for 10, 20 and 30.</summary>
    DayEndings = 1,

    /// <summary>农历逢三逢八: the last digit of the day of the lunar month.</summary>
    LunarEndings = 2,

    /// <summary>农历初一、十五: whole days of the lunar month.</summary>
    LunarDays = 3,
}

/// <summary>赶集日: on which days the market of a place is held. A stall there reaches more people than a week of visits.</summary>
public sealed record MarketDays(MarketRule Rule, IReadOnlyList<int> Numbers)
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Days that the lunar calendar of the framework knows.</summary>
    public static readonly DateOnly LastLunarDay = DateOnly.FromDateTime(Lunar.MaxSupportedDateTime);

    public bool IsOn(DateOnly day) =>
        Rule switch
        {
            MarketRule.Weekdays => Numbers.Contains(day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek),
            MarketRule.DayEndings => Numbers.Contains(day.Day % 10),
            MarketRule.LunarEndings => Numbers.Contains(LunarDayOf(day) % 10),
            _ => Numbers.Contains(LunarDayOf(day)),
        };

    /// <summary>The first market day on or after <paramref name="day"/>.</summary>
    public DateOnly NextFrom(DateOnly day)
    {
        while (!IsOn(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>Day of the lunar month, 1 to 30.</summary>
    public static int LunarDayOf(DateOnly day) => Lunar.GetDayOfMonth(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>As people say it: 逢周六、周日；公历逢3、8；农历逢三、八；农历初一、十五.</summary>
    public override string ToString() =>
        Rule switch
        {
            MarketRule.Weekdays => "逢周" + string.Join("、", Numbers.Select(n => "一二三四五六日"[n - 1])),
            MarketRule.DayEndings => "公历逢" + string.Join("、", Numbers.Select(n => n == 0 ? "10" : n.ToString(CultureInfo.InvariantCulture))),
            MarketRule.LunarEndings => "农历逢" + string.Join("、", Numbers.Select(n => "十一二三四五六七八九"[n])),
            _ => "农历" + string.Join("、", Numbers.Select(LunarDayName)),
        };

    /// <summary>What may stand in <see cref="Numbers"/> for a rule, both ends included.</summary>
    public static (int From, int Until) Range(MarketRule rule) =>
        rule switch
        {
            MarketRule.Weekdays => (1, 7),
            MarketRule.LunarDays => (1, 30),
            _ => (0, 9),
        };

    /// <summary>初一, 初十, 十五, 二十, 廿三, 三十.</summary>
    public static string LunarDayName(int day) =>
        day switch
        {
            10 => "初十",
            20 => "二十",
            30 => "三十",
            _ => "初十廿"[day / 10].ToString() + "一二三四五六七八九"[day % 10 - 1],
        };
}
