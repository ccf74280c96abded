using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Platform.Calendar;

/// <summary>本地放假/上班: a day of the working calendar was set, or (null) given back to the notice.</summary>
public sealed record CalendarDaySet(DateOnly On, bool? IsWorked) : Fact;

/// <summary>办公与免打扰时间 were changed; all in minutes after midnight.</summary>
public sealed record CalendarHoursSet(
    int MorningFrom,
    int MorningUntil,
    int AfternoonFrom,
    int AfternoonUntil,
    int QuietFrom,
    int QuietUntil,
    bool NoonQuiet
) : Fact;

/// <summary>学期、假期 of a unit was entered or (Removed) struck out.</summary>
public sealed record SchoolSeasonSet(Guid SeasonId, Guid UnitId, bool IsTerm, DateOnly FromOn, DateOnly UntilOn, bool Removed = false) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>集市 of a unit was entered or (Removed) struck out.</summary>
public sealed record MarketSet(Guid MarketId, Guid UnitId, MarketRule Rule, string Numbers, bool Removed = false) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}
