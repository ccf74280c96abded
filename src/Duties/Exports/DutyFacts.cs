using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Duties.Exports;

/// <summary>下达任务: a duty of a campaign stands; which units owe it follows as <see cref="DutyAssigned"/>.</summary>
/// <param name="Number">Its number within the campaign.</param>
/// <param name="Kind">Key of the kind.</param>
/// <param name="MeasureKey">What counts it from the first day on.</param>
public sealed record DutyOpened(Guid DutyId, Guid IssuingUnitId, int Number, string Kind, string MeasureKey, DateOnly FromOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>变更任务: from a day on another form of the duty holds.</summary>
public sealed record DutyChanged(Guid DutyId, Guid SuccessorId, Guid IssuingUnitId, DateOnly FromOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>取消任务: nobody owes the duty from a day on.</summary>
public sealed record DutyDropped(Guid DutyId, Guid IssuingUnitId, DateOnly FromOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}

/// <summary>分派任务: one unit owes the duty from a day on.</summary>
/// <param name="Needed">How much in each period, frozen with the figures of that day.</param>
public sealed record DutyAssigned(Guid DutyId, Guid AssignmentId, Guid UnitId, int Needed, DateOnly FromOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>改派任务: the duty goes from one unit to another from a day on.</summary>
public sealed record DutyReassigned(Guid DutyId, Guid AssignmentId, Guid SuccessorId, Guid FromUnitId, Guid ToUnitId, DateOnly FromOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => ToUnitId;
}

/// <summary>解除任务: one unit owes the duty no longer from a day on.</summary>
public sealed record DutyReleased(Guid DutyId, Guid AssignmentId, Guid UnitId, DateOnly FromOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>免除: one period of a duty, or all of it, is not asked of a unit; the reason stands with the waiver. Withdrawn when it is asked again.</summary>
/// <param name="PeriodOn">A day of the period; null for the whole duty.</param>
public sealed record DutyWaived(Guid AssignmentId, Guid WaiverId, Guid UnitId, DateOnly? PeriodOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>工作记录: work done for a duty that no module measures. Counts at the assignment on the day it was done. Withdrawn when it was recorded by mistake.</summary>
/// <param name="NodeId">The counted node of the assignment.</param>
public sealed record WorkRecorded(Guid AssignmentId, Guid RecordId, Guid NodeId, Guid UnitId, int Amount) : Fact
{
    [JsonIgnore]
    public override Guid? Node => NodeId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [DutyMeasures.Work.Add(Amount)];
}

/// <summary>退回任务: a unit says that the duty is not its own.</summary>
public sealed record DutyReturned(Guid AssignmentId, Guid ReturnId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>退回处理: the office accepted the return or declined it. Where the duty goes follows as <see cref="DutyReassigned"/> or <see cref="DutyReleased"/>.</summary>
public sealed record DutyReturnDecided(Guid AssignmentId, Guid ReturnId, Guid UnitId, bool IsAccepted) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>具体承办人: a unit handed its duty to a person, or took it back.</summary>
/// <param name="PersonId">Null when it was taken back.</param>
public sealed record DoerNamed(Guid AssignmentId, Guid UnitId, Guid? PersonId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>改用指标: from a day on another measure counts the duty. Earlier days stay with the earlier one.</summary>
public sealed record DutyRebound(Guid DutyId, Guid IssuingUnitId, string MeasureKey, DateOnly FromOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => IssuingUnitId;
}
