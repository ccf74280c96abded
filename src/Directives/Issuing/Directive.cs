using Wuzha.Platform;
using Wuzha.Platform.Calendar;

namespace Wuzha.Directives.Issuing;

/// <summary>What an office sends out (requirements DIR1).</summary>
public enum DirectiveKind
{
    Directive = 0,
    Warning = 1,
    Bulletin = 2,
    MaterialPush = 3,
}

/// <summary>Where a directive stands.</summary>
public enum DirectiveState
{
    Draft = 0,

    /// <summary>待批准: it would cost more than the ceiling, and a named leader is asked.</summary>
    Submitted = 1,

    /// <summary>已批准: may go out.</summary>
    Approved = 2,
    Issued = 3,
    Withdrawn = 4,

    /// <summary>已到期: its time ran out; nobody is asked any more.</summary>
    Expired = 5,
}

/// <summary>
/// 指令: what one office issues to units, until when they sign for it, what it costs them, and whether it was taken back. A unit that passes it on issues a
/// directive of its own below it (requirements DIR1, DIR5, DIR8, DIR9).
/// </summary>
internal sealed class Directive
{
    public const int TitleLength = 60;
    public const int TextLength = 4000;
    public const int ReasonLength = 200;

    /// <summary>Ids of the directives above it and its own: 32 hex digits and '/' each.</summary>
    public const int TrailLength = 33 * MostLevels;

    /// <summary>County, township, village, grid, group of houses: more levels than there are.</summary>
    public const int MostLevels = 6;

    /// <summary>Days after the deadline for which an unsigned directive goes on asking.</summary>
    public const int DaysAlive = 30;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The unit whose office issues it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The directive that is passed on by this one; null for one that begins here.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>See <see cref="TrailLength"/>: everything below a directive is one index range, as with units.</summary>
    public required string Trail { get; init; }

    /// <summary>How often it was passed on to come here: 0 for one that begins here.</summary>
    public int Level => Trail.Length / 33 - 1;

    /// <summary>The campaign it serves; empty for none.</summary>
    public Guid CampaignId { get; private set; }
    public DirectiveKind Kind { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Of one that is passed on: the unit's own words, may be empty; the text is the one above.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Key of a <see cref="SigningTime"/>.</summary>
    public string SigningTime { get; private set; } = "";

    /// <summary>Key of the role that is told at each unit.</summary>
    public string ToRole { get; private set; } = "";

    /// <summary>Expected minutes of work at each unit, as the office reckons.</summary>
    public int Minutes { get; private set; }
    public required DateTime WrittenAt { get; init; }
    public required Guid WrittenBy { get; init; }

    /// <summary>The leader who is asked because it costs more than the ceiling.</summary>
    public Guid? ApproverId { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Why the approver sent it back; null when he did not.</summary>
    public string? RejectedReason { get; private set; }

    public DateTime? IssuedAt { get; private set; }

    /// <summary>The moment by which every unit should have signed, in office hours.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>From this moment on nobody is asked any more.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>Its reminders were stopped because it expired.</summary>
    public DateTime? ExpiredAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawnReason { get; private set; }

    /// <summary>The directive that it takes the place of.</summary>
    public Guid? ReplacesId { get; private set; }

    /// <summary>Kept equal to the facts by <see cref="KeptReceipts"/>.</summary>
    public int Addressed { get; private set; }
    public int Signed { get; private set; }
    public int SignedLate { get; private set; }

    /// <summary>Returned and not signed after all.</summary>
    public int Returned { get; private set; }
    public DateTime? FirstSignedAt { get; private set; }
    public DateTime? LastSignedAt { get; private set; }

    /// <summary>Groups into which it is to be forwarded.</summary>
    public int Relays { get; private set; }
    public int Version { get; private set; }

    public DirectiveState State => StateOf(SubmittedAt, ApprovedAt, IssuedAt, WithdrawnAt, ExpiredAt);

    public static DirectiveState StateOf(
        DateTime? submittedAt,
        DateTime? approvedAt,
        DateTime? issuedAt,
        DateTime? withdrawnAt,
        DateTime? expiredAt
    ) =>
        withdrawnAt is not null ? DirectiveState.Withdrawn
        : expiredAt is not null ? DirectiveState.Expired
        : issuedAt is not null ? DirectiveState.Issued
        : approvedAt is not null ? DirectiveState.Approved
        : submittedAt is not null ? DirectiveState.Submitted
        : DirectiveState.Draft;

    public bool IsOut => IssuedAt is not null;

    public static string TrailUnder(string? parentTrail, Guid id) => $"{parentTrail}{id:N}/";

    /// <summary>What stands in the form; an approval is for what was approved, so any change asks for it anew.</summary>
    public Refusal? Write(DirectiveTyped typed)
    {
        if (IsOut)
            return DirectiveRefusals.AlreadyIssued;

        (CampaignId, Kind, Title, Text) = (typed.CampaignId, typed.Kind, typed.Title, typed.Text);
        (SigningTime, ToRole, Minutes, ReplacesId) = (typed.SigningTime, typed.ToRole, typed.Minutes, typed.ReplacesId);
        (ApproverId, SubmittedAt, ApprovedAt, RejectedReason) = (null, null, null, null);
        Version++;
        return null;
    }

    public Refusal? Submit(Guid approverId, DateTime now)
    {
        if (IsOut)
            return DirectiveRefusals.AlreadyIssued;
        if (approverId == WrittenBy)
            return DirectiveRefusals.ApproverWroteIt;

        (ApproverId, SubmittedAt, ApprovedAt, RejectedReason) = (approverId, now, null, null);
        Version++;
        return null;
    }

    public Refusal? Approve(Guid by, DateTime now)
    {
        if (State != DirectiveState.Submitted || ApproverId != by)
            return DirectiveRefusals.NotToApprove;

        ApprovedAt = now;
        Version++;
        return null;
    }

    public Refusal? Reject(Guid by, string reason)
    {
        if (State != DirectiveState.Submitted || ApproverId != by)
            return DirectiveRefusals.NotToApprove;

        (SubmittedAt, RejectedReason) = (null, reason);
        Version++;
        return null;
    }

    /// <summary>Goes out now; due by working time from now on, asks until <see cref="DaysAlive"/> days after.</summary>
    public Refusal? Issue(DateTime now, WorkingCalendar calendar, (int Units, int Groups) addressed)
    {
        if (IsOut)
            return DirectiveRefusals.AlreadyIssued;
        if (addressed is (0, 0))
            return DirectiveRefusals.NobodyAddressed;

        (IssuedAt, DueAt) = (now, Issuing.SigningTime.Of(SigningTime).From(calendar, now));
        ExpiresAt = DueAt.Value.AddDays(DaysAlive);
        (Addressed, Relays) = addressed;
        Version++;
        return null;
    }

    public Refusal? MayWithdraw() =>
        State == DirectiveState.Withdrawn ? DirectiveRefusals.Withdrawn
        : !IsOut ? DirectiveRefusals.NotIssued
        : null;

    public Refusal? Withdraw(DateTime now, string reason)
    {
        if (MayWithdraw() is { } refusal)
            return refusal;

        (WithdrawnAt, WithdrawnReason) = (now, reason);
        Version++;
        return null;
    }

    /// <summary>DIR9: expired asks stop by themselves.</summary>
    public void Expire(DateTime now)
    {
        ExpiredAt = now;
        Version++;
    }
}

/// <summary>What stands in the form of a directive.</summary>
internal sealed record DirectiveTyped(
    DirectiveKind Kind,
    string Title,
    string Text,
    Guid CampaignId,
    string SigningTime,
    string ToRole,
    int Minutes,
    Guid? ReplacesId = null
);

/// <summary>签收时限: how much office time the units have. Never 'at once', except for a warning.</summary>
/// <param name="Hours">Hours of office time; 0 when it is counted in days.</param>
/// <param name="Days">Working days, until the end of work; the day itself is not counted.</param>
internal sealed record SigningTime(string Key, string Name, int Hours, int Days)
{
    public static readonly SigningTime AtOnce = new("at-once", "尽快（1 个工作小时内，只用于预警）", 1, 0);

    public static readonly IReadOnlyList<SigningTime> All =
    [
        AtOnce,
        new("half-day", "4 个工作小时内", 4, 0),
        new("one-day", "1 个工作日内", 0, 1),
        new("two-days", "2 个工作日内", 0, 2),
        new("three-days", "3 个工作日内", 0, 3),
        new("five-days", "5 个工作日内", 0, 5),
    ];

    public static SigningTime Of(string key) => All.First(time => time.Key == key);

    public DateTime From(WorkingCalendar calendar, DateTime now) =>
        Days == 0 ? calendar.AddWorkingTime(now, TimeSpan.FromHours(Hours)) : calendar.EndOfWork(calendar.AddWorkingDays(LocalDay.Of(now), Days));
}

internal static class DirectiveWords
{
    public static string Of(DirectiveKind kind) =>
        kind switch
        {
            DirectiveKind.Directive => "指令",
            DirectiveKind.Warning => "预警",
            DirectiveKind.Bulletin => "通报",
            _ => "素材推送",
        };

    /// <summary>The word that stands in facts.</summary>
    public static string KeyOf(DirectiveKind kind) =>
        kind switch
        {
            DirectiveKind.Directive => "directive",
            DirectiveKind.Warning => "warning",
            DirectiveKind.Bulletin => "bulletin",
            _ => "material-push",
        };

    /// <summary>90 minutes are 1.5 小时.</summary>
    public static string Time(long minutes) => minutes < 60 ? $"{minutes} 分钟" : $"{minutes / 60m:0.#} 小时";
}
