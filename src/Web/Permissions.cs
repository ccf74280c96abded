using Wuzha.Platform;
using Wuzha.Platform.Identity;

namespace Wuzha.Web;

/// <summary>The role → acts table: the one place that says who may do what.</summary>
internal static class Permissions
{
    private static readonly Dictionary<string, Act[]> ByRole = new()
    {
        [Roles.OfficeClerk.Key] = [],
        [Roles.Leader.Key] = [],
        [Roles.SystemAdministrator.Key] = [],
        [Roles.SecurityAdministrator.Key] = [],
        [Roles.AuditAdministrator.Key] = [],
    };

    public static IReadOnlySet<string> ActsOf(string role) => ByRole.GetValueOrDefault(role, []).Select(act => act.Key).ToHashSet();
}
