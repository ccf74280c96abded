using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Duties.Lists;

/// <summary>Which lines are asked for: those of a unit, of a duty, or of everything in a scope.</summary>
/// <param name="Scope">Nothing outside is answered.</param>
internal sealed record LineQuestion(Scope Scope, DateOnly Today)
{
    public Guid? UnitId { get; init; }
    public Guid? DutyId { get; init; }

    /// <summary>Only those which this person was named to carry out.</summary>
    public Guid? DoerId { get; init; }

    /// <summary>Lists show what is owed today or later.</summary>
    public bool Wants(AskedRow row) => (row.Run.EndedOn is not { } ended || ended >= Today) && (DoerId is null || row.DoerId == DoerId);
}

/// <summary>Who owes what in running campaigns, and how it stands: rows and standings put together. Each campaign is a fixed number of statements.</summary>
internal static class DutyLines
{
    /// <summary>What all lines of a duty share.</summary>
    private sealed record LineDuty(string When, bool CountsWork, string CountedIn);

    /// <summary>In the order of campaigns, units, numbers.</summary>
    /// <param name="catalog">Knows what each measure is counted in; without it the amounts stand bare.</param>
    public static async Task<IReadOnlyList<DutyLine>> Of(Db db, FactCatalog? catalog, CampaignHead campaign, LineQuestion question, string tenantId)
    {
        var asking = new StandingQuestion
        {
            Campaign = CampaignOf(campaign),
            Today = question.Today,
            FromOn = campaign.FromOn,
            UntilOn = campaign.UntilOn,
            Scope = question.Scope,
            UnitId = question.UnitId,
            DutyId = question.DutyId,
        };
        var asked = await AskedDuties.Load(db, tenantId, asking);
        var rows = asked.All.Where(row => question.Wants(row)).ToList();
        if (rows.Count == 0)
            return [];

        var counted = await CountedDays.Load(db, tenantId, asked, asking);
        var duties = rows.Select(row => row.Duty).Distinct().ToDictionary(duty => duty.Id, duty => Shared(duty, catalog, question.Today));
        return
        [
            .. rows.Select(row => Line(row, duties[row.Duty.Id], campaign, Of(asked, counted, row, question.Today)))
                .OrderBy(line => line.SortKey, StringComparer.Ordinal)
                .ThenBy(line => line.UnitId)
                .ThenBy(line => line.Number),
        ];
    }

    private static LineStanding Of(AskedDuties asked, CountedDays counted, AskedRow row, DateOnly today)
    {
        IReadOnlyList<DutyPeriod> periods = row.Needed > 0 ? asked.PeriodsOf(row) : [];
        return LineStanding.Of(
            periods,
            at => Standings.One(asked, counted, row, periods[at], today),
            at => Standings.StateOf(asked, counted, row, periods[at], today),
            today
        );
    }

    /// <summary>The duties of the viewer's unit, and those of other units that the viewer was named for, in the campaigns that run.</summary>
    public static async Task<IReadOnlyList<DutyLine>> Mine(Db db, FactCatalog? catalog, Viewer viewer, DateOnly today)
    {
        // Most of those who ask (the office, the leader) owe nothing themselves.
        var units = await Owing(db, viewer, today);
        if (units.Count == 0)
            return [];

        var lines = new List<DutyLine>();
        foreach (var campaign in await Running(db, viewer, today))
        foreach (var unit in units)
            lines.AddRange(
                await Of(
                    db,
                    catalog,
                    campaign,
                    new LineQuestion(unit.Scope, today) { UnitId = unit.Id, DoerId = unit.Id == viewer.UnitId ? null : viewer.PersonId },
                    viewer.TenantId
                )
            );
        return lines;
    }

    public static async Task<IReadOnlyList<CampaignHead>> Running(Db db, Viewer viewer, DateOnly today) =>
        [.. (await CampaignQuestions.Known(db, viewer, today)).Where(campaign => campaign.State == CampaignState.Running)];

    public static DutyCampaign CampaignOf(CampaignHead campaign) => new(campaign.Id, campaign.IssuingUnitId, campaign.FromOn, campaign.UntilOn);

    /// <summary>The same lines with the names of the doers, opened for the screen.</summary>
    public static async Task<IReadOnlyList<DutyLine>> WithDoers(Db db, string tenantId, Vault vault, IReadOnlyList<DutyLine> lines)
    {
        var names = await Names(db, tenantId, vault, lines.Select(line => line.DoerId));
        return [.. lines.Select(line => line.DoerId is { } doer ? line with { Doer = names.GetValueOrDefault(doer) } : line)];
    }

    public static async Task<IReadOnlyDictionary<Guid, string>> Names(Db db, string tenantId, Vault vault, IEnumerable<Guid?> ids)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        if (wanted.Count == 0)
            return new Dictionary<Guid, string>();

        var people = await db
            .People.Where(person => person.TenantId == tenantId && wanted.Contains(person.Id))
            .Select(person => new { person.Id, person.NameSealed })
            .ToListAsync();
        return people.ToDictionary(person => person.Id, person => vault.Open(person.NameSealed));
    }

    /// <summary>The viewer's unit when it owes anything, and the units whose duties the viewer was named for.</summary>
    private static Task<List<Unit>> Owing(Db db, Viewer viewer, DateOnly today) =>
        db
            .Units.AsNoTracking()
            .Where(unit =>
                unit.TenantId == viewer.TenantId
                && db.Set<DutyAssignment>()
                    .Any(one =>
                        one.TenantId == viewer.TenantId
                        && one.UnitId == unit.Id
                        && (one.UnitId == viewer.UnitId || one.DoerPersonId == viewer.PersonId)
                        && (one.EndedOn == null || one.EndedOn >= today)
                    )
            )
            .OrderBy(unit => unit.SortKey)
            .ThenBy(unit => unit.Id)
            .ToListAsync();

    private static LineDuty Shared(AskedDuty duty, FactCatalog? catalog, DateOnly today)
    {
        var measure = duty.Measures.On(today);
        var unit = measure == DutyMeasures.Work.Key ? DutyMeasures.Work.Unit : catalog?.FindMeasure(measure)?.Unit ?? "";
        return new LineDuty(duty.Timing.Words, measure == DutyMeasures.Work.Key, DutyWords.UnitOf(duty.Need, unit));
    }

    private static DutyLine Line(AskedRow row, LineDuty duty, CampaignHead campaign, LineStanding standing) =>
        new()
        {
            AssignmentId = row.Id,
            DutyId = row.Duty.Id,
            CampaignId = campaign.Id,
            CampaignName = campaign.Name,
            UnitId = row.UnitId,
            UnitName = row.UnitName,
            SortKey = row.SortKey,
            Number = row.Duty.Number,
            Title = row.Duty.Title,
            Kind = row.Duty.Kind,
            IsPriority = row.Duty.IsPriority,
            When = duty.When,
            CountsWork = duty.CountsWork,
            CountedIn = duty.CountedIn,
            DoerId = row.DoerId,
            IsReturned = row.IsReturned,
            Standing = standing,
        };
}
