using Wuzha.Platform;

namespace Wuzha.Directives;

/// <summary>Every expected 'no' of this module.</summary>
internal static class DirectiveRefusals
{
    public static readonly Refusal NotAddressedToYou = new("directives.not-addressed-to-you", 404, "没有这条指令，或者没有发给这个单位。请从“指令”里重新进入。");

    public static readonly Refusal AlreadyIssued = new("directives.already-issued", 409, "这条指令已经下发，不能再改、再发。内容有误的，请撤回后重新下发。");

    public static readonly Refusal NotIssued = new("directives.not-issued", 409, "这条指令还没有下发，无需撤回。不用的草稿请直接删除。");

    public static readonly Refusal NobodyAddressed = new("directives.nobody-addressed", 409, "这条指令没有选接收单位。请点“修改”选好单位再下发。");

    public static readonly Refusal Withdrawn = new("directives.withdrawn", 409, "这条指令已经撤回，不用再办。");

    public static readonly Refusal AlreadySigned = new("directives.already-signed", 409, "这个单位已经签收过，每个单位签收一次即可。");

    public static readonly Refusal AlreadyReturned = new("directives.already-returned", 409, "这个单位已经退回，无需再退。退错了的，可以直接签收。");

    public static readonly Refusal GroupDissolved = new("directives.group-dissolved", 409, "这个群已经解散，不能再修改。群还在用的，请先恢复。");

    public static readonly Refusal GroupStands = new("directives.group-stands", 409, "这个群没有解散，无需恢复。请刷新后查看。");

    public static readonly Refusal UnitClosed = new("directives.unit-closed", 409, "这个单位已经撤并，不能再登记工作群。请改选现有的单位。");
}
