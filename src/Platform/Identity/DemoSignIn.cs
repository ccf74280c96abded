namespace Wuzha.Platform.Identity;

/// <summary>How the demo's invented people sign in. An installation with such accounts serves on loopback only.</summary>
public static class DemoSignIn
{
    public const string Password = "Wuzha-demo-2026";
}
