using Wuzha.Platform;

namespace Wuzha.Plans;

/// <summary>Every expected 'no' of this module.</summary>
public static class PlansRefusals
{
    // Reading in
    public static readonly Refusal NoPlanFound = new(
        "plans.no-plan-found",
        422,
        "这段文字里没有找到方案：没有标题，也没有布置任务的条款。请检查是不是选错了文件，或把方案正文复制粘贴进来。"
    );
    public static readonly Refusal TextTooLong = new(
        "plans.text-too-long",
        422,
        "文字有 {count} 万字，超过 100 万字的上限，请把方案正文单独存成一个文件再读入。"
    );
    public static readonly Refusal FileOrText = new("plans.file-or-text", 422, "请选择方案文件，或把方案文字粘贴到下面，两样填一样。");
    public static readonly Refusal NothingChosen = new("plans.nothing-chosen", 422, "请至少勾选一个方案。");

    // State
    public static readonly Refusal OnlyItsOffice = new("plans.only-its-office", 403, "这份方案由{unit}读入，只能由它的办公室审阅，请与其联系。");
    public static readonly Refusal NotUnderReview = new(
        "plans.not-under-review",
        409,
        "这份方案已经审完、启动或作废，不能再改。审完未启动的，可以先点“重新审阅”。"
    );
    public static readonly Refusal StillOpen = new("plans.still-open", 409, "还有 {count} 条没有处理，请逐条采纳或不要，再点“审完”。");
    public static readonly Refusal NothingTaken = new("plans.nothing-taken", 409, "一条任务也没有采纳。方案不用的，请作废；要用的，请先采纳任务。");
    public static readonly Refusal NotReviewed = new("plans.not-reviewed", 409, "这份方案不在“已审完”状态，不用重新审阅。");
    public static readonly Refusal AlreadyActivated = new("plans.already-activated", 409, "这份方案已经启动，不能作废。如需停止，请结束专项行动。");
    public static readonly Refusal AlreadyDiscarded = new("plans.already-discarded", 409, "这份方案已经作废，不用再次作废。");
    public static readonly Refusal NotDiscarded = new("plans.not-discarded", 409, "这份方案没有作废，不用恢复。");

    // Head
    public static readonly Refusal EndsBeforeItBegins = new("plans.ends-before-it-begins", 422, "截止日期早于开始日期，请核对。");
}
