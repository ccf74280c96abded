namespace Wuzha.Platform.Identity;

/// <summary>The role → acts table as Platform sees it; it stands in Web's <c>Permissions.cs</c>.</summary>
public sealed record RoleActs(Func<string, IReadOnlySet<string>> Of);
