using Wuzha.Platform;

namespace Wuzha.Plans.Implementation;

/// <summary>Every expected 'no' about the plans of units.</summary>
public static class ImplementationRefusals
{
    public static readonly Refusal CampaignNotRunning = new(
        "plans.campaign-not-running",
        409,
        "这个专项行动没有在进行，实施方案只能查看。如需继续，请先启动或恢复专项行动。"
    );
    public static readonly Refusal OnlyTheIssuingOffice = new(
        "plans.only-the-issuing-office",
        403,
        "只有{unit}的办公室能要求和审批实施方案，请与其联系。"
    );
    public static readonly Refusal NobodyToAsk = new("plans.nobody-to-ask", 422, "没有符合条件的参加单位，请改选对象，或先在“参加单位”里核对。");
    public static readonly Refusal NotAsked = new("plans.implementation-not-asked", 409, "没有要求这个单位报送实施方案，不用报送。");
    public static readonly Refusal AlreadyFiled = new(
        "plans.implementation-already-filed",
        409,
        "实施方案已经报送，正等办公室审批。如需修改，请先撤回。"
    );
    public static readonly Refusal AlreadyApproved = new(
        "plans.implementation-already-approved",
        409,
        "实施方案已经批准，不用再报。如需修改，请联系办公室撤销批准。"
    );
    public static readonly Refusal TextOrFile = new("plans.text-or-file", 422, "请填写实施方案正文，或上传文件，两样至少有一样。");
    public static readonly Refusal NotWaiting = new(
        "plans.implementation-not-waiting",
        409,
        "这份实施方案不在“待审”状态，可能刚被撤回或已审批。请刷新后查看。"
    );
    public static readonly Refusal NothingDecided = new(
        "plans.implementation-nothing-decided",
        409,
        "这份实施方案还没有审批结果，无需撤销。请刷新后查看。"
    );
    public static readonly Refusal NotOwed = new(
        "plans.implementation-not-owed",
        409,
        "这个单位已经报送或本来就没有被要求，不能再免。请刷新后查看。"
    );
}
