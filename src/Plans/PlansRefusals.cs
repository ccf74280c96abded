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

    // Review
    public static readonly Refusal AlreadyTaken = new("plans.already-taken", 409, "这一条已经采纳，不用再次采纳。");
    public static readonly Refusal AlreadyDropped = new("plans.already-dropped", 409, "这一条已经标为不要。");
    public static readonly Refusal ForbiddenAsk = new(
        "plans.forbidden-ask",
        409,
        "这一条涉及{rule}，违反为基层减负的规定，不能照原样采纳。请点“采用合法做法”，或者点“不要”。"
    );
    public static readonly Refusal NothingForbidden = new("plans.nothing-forbidden", 409, "这一条没有不合规定的要求，直接采纳就可以。");
    public static readonly Refusal NothingLawfulLeft = new(
        "plans.nothing-lawful-left",
        409,
        "这一条只要求{rule}，没有合法的做法可以代替，请点“不要”；句中还有别的任务的，请先拆分。"
    );
    public static readonly Refusal NothingToTake = new(
        "plans.nothing-to-take",
        409,
        "这一部分没有可以直接采纳的任务：有提示的、来自模型的请逐条处理。"
    );
    public static readonly Refusal NothingToMerge = new("plans.nothing-to-merge", 409, "后面没有可以合并的任务。");
    public static readonly Refusal DroppedStays = new("plans.dropped-stays", 409, "这一条已标为不要，请先采纳或撤销，再修改。");
    public static readonly Refusal NotASplitPoint = new("plans.not-a-split-point", 422, "请选择从哪里拆开。");
    public static readonly Refusal CannotSplit = new("plans.cannot-split", 409, "这一句没有可以拆开的地方，可以直接修改。");
    public static readonly Refusal NothingChanged = new("plans.nothing-changed", 422, "没有改动。要照原样采纳，请返回后点“采纳”。");
    public static readonly Refusal NothingToUndo = new("plans.nothing-to-undo", 409, "没有可以撤销的操作。");
    public static readonly Refusal WordsNotInPlan = new("plans.words-not-in-plan", 422, "方案里没有这句话，请从左边的原文里复制，一个字都不要改。");
    public static readonly Refusal CadenceHalf = new("plans.cadence-half", 422, "频次要填全：多少次，以及每周、每月还是别的。都不填就是没有频次。");
    public static readonly Refusal QuotaHalf = new("plans.quota-half", 422, "配额要填全：多少，以及按什么算。都不填就是没有配额。");
    public static readonly Refusal TargetHalf = new("plans.target-half", 422, "写了要达到什么，请把数值也填上；没有数值的，都不填。");
    public static readonly Refusal NotADeadline = new(
        "plans.not-a-deadline",
        422,
        "期限“{typed}”读不懂，请写成 2026-05-18 或 5月18日；每月都有期限的只写几日，例如 25日。"
    );
    public static readonly Refusal NotANumber = new("plans.not-a-number", 422, "数值“{typed}”不是数字，请写成 5000 或 92.5。");

    // Activation
    public static readonly Refusal NoPeriod = new(
        "plans.no-period",
        409,
        "方案没有写明起止日期，算不出各单位什么时候做什么。请先在方案信息里补上开始日期和截止日期。"
    );
    public static readonly Refusal NotReviewedYet = new("plans.not-reviewed-yet", 409, "方案还没有审完，不能启用。请先逐条处理完，再点“审完”。");
    public static readonly Refusal NotReady = new(
        "plans.not-ready",
        409,
        "还有任务没有单位承担，或有单位名称没有对应上，不能启用。请按页面上的提示处理后再启用。"
    );
    public static readonly Refusal NeedsApprover = new(
        "plans.needs-approver",
        422,
        "给村（社区）的工作量超过每周 {minutes} 分钟的上限，请选批准启用的领导，或减少任务后再启用。"
    );
    public static readonly Refusal OutsideCampaign = new(
        "plans.outside-campaign",
        422,
        "执行日期应在专项行动期间（{from} 至 {until}）内，请修改后再启用。"
    );
    public static readonly Refusal NotActivated = new("plans.not-activated", 409, "这份方案还没有启用，请先看启用后会怎样，再点“启用”。");

    // Units
    public static readonly Refusal NoGroupTicked = new("plans.no-group-ticked", 422, "请勾选至少一类单位。");
    public static readonly Refusal NoUnitTicked = new("plans.no-unit-ticked", 422, "请勾选至少一个单位。");

    // Amendment
    public static readonly Refusal NoAmendment = new(
        "plans.no-amendment",
        409,
        "这份方案不是用来修订专项行动的，没有可比的任务。请在“启用”里看启用后会怎样。"
    );
    public static readonly Refusal DifferenceChanged = new(
        "plans.difference-changed",
        409,
        "有的任务还没有确认，或刚才有人改过。请按下面的最新情况逐条确认后再提交。"
    );
    public static readonly Refusal NothingConfirmed = new(
        "plans.nothing-confirmed",
        422,
        "一条变化也没有确认。修订文件不用的，请作废；要用的，请至少确认一条。"
    );
    public static readonly Refusal AmendmentNeedsApprover = new(
        "plans.amendment-needs-approver",
        422,
        "修订后给村（社区）的工作量超过每周 {minutes} 分钟的上限，请选批准修订的领导，或保持原来的任务、取消一些任务后再确认。"
    );
    public static readonly Refusal AmendsInstead = new(
        "plans.amends-instead",
        409,
        "这份文件修订正在执行的专项行动，不能另行启用。请在“启用”里逐条确认和原任务的不同。"
    );
}
