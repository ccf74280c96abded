using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Wuzha.Platform.Identity;

/// <summary>How passwords are kept: PBKDF2 with HMAC-SHA512, salted, by ASP.NET Core Identity's hasher; the hash names its own number of rounds.</summary>
public static class PasswordRules
{
    private const int Rounds = 210_000;

    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    public static string Hash(string password) => Hasher.HashPassword(Hasher, password);
}
