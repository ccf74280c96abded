namespace Wuzha.Platform.Identity;

/// <summary>The role → acts table as Platform sees it; it stands in Web's <c>Permissions.cs</c>.</summary>
/// <param name="Of">Keys of a role's acts, for the gate.</param>
/// <param name="Named">The acts themselves, for people who read the table.</param>
public sealed record RoleActs(Func<string, IReadOnlySet<string>> Of, Func<string, IReadOnlyList<Act>> Named);
