using Wuzha.Guard.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;

namespace Wuzha.Guard.Suggestions;

/// <summary>
/// 意见: a suggestion or complaint to one office. A note without a name keeps neither writer nor unit nor the hour: it lies in the box until the first
/// working morning after the day it was put in, and only then reaches the office and the book of facts.
/// </summary>
internal sealed class Suggestion
{
    /// <summary>5 working days for the answer: our own default. The rules ask for a complaint function and name no term.</summary>
    public const int WorkingDaysToAnswer = 5;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required bool IsComplaint { get; init; }
    public required Guid ToUnitId { get; init; }

    /// <summary>Null for a note without a name.</summary>
    public Guid? WriterId { get; init; }

    /// <summary>Null for a note without a name: a village with one liaison would give him away.</summary>
    public Guid? FromUnitId { get; init; }
    public required byte[] TextSealed { get; init; }

    /// <summary>The day alone: the hour would lead to who was signed in then.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>Keyed hash of the code by which the writer of a note without a name finds the answer.</summary>
    public byte[]? CodeIndex { get; init; }

    /// <summary>Null while it lies in the box unopened.</summary>
    public DateOnly? OpenedOn { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public byte[]? AnswerSealed { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public int Version { get; private set; }

    /// <summary>It reaches the office; from this day on the term runs.</summary>
    public SuggestionFiled Open(DateOnly today, Guid aboveUnitId, WorkingCalendar calendar)
    {
        OpenedOn = today;
        DueOn = calendar.AddWorkingDays(today, WorkingDaysToAnswer);
        Version++;
        return new SuggestionFiled(Id, ToUnitId, aboveUnitId, IsComplaint, WriterId is not null, DueOn.Value);
    }

    /// <summary>答复, once and by the addressed office.</summary>
    public Result<SuggestionAnswered> Answer(Viewer by, byte[] answerSealed, DateOnly today)
    {
        if (by.UnitId != ToUnitId)
            return GuardRefusals.OnlyTheAddressedOffice;
        if (AnsweredOn is not null)
            return GuardRefusals.AlreadyAnswered;

        (AnswerSealed, AnsweredBy, AnsweredOn) = (answerSealed, by.PersonId, today);
        Version++;
        return new SuggestionAnswered(Id, ToUnitId, today > DueOn);
    }
}
