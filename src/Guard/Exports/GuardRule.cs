namespace Wuzha.Guard.Exports;

/// <summary>
/// 法定底线: one thing that may not be asked of the grass roots. The key is stable, it stands in stored findings and must not be renamed.
/// </summary>
/// <param name="Forbids">What may not be asked, in one sentence.</param>
/// <param name="Source">Where it is written down.</param>
/// <param name="IsStated">True where the paper says it in so many words; false where it is our own strict reading of it, and pages say so.</param>
/// <param name="Purpose">What those who ask for it may rightly want; null where nothing lawful is left and the demand is dropped.</param>
/// <param name="LawfulForms">What is done instead, one sentence for each way to turn the demand; the first is the usual one.</param>
public sealed record GuardRule(
    string Key,
    string Name,
    string Forbids,
    Citation Source,
    bool IsStated,
    string? Purpose,
    IReadOnlyDictionary<Turn, string> LawfulForms
)
{
    /// <summary>How a demand is turned where nothing else is said of it.</summary>
    public Turn UsualTurn => LawfulForms.Keys.Min();
}

/// <summary>出处, as domain.md §12 gives it.</summary>
/// <param name="Number">文号; null where we do not have it.</param>
/// <param name="Dated">The day, or only the year, in Chinese.</param>
public sealed record Citation(string Document, string? Number, string Clause, string Dated)
{
    /// <summary>《…》（文号，日期）条款.</summary>
    public override string ToString() => $"《{Document}》（{(Number is null ? "" : Number + "，")}{Dated}）{Clause}";
}

/// <summary>What becomes of a forbidden demand. Plans maps it to a duty's kind, evidence and cadence.</summary>
public enum Turn
{
    /// <summary>不设此项: nothing lawful is left of it.</summary>
    Dropped = 0,

    /// <summary>A relay whose opens the system counts for the unit; nobody proves anything, nobody is ranked.</summary>
    Relay = 1,

    /// <summary>The system compiles the report from what is recorded; the unit only confirms it.</summary>
    DerivedReport = 2,

    /// <summary>One ledger line with counts, written once by who did the work.</summary>
    LedgerLine = 3,

    /// <summary>Signed or answered once by the unit, until a moment in office hours.</summary>
    WorkingTimeDeadline = 4,

    /// <summary>A ranking of units by outcomes: cases, losses, duties done.</summary>
    OutcomeRanking = 5,

    /// <summary>A photo is optional, or asked of a drawn sample of at most a tenth.</summary>
    SampledPhoto = 6,

    /// <summary>Totals of the unit, nothing on a person.</summary>
    UnitTotals = 7,

    /// <summary>How many, never who and where.</summary>
    CountsOnly = 8,

    /// <summary>Offered to people, who decide for themselves; not counted.</summary>
    Voluntary = 9,
}
