using Wuzha.Duties.Exports;

namespace Wuzha.Duties.Lists;

/// <summary>One unit's duty as lists show it, with how it stands today.</summary>
public sealed record DutyLine
{
    public required Guid AssignmentId { get; init; }
    public required Guid DutyId { get; init; }
    public required Guid CampaignId { get; init; }
    public required string CampaignName { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>Orders units as lists do.</summary>
    public required string SortKey { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }

    /// <summary>Key of the kind.</summary>
    public required string Kind { get; init; }
    public required bool IsPriority { get; init; }

    /// <summary>When it is to be done, in words.</summary>
    public required string When { get; init; }

    /// <summary>Counted by plain records of work, which the unit makes itself.</summary>
    public required bool CountsWork { get; init; }

    /// <summary>Unit of count: 次, 户 …</summary>
    public required string CountedIn { get; init; }

    /// <summary>具体承办人.</summary>
    public Guid? DoerId { get; init; }
    public string? Doer { get; init; }

    /// <summary>The unit has returned it and the office has not decided.</summary>
    public bool IsReturned { get; init; }
    public required LineStanding Standing { get; init; }

    public string Href => $"/assignments/{AssignmentId}";

    public string KindName => KindMeasures.Of(Kind).Name;

    public string Name => $"{Number}. {Title}";

    public DutyPeriod? Period => Standing.Now?.Period;

    public string Days => Period is { } period ? DutyWords.Days(period.FromOn, period.UntilOn) : "";

    public DateOnly? DueOn => Period?.DueOn;

    /// <summary>2 / 4 次</summary>
    public string Done => Standing.Now is { } now ? $"{now.Value:#,0} / {now.Required:#,0} {CountedIn}".TrimEnd() : "";

    /// <summary>What the value is the sum of.</summary>
    public string? DoneHref => Period is { } period ? $"{Href}/periods/{period.FromOn:yyyy-MM-dd}" : null;

    public string StateWords => Standing.Words + (IsReturned ? "，已申请退回" : "");
}
