using Wuzha.Duties.Exports;
using Wuzha.Platform;

namespace Wuzha.Duties;

/// <summary>分派: one unit owes a duty from a day on. Reassigning ends one row and begins another, so that history stays.</summary>
internal sealed class DutyAssignment
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid DutyId { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>Where plain records of work count, a counted node under the unit from the first record on. An amended duty keeps the node of its unit.</summary>
    public required Guid NodeId { get; init; }

    /// <summary>How much in each period, frozen when it was assigned.</summary>
    public required int Needed { get; init; }

    /// <summary>The day of the figures behind <see cref="Needed"/>; null when it rests on none, or nobody has counted.</summary>
    public DateOnly? DenominatorOn { get; init; }

    /// <summary>Assignments of a duty with the same number owe it together ('A or B').</summary>
    public int? EitherGroup { get; init; }
    public required DateOnly FromOn { get; init; }

    /// <summary>From which day work counts: before <see cref="FromOn"/> where it goes on from an earlier form of the duty.</summary>
    public required DateOnly CountsFromOn { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>具体承办人.</summary>
    public Guid? DoerPersonId { get; private set; }
    public required Guid FactId { get; init; }
    public Guid? EndedFactId { get; private set; }
    public int Version { get; private set; }

    public DutyRun Run => new(FromOn, CountsFromOn, EndedOn);

    public bool RunsOn(DateOnly day) => day >= FromOn && (EndedOn is null || day <= EndedOn);

    /// <summary>Owed no longer from this day on.</summary>
    public void End(Guid factId, DateOnly fromOn)
    {
        (EndedOn, EndedFactId) = (fromOn.AddDays(-1), factId);
        Version++;
    }

    /// <summary>Hands it to a person, or takes it back.</summary>
    public void NameDoer(Guid? personId)
    {
        DoerPersonId = personId;
        Version++;
    }

    /// <summary>Something about it changed that stands in another table; two people must not do so at once.</summary>
    public void Touch() => Version++;

    /// <summary>Whether work of a day can be recorded today.</summary>
    public Refusal? TakesWork(DateOnly day, DateOnly today) =>
        day > today ? DutiesRefusals.WorkNotDoneYet
        : day < CountsFromOn || day > EndedOn ? DutiesRefusals.WorkOutsideDuty.With(("from", CountsFromOn.ToString("yyyy-MM-dd")))
        : null;
}
