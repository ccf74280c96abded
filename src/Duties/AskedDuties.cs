using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Duties.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties;

/// <summary>What standings and lists need to know of a duty, without its long texts: hundreds of lines share it.</summary>
internal sealed record AskedDuty(Guid Id, int Number, string Title, string Kind, bool IsPriority, Timing Timing, Need Need, MeasureLine Measures)
{
    public int Times => Timing.Times;

    /// <summary>The amount is owed in each group of the unit.</summary>
    public bool IsEachGroup => Need.Basis == NeedBasis.Groups;

    /// <summary>In a period that ends while something else counts it, groups cannot be told apart: then the amount is owed once.</summary>
    public bool IsEachGroupIn(DutyPeriod period) => IsEachGroup && Measures.On(period.DueOn) == DirectiveMeasures.Relayed.Key;
}

/// <summary>What standings and lists need to know of an assignment.</summary>
internal sealed record AskedRow
{
    public required Guid Id { get; init; }
    public required AskedDuty Duty { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required string SortKey { get; init; }
    public required string Path { get; init; }
    public required Guid NodeId { get; init; }
    public required int Needed { get; init; }
    public required int? EitherGroup { get; init; }
    public required DutyRun Run { get; init; }
    public required Guid? DoerId { get; init; }

    /// <summary>The unit has returned it and the office has not decided.</summary>
    public required bool IsReturned { get; init; }
}

/// <summary>The assignments of one question with all that is needed to say which periods they have: four statements, one more where units owe a duty together.</summary>
internal sealed class AskedDuties
{
    private readonly Dictionary<(Guid, DutyRun, PeriodSources), IReadOnlyList<DutyPeriod>> periods = [];
    private readonly Dictionary<Guid, PeriodSources> places = [];
    private readonly StandingQuestion question;
    private readonly ILookup<Guid, DateOnly?> waivers;
    private readonly PlaceCalendars calendars;
    private readonly ILookup<(Guid DutyId, int Group), AskedRow> groups;

    private AskedDuties(
        StandingQuestion question,
        IReadOnlyList<AskedRow> all,
        IReadOnlyList<AskedRow> companions,
        ILookup<Guid, DateOnly?> waivers,
        PlaceCalendars calendars
    )
    {
        (this.question, All, this.waivers, this.calendars) = (question, all, waivers, calendars);
        Rows = [.. all.Where(row => row.Needed > 0)];
        groups = companions.Where(row => row.EitherGroup is not null).ToLookup(row => (row.Duty.Id, row.EitherGroup!.Value));
    }

    /// <summary>Those that are asked for, also where nothing is asked: a unit without a single class owes nothing for each class.</summary>
    public IReadOnlyList<AskedRow> All { get; }

    /// <summary>Those that are asked for, and for something.</summary>
    public IReadOnlyList<AskedRow> Rows { get; }

    public static async Task<AskedDuties> Load(Db db, string tenantId, StandingQuestion question)
    {
        var duties = await Duties(db, tenantId, question);
        var all = duties.Count == 0 ? [] : await Assignments(db, tenantId, question, duties, everyCompanion: false);
        var companions = all.Exists(row => row.EitherGroup is not null && row.Needed > 0)
            ? await Assignments(db, tenantId, question, duties, everyCompanion: true)
            : [];
        var waivers =
            all.Count == 0
                ? []
                : await (
                    from waiver in db.Set<Waiver>()
                    join assignment in db.Set<DutyAssignment>()
                        on new { waiver.TenantId, waiver.AssignmentId } equals new { assignment.TenantId, AssignmentId = assignment.Id }
                    where waiver.TenantId == tenantId && waiver.WithdrawnAt == null && assignment.CampaignId == question.Campaign.Id
                    select new { waiver.AssignmentId, waiver.PeriodOn }
                ).ToListAsync();
        return new AskedDuties(
            question,
            all,
            [.. companions.Where(row => row.Needed > 0)],
            waivers.ToLookup(waiver => waiver.AssignmentId, waiver => waiver.PeriodOn),
            await Calendars(db, tenantId, question, all)
        );
    }

    /// <summary>The periods of an assignment that the question touches, ascending. Assignments with the same periods share one list.</summary>
    public IReadOnlyList<DutyPeriod> PeriodsOf(AskedRow row)
    {
        if (!places.TryGetValue(row.UnitId, out var sources))
            places[row.UnitId] = sources = calendars.Of(row.Path);
        var key = (row.Duty.Id, row.Run, sources);
        if (!periods.TryGetValue(key, out var touched))
            periods[key] = touched = [
                .. Periods
                    .Of(row.Duty.Timing, question.Campaign.Period, row.Run, sources)
                    .Where(period => period.FromOn <= question.UntilOn && period.UntilOn >= question.FromOn),
            ];
        return touched;
    }

    public bool IsWaived(AskedRow row, DutyPeriod period) => waivers.Count > 0 && waivers[row.Id].Any(day => day is null || period.Holds(day.Value));

    /// <summary>Whose work counts for an assignment: its own, and that of the units that owe the duty together with it. A unit below another is in it already.</summary>
    public IReadOnlyList<AskedRow> CountedFor(AskedRow row)
    {
        if (row.EitherGroup is not { } group)
            return [row];

        var together = groups[(row.Duty.Id, group)].ToList();
        return
        [
            .. together.Where(one => !together.Exists(other => other.Path != one.Path && one.Path.StartsWith(other.Path, StringComparison.Ordinal))),
        ];
    }

    private static async Task<IReadOnlyDictionary<Guid, AskedDuty>> Duties(Db db, string tenantId, StandingQuestion question)
    {
        var bound = await (
            from binding in db.Set<DutyBinding>().AsNoTracking()
            join duty in db.Set<Duty>() on new { binding.TenantId, binding.DutyId } equals new { duty.TenantId, DutyId = duty.Id }
            where binding.TenantId == tenantId && duty.CampaignId == question.Campaign.Id && (question.DutyId == null || duty.Id == question.DutyId)
            select new
            {
                Binding = binding,
                duty.Number,
                duty.Title,
                duty.Kind,
                duty.IsPriority,
                duty.TimingKind,
                duty.TimingFromOn,
                duty.TimingUntilOn,
                duty.Times,
                duty.Per,
                duty.DueDay,
                duty.NeedCount,
                duty.NeedBasis,
                duty.NeedPer,
                duty.NeedIsPercent,
            }
        ).ToListAsync();
        return bound
            .GroupBy(one => one.Binding.DutyId)
            .ToDictionary(
                duty => duty.Key,
                duty =>
                {
                    var one = duty.First();
                    return new AskedDuty(
                        duty.Key,
                        one.Number,
                        one.Title,
                        one.Kind,
                        one.IsPriority,
                        Timing.Stored(one.TimingKind, one.TimingFromOn, one.TimingUntilOn, one.Times, one.Per, one.DueDay),
                        new Need(one.NeedCount, one.NeedBasis, one.NeedPer, one.NeedIsPercent),
                        MeasureLine.Of(duty.Select(each => each.Binding))
                    );
                }
            );
    }

    private static async Task<List<AskedRow>> Assignments(
        Db db,
        string tenantId,
        StandingQuestion question,
        IReadOnlyDictionary<Guid, AskedDuty> duties,
        bool everyCompanion
    )
    {
        var scope = question.Scope;
        var found = await (
            from assignment in db.Set<DutyAssignment>().AsNoTracking()
            join unit in db.Units on new { assignment.TenantId, assignment.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where
                assignment.TenantId == tenantId
                && assignment.CampaignId == question.Campaign.Id
                && (question.DutyId == null || assignment.DutyId == question.DutyId)
                && (
                    everyCompanion
                        ? assignment.EitherGroup != null
                        : unit.Path.CompareTo(scope.From) >= 0
                            && unit.Path.CompareTo(scope.To) < 0
                            && (question.UnitId == null || assignment.UnitId == question.UnitId)
                            && (question.AssignmentId == null || assignment.Id == question.AssignmentId)
                )
            orderby assignment.Id
            select new
            {
                assignment.Id,
                assignment.DutyId,
                assignment.UnitId,
                unit.Name,
                unit.SortKey,
                unit.Path,
                assignment.NodeId,
                assignment.Needed,
                assignment.EitherGroup,
                assignment.FromOn,
                assignment.CountsFromOn,
                assignment.EndedOn,
                assignment.DoerPersonId,
                IsReturned = db.Set<DutyReturn>().Any(one => one.TenantId == tenantId && one.AssignmentId == assignment.Id && one.IsAccepted == null),
            }
        ).ToListAsync();
        return
        [
            .. found
                // Assigned between the two statements: the next question sees it.
                .Where(row => duties.ContainsKey(row.DutyId))
                .Select(row => new AskedRow
                {
                    Id = row.Id,
                    Duty = duties[row.DutyId],
                    UnitId = row.UnitId,
                    UnitName = row.Name,
                    SortKey = row.SortKey,
                    Path = row.Path,
                    NodeId = row.NodeId,
                    Needed = row.Needed,
                    EitherGroup = row.EitherGroup,
                    Run = new DutyRun(row.FromOn, row.CountsFromOn, row.EndedOn),
                    DoerId = row.DoerPersonId,
                    IsReturned = row.IsReturned,
                }),
        ];
    }

    /// <summary>Only what the duties ask for: few depend on working days, terms or markets.</summary>
    private static Task<PlaceCalendars> Calendars(Db db, string tenantId, StandingQuestion question, List<AskedRow> rows)
    {
        bool Any(Func<AskedRow, bool> asks) => rows.Exists(row => asks(row));

        return PlaceCalendars.Load(
            db,
            tenantId,
            workingDays: Any(row => Periods.AsksWorkingDays(row.Duty.Timing, question.Campaign.Period, row.Run)),
            terms: Any(row => row.Duty.Timing.Per == CadencePer.Term),
            markets: Any(row => row.Duty.Timing.Per == CadencePer.MarketDay)
        );
    }
}

/// <summary>The calendars of all places of a tenant: terms and markets hold for the unit they are entered for and for what stands below it.</summary>
internal sealed class PlaceCalendars
{
    private readonly Dictionary<(Guid, Guid), PeriodSources> made = [];
    private readonly WorkingCalendar calendar;
    private readonly ILookup<Guid, SchoolTerm> terms;
    private readonly ILookup<Guid, MarketDays> markets;

    private PlaceCalendars(WorkingCalendar calendar, ILookup<Guid, SchoolTerm> terms, ILookup<Guid, MarketDays> markets) =>
        (this.calendar, this.terms, this.markets) = (calendar, terms, markets);

    /// <param name="workingDays">Whether the tenant's own days are needed; the national calendar stands in for them.</param>
    public static async Task<PlaceCalendars> Load(Db db, string tenantId, bool workingDays, bool terms, bool markets)
    {
        List<SchoolSeason> seasons = terms
            ? await db.Set<SchoolSeason>().AsNoTracking().Where(season => season.TenantId == tenantId && season.IsTerm).ToListAsync()
            : [];
        List<Market> held = markets ? await db.Set<Market>().AsNoTracking().Where(market => market.TenantId == tenantId).ToListAsync() : [];
        return new PlaceCalendars(
            workingDays ? await TenantCalendar.Load(db, tenantId) : WorkingCalendar.National,
            seasons.ToLookup(season => season.UnitId, season => new SchoolTerm(season.FromOn, season.UntilOn)),
            held.ToLookup(market => market.UnitId, market => market.Days)
        );
    }

    /// <summary>What holds for a unit: its own terms and markets, or those of the nearest unit above it that has some.</summary>
    public PeriodSources Of(string path)
    {
        var (termsOf, marketsOf) = (Nearest(path, terms), Nearest(path, markets));
        if (!made.TryGetValue((termsOf, marketsOf), out var sources))
            made[(termsOf, marketsOf)] = sources = new PeriodSources(
                calendar,
                [.. terms[termsOf].OrderBy(term => term.FromOn)],
                [.. markets[marketsOf]]
            );
        return sources;
    }

    private static Guid Nearest<T>(string path, ILookup<Guid, T> held) =>
        held.Count == 0 ? Guid.Empty : Platform.Units.Unit.IdsOf(path).LastOrDefault(held.Contains);
}
