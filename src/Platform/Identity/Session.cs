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

    /// <summary>What <see cref="Account.EndedSessions"/> knows it by: a UUIDv7 of its beginning. A switch of appointment or a new password keeps it.</summary>
    public string Key { get; init; } = Guid.CreateVersion7(new DateTimeOffset(Since)).ToString("N");

    /// <summary>When the session of this key began.</summary>
    public static DateTime BeganAt(string key) =>
        DateTime.UnixEpoch.AddMilliseconds(long.Parse(key.AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    public ClaimsPrincipal Principal() =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, AccountId.ToString("N")),
                    new Claim("tenant", TenantId),
                    new Claim("appointment", AppointmentId.ToString("N")),
                    new Claim("stamp", Stamp),
                    new Claim("session", Key),
                    new Claim("since", Since.Ticks.ToString(CultureInfo.InvariantCulture)),
                ],
                Scheme
            )
        );

    public static Session? Of(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true } && principal.FindFirstValue("session") is { } key
            ? new Session(
                principal.FindFirstValue("tenant")!,
                Guid.ParseExact(principal.FindFirstValue(ClaimTypes.NameIdentifier)!, "N"),
                Guid.ParseExact(principal.FindFirstValue("appointment")!, "N"),
                principal.FindFirstValue("stamp")!,
                new DateTime(long.Parse(principal.FindFirstValue("since")!, CultureInfo.InvariantCulture), DateTimeKind.Utc)
            )
            {
                Key = key,
            }
            : null;
}
