using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Duties.Lists;
using Wuzha.Duties.Work;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Details;

/// <summary>免除: for which period (null: the whole duty), why, by whom.</summary>
public sealed record WaiverView(Guid Id, DateOnly? PeriodOn, string Reason, string By, DateTime At);

/// <summary>退回: the unit's words and the office's.</summary>
public sealed record ReturnView(
    Guid Id,
    string Reason,
    string By,
    DateTime At,
    bool? IsAccepted,
    string? Answer,
    string? DecidedBy,
    DateTime? DecidedAt
);

/// <summary>Something that happened to the duty at this unit.</summary>
public sealed record HistoryView(string What, string By, DateTime At);

/// <summary>What stands above every page about one unit's duty, and what the viewer may do.</summary>
public sealed record AssignmentHead(
    Guid Id,
    Guid DutyId,
    Guid UnitId,
    string UnitName,
    string CampaignName,
    string IssuerName,
    int Number,
    string Title,
    string Source,
    string When,
    string Amount,
    string Counted,
    bool CountsWork,
    string CountedIn,
    IReadOnlyList<string> Words,
    bool UnitIsInScope
)
{
    public string Href => $"/assignments/{Id}";
}

public sealed record AssignmentView(
    AssignmentHead Head,
    LineStanding Standing,
    IReadOnlyList<Standing> Periods,
    IReadOnlyList<string> Together,
    DateOnly FromOn,
    DateOnly? EndedOn,
    Guid? DoerId,
    string? Doer,
    IReadOnlyList<WorkView> Records,
    IReadOnlyList<WaiverView> Waivers,
    IReadOnlyList<ReturnView> Returns,
    IReadOnlyList<HistoryView> History,
    bool MayRecord,
    bool MayAnswer,
    bool MayDecide
)
{
    public ReturnView? OpenReturn => Returns.FirstOrDefault(one => one.IsAccepted is null);
}

/// <summary>这项任务做得怎么样？ One unit's duty: its periods, the work behind them, what was excused, returned, handed over.</summary>
internal static class ShowAssignment
{
    private const int MostHistory = 50;

    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, FactCatalog catalog, Vault vault, RoleActs roles, TimeProvider clock) =>
        (await AssignmentHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal)
            ? await Shown(here, (db, catalog, vault, roles), Form.Empty((NameDoer.Person.Name, here.Assignment.DoerPersonId?.ToString())), null)
            : refusal.AsPage();

    internal static async Task<IResult> Shown(
        AssignmentHere here,
        (Db Db, FactCatalog Catalog, Vault Vault, RoleActs Roles) from,
        Form form,
        Refusal? refusal
    )
    {
        var (db, vault) = (from.Db, from.Vault);
        var standings = await StandingsOf(db, here);
        var view = new AssignmentView(
            await Head(db, from.Catalog, here),
            LineStanding.Of(standings, here.Today),
            standings,
            await Together(db, here),
            here.Assignment.FromOn,
            here.Assignment.EndedOn,
            here.Assignment.DoerPersonId,
            await DoerName(db, vault, here),
            await CountedWork.Of(db, vault, here, here.Campaign.FromOn, here.Campaign.UntilOn),
            await Waivers(db, vault, here),
            await Returns(db, vault, here),
            await History(db, from.Catalog, vault, here),
            here.MayRecord,
            here.MayAnswer,
            here.MayDecide
        );
        return Page.Of<AssignmentPage>(
            new
            {
                View = view,
                Form = form,
                Doers = here.MayAnswer ? await NameDoer.Choice(db, here, vault, from.Roles) : NameDoer.Person,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }

    /// <summary>Every period of the duty at this unit, ascending.</summary>
    internal static async Task<IReadOnlyList<Standing>> StandingsOf(Db db, AssignmentHere here) =>
        await Standings.For(
            db,
            here.Viewer.TenantId,
            new StandingQuestion
            {
                Campaign = here.DutyCampaign,
                Today = here.Today,
                FromOn = here.Campaign.FromOn,
                UntilOn = here.Campaign.UntilOn,
                // A doer may stand outside; what the viewer may see was decided before.
                Scope = here.Unit.Scope,
                DutyId = here.Duty.Id,
                AssignmentId = here.Assignment.Id,
            }
        );

    internal static async Task<AssignmentHead> Head(Db db, FactCatalog catalog, AssignmentHere here)
    {
        var bindings = await db.Set<DutyBinding>()
            .AsNoTracking()
            .Where(binding => binding.TenantId == here.Viewer.TenantId && binding.DutyId == here.Duty.Id)
            .ToListAsync();
        var line = MeasureLine.Of(bindings);
        var measure = catalog.FindMeasure(line.On(here.Today)) ?? DutyMeasures.Work;
        var unit = DutyWords.UnitOf(here.Duty.Need, measure.Unit);
        return new AssignmentHead(
            here.Assignment.Id,
            here.Duty.Id,
            here.Unit.Id,
            here.Unit.Name,
            here.Campaign.Name,
            here.Campaign.IssuerName,
            here.Duty.Number,
            here.Duty.Title,
            DutyWords.Clause(here.Duty.Source),
            here.Duty.Timing.Words,
            DutyWords.Amount(here.Duty, here.Assignment, unit),
            DutyWords.Counted(measure, bindings, here.Today),
            measure == DutyMeasures.Work,
            unit,
            DutyWords.Particulars(here.Duty),
            here.Viewer.Scope.Covers(here.Unit.Path)
        );
    }

    /// <summary>The other units that owe it together with this one.</summary>
    private static async Task<IReadOnlyList<string>> Together(Db db, AssignmentHere here)
    {
        if (here.Assignment.EitherGroup is not { } together)
            return [];

        return await (
            from other in db.Set<DutyAssignment>()
            join unit in db.Units on new { other.TenantId, other.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where other.TenantId == here.Viewer.TenantId && other.DutyId == here.Duty.Id && other.EitherGroup == together
            where other.Id != here.Assignment.Id && other.EndedOn == null
            orderby unit.SortKey, unit.Id
            select unit.Name
        ).ToListAsync();
    }

    private static async Task<string?> DoerName(Db db, Vault vault, AssignmentHere here) =>
        here.Assignment.DoerPersonId is { } doer ? (await DutyLines.Names(db, here.Viewer.TenantId, vault, [doer])).GetValueOrDefault(doer) : null;

    private static async Task<IReadOnlyList<WaiverView>> Waivers(Db db, Vault vault, AssignmentHere here)
    {
        var rows = await db.Set<Waiver>()
            .AsNoTracking()
            .Where(waiver => waiver.TenantId == here.Viewer.TenantId && waiver.AssignmentId == here.Assignment.Id && waiver.WithdrawnAt == null)
            .OrderBy(waiver => waiver.GivenAt)
            .ToListAsync();
        var names = await DutyLines.Names(db, here.Viewer.TenantId, vault, rows.Select(row => (Guid?)row.GivenBy));
        return [.. rows.Select(row => new WaiverView(row.Id, row.PeriodOn, row.Reason, names.GetValueOrDefault(row.GivenBy, "未知"), row.GivenAt))];
    }

    private static async Task<IReadOnlyList<ReturnView>> Returns(Db db, Vault vault, AssignmentHere here)
    {
        var rows = await db.Set<DutyReturn>()
            .AsNoTracking()
            .Where(one => one.TenantId == here.Viewer.TenantId && one.AssignmentId == here.Assignment.Id)
            .OrderByDescending(one => one.ReturnedAt)
            .ToListAsync();
        var names = await DutyLines.Names(db, here.Viewer.TenantId, vault, rows.SelectMany(row => new Guid?[] { row.ReturnedBy, row.DecidedBy }));
        return
        [
            .. rows.Select(row => new ReturnView(
                row.Id,
                row.Reason,
                names.GetValueOrDefault(row.ReturnedBy, "未知"),
                row.ReturnedAt,
                row.IsAccepted,
                row.Answer,
                row.DecidedBy is { } by ? names.GetValueOrDefault(by, "未知") : null,
                row.DecidedAt
            )),
        ];
    }

    /// <summary>What happened to it besides work, the latest first, as the book of facts has it.</summary>
    private static async Task<IReadOnlyList<HistoryView>> History(Db db, FactCatalog catalog, Vault vault, AssignmentHere here)
    {
        string[] kinds =
        [
            .. new[]
            {
                typeof(DutyAssigned),
                typeof(DutyReassigned),
                typeof(DutyReleased),
                typeof(DutyWaived),
                typeof(DutyReturned),
                typeof(DutyReturnDecided),
                typeof(DoerNamed),
            }.Select(catalog.KeyOf),
        ];
        var id = here.Assignment.Id.ToString();
        var rows = await db.Set<FactRow>()
            .Where(fact => fact.TenantId == here.Viewer.TenantId && fact.CampaignId == here.Campaign.Id && kinds.Contains(fact.Kind))
            .Where(fact => fact.Payload.Contains(id))
            .OrderByDescending(fact => fact.OccurredAt)
            .ThenByDescending(fact => fact.Id)
            .Take(MostHistory)
            .Select(fact => new
            {
                fact.Kind,
                fact.Payload,
                fact.ActorId,
                fact.OccurredAt,
                IsWithdrawn = db.Set<FactRow>().Any(later => later.TenantId == here.Viewer.TenantId && later.Withdraws == fact.Id),
            })
            .ToListAsync();
        var facts = rows.Select(row => (Row: row, Fact: catalog.Read(row.Kind, row.Payload))).ToList();
        var names = await DutyLines.Names(
            db,
            here.Viewer.TenantId,
            vault,
            facts.SelectMany(found => new[] { found.Row.ActorId, (found.Fact as DoerNamed)?.PersonId })
        );
        return
        [
            .. facts.Select(found => new HistoryView(
                DutyWords.Of(found.Fact, names) + (found.Row.IsWithdrawn ? "（已撤销）" : ""),
                names.GetValueOrDefault(found.Row.ActorId, "系统"),
                found.Row.OccurredAt
            )),
        ];
    }
}
