using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;

namespace Wuzha.Messaging;

/// <summary>One rung: whom it reaches.</summary>
public sealed record LadderStep(int Number, string Role, string Name);

/// <summary>
/// 催办阶梯 (DTY2): liaison before the deadline, then direct responsible, first responsible, office. All times are office time; every rung leaves one
/// office day to act before the next.
/// </summary>
public static class Ladder
{
    public static readonly IReadOnlyList<LadderStep> Steps =
    [
        new(0, Roles.Liaison.Key, "提醒联络员"),
        new(1, Roles.DirectResponsible.Key, "提醒具体责任人"),
        new(2, Roles.FirstResponsible.Key, "提醒第一责任人"),
        new(3, Roles.OfficeClerk.Key, "报办公室"),
    ];

    /// <summary>
    /// When rung <paramref name="step"/> is due: the liaison one office day before the deadline, the others at the opening after 0, 1 and 2 office days
    /// have passed since; and never sooner than one office day after the rung before.
    /// </summary>
    public static DateTime At(WorkingCalendar calendar, DateTime dueAt, int step, DateTime? previousAt)
    {
        var day = calendar.Hours.OfficeDay;
        var planned = step == 0 ? calendar.SubtractWorkingTime(dueAt, day) : Opening(calendar, calendar.AddWorkingTime(dueAt, (step - 1) * day));
        if (previousAt is not { } previous)
            return planned;

        var rested = Opening(calendar, calendar.AddWorkingTime(previous, day));
        return rested > planned ? rested : planned;
    }

    private static DateTime Opening(WorkingCalendar calendar, DateTime instant) => calendar.AddWorkingTime(instant, TimeSpan.Zero);
}
