using System.Globalization;
using System.Security.Claims;

namespace Wuzha.Platform.Identity;

/// <summary>What the sign-in cookie carries: whose account, which appointment, since when, and the stamp that voids it. No rights: those are asked of the database at every request.</summary>
public sealed record Session(string TenantId, Guid AccountId, Guid AppointmentId, string Stamp, DateTime Since)
{
    public const string Scheme = "wuzha";

    /// <summary>GB/T 22239 ID-b: a session left alone ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>However busy, nobody stays signed in longer than a working day with its evening.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public ClaimsPrincipal Principal() =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, AccountId.ToString("N")),
                    new Claim("tenant", TenantId),
                    new Claim("appointment", AppointmentId.ToString("N")),
                    new Claim("stamp", Stamp),
                    new Claim("since", Since.Ticks.ToString(CultureInfo.InvariantCulture)),
                ],
                Scheme
            )
        );

    public static Session? Of(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true }
            ? new Session(
                principal.FindFirstValue("tenant")!,
                Guid.ParseExact(principal.FindFirstValue(ClaimTypes.NameIdentifier)!, "N"),
                Guid.ParseExact(principal.FindFirstValue("appointment")!, "N"),
                principal.FindFirstValue("stamp")!,
                new DateTime(long.Parse(principal.FindFirstValue("since")!, CultureInfo.InvariantCulture), DateTimeKind.Utc)
            )
            : null;
}
