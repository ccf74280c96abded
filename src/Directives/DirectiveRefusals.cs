using Wuzha.Platform;

namespace Wuzha.Directives;

/// <summary>Every expected 'no' of this module.</summary>
internal static class DirectiveRefusals
{
    public static readonly Refusal NotAddressedToYou = new(
        "directives.not-addressed-to-you",
        404,
        "没有这条指令，或者没有发给这个单位。请从“指令”里重新进入。"
    );

    public static readonly Refusal AlreadyIssued = new(
        "directives.already-issued",
        409,
        "这条指令已经下发，不能再改、再发。内容有误的，请撤回后重新下发。"
    );

    public static readonly Refusal NotIssued = new("directives.not-issued", 409, "这条指令还没有下发，无需撤回。不用的草稿请直接删除。");

    public static readonly Refusal NobodyAddressed = new("directives.nobody-addressed", 409, "这条指令没有选接收单位。请点“修改”选好单位再下发。");

    public static readonly Refusal Withdrawn = new("directives.withdrawn", 409, "这条指令已经撤回，不用再办。");

    public static readonly Refusal AlreadySigned = new("directives.already-signed", 409, "这个单位已经签收过，每个单位签收一次即可。");

    public static readonly Refusal AlreadyReturned = new("directives.already-returned", 409, "这个单位已经退回，无需再退。退错了的，可以直接签收。");

    public static readonly Refusal OverCeiling = new(
        "directives.over-ceiling",
        409,
        "加上这一条，{first}等 {count} 个村（社区）本周要花的时间超过 {ceiling} 分钟。请先提请分管领导批准，或者缩小范围、减少用时。"
    );

    public static readonly Refusal ApproverWroteIt = new("directives.approver-wrote-it", 409, "起草人不能批准自己起草的指令，请另选一位分管领导。");

    public static readonly Refusal NotToApprove = new(
        "directives.not-to-approve",
        409,
        "这条指令现在不需要您批准，可能已经批准或退回。请刷新后查看。"
    );

    public static readonly Refusal TooManyLevels = new("directives.too-many-levels", 409, "已经转发到最末一级，不能再往下转发。");

    public static readonly Refusal PassedOnNotReplaced = new(
        "directives.passed-on-not-replaced",
        409,
        "转发的指令不能重新下发。请撤回后，从上级的指令再转发一次。"
    );

    public static readonly Refusal TooManyFiles = new("directives.too-many-files", 409, "最多加 5 个附件。请先去掉不用的，再加新的。");

    public static readonly Refusal RelayAlreadySent = new("directives.relay-already-sent", 409, "这个群已经标记为已转发，无需再标记。");

    public static readonly Refusal RelayNotSent = new("directives.relay-not-sent", 409, "推送员还没有标记为已转发。请等推送员转发后再操作。");

    public static readonly Refusal RelayConfirmed = new("directives.relay-confirmed", 409, "监督员已经确认过，不能再改。");

    public static readonly Refusal RelayConfirmedBySender = new(
        "directives.relay-confirmed-by-sender",
        409,
        "转发和确认不能是同一个人。请由另一位监督员确认。"
    );

    public static readonly Refusal RelayNotYours = new(
        "directives.relay-not-yours",
        403,
        "您不是这个群的推送员，也不负责登记这个单位的工作群。请由推送员标记。"
    );

    public static readonly Refusal RelayNotYoursToConfirm = new(
        "directives.relay-not-yours-to-confirm",
        403,
        "您不是这个群的监督员。请由监督员或者反诈办确认。"
    );

    public static readonly Refusal DirectiveExpired = new("directives.expired", 409, "这条指令已经到期，不用再转发。还需要宣传的，请重新下发。");

    public static readonly Refusal ListChanged = new(
        "directives.list-changed",
        409,
        "核对以后，有的群已经有人标记，名单没有登记。请核对下面的新结果，再点“登记”。"
    );

    public static readonly Refusal NothingToSettle = new(
        "directives.nothing-to-settle",
        409,
        "名单里没有可以登记的群。请按每行后面的说明改好再核对。"
    );

    public static readonly Refusal GroupDissolved = new("directives.group-dissolved", 409, "这个群已经解散，不能再修改。群还在用的，请先恢复。");

    public static readonly Refusal GroupStands = new("directives.group-stands", 409, "这个群没有解散，无需恢复。请刷新后查看。");

    public static readonly Refusal UnitClosed = new("directives.unit-closed", 409, "这个单位已经撤并，不能再登记工作群。请改选现有的单位。");
}
