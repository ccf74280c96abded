namespace Wuzha.Platform.Calendar;

/// <summary>How soon a message must leave.</summary>
public enum Urgency
{
    /// <summary>Waits for the end of quiet hours.</summary>
    Routine = 0,

    /// <summary>紧急劝阻 ordered by the police: leaves at once, also at night.</summary>
    Urgent = 1,
}

/// <summary>A stretch of the calendar that a cadence counts in (频次).</summary>
public enum Period
{
    Day,
    TwoDays,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>
/// Which days and hours are worked, and when a message may leave: statutory holidays and 调休, the tenant's own exceptions, office and quiet hours.
/// Pure: give it instants, it asks no clock and no database.
/// </summary>
public sealed class WorkingCalendar(IReadOnlyDictionary<DateOnly, DayException> own, OfficeHours hours)
{
    /// <summary>The national calendar with the default hours.</summary>
    public static readonly WorkingCalendar National = new(new Dictionary<DateOnly, DayException>(), new OfficeHours());

    public OfficeHours Hours => hours;

    /// <summary>False for a year whose notice is not known: its days are Monday to Friday, and pages say so.</summary>
    public static bool IsPublished(int year) => StatutoryHolidays.Of(year) is not null;

    /// <summary>What is special about a day: the tenant's own exception outranks the notice. Null for an ordinary day.</summary>
    public DayException? ExceptionOn(DateOnly day) => own.GetValueOrDefault(day) ?? StatutoryHolidays.On(day);

    public bool IsWorkingDay(DateOnly day) => ExceptionOn(day)?.IsWorked ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The first working day after <paramref name="day"/>.</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        do day = day.AddDays(1);
        while (!IsWorkingDay(day));
        return day;
    }

    /// <summary>The day itself when it is worked, else the last worked one before it.</summary>
    public DateOnly WorkingDayOnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>‘<paramref name="count"/> 个工作日内’: the day itself is not counted.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (var i = 0; i < count; i++)
            day = NextWorkingDay(day);
        return day;
    }

    /// <summary>The last moment of office hours on a day.</summary>
    public DateTime EndOfWork(DateOnly day) => Instant(day, hours.Afternoon.Until);

    public bool IsWorkingTime(DateTime instant)
    {
        var wall = LocalDay.Wall(instant);
        var time = TimeOnly.FromDateTime(wall);
        return IsWorkingDay(DateOnly.FromDateTime(wall)) && (hours.Morning.Holds(time) || hours.Afternoon.Holds(time));
    }

    /// <summary>
    /// The moment by which <paramref name="work"/> of office time has passed since <paramref name="from"/>; with nothing to add, the next moment of
    /// office time. Never lands outside office hours (their very end included).
    /// </summary>
    public DateTime AddWorkingTime(DateTime from, TimeSpan work)
    {
        var left = work;
        for (var day = LocalDay.Of(from); ; day = NextWorkingDay(day))
            foreach (var (opens, closes) in Openings(day))
            {
                if (closes <= from)
                    continue;

                var begin = opens > from ? opens : from;
                if (closes - begin >= left)
                    return begin + left;
                left -= closes - begin;
            }
    }

    /// <summary>The last moment from which <paramref name="work"/> of office time is left until <paramref name="until"/>.</summary>
    public DateTime SubtractWorkingTime(DateTime until, TimeSpan work)
    {
        var left = work;
        for (var day = LocalDay.Of(until); ; day = WorkingDayOnOrBefore(day.AddDays(-1)))
            foreach (var (opens, closes) in Openings(day).Reverse())
            {
                if (opens >= until)
                    continue;

                var end = closes < until ? closes : until;
                if (end - opens >= left)
                    return end - left;
                left -= end - opens;
            }
    }

    /// <summary>Office time between two instants.</summary>
    public TimeSpan WorkingTimeBetween(DateTime from, DateTime until)
    {
        var sum = TimeSpan.Zero;
        for (var day = LocalDay.Of(from); day <= LocalDay.Of(until); day = day.AddDays(1))
            foreach (var (opens, closes) in Openings(day))
            {
                var begin = opens > from ? opens : from;
                var end = closes < until ? closes : until;
                if (end > begin)
                    sum += end - begin;
            }
        return sum;
    }

    public bool IsQuiet(DateTime instant) => hours.IsQuiet(TimeOnly.FromDateTime(LocalDay.Wall(instant)));

    /// <summary>The first moment from <paramref name="instant"/> on at which a message may leave.</summary>
    public DateTime NextAllowed(DateTime instant, Urgency urgency = Urgency.Routine)
    {
        if (urgency == Urgency.Urgent || !IsQuiet(instant))
            return instant;

        // Quiet hours change only at the ends of their windows, so the first quiet-free end is the answer; today's or tomorrow's.
        var day = LocalDay.Of(instant);
        return QuietEnds()
            .SelectMany(time => new[] { Instant(day, time), Instant(day.AddDays(1), time) })
            .Where(end => end > instant && !IsQuiet(end))
            .Min();
    }

    /// <summary>The first day of the period that <paramref name="day"/> lies in. Two-day periods count from 1 January 2024, so that all units share them.</summary>
    public static DateOnly PeriodStart(Period period, DateOnly day) =>
        period switch
        {
            Period.Day => day,
            Period.TwoDays => day.AddDays(-(Math.Abs(day.DayNumber - new DateOnly(2024, 1, 1).DayNumber) % 2)),
            Period.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            Period.Month => new DateOnly(day.Year, day.Month, 1),
            Period.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
            Period.Year => new DateOnly(day.Year, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(period)),
        };

    /// <summary>The last day of the period that <paramref name="day"/> lies in.</summary>
    public static DateOnly PeriodEnd(Period period, DateOnly day)
    {
        var start = PeriodStart(period, day);
        return period switch
        {
            Period.Day => start,
            Period.TwoDays => start.AddDays(1),
            Period.Week => start.AddDays(6),
            Period.Month => start.AddMonths(1).AddDays(-1),
            Period.Quarter => start.AddMonths(3).AddDays(-1),
            _ => start.AddYears(1).AddDays(-1),
        };
    }

    private IEnumerable<(DateTime Opens, DateTime Closes)> Openings(DateOnly day)
    {
        if (!IsWorkingDay(day))
            yield break;

        yield return (Instant(day, hours.Morning.From), Instant(day, hours.Morning.Until));
        yield return (Instant(day, hours.Afternoon.From), Instant(day, hours.Afternoon.Until));
    }

    private IEnumerable<TimeOnly> QuietEnds()
    {
        yield return OfficeHours.Night.Until;
        yield return hours.Quiet.Until;
        if (hours.NoonQuiet is { } noon)
            yield return noon.Until;
    }

    private static DateTime Instant(DateOnly day, TimeOnly time) => LocalDay.Start(day) + time.ToTimeSpan();
}
