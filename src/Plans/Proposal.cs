using System.Text.Json.Serialization;
using Wuzha.PlanReading;

namespace Wuzha.Plans;

/// <summary>What a clerk decided about a proposal.</summary>
public enum Decision
{
    /// <summary>未处理.</summary>
    Open = 0,

    /// <summary>已采纳.</summary>
    Taken = 1,

    /// <summary>不要; it stays, so that nothing of the plan is lost.</summary>
    Dropped = 2,
}

/// <summary>
/// 任务建议: one duty that a plan seems to ask for. A review act replaces proposals by others, so a proposal itself never changes.
/// Lists (units, audiences …) stand one entry a line.
/// </summary>
internal sealed record Proposal
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>Orders proposals that begin at the same character.</summary>
    public required int Position { get; init; }

    /// <summary>First character in the plan's text, UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>Behind the last character.</summary>
    public required int End { get; init; }

    /// <summary>Verb and object, at most <see cref="TitleLength"/> characters.</summary>
    public required string Title { get; init; }

    /// <summary>One of <see cref="DutyKinds.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>责任单位 as the plan writes them.</summary>
    public string Units { get; init; } = "";

    /// <summary>频次: how often; null for no cadence.</summary>
    public int? Times { get; init; }

    /// <summary>day, 2day, week, month, quarter, term, year; null for no cadence.</summary>
    public string? Per { get; init; }

    /// <summary>至少.</summary>
    public bool IsLeast { get; init; }

    /// <summary>时限: YYYY-MM-DD, without a year --MM-DD, a bare day ---DD.</summary>
    public string? Deadline { get; init; }

    /// <summary>配额: so many …</summary>
    public int? QuotaCount { get; init; }

    /// <summary>… for each so many …</summary>
    public int? QuotaPer { get; init; }

    /// <summary>… of these: person, household, village …</summary>
    public string? QuotaUnit { get; init; }

    /// <summary>What has to reach <see cref="TargetValue"/>.</summary>
    public string? TargetMetric { get; init; }
    public double? TargetValue { get; init; }
    public string? TargetUnit { get; init; }
    public string Audiences { get; init; } = "";
    public string Channels { get; init; } = "";
    public string Evidence { get; init; } = "";

    /// <summary>Line of the grammar that found it; empty when a person added it.</summary>
    public required string Rule { get; init; }
    public bool IsFromModel { get; init; }
    public Decision Decision { get; init; }

    /// <summary>The measure it is counted by; null for the default of its kind.</summary>
    public string? MeasureKey { get; init; }

    /// <summary>Forbidden asks whose lawful form has been taken: keys of the rules, one a line; null for none.</summary>
    public string? GuardTurn { get; init; }

    public const int TitleLength = 40;
    public const int ListLength = 8000;
    public const int MetricLength = 40;

    [JsonIgnore]
    public TextSpan Span => new(Start, End);

    [JsonIgnore]
    public Cadence? Cadence => Times is { } times && Per is { } per ? new Cadence(times, per, IsLeast) : null;

    [JsonIgnore]
    public IReadOnlyList<string> UnitNames => Lines(Units);

    /// <summary>Entries of a list field.</summary>
    public static IReadOnlyList<string> Lines(string list) =>
        list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A list field from its entries: each once, blank ones left out; as many as the field holds.</summary>
    public static string List(IEnumerable<string> entries)
    {
        var kept = new List<string>();
        var length = 0;
        foreach (
            var entry in entries
                .Select(entry => entry.ReplaceLineEndings(" ").Trim())
                .Where(entry => entry.Length > 0)
                .Distinct(StringComparer.Ordinal)
        )
        {
            length += entry.Length + 1;
            if (length > ListLength)
                break;
            kept.Add(entry);
        }
        return string.Join('\n', kept);
    }
}
