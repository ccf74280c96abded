using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Wuzha.Platform.Identity;

/// <summary>Between the right password and the code: says whose password was right, for five minutes, unreadable and unforgeable in the page's own form.</summary>
public sealed class SecondFactorTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);
    private readonly IDataProtector protector = protection.CreateProtector("wuzha.second-factor");

    public string Make(Account account, DateTime now) =>
        protector.Protect($"{account.TenantId} {account.Id:N} {account.SecurityStamp} {now.Ticks.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The tenant, the account and its stamp; null when the ticket is none of ours or too old.</summary>
    public (string TenantId, Guid AccountId, string Stamp)? Read(string ticket, DateTime now)
    {
        try
        {
            var parts = protector.Unprotect(ticket).Split(' ');
            var age = now.Ticks - long.Parse(parts[3], CultureInfo.InvariantCulture);
            return age >= 0 && age < GoodFor.Ticks ? (parts[0], Guid.ParseExact(parts[1], "N"), parts[2]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The secret that is about to be bound, carried by its own set-up page.</summary>
    public string Seal(string secret) => protector.Protect("secret " + secret);

    public string? Open(string carried)
    {
        try
        {
            return protector.Unprotect(carried) is ['s', 'e', 'c', 'r', 'e', 't', ' ', .. var secret] ? secret : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
