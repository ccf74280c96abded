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

    /// <summary>What guessing begins with (弱口令), though it satisfies every other rule.</summary>
    private static readonly HashSet<string> Common = new(
        [
            "1qaz!QAZ",
            "1qaz@WSX",
            "Aa123456",
            "Aa123456.",
            "Aa@123456",
            "Abc@1234",
            "Abc123456",
            "Abc@123456",
            "Abcd1234",
            "Abcd@1234",
            "Admin123",
            "Admin@123",
            "Admin@1234",
            "Admin@123456",
            "Asdf1234",
            "Fanzha@123",
            "Fanzha@96110",
            "Huawei@123",
            "P@ssw0rd",
            "Password1",
            "Passw0rd!",
            "Qwer1234",
            "Qwer@1234",
            "Qwe123456",
            "Qaz@123456",
            "Root@123",
            "Test@123",
            "Welcome1",
            "Woaini1314",
            "Zaq1@wsx",
            "Zaq12wsx",
        ],
        StringComparer.OrdinalIgnoreCase
    );

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
    public static string? Fault(string password, Account account, string personName, string? phone)
    {
        if (password.Length < Shortest)
            return $"新密码至少 {Shortest} 位，现在只有 {password.Length} 位。";
        if (ClassesOf(password) < Classes)
            return "新密码太简单：大写字母、小写字母、数字、符号四类中至少要有三类。";
        if (Common.Contains(password))
            return "这个密码太常见，别人一猜就中，请换一个。";
        if (Names(account, personName, phone).Any(name => password.Contains(name, StringComparison.OrdinalIgnoreCase)))
            return "新密码里不能带有登录名、手机号或姓名，请换一个。";

        return account
            .FormerHashes.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Append(account.PasswordHash)
            .Any(hash => IsRight(hash, password))
            ? $"新密码和最近 {Account.Remembered} 次用过的重复了，请换一个。"
            : null;
    }

    private static IEnumerable<string> Names(Account account, string personName, string? phone) =>
        phone is null ? [account.SignInName, personName] : [account.SignInName, personName, phone];

    private static int ClassesOf(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0)
        + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0)
        + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);
}
