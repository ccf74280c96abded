namespace Wuzha.Platform.Calendar;

/// <summary>Days begin in Asia/Shanghai: China keeps one time zone without summer time, so the offset is fixed.</summary>
public static class LocalDay
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The local day of an instant (UTC).</summary>
    public static DateOnly Of(DateTime instant) => DateOnly.FromDateTime(instant + Offset);

    public static DateOnly Today(TimeProvider clock) => Of(clock.GetUtcNow().UtcDateTime);

    /// <summary>Local wall-clock time of an instant (UTC), for the screen.</summary>
    public static DateTime Wall(DateTime instant) => DateTime.SpecifyKind(instant + Offset, DateTimeKind.Unspecified);

    /// <summary>The instant (UTC) at which a local day begins.</summary>
    public static DateTime Start(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);
}
