using System.Globalization;
using Wuzha.PlanReading;

namespace Wuzha.Duties.Exports;

/// <summary>The days of a campaign, both ends inclusive.</summary>
public sealed record CampaignPeriod(DateOnly FromOn, DateOnly UntilOn);

/// <summary>How a duty falls due.</summary>
public enum TimingKind
{
    /// <summary>一次性: done once, by a day.</summary>
    Once = 0,

    /// <summary>按频次: so many times in each day, week, month …</summary>
    Periodic = 1,

    /// <summary>持续开展: goes on for the whole time, never overdue before its end.</summary>
    Continuous = 2,

    /// <summary>第一时间: by the end of the next working day after it begins.</summary>
    AtOnce = 3,
}

/// <summary>What a cadence counts in (频次).</summary>
public enum CadencePer
{
    Day = 0,
    TwoDays = 1,
    Week = 2,
    Month = 3,
    Quarter = 4,

    /// <summary>学期: those of the unit's school calendar, see <see cref="PeriodSources.Terms"/>.</summary>
    Term = 5,
    Year = 6,

    /// <summary>赶集日: each day on which the market of the unit's place is held.</summary>
    MarketDay = 7,
}

/// <summary>When a duty is to be done: a value without identity, kept in plain columns. All days are inclusive.</summary>
public sealed record Timing
{
    private Timing() { }

    public TimingKind Kind { get; private init; }

    /// <summary>First day on which work counts.</summary>
    public DateOnly FromOn { get; private init; }

    /// <summary>Of a once-duty the day by which it is to be done; otherwise the last day it is asked.</summary>
    public DateOnly UntilOn { get; private init; }

    /// <summary>How often in each period. 'At least n' and 'n' are the same: more never hurts.</summary>
    public int Times { get; private init; } = 1;

    /// <summary>Null unless periodic.</summary>
    public CadencePer? Per { get; private init; }

    /// <summary>By which day of the period: day of the month (of a quarter's last month), 1 to 7 for Monday to Sunday of a week. Null: by its last day.</summary>
    public int? DueDay { get; private init; }

    /// <summary>Done once between two days. What is done after the second one, while the campaign lasts, is done late.</summary>
    public static Timing Once(DateOnly fromOn, DateOnly dueOn) =>
        new()
        {
            Kind = TimingKind.Once,
            FromOn = fromOn,
            UntilOn = dueOn,
        };

    /// <summary>So many times in each period between two days.</summary>
    /// <param name="dueDay">See <see cref="DueDay"/>; ignored where the period has no such day.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than one.</exception>
    public static Timing Each(CadencePer per, int times, DateOnly fromOn, DateOnly untilOn, int? dueDay = null) =>
        new()
        {
            Kind = TimingKind.Periodic,
            Per = per,
            Times = times >= 1 ? times : throw new ArgumentOutOfRangeException(nameof(times)),
            FromOn = fromOn,
            UntilOn = untilOn,
            DueDay = per is CadencePer.Week or CadencePer.Month or CadencePer.Quarter ? dueDay : null,
        };

    public static Timing Continuous(DateOnly fromOn, DateOnly untilOn) =>
        new()
        {
            Kind = TimingKind.Continuous,
            FromOn = fromOn,
            UntilOn = untilOn,
        };

    public static Timing AtOnce(DateOnly fromOn) =>
        new()
        {
            Kind = TimingKind.AtOnce,
            FromOn = fromOn,
            UntilOn = fromOn,
        };

    /// <summary>The same timing from its stored columns.</summary>
    internal static Timing Stored(TimingKind kind, DateOnly fromOn, DateOnly untilOn, int times, CadencePer? per, int? dueDay) =>
        new()
        {
            Kind = kind,
            FromOn = fromOn,
            UntilOn = untilOn,
            Times = times,
            Per = per,
            DueDay = dueDay,
        };

    /// <summary>
    /// What the reader of plans found, as a proposal: a cadence makes a periodic duty, a bare day (<c>---25</c>) its day of the month, a full one its last
    /// day. A deadline alone makes a once-duty; neither of them, one that is done once within the campaign. A day without a year is the first such day of the
    /// campaign, or of its first year when it lies outside.
    /// </summary>
    /// <param name="deadline">YYYY-MM-DD, --MM-DD, ---DD or null; anything else counts as null.</param>
    public static Timing Read(Cadence? cadence, string? deadline, CampaignPeriod campaign)
    {
        var dueOn = DayOf(deadline, campaign);
        if (cadence is null || PerOf(cadence.Per) is not { } per)
            return Once(campaign.FromOn, dueOn ?? campaign.UntilOn);

        var bare = IsBare(deadline) && dueOn is not null ? Number(deadline!, 3, 2) : null;
        var until = bare is null && dueOn is { } last && last >= campaign.FromOn && last < campaign.UntilOn ? last : campaign.UntilOn;
        return Each(per, Math.Max(1, cadence.Times), campaign.FromOn, until, per is CadencePer.Week ? null : bare);
    }

    /// <summary>The word of the plan reader for a period; null for one that it does not use.</summary>
    public static CadencePer? PerOf(string word) =>
        word switch
        {
            "day" => CadencePer.Day,
            "2day" => CadencePer.TwoDays,
            "week" => CadencePer.Week,
            "month" => CadencePer.Month,
            "quarter" => CadencePer.Quarter,
            "term" => CadencePer.Term,
            "year" => CadencePer.Year,
            _ => null,
        };

    /// <summary>每月, 每赶集日 …</summary>
    public static string NameOf(CadencePer per) =>
        per switch
        {
            CadencePer.Day => "每天",
            CadencePer.TwoDays => "每两天",
            CadencePer.Week => "每周",
            CadencePer.Month => "每月",
            CadencePer.Quarter => "每季度",
            CadencePer.Term => "每学期",
            CadencePer.Year => "每年",
            _ => "每个赶集日",
        };

    /// <summary>
    /// In words, as it stands beside a duty: 5月18日前完成; 每月至少 1 次，25 日前完成; 第一时间（次个工作日内）完成. A time that reaches into another year names
    /// its years.
    /// </summary>
    public string Words => WordsWith(FromOn.Year == UntilOn.Year ? Day : DayOfYear);

    /// <summary>Two timings in words that tell them apart: where their days lie in different years, with the year.</summary>
    public static (string One, string Other) Compared(Timing one, Timing other)
    {
        var isOneYear = one.FromOn.Year == other.FromOn.Year && one.UntilOn.Year == other.UntilOn.Year;
        return isOneYear ? (one.Words, other.Words) : (one.WordsWithYear, other.WordsWithYear);
    }

    private string WordsWithYear => WordsWith(DayOfYear) + (Kind == TimingKind.Periodic ? $"，到{DayOfYear(UntilOn)}为止" : "");

    private string WordsWith(Func<DateOnly, string> day) =>
        Kind switch
        {
            TimingKind.Once => $"{day(UntilOn)}前完成",
            TimingKind.Continuous => $"{day(FromOn)}至{day(UntilOn)}持续开展",
            TimingKind.AtOnce => $"第一时间办理（{day(FromOn)}起，下一个工作日内）",
            _ => $"{NameOf(Per!.Value)}至少 {Times.ToString(CultureInfo.InvariantCulture)} 次" + DueWords,
        };

    private string DueWords =>
        (Per, DueDay) switch
        {
            (_, null) => "",
            (CadencePer.Week, { } day) => $"，周{"一二三四五六日"[Math.Clamp(day, 1, 7) - 1]}前完成",
            (CadencePer.Quarter, { } day) => $"，季末月 {day} 日前完成",
            (_, { } day) => $"，{day} 日前完成",
        };

    private static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    private static string DayOfYear(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static bool IsBare(string? deadline) => deadline?.StartsWith("---", StringComparison.Ordinal) == true;

    private static DateOnly? DayOf(string? deadline, CampaignPeriod campaign)
    {
        if (deadline is null)
            return null;
        if (DateOnly.TryParseExact(deadline, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var full))
            return full;
        if (IsBare(deadline))
            return Number(deadline, 3, 2) is { } day ? FirstWithDay(day, campaign) : null;
        return deadline.StartsWith("--", StringComparison.Ordinal) && Number(deadline, 2, 2) is { } month && Number(deadline, 5, 2) is { } inMonth
            ? WithYear(month, inMonth, campaign)
            : null;
    }

    private static DateOnly? WithYear(int month, int day, CampaignPeriod campaign)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return null;
        for (var year = campaign.FromOn.Year; year <= campaign.UntilOn.Year; year++)
            if (In(year, month, day) is var found && found >= campaign.FromOn && found <= campaign.UntilOn)
                return found;
        return In(campaign.FromOn.Year, month, day);
    }

    /// <summary>Of a short month a bare 30 or 31 is the last day.</summary>
    private static DateOnly? FirstWithDay(int day, CampaignPeriod campaign)
    {
        if (day is < 1 or > 31)
            return null;
        var next = campaign.FromOn.AddMonths(1);
        return In(campaign.FromOn.Year, campaign.FromOn.Month, day) is var first && first >= campaign.FromOn ? first : In(next.Year, next.Month, day);
    }

    private static DateOnly In(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static int? Number(string text, int at, int length) =>
        text.Length >= at + length && int.TryParse(text.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
