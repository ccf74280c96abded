namespace Wuzha.Platform;

/// <summary>Names of the rate limits that a route can stand under; how much each allows is set by the host.</summary>
public static class Limits
{
    /// <summary>Every form that takes a password or a code: so many a minute from one address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Pages for people without an account: so many a minute from one address, which a whole village may share.</summary>
    public const string Residents = "residents";
}
