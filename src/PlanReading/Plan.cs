namespace Wuzha.PlanReading;

/// <summary>Characters of the text as extracted: the first, and the one behind the last.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public string Of(string text) => text[Start..End];
}

/// <summary>方案: what a careful reader finds in one plan document. Every finding is a proposal that a clerk confirms.</summary>
public sealed record Plan
{
    /// <summary>The text as extracted, before any normalising; all spans count in it.</summary>
    public required string Text { get; init; }
    public required PlanHead Head { get; init; }
    public required IReadOnlyList<Stage> Stages { get; init; }
    public required LeadingGroup? LeadingGroup { get; init; }
    public required IReadOnlyList<string> Units { get; init; }
    public required IReadOnlyList<Heading> Headings { get; init; }
    public required IReadOnlyList<DutyProposal> Duties { get; init; }
    public required IReadOnlyList<Indicator> Indicators { get; init; }
    public required IReadOnlyList<Leftover> Unclassified { get; init; }
    public required IReadOnlyList<Annex> Annexes { get; init; }

    /// <summary>Every character stands in exactly one of them.</summary>
    public required IReadOnlyList<TextSpan> Blocks { get; init; }
}

/// <summary>What stands around a plan: title, issuing authority, number, day of issue, and the time it covers.</summary>
public sealed record PlanHead(string? Title, string? Authority, string? DocNumber, string? Issued, Period? Period);

/// <summary>A day is YYYY-MM-DD; without a year --MM-DD, a bare day ---DD.</summary>
public sealed record Period(string? Start, string? End);

/// <summary>阶段.</summary>
public sealed record Stage(string Name, string? Start, string? End, TextSpan Span);

/// <summary>领导小组: how many in each role, and where the office sits.</summary>
public sealed record LeadingGroup(IReadOnlyList<GroupRole> Roles, string? Office);

/// <summary>Count is null where the text leaves the names blank.</summary>
public sealed record GroupRole(string Role, int? Count);

/// <summary>Level is that of the number's glyph: 一、 1, （一） 2, 1. 3, （1） 4.</summary>
public sealed record Heading(int Level, string Text, TextSpan Span);

/// <summary>工作目标 with a direction: what shall rise or fall.</summary>
public sealed record Indicator(string Name, bool Rises, double? Value, string? Unit);

/// <summary>附件 named by the plan; absent when its text does not stand in the file.</summary>
public sealed record Annex(string Name, bool IsAbsent);

/// <summary>Text that asks nobody for anything that could be ticked off, and what it is instead.</summary>
public sealed record Leftover(TextSpan Span, string Class);

/// <summary>任务: one thing that somebody could tick off.</summary>
public sealed record DutyProposal
{
    public required string Id { get; init; }
    public required TextSpan Span { get; init; }
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>One of <see cref="DutyKinds.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which line of the grammar found it.</summary>
    public required string Rule { get; init; }
    public Cadence? Cadence { get; init; }
    public string? Deadline { get; init; }
    public Quota? Quota { get; init; }
    public Target? Target { get; init; }
    public IReadOnlyList<string> Audiences { get; init; } = [];
    public IReadOnlyList<string> Channels { get; init; } = [];
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Proposed by a model and not by the grammar.</summary>
    public bool IsFromModel { get; init; }
}

/// <summary>频次. Per is one of day, 2day, week, month, quarter, term, year.</summary>
public sealed record Cadence(int Times, string Per, bool IsLeast);

/// <summary>配额: n for each so many units of a kind (one for each thousand people).</summary>
public sealed record Quota(int Count, int Per, string Unit);

/// <summary>A number to be reached.</summary>
public sealed record Target(string Metric, double Value, string Unit);

/// <summary>What kinds of duty plans ask for.</summary>
public static class DutyKinds
{
    public static readonly IReadOnlyList<string> All =
    [
        "organize",
        "directive",
        "push",
        "material",
        "review",
        "visit",
        "sign",
        "letter",
        "display",
        "event",
        "lecture",
        "training",
        "roster",
        "group-build",
        "report",
        "bulletin",
        "inspection",
        "assessment",
        "case-analysis",
        "clue",
        "bank",
        "community-award",
        "contest",
        "survey",
        "other",
    ];
}
