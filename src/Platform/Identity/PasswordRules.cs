using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Wuzha.Platform.Identity;

/// <summary>
/// What a password must be, and how it is kept: PBKDF2 with HMAC-SHA512, salted, by ASP.NET Core Identity's hasher; a hash names its own number of
/// rounds, so that older ones are seen and renewed at the next sign-in.
/// </summary>
public static class PasswordRules
{
    public const int Rounds = 210_000;
    public const int Shortest = 8;

    /// <summary>GB/T 22239 ID-a by the assessors' convention.</summary>
    private const int Classes = 3;

    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // Verified when there is no such account, so that the answer takes the same time.
    private static readonly Lazy<string> Nobody = new(() => Hash("nobody"));

    public static string Hash(string password) => Hasher.HashPassword(Hasher, password);

    /// <summary>Takes the same time whether there is a hash or none.</summary>
    public static PasswordVerificationResult Verify(string? hash, string password)
    {
        var result = Hasher.VerifyHashedPassword(Hasher, hash ?? Nobody.Value, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    public static bool IsRight(string? hash, string password) => Verify(hash, password) is not PasswordVerificationResult.Failed;

    /// <returns>One sentence that says what is wrong and what to do; null for a good password.</returns>
    public static string? Fault(string password, Account account, string personName)
    {
        if (password.Length < Shortest)
            return $"新密码至少 {Shortest} 位，现在只有 {password.Length} 位。";
        if (ClassesOf(password) < Classes)
            return "新密码太简单：大写字母、小写字母、数字、符号四类中至少要有三类。";
        if (password.Contains(account.SignInName, StringComparison.OrdinalIgnoreCase) || password.Contains(personName, StringComparison.Ordinal))
            return "新密码里不能带有登录名或姓名，请换一个。";

        return account
            .FormerHashes.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Append(account.PasswordHash)
            .Any(hash => IsRight(hash, password))
            ? $"新密码和最近 {Account.Remembered} 次用过的重复了，请换一个。"
            : null;
    }

    private static int ClassesOf(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0)
        + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0)
        + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);
}
