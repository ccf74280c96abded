using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties;

/// <summary>What a standing needs to know of a duty.</summary>
internal sealed record AskedDuty(Guid Id, Timing Timing, int Times, MeasureLine Measures);

/// <summary>What a standing needs to know of an assignment.</summary>
internal sealed record AskedRow(Guid Id, AskedDuty Duty, Guid UnitId, string Path, Guid NodeId, int Needed, int? EitherGroup, DutyRun Run);

/// <summary>The assignments of one question with all that is needed to say which periods they have.</summary>
internal sealed class AskedDuties
{
    private readonly Dictionary<(Guid, DutyRun, PeriodSources), IReadOnlyList<DutyPeriod>> periods = [];
    private readonly StandingQuestion question;
    private readonly ILookup<Guid, DateOnly?> waivers;
    private readonly PlaceCalendars calendars;
    private readonly ILookup<(Guid DutyId, int Group), AskedRow> groups;

    private AskedDuties(
        StandingQuestion question,
        IReadOnlyList<AskedRow> rows,
        IReadOnlyList<AskedRow> companions,
        ILookup<Guid, DateOnly?> waivers,
        PlaceCalendars calendars
    )
    {
        (this.question, Rows, this.waivers, this.calendars) = (question, rows, waivers, calendars);
        groups = companions.Where(row => row.EitherGroup is not null).ToLookup(row => (row.Duty.Id, row.EitherGroup!.Value));
    }

    /// <summary>Those that are asked for, and for something: a unit without a single class owes nothing for each class.</summary>
    public IReadOnlyList<AskedRow> Rows { get; }

    public static async Task<AskedDuties> Load(Db db, string tenantId, StandingQuestion question)
    {
        var bindings = (
            await (
                from binding in db.Set<DutyBinding>().AsNoTracking()
                join duty in db.Set<Duty>() on new { binding.TenantId, binding.DutyId } equals new { duty.TenantId, DutyId = duty.Id }
                where
                    binding.TenantId == tenantId && duty.CampaignId == question.Campaign.Id && (question.DutyId == null || duty.Id == question.DutyId)
                select binding
            ).ToListAsync()
        ).ToLookup(binding => binding.DutyId);
        var duties = (
            await db.Set<Duty>()
                .AsNoTracking()
                .Where(duty =>
                    duty.TenantId == tenantId && duty.CampaignId == question.Campaign.Id && (question.DutyId == null || duty.Id == question.DutyId)
                )
                .Select(duty => new
                {
                    duty.Id,
                    duty.TimingKind,
                    duty.TimingFromOn,
                    duty.TimingUntilOn,
                    duty.Times,
                    duty.Per,
                    duty.DueDay,
                })
                .ToListAsync()
        ).ToDictionary(
            duty => duty.Id,
            duty => new AskedDuty(
                duty.Id,
                Timing.Stored(duty.TimingKind, duty.TimingFromOn, duty.TimingUntilOn, duty.Times, duty.Per, duty.DueDay),
                duty.Times,
                MeasureLine.Of(bindings[duty.Id])
            )
        );

        var rows = await Assignments(db, tenantId, question, duties, everyCompanion: false);
        var companions = rows.Exists(row => row.EitherGroup is not null)
            ? await Assignments(db, tenantId, question, duties, everyCompanion: true)
            : [];
        var waivers = await (
            from waiver in db.Set<Waiver>()
            join assignment in db.Set<DutyAssignment>()
                on new { waiver.TenantId, waiver.AssignmentId } equals new { assignment.TenantId, AssignmentId = assignment.Id }
            where waiver.TenantId == tenantId && waiver.WithdrawnAt == null && assignment.CampaignId == question.Campaign.Id
            select new { waiver.AssignmentId, waiver.PeriodOn }
        ).ToListAsync();
        return new AskedDuties(
            question,
            rows,
            companions,
            waivers.ToLookup(waiver => waiver.AssignmentId, waiver => waiver.PeriodOn),
            await PlaceCalendars.Load(db, tenantId)
        );
    }

    /// <summary>The periods of an assignment that the question touches.</summary>
    public IEnumerable<DutyPeriod> PeriodsOf(AskedRow row)
    {
        var key = (row.Duty.Id, row.Run, calendars.Of(row.Path));
        if (!periods.TryGetValue(key, out var all))
            periods[key] = all = Periods.Of(row.Duty.Timing, question.Campaign.Period, row.Run, key.Item3);
        return all.Where(period => period.FromOn <= question.UntilOn && period.UntilOn >= question.FromOn);
    }

    public bool IsWaived(AskedRow row, DutyPeriod period) => waivers[row.Id].Any(day => day is null || period.Holds(day.Value));

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

    private static async Task<List<AskedRow>> Assignments(
        Db db,
        string tenantId,
        StandingQuestion question,
        Dictionary<Guid, AskedDuty> duties,
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
                && assignment.Needed > 0
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
                unit.Path,
                assignment.NodeId,
                assignment.Needed,
                assignment.EitherGroup,
                assignment.FromOn,
                assignment.CountsFromOn,
                assignment.EndedOn,
            }
        ).ToListAsync();
        return
        [
            .. found
                // Assigned between the two statements: the next question sees it.
                .Where(row => duties.ContainsKey(row.DutyId))
                .Select(row => new AskedRow(
                    row.Id,
                    duties[row.DutyId],
                    row.UnitId,
                    row.Path,
                    row.NodeId,
                    row.Needed,
                    row.EitherGroup,
                    new DutyRun(row.FromOn, row.CountsFromOn, row.EndedOn)
                )),
        ];
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

    public WorkingCalendar Calendar => calendar;

    public static async Task<PlaceCalendars> Load(Db db, string tenantId)
    {
        var seasons = await db.Set<SchoolSeason>().AsNoTracking().Where(season => season.TenantId == tenantId && season.IsTerm).ToListAsync();
        var held = await db.Set<Market>().AsNoTracking().Where(market => market.TenantId == tenantId).ToListAsync();
        return new PlaceCalendars(
            await TenantCalendar.Load(db, tenantId),
            seasons.ToLookup(season => season.UnitId, season => new SchoolTerm(season.FromOn, season.UntilOn)),
            held.ToLookup(market => market.UnitId, market => market.Days)
        );
    }

    /// <summary>What holds for a unit: its own terms and markets, or those of the nearest unit above it that has some.</summary>
    public PeriodSources Of(string path)
    {
        var (termsOf, marketsOf) = (Nearest(path, terms.Contains), Nearest(path, markets.Contains));
        if (!made.TryGetValue((termsOf, marketsOf), out var sources))
            made[(termsOf, marketsOf)] = sources = new PeriodSources(
                calendar,
                [.. terms[termsOf].OrderBy(term => term.FromOn)],
                [.. markets[marketsOf]]
            );
        return sources;
    }

    private static Guid Nearest(string path, Func<Guid, bool> has) => Platform.Units.Unit.IdsOf(path).LastOrDefault(has);
}
