using Wuzha.Platform;

namespace Wuzha.Directives;

/// <summary>What may be done in this module.</summary>
public static class DirectivesActs
{
    public static readonly Act ReadDirectives = new("directives.read-directives", "查看指令和签收情况");
    public static readonly Act IssueDirectives = new("directives.issue-directives", "起草、下发、撤回指令");
    public static readonly Act ApproveDirectives = new("directives.approve-directives", "批准超过上限的指令");
    public static readonly Act PassOnDirectives = new("directives.pass-on-directives", "转发指令给下级");
    public static readonly Act SignReceipts = new("directives.sign-receipts", "签收、退回指令");
    public static readonly Act RelayDirectives = new("directives.relay-directives", "标记转发到群、确认转发");
    public static readonly Act ReadGroups = new("directives.read-groups", "查看工作群");
    public static readonly Act EditGroups = new("directives.edit-groups", "登记、修改、解散工作群");
}
