using Wuzha.Platform;

namespace Wuzha.Duties;

/// <summary>Every expected 'no' of this module.</summary>
internal static class DutiesRefusals
{
    public static readonly Refusal DutyNeedsUnits = new("duties.needs-units", 422, "任务“{duty}”没有责任单位，请至少选一个单位。");

    public static readonly Refusal UnitNotInCampaign = new(
        "duties.unit-not-in-campaign",
        422,
        "任务“{duty}”的责任单位中，有单位不参加这次专项行动或者写了两次，请核对。"
    );

    public static readonly Refusal DutyTextTooLong = new(
        "duties.text-too-long",
        422,
        "任务“{duty}”的文字太长：名称最多 100 字，方案原文最多 2000 字，重点区域最多 100 字，请删减。"
    );

    public static readonly Refusal DutyOutsideCampaign = new(
        "duties.outside-campaign",
        422,
        "任务“{duty}”的时间不在专项行动期间（{from} 至 {until}）内，请改时间。"
    );

    public static readonly Refusal MeasureUnknown = new("duties.measure-unknown", 422, "任务“{duty}”选用的指标不存在，请另选一项。");

    public static readonly Refusal DutyEnded = new("duties.ended", 409, "这项任务已经结束或被新的任务代替，不能再改。请刷新后查看现在的任务。");

    public static readonly Refusal NotOnThatDay = new("duties.not-on-that-day", 422, "生效日期应晚于这项任务开始的日期（{from}），请改日期。");

    public static readonly Refusal AssignmentEnded = new("duties.assignment-ended", 409, "这项任务已不由本单位承担，无需再办。请刷新后查看。");

    public static readonly Refusal AlreadyAssigned = new("duties.already-assigned", 409, "这个单位已经承担这项任务，请另选单位。");

    public static readonly Refusal WorkNotDoneYet = new("duties.work-not-done-yet", 422, "办理日期晚于今天，请在办理以后再记录。");

    public static readonly Refusal WorkOutsideDuty = new(
        "duties.work-outside-duty",
        422,
        "办理日期不在本单位承担这项任务的期间（{from} 起）内，请核对日期。"
    );

    public static readonly Refusal WorkGone = new("duties.work-gone", 409, "这条工作记录已经撤销，无需再撤。");

    public static readonly Refusal WaiverGone = new("duties.waiver-gone", 409, "这项免除已经撤销，无需再撤。");

    public static readonly Refusal AlreadyWaived = new("duties.already-waived", 409, "这一期已经免除，无需再办。");

    public static readonly Refusal AlreadyReturned = new("duties.already-returned", 409, "这项任务已经申请退回，正等办公室处理。");

    public static readonly Refusal ReturnDecided = new("duties.return-decided", 409, "这次退回已经处理过了，请刷新后查看。");

    // Who may do what with one unit's duty

    public static readonly Refusal NotYourDuty = new(
        "duties.not-your-duty",
        403,
        "这项任务由{unit}承担，只有{unit}的人员和指定的承办人可以记录。如需办理，请切换任职或联系该单位。"
    );

    public static readonly Refusal NotYourUnit = new(
        "duties.not-your-unit",
        403,
        "这项任务由{unit}承担，只有{unit}的人员可以退回或指定承办人。如需办理，请切换任职。"
    );

    public static readonly Refusal OnlyTheOffice = new(
        "duties.only-the-office",
        403,
        "只有{unit}的办公室可以免除、改派这项任务或改变计数方式。请联系{unit}。"
    );

    public static readonly Refusal CampaignNotRunning = new(
        "duties.campaign-not-running",
        409,
        "专项行动没有在进行，任务只能查看，不能再办理。如需办理，请联系发文单位恢复行动。"
    );

    public static readonly Refusal NobodyNamed = new("duties.nobody-named", 409, "这项任务没有指定承办人，无需收回。请刷新后查看。");
}
