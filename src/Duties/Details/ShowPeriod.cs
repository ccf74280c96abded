using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Numbers;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Duties.Details;

/// <summary>One part of a period's value: what one measure counted at one unit while it was the one that counts.</summary>
/// <param name="Href">The facts behind it; null for those that stand on this page, or outside the viewer's scope.</param>
public sealed record CountedPart(
    string UnitName,
    string MeasureName,
    string MeasureUnit,
    DateOnly FromOn,
    DateOnly UntilOn,
    long Value,
    string? Href
);

public sealed record PeriodView(
    AssignmentHead Head,
    Standing Standing,
    IReadOnlyList<CountedPart> Parts,
    IReadOnlyList<WorkView> Records,
    bool ShowsRecords
);

/// <summary>这个数怎么来的？ One period of one unit's duty down to what was counted.</summary>
internal static class ShowPeriod
{
    private sealed record Owing(Guid AssignmentId, Unit Unit, Guid NodeId, DateOnly CountsFromOn, DateOnly? EndedOn);

    internal static async Task<IResult> Get(Guid id, DateOnly day, Db db, Viewer viewer, FactCatalog catalog, Vault vault, TimeProvider clock)
    {
        if (!(await AssignmentHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if ((await ShowAssignment.StandingsOf(db, here)).FirstOrDefault(one => one.Period.Holds(day)) is not { } standing)
            return Refusal.NotFound.AsPage();

        var parts = await Parts(db, catalog, here, standing.Period);
        var records = await CountedWork.Of(db, vault, here, standing.Period.FromOn, standing.Period.UntilOn);
        var head = await ShowAssignment.Head(db, catalog, here);
        return Page.Of<PeriodPage>(new { View = new PeriodView(head, standing, parts, records, head.CountsWork || records.Count > 0) });
    }

    private static async Task<IReadOnlyList<CountedPart>> Parts(Db db, FactCatalog catalog, AssignmentHere here, DutyPeriod period)
    {
        var bindings = await db.Set<DutyBinding>()
            .AsNoTracking()
            .Where(binding => binding.TenantId == here.Viewer.TenantId && binding.DutyId == here.Duty.Id)
            .OrderBy(binding => binding.FromOn)
            .ToListAsync();
        var parts = new List<CountedPart>();
        foreach (var owing in await OwingTogether(db, here))
        foreach (var (binding, at) in bindings.Select((binding, at) => (binding, at)))
        {
            // Days before the first binding count as it does.
            var from = Latest(period.FromOn, Latest(owing.CountsFromOn, at == 0 ? DateOnly.MinValue : binding.FromOn));
            var until = Least(
                period.UntilOn,
                Least(owing.EndedOn ?? DateOnly.MaxValue, at + 1 < bindings.Count ? bindings[at + 1].FromOn.AddDays(-1) : DateOnly.MaxValue)
            );
            if (from > until || catalog.FindMeasure(binding.MeasureKey) is not { } measure)
                continue;
            parts.Add(
                new CountedPart(
                    owing.Unit.Name,
                    measure.Name,
                    measure.Unit,
                    from,
                    until,
                    await Value(db, here, owing, measure, (from, until)),
                    Href(here, owing, measure, from, until)
                )
            );
        }
        return parts;
    }

    /// <summary>The assignment itself, and those of the units that owe the duty together with it.</summary>
    private static async Task<IReadOnlyList<Owing>> OwingTogether(Db db, AssignmentHere here)
    {
        var (id, together) = (here.Assignment.Id, here.Assignment.EitherGroup);
        return await (
            from one in db.Set<DutyAssignment>().AsNoTracking()
            join unit in db.Units.AsNoTracking() on new { one.TenantId, one.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where one.TenantId == here.Viewer.TenantId && one.DutyId == here.Duty.Id
            where one.Id == id || together != null && one.EitherGroup == together
            orderby one.Id == id ? 0 : 1, unit.SortKey, unit.Id
            select new Owing(one.Id, unit, one.NodeId, one.CountsFromOn, one.EndedOn)
        ).ToListAsync();
    }

    private static async Task<long> Value(Db db, AssignmentHere here, Owing owing, Measure measure, (DateOnly From, DateOnly To) days) =>
        measure == DutyMeasures.Work
            ? (await Tallies.DailyAt(db, here.Viewer.TenantId, [measure.Key], [owing.NodeId], days, here.Campaign.Id)).Sum(day => day.Value)
            : await Tallies.Sum(db, here.Viewer.TenantId, measure, owing.Unit.Scope, days.From, days.To, here.Campaign.Id);

    private static string? Href(AssignmentHere here, Owing owing, Measure measure, DateOnly from, DateOnly until) =>
        !here.Viewer.Scope.Covers(owing.Unit.Path) || !here.Viewer.May(NumberActs.Open) ? null
        : measure != DutyMeasures.Work ? OpenNumber.Href(measure, owing.Unit.Id, from, until, here.Campaign.Id)
        : owing.AssignmentId == here.Assignment.Id ? null
        : $"/assignments/{owing.AssignmentId}/periods/{from:yyyy-MM-dd}";

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Least(DateOnly one, DateOnly other) => one < other ? one : other;
}
