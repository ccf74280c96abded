using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Duties.Lists;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Details;

/// <summary>One form of what counts the duty, and since when.</summary>
public sealed record BindingView(string MeasureName, DateOnly FromOn);

/// <summary>A waiver or an open return of one unit.</summary>
public sealed record SetAsideView(string UnitName, string Href, string Words, DateTime At);

public sealed record DutyDetail(
    Guid Id,
    CampaignHead Campaign,
    int Number,
    string Title,
    string KindName,
    string Source,
    string When,
    string Amount,
    string Counted,
    IReadOnlyList<string> Words,
    IReadOnlyList<BindingView> Bindings,
    IReadOnlyList<SetAsideView> Waivers,
    IReadOnlyList<SetAsideView> Returns,
    DateOnly FromOn,
    DateOnly? EndedOn,
    Guid? SuccessorId,
    Guid? PredecessorId,
    bool MayDecide
)
{
    public string Href => $"/duties/{Id}";
}

/// <summary>谁还没完成这项任务？ One duty with all units in the viewer's scope that owe it.</summary>
internal static class ShowDuty
{
    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, FactCatalog catalog, Vault vault, TimeProvider clock)
    {
        if (await DutyHere.Read(id, db, viewer, clock) is not { } here)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var lines = await DutyLines.WithDoers(
            db,
            viewer.TenantId,
            vault,
            await DutyLines.Of(db, catalog, here.Campaign, new LineQuestion(viewer.Scope, today) { DutyId = id }, viewer.TenantId)
        );
        var listing = Listing<DutyLine>.OfRows(
            DutyColumns.Narrow(lines, query),
            query,
            DutyColumns.All(withUnit: true, withTitle: false, withCampaign: false)
        );
        if (query.AsSheet)
            return listing.AsSheet($"{here.Duty.Title}完成情况", viewer);

        return Page.Of<DutyPage>(
            new
            {
                View = await Detail(db, catalog, here, today),
                Listing = listing,
                All = lines,
            }
        );
    }

    private static async Task<DutyDetail> Detail(Db db, FactCatalog catalog, DutyHere here, DateOnly today)
    {
        var duty = here.Duty;
        var bindings = await db.Set<DutyBinding>()
            .AsNoTracking()
            .Where(binding => binding.TenantId == duty.TenantId && binding.DutyId == duty.Id)
            .OrderBy(binding => binding.FromOn)
            .ToListAsync();
        var measure = catalog.FindMeasure(MeasureLine.Of(bindings).On(today)) ?? DutyMeasures.Work;
        var unit = DutyWords.UnitOf(duty.Need, measure.Unit);
        return new DutyDetail(
            duty.Id,
            here.Campaign,
            duty.Number,
            duty.Title,
            KindMeasures.Of(duty.Kind).Name,
            DutyWords.Clause(duty.Source),
            duty.Timing.Words,
            DutyWords.Amount(duty, unit),
            DutyWords.Counted(measure, bindings, today),
            DutyWords.Particulars(duty),
            [.. bindings.Select(one => new BindingView(catalog.FindMeasure(one.MeasureKey)?.Name ?? one.MeasureKey, one.FromOn))],
            await Waivers(db, here),
            await Returns(db, here),
            duty.FromOn,
            duty.EndedOn,
            await db.Set<Duty>()
                .Where(next => next.TenantId == duty.TenantId && next.PredecessorId == duty.Id)
                .Select(next => (Guid?)next.Id)
                .FirstOrDefaultAsync(),
            duty.PredecessorId,
            here.MayDecide
        );
    }

    private static async Task<IReadOnlyList<SetAsideView>> Waivers(Db db, DutyHere here)
    {
        var scope = here.Viewer.Scope;
        var rows = await (
            from waiver in db.Set<Waiver>()
            join assignment in db.Set<DutyAssignment>()
                on new { waiver.TenantId, waiver.AssignmentId } equals new { assignment.TenantId, AssignmentId = assignment.Id }
            join unit in db.Units on new { assignment.TenantId, assignment.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where waiver.TenantId == here.Viewer.TenantId && assignment.DutyId == here.Duty.Id && waiver.WithdrawnAt == null
            where unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0
            orderby unit.SortKey, waiver.GivenAt
            select new
            {
                unit.Name,
                waiver.AssignmentId,
                waiver.PeriodOn,
                waiver.Reason,
                waiver.GivenAt,
            }
        ).ToListAsync();
        return
        [
            .. rows.Select(row => new SetAsideView(
                row.Name,
                $"/assignments/{row.AssignmentId}",
                (row.PeriodOn is { } day ? $"{DutyWords.Day(day)}开始的一期：" : "整项：") + row.Reason,
                row.GivenAt
            )),
        ];
    }

    private static async Task<IReadOnlyList<SetAsideView>> Returns(Db db, DutyHere here)
    {
        var scope = here.Viewer.Scope;
        var rows = await (
            from one in db.Set<DutyReturn>()
            join assignment in db.Set<DutyAssignment>()
                on new { one.TenantId, one.AssignmentId } equals new { assignment.TenantId, AssignmentId = assignment.Id }
            join unit in db.Units on new { assignment.TenantId, assignment.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where one.TenantId == here.Viewer.TenantId && assignment.DutyId == here.Duty.Id && one.IsAccepted == null
            where unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0
            orderby unit.SortKey, one.ReturnedAt
            select new
            {
                unit.Name,
                one.AssignmentId,
                one.Id,
                one.Reason,
                one.ReturnedAt,
            }
        ).ToListAsync();
        // Only the office opens the form; the others see the assignment.
        return
        [
            .. rows.Select(row => new SetAsideView(
                row.Name,
                $"/assignments/{row.AssignmentId}" + (here.MayDecide ? $"/returns/{row.Id}" : ""),
                row.Reason,
                row.ReturnedAt
            )),
        ];
    }
}
