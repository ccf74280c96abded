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
}

/// <summary>Who owes what in running campaigns, and how it stands: rows and standings put together. Each campaign is a fixed number of statements.</summary>
internal static class DutyLines
{
    private sealed record LineRow(Guid Id, Guid DutyId, Guid UnitId, string UnitName, string SortKey, Guid? DoerId, bool IsReturned);

    /// <summary>A duty without its long texts: hundreds of lines share it.</summary>
    private sealed record LineDuty(int Number, string Title, string Kind, bool IsPriority, Timing Timing, string MeasureKey, string CountedIn);

    /// <summary>In the order of campaigns, units, numbers.</summary>
    /// <param name="catalog">Knows what each measure is counted in; without it the amounts stand bare.</param>
    public static async Task<IReadOnlyList<DutyLine>> Of(Db db, FactCatalog? catalog, CampaignHead campaign, LineQuestion question, string tenantId)
    {
        var rows = await Rows(db, tenantId, campaign.Id, question);
        if (rows.Count == 0)
            return [];

        var standings = (
            await Standings.For(
                db,
                tenantId,
                new StandingQuestion
                {
                    Campaign = CampaignOf(campaign),
                    Today = question.Today,
                    FromOn = campaign.FromOn,
                    UntilOn = campaign.UntilOn,
                    Scope = question.Scope,
                    UnitId = question.UnitId,
                    DutyId = question.DutyId,
                }
            )
        ).ToLookup(standing => standing.AssignmentId);
        var duties = await Duties(db, catalog, tenantId, campaign.Id, question);
        // Assigned between two of the statements: the next question sees it.
        return
        [
            .. rows.Where(row => duties.ContainsKey(row.DutyId))
                .Select(row => Line(row, duties[row.DutyId], campaign, LineStanding.Of([.. standings[row.Id]], question.Today)))
                .OrderBy(line => line.SortKey, StringComparer.Ordinal)
                .ThenBy(line => line.UnitId)
                .ThenBy(line => line.Number),
        ];
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

    private static Task<List<LineRow>> Rows(Db db, string tenantId, Guid campaignId, LineQuestion question)
    {
        var (scope, today, unit, duty, doer) = (question.Scope, question.Today, question.UnitId, question.DutyId, question.DoerId);
        return (
            from assignment in db.Set<DutyAssignment>()
            join at in db.Units on new { assignment.TenantId, assignment.UnitId } equals new { at.TenantId, UnitId = at.Id }
            where
                assignment.TenantId == tenantId
                && assignment.CampaignId == campaignId
                && (assignment.EndedOn == null || assignment.EndedOn >= today)
                && (unit == null || assignment.UnitId == unit)
                && (duty == null || assignment.DutyId == duty)
                && (doer == null || assignment.DoerPersonId == doer)
                && at.Path.CompareTo(scope.From) >= 0
                && at.Path.CompareTo(scope.To) < 0
            select new LineRow(
                assignment.Id,
                assignment.DutyId,
                assignment.UnitId,
                at.Name,
                at.SortKey,
                assignment.DoerPersonId,
                db.Set<DutyReturn>().Any(one => one.TenantId == tenantId && one.AssignmentId == assignment.Id && one.IsAccepted == null)
            )
        ).ToListAsync();
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

    /// <summary>The duties of a campaign, each with what counts it today.</summary>
    private static async Task<IReadOnlyDictionary<Guid, LineDuty>> Duties(
        Db db,
        FactCatalog? catalog,
        string tenantId,
        Guid campaignId,
        LineQuestion question
    )
    {
        var duties = await db.Set<Duty>()
            .Where(duty => duty.TenantId == tenantId && duty.CampaignId == campaignId && (question.DutyId == null || duty.Id == question.DutyId))
            .Select(duty => new
            {
                duty.Id,
                duty.Number,
                duty.Title,
                duty.Kind,
                duty.IsPriority,
                Timing = new
                {
                    duty.TimingKind,
                    duty.TimingFromOn,
                    duty.TimingUntilOn,
                    duty.Times,
                    duty.Per,
                    duty.DueDay,
                },
                Need = new Need(duty.NeedCount, duty.NeedBasis, duty.NeedPer, duty.NeedIsPercent),
            })
            .ToListAsync();
        var bindings = (
            await (
                from binding in db.Set<DutyBinding>().AsNoTracking()
                join duty in db.Set<Duty>() on new { binding.TenantId, binding.DutyId } equals new { duty.TenantId, DutyId = duty.Id }
                where binding.TenantId == tenantId && duty.CampaignId == campaignId && (question.DutyId == null || duty.Id == question.DutyId)
                select binding
            ).ToListAsync()
        ).ToLookup(binding => binding.DutyId);
        string UnitOf(string measure) => measure == DutyMeasures.Work.Key ? DutyMeasures.Work.Unit : catalog?.FindMeasure(measure)?.Unit ?? "";

        var keys = duties.ToDictionary(duty => duty.Id, duty => MeasureLine.Of(bindings[duty.Id]).On(question.Today));
        return duties.ToDictionary(
            duty => duty.Id,
            duty => new LineDuty(
                duty.Number,
                duty.Title,
                duty.Kind,
                duty.IsPriority,
                Timing.Stored(
                    duty.Timing.TimingKind,
                    duty.Timing.TimingFromOn,
                    duty.Timing.TimingUntilOn,
                    duty.Timing.Times,
                    duty.Timing.Per,
                    duty.Timing.DueDay
                ),
                keys[duty.Id],
                DutyWords.UnitOf(duty.Need, UnitOf(keys[duty.Id]))
            )
        );
    }

    private static DutyLine Line(LineRow row, LineDuty duty, CampaignHead campaign, LineStanding standing) =>
        new()
        {
            AssignmentId = row.Id,
            DutyId = row.DutyId,
            CampaignId = campaign.Id,
            CampaignName = campaign.Name,
            UnitId = row.UnitId,
            UnitName = row.UnitName,
            SortKey = row.SortKey,
            Number = duty.Number,
            Title = duty.Title,
            Kind = duty.Kind,
            IsPriority = duty.IsPriority,
            When = duty.Timing.Words,
            CountsWork = duty.MeasureKey == DutyMeasures.Work.Key,
            CountedIn = duty.CountedIn,
            DoerId = row.DoerId,
            IsReturned = row.IsReturned,
            Standing = standing,
        };
}
