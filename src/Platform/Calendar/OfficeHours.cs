namespace Wuzha.Platform.Calendar;

/// <summary>From one wall-clock time to another, the end excluded; an end not after its beginning lies on the next day.</summary>
public readonly record struct DayWindow(TimeOnly From, TimeOnly Until)
{
    public bool Holds(TimeOnly time) => From < Until ? time >= From && time < Until : time >= From || time < Until;
}

/// <summary>When the office works and when nobody is to be disturbed (domain.md §8.6). One set for each tenant; these are the defaults.</summary>
public sealed record OfficeHours
{
    /// <summary>Nothing but an urgent dissuasion leaves in these hours, whatever an office sets.</summary>
    public static readonly DayWindow Night = new(new TimeOnly(22, 0), new TimeOnly(7, 0));

    /// <summary>午休.</summary>
    public static readonly DayWindow Noon = new(new TimeOnly(12, 0), new TimeOnly(14, 0));

    public DayWindow Morning { get; init; } = new(new TimeOnly(8, 30), new TimeOnly(12, 0));
    public DayWindow Afternoon { get; init; } = new(new TimeOnly(14, 30), new TimeOnly(17, 30));
    public DayWindow Quiet { get; init; } = new(new TimeOnly(21, 0), new TimeOnly(8, 0));

    /// <summary>午休免打扰; null when the office does not keep it.</summary>
    public DayWindow? NoonQuiet { get; init; }

    /// <summary>Office time of one working day.</summary>
    public TimeSpan OfficeDay => Morning.Until - Morning.From + (Afternoon.Until - Afternoon.From);

    public bool IsQuiet(TimeOnly time) => Night.Holds(time) || Quiet.Holds(time) || NoonQuiet is { } noon && noon.Holds(time);
}
