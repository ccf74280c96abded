namespace Wuzha.Web.Demo;

/// <summary>A clock that the demo turns back some weeks and then forward again, so that its history happens in order and through the product's own code.</summary>
internal sealed class DemoClock(TimeProvider now) : TimeProvider
{
    private DateTimeOffset at = now.GetUtcNow();

    /// <summary>Ten in the morning (local) so many days ago.</summary>
    public void DaysAgo(int days) => at = new DateTimeOffset(now.GetUtcNow().UtcDateTime.Date.AddDays(-days).AddHours(2), TimeSpan.Zero);

    /// <summary>Each thing happens a little after the one before.</summary>
    public void Tick() => at = at.AddSeconds(20);

    public override DateTimeOffset GetUtcNow() => at;
}
