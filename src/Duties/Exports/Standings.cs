using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Exports;

/// <summary>What was counted on one day.</summary>
public readonly record struct DayValue(DateOnly Day, long Value);

/// <summary>How duties stand: from tallies alone, so the cost does not grow with the number of facts.</summary>
public static class Standings
{
    /// <summary>Every period that the question touches, by assignment and day, in a fixed number of statements.</summary>
    public static async Task<IReadOnlyList<Standing>> For(Db db, string tenantId, StandingQuestion question)
    {
        var asked = await AskedDuties.Load(db, tenantId, question);
        var counted = await CountedDays.Load(db, tenantId, asked, question);
        return [.. asked.Rows.SelectMany(row => asked.PeriodsOf(row).Select(period => One(asked, counted, row, period, question.Today)))];
    }

    /// <summary>How one assignment stands in one of its periods.</summary>
    internal static Standing One(AskedDuties asked, CountedDays counted, AskedRow row, DutyPeriod period, DateOnly today)
    {
        var (required, days) = counted.For(row, period);
        var (state, value, reachedOn) = Of(period, required, days, asked.IsWaived(row, period), today);
        return new Standing
        {
            AssignmentId = row.Id,
            DutyId = row.Duty.Id,
            UnitId = row.UnitId,
            Period = period,
            State = state,
            Value = value,
            Required = required,
            ReachedOn = reachedOn,
        };
    }

    /// <summary>The same, where only the state is wanted.</summary>
    internal static StandingState StateOf(AskedDuties asked, CountedDays counted, AskedRow row, DutyPeriod period, DateOnly today)
    {
        var (required, days) = counted.For(row, period);
        return Of(period, required, days, asked.IsWaived(row, period), today).State;
    }

    /// <summary>
    /// The rule itself, pure. Enough in time is met, whatever else; otherwise a waiver excuses; otherwise enough later is met late. Days after today do not
    /// count yet.
    /// </summary>
    /// <param name="required">At least one.</param>
    /// <param name="days">By day, ascending; days outside the period are passed over.</param>
    public static (StandingState State, long Value, DateOnly? ReachedOn) Of(
        DutyPeriod period,
        long required,
        IReadOnlyList<DayValue> days,
        bool isWaived,
        DateOnly today
    )
    {
        var sum = 0L;
        DateOnly? reached = null;
        for (var i = FirstFrom(days, period.FromOn); i < days.Count && days[i].Day <= period.UntilOn && days[i].Day <= today; i++)
        {
            sum += days[i].Value;
            if (sum >= required)
                reached ??= days[i].Day;
        }
        return (StateOf(period, reached, isWaived, today), sum, reached);
    }

    private static StandingState StateOf(DutyPeriod period, DateOnly? reached, bool isWaived, DateOnly today) =>
        reached <= period.DueOn ? StandingState.Met
        : isWaived ? StandingState.Waived
        : reached is not null ? StandingState.MetLate
        : today < period.FromOn ? StandingState.NotYet
        : today <= period.DueOn ? StandingState.Due
        : StandingState.Overdue;

    private static int FirstFrom(IReadOnlyList<DayValue> days, DateOnly from)
    {
        var (low, high) = (0, days.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle].Day < from)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
