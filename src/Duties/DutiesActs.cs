using Wuzha.Platform;

namespace Wuzha.Duties;

/// <summary>What may be done in this module; which role may stands in Web's <c>Permissions.cs</c>.</summary>
public static class DutiesActs
{
    public static readonly Act ReadDuties = new("duties.read-duties", "查看任务和完成情况");

    /// <summary>Of the own unit, or of a duty that one was named to carry out.</summary>
    public static readonly Act RecordWork = new("duties.record-work", "记录本单位任务、本人承办任务的工作");
    public static readonly Act AnswerForDuties = new("duties.answer-for-duties", "退回本单位任务、指定承办人");

    /// <summary>Of the office whose campaign it is.</summary>
    public static readonly Act DecideDuties = new("duties.decide-duties", "免除任务、处理退回、改变计数方式");
}
