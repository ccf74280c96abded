using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Units;

namespace Wuzha.Plans.Activation;

/// <summary>A taken proposal as it would be asked.</summary>
/// <param name="Unresolved">Names of units that nobody has said yet whom they mean.</param>
/// <param name="IsElsewhere">Every name means a unit above or nobody here: the duty is not asked.</param>
internal sealed record PlannedDuty(
    Proposal Proposal,
    DutyDraft Draft,
    IReadOnlyList<CampaignUnit> Units,
    IReadOnlyList<string> Unresolved,
    bool IsElsewhere
)
{
    /// <summary>It can be asked of nobody: this must be settled before the plan is activated.</summary>
    public bool HasNobody => Units.Count == 0 && !IsElsewhere;
}

/// <summary>A day on which something first falls due, and how many units it concerns.</summary>
internal sealed record FirstDue(DateOnly DueOn, PlannedDuty Duty);

/// <summary>What a plan costs its villages.</summary>
/// <param name="Villages">How many of them there are.</param>
/// <param name="EachWeek">Minutes a week on the average of the whole campaign, for the village that is asked most.</param>
/// <param name="Busiest">Monday of the week in which a village is asked most, and its minutes.</param>
internal sealed record PlanPrice(int Villages, int EachWeek, (DateOnly Monday, int Minutes) Busiest);

/// <summary>What will happen when a plan is activated: pure, from what was reviewed and who takes part.</summary>
internal sealed class PlanOutcome(
    DutyCampaign campaign,
    DateOnly fromOn,
    IReadOnlyList<PlannedDuty> duties,
    IReadOnlyList<CampaignUnit> units,
    WorkingCalendar calendar
)
{
    /// <summary>How far ahead the first days are shown.</summary>
    public const int DaysAhead = 14;

    private readonly PeriodSources sources = PeriodSources.National with { Calendar = calendar };

    public DutyCampaign Campaign => campaign;

    public DateOnly FromOn => fromOn;

    public IReadOnlyList<PlannedDuty> Duties => duties;

    /// <summary>Those that will be asked of somebody.</summary>
    public IReadOnlyList<PlannedDuty> Asked { get; } = [.. duties.Where(duty => duty.Units.Count > 0)];

    public IReadOnlyList<PlannedDuty> WithoutUnits { get; } = [.. duties.Where(duty => duty.HasNobody)];

    public IReadOnlyList<PlannedDuty> Elsewhere { get; } = [.. duties.Where(duty => duty.IsElsewhere)];

    /// <summary>Names as written that nobody has resolved, with how many duties they stand in.</summary>
    public IReadOnlyList<(string Name, int Duties)> Unresolved { get; } =
    [
        .. duties
            .SelectMany(duty => duty.Unresolved)
            .GroupBy(name => name)
            .Select(name => (name.Key, name.Count()))
            .OrderByDescending(name => name.Item2),
    ];

    public IReadOnlyList<CampaignUnit> Idle { get; } = [.. units.Where(unit => !duties.Any(duty => duty.Units.Any(owes => owes.Id == unit.Id)))];

    public long Assignments { get; } = duties.Sum(duty => (long)duty.Units.Count);

    /// <summary>Units whose amount rests on a figure that nobody has entered.</summary>
    public IReadOnlyList<CampaignUnit> Uncounted { get; } =
    [
        .. duties
            .SelectMany(duty => duty.Units.Where(unit => IsUncounted(duty.Draft.Need.Basis, unit)))
            .DistinctBy(unit => unit.Id)
            .OrderBy(unit => unit.SortKey, StringComparer.Ordinal),
    ];

    /// <summary>May it be activated: somebody owes every duty, or it is said to be nobody's here.</summary>
    public bool IsReady => WithoutUnits.Count == 0 && Unresolved.Count == 0 && Asked.Count > 0;

    /// <summary>What falls due in the first two weeks, each duty once, earliest first.</summary>
    public IReadOnlyList<FirstDue> FirstDues() =>
        [
            .. Asked
                .Select(duty => (Duty: duty, DueOn: DueFrom(duty, fromOn).Select(period => (DateOnly?)period.DueOn).FirstOrDefault()))
                .Where(first => first.DueOn < fromOn.AddDays(DaysAhead))
                .Select(first => new FirstDue(first.DueOn!.Value, first.Duty))
                .OrderBy(first => first.DueOn)
                .ThenBy(first => first.Duty.Proposal.Start),
        ];

    /// <summary>How many reminders can leave in the first two weeks, if nobody does anything before its eve.</summary>
    public long Reminders() =>
        Asked.Sum(duty => DueFrom(duty, fromOn).TakeWhile(period => period.DueOn < fromOn.AddDays(DaysAhead)).LongCount() * duty.Units.Count);

    /// <summary>What it costs the villages, by the minutes of each kind of duty.</summary>
    public PlanPrice Price() => PriceOf(Asked.Select(duty => duty.Draft));

    /// <summary>What these duties cost the villages from the first day to the end of the campaign.</summary>
    public PlanPrice PriceOf(IEnumerable<DutyDraft> asked)
    {
        var villages = units.Where(unit => unit.Kind == UnitKinds.Village.Key).Select(unit => unit.Id).ToHashSet();
        var weeks = Weeks();
        var minutes = new Dictionary<Guid, long[]>();
        foreach (var draft in asked)
        {
            var owing = draft.Assignments.Select(to => to.UnitId).Where(villages.Contains).Distinct().ToList();
            if (owing.Count == 0)
                continue;
            var each = weeks.ConvertAll(monday => DutyOutline.Asks(draft, campaign, monday, monday.AddDays(6), sources).MinutesEach);
            foreach (var unit in owing)
            {
                if (!minutes.TryGetValue(unit, out var sum))
                    minutes[unit] = sum = new long[weeks.Count];
                for (var week = 0; week < weeks.Count; week++)
                    sum[week] += each[week];
            }
        }
        if (minutes.Count == 0)
            return new PlanPrice(villages.Count, 0, (weeks[0], 0));

        var busiest = Enumerable.Range(0, weeks.Count).MaxBy(week => minutes.Values.Max(sum => sum[week]));
        return new PlanPrice(
            villages.Count,
            (int)Math.Ceiling(minutes.Values.Max(sum => sum.Sum()) / (double)weeks.Count),
            (weeks[busiest], (int)minutes.Values.Max(sum => sum[busiest]))
        );
    }

    /// <summary>Mondays from the first day to the last.</summary>
    private List<DateOnly> Weeks()
    {
        var weeks = new List<DateOnly>();
        for (
            var monday = WorkingCalendar.PeriodStart(Period.Week, fromOn);
            monday <= campaign.UntilOn || weeks.Count == 0;
            monday = monday.AddDays(7)
        )
            weeks.Add(monday);
        return weeks;
    }

    private IEnumerable<DutyPeriod> DueFrom(PlannedDuty duty, DateOnly day) =>
        Periods.Of(duty.Draft.Timing, campaign.Period, DutyRun.From(fromOn), sources).Where(period => period.DueOn >= day);

    public static bool IsUncounted(NeedBasis basis, CampaignUnit unit) =>
        basis switch
        {
            NeedBasis.Population or NeedBasis.Staff => unit.Population is null,
            NeedBasis.Households => unit.Households is null,
            _ => false,
        };

    /// <summary>How much a unit owes each time, on which figure, of which day.</summary>
    public static (int Needed, int? Basis, DateOnly? CountedOn) NeededBy(CampaignUnit unit, Need need)
    {
        int? basis = need.Basis switch
        {
            NeedBasis.Population or NeedBasis.Staff => unit.Population,
            NeedBasis.Households => unit.Households,
            NeedBasis.Grids => unit.Grids,
            NeedBasis.VillagersGroups => unit.VillagersGroups,
            NeedBasis.Classes => unit.Classes,
            _ => null,
        };
        return (need.For(basis), basis, need.Basis is NeedBasis.Population or NeedBasis.Staff or NeedBasis.Households ? unit.CountedOn : null);
    }
}
