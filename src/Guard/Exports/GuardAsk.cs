using Wuzha.PlanReading;
using Wuzha.Platform.Calendar;

namespace Wuzha.Guard.Exports;

/// <summary>What somebody is about to set up, asked of <see cref="Rulebook.Check"/> before it is accepted.</summary>
/// <param name="Text">What it says to those who get it: the sentence of a duty, the name of a score item, the head of a column.</param>
public sealed record GuardAsk(GuardAskKind Kind, string Text)
{
    /// <summary>How often it is owed; null for once.</summary>
    public Cadence? Cadence { get; init; }

    /// <summary>Key of the measure that decides about it; null when none does.</summary>
    public string? Measure { get; init; }

    public EvidenceWanted Evidence { get; init; }

    /// <summary>True when a result would stand against one worker by name.</summary>
    public bool IsPerPerson { get; init; }

    /// <summary>Local time at which a reminder leaves; null when it sends none.</summary>
    public TimeOnly? LeavesAt { get; init; }

    /// <summary>The hours of the tenant; the national ones when nothing is given.</summary>
    public OfficeHours Hours { get; init; } = new();
}

/// <summary>What is about to be accepted.</summary>
public enum GuardAskKind
{
    Duty,
    ScoreItem,
    Reminder,
    Directive,
    FormField,
    ImportColumn,
}

/// <summary>How something is to be proven.</summary>
public enum EvidenceWanted
{
    None,

    /// <summary>A number in a ledger line.</summary>
    Count,
    Photo,
    Video,
    Screenshot,

    /// <summary>A track or a position.</summary>
    Track,
    Signature,
}
