namespace Wuzha.Support;

/// <summary>Stands still until told: Friday 3 April 2026, 10:00 in China, the last working day before Qingming (4–6 April).</summary>
public sealed class FakeClock : TimeProvider
{
    public static readonly DateTime FridayBeforeQingming = new(2026, 4, 3, 2, 0, 0, DateTimeKind.Utc);

    public DateTime Now { get; private set; } = FridayBeforeQingming;

    public void Advance(TimeSpan time) => Now += time;

    public void Set(DateTime now) => Now = DateTime.SpecifyKind(now, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now);
}
