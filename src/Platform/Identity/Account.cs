using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>账号: how one person signs in. What one may see and do follows from the person's appointments, never from the account.</summary>
public sealed class Account
{
    /// <summary>GB/T 22239 ID-b, by the assessors' convention: five failures, half an hour.</summary>
    public const int Tries = 5;
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(30);

    /// <summary>Locked until an administrator unlocks it.</summary>
    public static readonly DateTime Forever = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Once used, a slip's code stays good only for choosing the password: a photograph of it opens nothing later.</summary>
    public static readonly TimeSpan UsedCodeGoodFor = TimeSpan.FromMinutes(30);

    internal const int EndedLength = 400;

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

    /// <summary>When the holder chose the password; null for a one-time code.</summary>
    public DateTime? PasswordSetAt { get; set; }

    /// <summary>Changes with every password, lock or second factor; a cookie with an older stamp is void.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Sessions signed out by hand, one a line: a cookie that was copied before does not outlive them.</summary>
    public string EndedSessions { get; set; } = "";

    /// <summary>True until the holder has chosen an own password, and again when it has become too old.</summary>
    public bool MustChangePassword { get; set; }
    public byte[]? SecondFactorSealed { get; set; }

    /// <summary>The last time step whose code was used: a code works once.</summary>
    public long SecondFactorStep { get; set; }

    /// <summary>Keyed hashes of unused recovery codes, one a line.</summary>
    public string RecoveryHashes { get; set; } = "";
    public int FailedSignIns { get; set; }
    public DateTime? LockedUntil { get; set; }

    /// <summary>When an administrator last opened a lock: idleness counts from there.</summary>
    public DateTime? UnlockedAt { get; set; }
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

    /// <summary>The account of whoever is signed in.</summary>
    internal static Task<Account> Own(Db db, Viewer viewer) =>
        db.Accounts.SingleAsync(a => a.TenantId == viewer.TenantId && a.Id == viewer.AccountId);

    public bool IsLocked(DateTime now) => LockedUntil > now;

    /// <summary>Nobody has used it, nor has an administrator approved, unlocked or reset it, for so many days.</summary>
    public bool IsIdle(DateTime now, int days) =>
        !IsDemo
        && ApprovedAt < now.AddDays(-days)
        && !(LastSignInAt >= now.AddDays(-days))
        && !(UnlockedAt >= now.AddDays(-days))
        && !(PasswordExpiresAt >= now.AddDays(-days));

    /// <summary>Asked once the password was right: only then may the true reason be told.</summary>
    public Refusal? MayEnter(DateTime now) =>
        ClosedAt is not null ? IdentityRefusals.Closed
        : ApprovedAt is null ? IdentityRefusals.NotApproved
        : PasswordExpiresAt <= now ? IdentityRefusals.CodeExpired
        : null;

    /// <param name="passwordDays">How old a password may become; an older one is to be renewed before anything else.</param>
    public void Enter(DateTime now, int passwordDays)
    {
        (FailedSignIns, LockedUntil, LastSignInAt) = (0, null, now);
        MustChangePassword |= !IsDemo && PasswordSetAt?.AddDays(passwordDays) <= now;
        if (PasswordExpiresAt > now + UsedCodeGoodFor)
            PasswordExpiresAt = now + UsedCodeGoodFor;
        Version++;
    }

    /// <summary>The session ends on the server too, not only in the browser that signs out.</summary>
    public void EndSession(Session session, DateTime now)
    {
        var ended = EndedSessions
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(key => Session.BeganAt(key) > now - Session.Longest)
            .Append(session.Key);
        EndedSessions = string.Join('\n', ended.Distinct());
        if (EndedSessions.Length <= EndedLength)
            Version++;
        else
            (EndedSessions, SecurityStamp, Version) = ("", Guid.CreateVersion7().ToString("N"), Version + 1);
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

    public void ChangePassword(string hash, DateTime now)
    {
        FormerHashes = string.Join('\n', FormerHashes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(hash).Take(Remembered));
        (PasswordHash, PasswordSetAt, PasswordExpiresAt, MustChangePassword) = (hash, now, null, false);
        Restamp();
    }

    /// <summary>A one-time code for the first sign-in or after a forgotten password; what was there before is void.</summary>
    public Refusal? GiveCode(string hash, DateTime until)
    {
        if (ClosedAt is not null)
            return IdentityRefusals.Closed;
        if (ApprovedAt is null)
            return IdentityRefusals.NotApprovedYet;

        (PasswordHash, PasswordSetAt, PasswordExpiresAt, MustChangePassword) = (hash, null, until, true);
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

        (FailedSignIns, LockedUntil, UnlockedAt) = (0, null, now);
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
        (FailedSignIns, LockedUntil, LastSignInAt, UnlockedAt) = (0, null, null, null);
        Restamp();
    }

    /// <summary>Voids every session.</summary>
    public void Restamp()
    {
        SecurityStamp = Guid.CreateVersion7().ToString("N");
        Version++;
    }
}
