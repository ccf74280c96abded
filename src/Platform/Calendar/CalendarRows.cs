namespace Wuzha.Platform.Calendar;

/// <summary>本地放假/上班: a day that this county or township works differently from the notice.</summary>
public sealed class CalendarDay
{
    public required string TenantId { get; init; }
    public required DateOnly On { get; init; }
    public required bool IsWorked { get; set; }
    public required string Name { get; set; }
}

/// <summary>办公与免打扰时间 of a tenant; absent while the defaults hold. Minutes after midnight.</summary>
public sealed class CalendarHours
{
    public required string TenantId { get; init; }
    public int MorningFrom { get; set; }
    public int MorningUntil { get; set; }
    public int AfternoonFrom { get; set; }
    public int AfternoonUntil { get; set; }
    public int QuietFrom { get; set; }
    public int QuietUntil { get; set; }

    /// <summary>午休 12:00–14:00 is quiet too.</summary>
    public bool NoonQuiet { get; set; }
    public int Version { get; set; }

    public OfficeHours ToHours() =>
        new()
        {
            Morning = new DayWindow(Time(MorningFrom), Time(MorningUntil)),
            Afternoon = new DayWindow(Time(AfternoonFrom), Time(AfternoonUntil)),
            Quiet = new DayWindow(Time(QuietFrom), Time(QuietUntil)),
            NoonQuiet = NoonQuiet ? OfficeHours.Noon : null,
        };

    public void Set(OfficeHours hours)
    {
        (MorningFrom, MorningUntil) = (Minutes(hours.Morning.From), Minutes(hours.Morning.Until));
        (AfternoonFrom, AfternoonUntil) = (Minutes(hours.Afternoon.From), Minutes(hours.Afternoon.Until));
        (QuietFrom, QuietUntil) = (Minutes(hours.Quiet.From), Minutes(hours.Quiet.Until));
        NoonQuiet = hours.NoonQuiet is not null;
        Version++;
    }

    private static TimeOnly Time(int minutes) => new(minutes / 60, minutes % 60);

    private static int Minutes(TimeOnly time) => time.Hour * 60 + time.Minute;
}

/// <summary>学期与假期: a school season of a unit and everything under it.</summary>
public sealed class SchoolSeason
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>2026年春季学期, 2026年暑假.</summary>
    public required string Name { get; set; }

    /// <summary>True for lessons, false for holidays.</summary>
    public required bool IsTerm { get; set; }
    public required DateOnly FromOn { get; set; }
    public required DateOnly UntilOn { get; set; }
}

/// <summary>集市: where a market is held, and on which days.</summary>
public sealed class Market
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }
    public required string Name { get; set; }
    public required MarketRule Rule { get; set; }

    /// <summary>Numbers of the rule, ascending, with commas.</summary>
    public required string Numbers { get; set; }

    public MarketDays Days => new(Rule, [.. Numbers.Split(',').Select(int.Parse)]);
}
