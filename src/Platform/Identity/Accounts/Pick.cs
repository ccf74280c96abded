namespace Wuzha.Platform.Identity.Accounts;

/// <summary>One line of a list in which an administrator ticks several.</summary>
public sealed record Pick(Guid Id, string Name, string Role, string Unit, string? Note);
