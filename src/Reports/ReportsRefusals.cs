using Wuzha.Platform;

namespace Wuzha.Reports;

/// <summary>Every expected 'no' of this module.</summary>
internal static class ReportsRefusals
{
    public static readonly Refusal NoSuchMonth = new(
        "reports.no-such-month",
        404,
        "“{month}”不是月份。请写成 2026-05 这样，或者从左侧“通报”里选一个月。"
    );

    public static readonly Refusal MonthToCome = new("reports.month-to-come", 404, "{month}还没有到，没有可以通报的情况。请从左侧“通报”里选一个月。");

    public static readonly Refusal OnlyTheOffice = new(
        "reports.only-the-office",
        403,
        "{unit}的通报由{unit}的办公室写说明、印发和撤回，您只能查看。"
    );

    public static readonly Refusal MonthNotOver = new(
        "reports.month-not-over",
        409,
        "{month}还没有结束，数字还会变化。请从 {day} 起印发；现在需要的，可以导出 Word 作为草稿使用。"
    );

    public static readonly Refusal NothingToReport = new(
        "reports.nothing-to-report",
        409,
        "{month}没有到期的任务，也没有下发指令和要求推送，没有可以印发的内容。"
    );

    public static readonly Refusal AlreadyIssued = new(
        "reports.already-issued",
        409,
        "这份通报已经印发，数字和说明都已固定。如需修改，请先撤回，改好后重新印发。"
    );

    public static readonly Refusal NotIssued = new("reports.not-issued", 409, "这份通报还没有印发，或者已经撤回，不用再撤回。");
}
