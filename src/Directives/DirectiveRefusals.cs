using Wuzha.Platform;

namespace Wuzha.Directives;

/// <summary>Every expected 'no' of this module.</summary>
internal static class DirectiveRefusals
{
    public static readonly Refusal GroupDissolved = new("directives.group-dissolved", 409, "这个群已经解散，不能再修改。群还在用的，请先恢复。");

    public static readonly Refusal GroupStands = new("directives.group-stands", 409, "这个群没有解散，无需恢复。请刷新后查看。");

    public static readonly Refusal UnitClosed = new("directives.unit-closed", 409, "这个单位已经撤并，不能再登记工作群。请改选现有的单位。");
}
