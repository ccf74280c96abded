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
    Issued = 1,
    Withdrawn = 2,
}

/// <summary>指令: what one office issues to units, until when they sign for it, and whether it was taken back.</summary>
internal sealed class Directive
{
    public const int TitleLength = 60;
    public const int TextLength = 4000;
    public const int ReasonLength = 200;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The unit whose office issues it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The campaign it serves; empty for none.</summary>
    public Guid CampaignId { get; private set; }
    public DirectiveKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>Key of a <see cref="SigningTime"/>.</summary>
    public string SigningTime { get; private set; } = "";

    /// <summary>Expected minutes of work at each unit, as the office reckons.</summary>
    public int Minutes { get; private set; }
    public required DateTime WrittenAt { get; init; }
    public required Guid WrittenBy { get; init; }
    public DateTime? IssuedAt { get; private set; }

    /// <summary>The moment by which every unit should have signed, in office hours.</summary>
    public DateTime? DueAt { get; private set; }
    public Guid? IssuedFactId { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawnReason { get; private set; }
    public int Version { get; private set; }

    public DirectiveState State => StateOf(IssuedAt, WithdrawnAt);

    public static DirectiveState StateOf(DateTime? issuedAt, DateTime? withdrawnAt) =>
        withdrawnAt is not null ? DirectiveState.Withdrawn
        : issuedAt is not null ? DirectiveState.Issued
        : DirectiveState.Draft;

    public Refusal? Write(DirectiveTyped typed)
    {
        if (State != DirectiveState.Draft)
            return DirectiveRefusals.AlreadyIssued;

        (CampaignId, Kind, Title, Text) = (typed.CampaignId, typed.Kind, typed.Title, typed.Text);
        (SigningTime, Minutes) = (typed.SigningTime, typed.Minutes);
        Version++;
        return null;
    }

    /// <summary>Goes out now; due by working time from now on.</summary>
    public Refusal? Issue(DateTime now, WorkingCalendar calendar, int addressed, Guid factId)
    {
        if (State != DirectiveState.Draft)
            return DirectiveRefusals.AlreadyIssued;
        if (addressed == 0)
            return DirectiveRefusals.NobodyAddressed;

        (IssuedAt, DueAt, IssuedFactId) = (now, Issuing.SigningTime.Of(SigningTime).From(calendar, now), factId);
        Version++;
        return null;
    }

    public Refusal? Withdraw(DateTime now, string reason)
    {
        if (State == DirectiveState.Withdrawn)
            return DirectiveRefusals.Withdrawn;
        if (State == DirectiveState.Draft)
            return DirectiveRefusals.NotIssued;

        (WithdrawnAt, WithdrawnReason) = (now, reason);
        Version++;
        return null;
    }
}

/// <summary>What stands in the form of a directive.</summary>
internal sealed record DirectiveTyped(DirectiveKind Kind, string Title, string Text, Guid CampaignId, string SigningTime, int Minutes);

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
        Days == 0
            ? calendar.AddWorkingTime(now, TimeSpan.FromHours(Hours))
            : calendar.EndOfWork(calendar.AddWorkingDays(LocalDay.Of(now), Days));
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
}
