using Wuzha.Duties.Exports;
using Wuzha.Platform.Layout;

namespace Wuzha.Duties.Lists;

/// <summary>Where one line of a list stands: its running period, and whether something before it was left undone.</summary>
public enum LineState
{
    /// <summary>逾期: the running period is overdue, or the one before it was missed and this one is not done yet.</summary>
    Overdue = 0,

    /// <summary>待完成</summary>
    Due = 1,

    /// <summary>未开始</summary>
    NotYet = 2,

    /// <summary>已完成, also 逾期完成</summary>
    Met = 3,

    /// <summary>已免除</summary>
    Waived = 4,

    /// <summary>不适用: nothing is asked of this unit.</summary>
    Nothing = 5,
}

/// <summary>How one unit stands with one duty on a day: the period that runs, or the last one, or the first one to come.</summary>
/// <param name="Now">Null when nothing is ever asked of the unit: it has not one of what the amount is counted on.</param>
/// <param name="MissedBefore">The period just before this one was missed.</param>
/// <param name="Missed">How many earlier periods stand undone.</param>
public sealed record LineStanding(Standing? Now, bool MissedBefore, int Missed, DateOnly Today)
{
    private const int SoonDays = 7;

    /// <param name="standings">All periods of one assignment, ascending.</param>
    public static LineStanding Of(IReadOnlyList<Standing> standings, DateOnly today) =>
        Of([.. standings.Select(standing => standing.Period)], at => standings[at], at => standings[at].State, today);

    /// <summary>From the periods themselves: of those before the one that runs only the state is asked.</summary>
    /// <param name="periods">Ascending.</param>
    public static LineStanding Of(IReadOnlyList<DutyPeriod> periods, Func<int, Standing> standing, Func<int, StandingState> state, DateOnly today)
    {
        if (periods.Count == 0)
            return new LineStanding(null, false, 0, today);

        var at = 0;
        while (at + 1 < periods.Count && periods[at + 1].FromOn <= today)
            at++;
        var (missed, missedBefore) = (0, false);
        for (var earlier = 0; earlier < at; earlier++)
        {
            missedBefore = state(earlier) == StandingState.Overdue;
            missed += missedBefore ? 1 : 0;
        }
        return new LineStanding(standing(at), missedBefore, missed, today);
    }

    public LineState State =>
        Now switch
        {
            null => LineState.Nothing,
            { IsSettled: true } => Now.State == StandingState.Waived ? LineState.Waived : LineState.Met,
            { State: StandingState.Overdue } => LineState.Overdue,
            _ when MissedBefore => LineState.Overdue,
            { State: StandingState.NotYet } => LineState.NotYet,
            _ => LineState.Due,
        };

    /// <summary>Wants doing this week: overdue, or due within seven days.</summary>
    public bool IsUrgent => State == LineState.Overdue || IsSoon;

    /// <summary>Not done, and its last day in time lies within the seven days that begin today.</summary>
    public bool IsSoon => Now is { State: StandingState.Due } now && now.Period.DueOn < Today.AddDays(SoonDays);

    public WorkState Work =>
        State switch
        {
            LineState.Overdue => WorkState.Overdue,
            LineState.Due => WorkState.Todo,
            LineState.Met => WorkState.Done,
            _ => WorkState.NotApplicable,
        };

    /// <summary>逾期 3 天, 今天到期, 还有 5 天, 上期未完成 …</summary>
    public string Words =>
        Now is null ? "不适用"
        : Now.State == StandingState.Overdue ? $"逾期 {Today.DayNumber - Now.Period.DueOn.DayNumber} 天"
        : State == LineState.Overdue ? "上期未完成"
        : Now.State == StandingState.Due ? DaysLeft(Now.Period.DueOn.DayNumber - Today.DayNumber)
        : Standing.NameOf(Now.State);

    public static string NameOf(LineState state) =>
        state switch
        {
            LineState.Overdue => "逾期",
            LineState.Due => "待完成",
            LineState.NotYet => "未开始",
            LineState.Met => "已完成",
            LineState.Waived => "已免除",
            _ => "不适用",
        };

    private static string DaysLeft(int days) =>
        days switch
        {
            0 => "今天到期",
            1 => "明天到期",
            < SoonDays => $"还有 {days} 天",
            _ => Standing.NameOf(StandingState.Due),
        };
}
