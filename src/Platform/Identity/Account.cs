namespace Wuzha.Platform.Identity;

/// <summary>账号: how one person signs in. What one may see and do follows from the person's appointments, never from the account.</summary>
public sealed class Account
{
    public required Guid Id { get; init; }
    public required string TenantId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What one types to sign in, unique over the installation: lower-case Latin letters, digits, hyphen.</summary>
    public required string SignInName { get; set; }
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every password, lock or second factor; a cookie with an older stamp is void.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>True until the holder has chosen an own password.</summary>
    public bool MustChangePassword { get; set; }
    public byte[]? SecondFactorSealed { get; set; }
    public int FailedSignIns { get; set; }
    public DateTime? LockedUntil { get; set; }
    public DateTime? ClosedAt { get; set; }

    /// <summary>Set by the security administrator; an account nobody has approved cannot sign in (三员分立).</summary>
    public DateTime? ApprovedAt { get; set; }
    public Guid? ApprovedBy { get; set; }
    public DateTime? LastSignInAt { get; set; }

    /// <summary>Made by the demo: exempt from first password and second factor, and only on loopback.</summary>
    public bool IsDemo { get; init; }
    public int Version { get; set; }
}
