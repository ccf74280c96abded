namespace Wuzha.Platform;

/// <summary>Something a person may be allowed to do. Declared by the module that does it; which role may do it stands in Web's <c>Permissions.cs</c>.</summary>
/// <param name="Key">Stable key, <c>module.verb-noun</c>.</param>
/// <param name="Name">What a security administrator reads, in Chinese.</param>
public sealed record Act(string Key, string Name);
