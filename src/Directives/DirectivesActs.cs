using Wuzha.Platform;

namespace Wuzha.Directives;

/// <summary>What may be done in this module.</summary>
public static class DirectivesActs
{
    public static readonly Act ReadGroups = new("directives.read-groups", "查看工作群");
    public static readonly Act EditGroups = new("directives.edit-groups", "登记、修改、解散工作群");
}
