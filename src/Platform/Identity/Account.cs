using Wuzha.Platform.Privacy;

namespace Wuzha.Platform.Identity;

/// <summary>账号: how one person signs in. What one may see and do follows from the person's appointments, never from the account.</summary>
public sealed class Account
{
    /// <summary>GB/T 22239 ID-b, by the assessors' convention: five failures, half an hour.</summary>
    public const int Tries = 5;
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(30);

    /// <summary>Locked until an administrator unlocks it.</summary>
    public static readonly DateTime Forever = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A new password must differ from the last five.</summary>
    public const int Remembered = 5;

    public required Guid Id { get; init; }
    public required string TenantId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What one types to sign in, unique over the installation: lower-case Latin letters, digits, hyphen.</summary>
    public required string SignInName { get; set; }
    public string? PasswordHash { get; set; }

    /// <summary>Earlier passwords' hashes, one a line, newest first.</summary>
    public string FormerHashes { get; set; } = "";

    /// <summary>A one-time code from a printed slip is good until then; null for an own password.</summary>
    public DateTime? PasswordExpiresAt { get; set; }

    /// <summary>Changes with every password, lock or second factor; a cookie with an older stamp is void.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>True until the holder has chosen an own password.</summary>
    public bool MustChangePassword { get; set; }
    public byte[]? SecondFactorSealed { get; set; }

    /// <summary>The last time step whose code was used: a code works once.</summary>
    public long SecondFactorStep { get; set; }

    /// <summary>Keyed hashes of unused recovery codes, one a line.</summary>
    public string RecoveryHashes { get; set; } = "";
    public int FailedSignIns { get; set; }
    public DateTime? LockedUntil { get; set; }
    public DateTime? ClosedAt { get; set; }
    public DateTime? OpenedAt { get; set; }
    public Guid? OpenedBy { get; set; }

    /// <summary>Set by the security administrator; an account nobody has approved cannot sign in (三员分立).</summary>
    public DateTime? ApprovedAt { get; set; }
    public Guid? ApprovedBy { get; set; }
    public DateTime? LastSignInAt { get; set; }

    /// <summary>Made by the demo: exempt from first password and second factor, and only on loopback.</summary>
    public bool IsDemo { get; init; }
    public int Version { get; set; }

    /// <summary>A new account waits for the security administrator; until then it opens nothing.</summary>
    /// <param name="number">Running number in the tenant: sign-in names hold no personal data (one may sign in by phone as well).</param>
    public static Account Open(string tenant, Guid personId, int number, Guid by, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            TenantId = tenant,
            PersonId = personId,
            SignInName = $"{tenant}-{number:000}",
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
            OpenedAt = now,
            OpenedBy = by,
        };

    public bool IsLocked(DateTime now) => LockedUntil > now;

    /// <summary>Asked once the password was right: only then may the true reason be told.</summary>
    public Refusal? MayEnter(DateTime now) =>
        ClosedAt is not null ? IdentityRefusals.Closed
        : ApprovedAt is null ? IdentityRefusals.NotApproved
        : PasswordExpiresAt <= now ? IdentityRefusals.CodeExpired
        : null;

    public void Enter(DateTime now)
    {
        (FailedSignIns, LockedUntil, LastSignInAt) = (0, null, now);
        Version++;
    }

    /// <summary>After a wrong password or code, which was counted before it was looked at.</summary>
    /// <returns>True when this one locks the account.</returns>
    public bool Fail(DateTime now)
    {
        if (FailedSignIns < Tries)
            return false;

        (FailedSignIns, LockedUntil) = (0, now + LockTime);
        Version++;
        return true;
    }

    public void ChangePassword(string hash)
    {
        FormerHashes = string.Join('\n', FormerHashes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(hash).Take(Remembered));
        (PasswordHash, PasswordExpiresAt, MustChangePassword) = (hash, null, false);
        Restamp();
    }

    /// <summary>A one-time code for the first sign-in or after a forgotten password; what was there before is void.</summary>
    public Refusal? GiveCode(string hash, DateTime until)
    {
        if (ClosedAt is not null)
            return IdentityRefusals.Closed;
        if (ApprovedAt is null)
            return IdentityRefusals.NotApprovedYet;

        (PasswordHash, PasswordExpiresAt, MustChangePassword) = (hash, until, true);
        (FailedSignIns, LockedUntil) = (0, null);
        Restamp();
        return null;
    }

    public void SetSecondFactor(byte[] secretSealed, long step, IEnumerable<string> recoveryHashes)
    {
        (SecondFactorSealed, SecondFactorStep, RecoveryHashes) = (secretSealed, step, string.Join('\n', recoveryHashes));
        Restamp();
    }

    public void RemoveSecondFactor()
    {
        (SecondFactorSealed, SecondFactorStep, RecoveryHashes) = (null, 0, "");
        Restamp();
    }

    /// <summary>A code of the authenticator, or one of the recovery codes; each works once.</summary>
    public bool AcceptCode(string typed, Vault vault, DateTime now)
    {
        if (Totp.Match(vault.Open(SecondFactorSealed!), typed, now) is { } step)
        {
            if (step <= SecondFactorStep)
                return false;

            SecondFactorStep = step;
            Version++;
            return true;
        }

        var hash = RecoveryCodes.Hash(vault, typed);
        var left = RecoveryHashes.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!left.Remove(hash))
            return false;

        RecoveryHashes = string.Join('\n', left);
        Version++;
        return true;
    }

    public Refusal? Approve(Guid by, DateTime now)
    {
        if (ClosedAt is not null)
            return IdentityRefusals.Closed;
        if (ApprovedAt is not null)
            return IdentityRefusals.AlreadyApproved;

        (ApprovedAt, ApprovedBy) = (now, by);
        Version++;
        return null;
    }

    public Refusal? Lock()
    {
        if (ClosedAt is not null)
            return IdentityRefusals.Closed;

        LockedUntil = Forever;
        Restamp();
        return null;
    }

    public Refusal? Unlock(DateTime now)
    {
        if (!IsLocked(now))
            return IdentityRefusals.NotLocked;

        (FailedSignIns, LockedUntil) = (0, null);
        Version++;
        return null;
    }

    public Refusal? Close(DateTime now)
    {
        if (ClosedAt is not null)
            return IdentityRefusals.Closed;

        (ClosedAt, PasswordHash, SecondFactorSealed, FormerHashes, RecoveryHashes) = (now, null, null, "", "");
        Restamp();
        return null;
    }

    /// <summary>Someone who left and came back: the account waits for approval and a new code, as if it were new.</summary>
    public void Reopen(Guid by, DateTime now)
    {
        (ClosedAt, ApprovedAt, ApprovedBy, OpenedAt, OpenedBy) = (null, null, null, now, by);
        Restamp();
    }

    /// <summary>Voids every session.</summary>
    public void Restamp()
    {
        SecurityStamp = Guid.CreateVersion7().ToString("N");
        Version++;
    }
}
