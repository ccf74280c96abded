using Wuzha.Platform.Calendar;

namespace Wuzha.Web.Demo;

/// <summary>A clock that the demo turns back some months and then forward again, so that its history happens in order and through the product's own code.</summary>
internal sealed class DemoClock(TimeProvider now) : TimeProvider
{
    /// <summary>The day of the demo's campaign that today is: three months of it have passed.</summary>
    public const int CampaignDays = 92;

    private readonly DateTimeOffset planted = now.GetUtcNow();
    private DateTimeOffset at = now.GetUtcNow();

    /// <summary>Now: nothing of the demo's story lies after it.</summary>
    public DateTime Planted => planted.UtcDateTime;

    /// <summary>Ten in the morning (local); today never later than now.</summary>
    public void On(DateOnly day)
    {
        var morning = new DateTimeOffset(LocalDay.Start(day).AddHours(10));
        at = morning < planted ? morning : planted;
    }

    public void DaysAgo(int days) => On(LocalDay.Of(planted.UtcDateTime).AddDays(-days));

    /// <summary>So many days after the first of the campaign.</summary>
    public void OnDay(int day) => DaysAgo(CampaignDays - day);

    /// <summary>Each thing happens a little after the one before.</summary>
    public void Tick() => at = at.AddSeconds(20);

    public override DateTimeOffset GetUtcNow() => at;
}
