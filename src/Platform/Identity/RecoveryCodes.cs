using System.Security.Cryptography;
using Wuzha.Platform.Privacy;

namespace Wuzha.Platform.Identity;

/// <summary>恢复码: ten codes for the day the phone is lost. Also the one-time codes of sign-in slips: letters and digits that nobody confuses on paper.</summary>
public static class RecoveryCodes
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Count = 10;

    /// <summary>Ten letters or digits in two groups: 49 bits.</summary>
    public static string New() => $"{RandomNumberGenerator.GetString(Alphabet, 5)}-{RandomNumberGenerator.GetString(Alphabet, 5)}";

    public static IReadOnlyList<string> NewSet() => [.. Enumerable.Range(0, Count).Select(_ => New())];

    public static string Hash(Vault vault, string code) =>
        Convert.ToHexString(vault.Index("recovery:" + code.Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)));
}
