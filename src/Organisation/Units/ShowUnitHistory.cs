using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.People;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Units;

/// <summary>One thing that happened to a unit.</summary>
public sealed record UnitChange
{
    public required DateTime At { get; init; }
    public required string What { get; init; }
    public required string Detail { get; init; }
    public required string By { get; init; }
}

/// <summary>Where a unit stood, and when.</summary>
public sealed record UnitPlace(DateOnly FromOn, DateOnly UntilOn, string Parents);

public sealed record UnitHistoryView(UnitHead Head, IReadOnlyList<UnitPlace> Places, Listing<UnitChange> Events);

/// <summary>变动记录 of a unit: where it stood, who came and went, which figures it had. Read from the book of facts.</summary>
internal static class ShowUnitHistory
{
    internal sealed record BookRow(string Kind, string Payload, DateTime OccurredAt, Guid ActorId);

    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, Vault vault, FactCatalog catalog)
    {
        if (await UnitHead.Of(db, viewer, id) is not { } head)
            return Refusal.NotFound.AsPage();

        var rows = await db
            .Database.SqlQuery<BookRow>(
                $"""
                select f.kind, f.payload, f.occurred_at, f.actor_id
                from facts f
                where f.tenant_id = {viewer.TenantId} and f.node_id = {id}
                  and (f.kind in ('organisation.unit-opened', 'organisation.unit-renamed', 'organisation.unit-moved', 'organisation.unit-closed',
                      'organisation.unit-reopened', 'organisation.unit-counted')
                    or {viewer.May(OrganisationActs.ReadPeople)} and f.kind in ('organisation.person-appointed', 'organisation.appointment-ended'))
                order by f.occurred_at desc, f.id desc
                """
            )
            .ToListAsync();
        var facts = rows.Select(row => (row, fact: catalog.Read(row.Kind, row.Payload))).ToList();
        var people = await PersonNames.Of(
            db,
            viewer.TenantId,
            vault,
            [.. rows.Select(row => row.ActorId), .. facts.Select(fact => PersonOf(fact.fact))]
        );
        var placements = await db
            .UnitPlacements.Where(place => place.TenantId == viewer.TenantId && place.NodeId == id)
            .OrderByDescending(place => place.FromOn)
            .ToListAsync();
        var units = await UnitNamesOf(
            db,
            viewer,
            [.. placements.SelectMany(place => UnitHead.Ancestors(place.Path)), .. facts.SelectMany(fact => ParentsOf(fact.fact))]
        );
        var events = facts
            .Select(fact => new UnitChange
            {
                At = fact.row.OccurredAt,
                What = catalog.Find(fact.row.Kind)!.Name,
                Detail = Detail(fact.fact, people, units),
                By = people.GetValueOrDefault(fact.row.ActorId, "系统"),
            })
            .Where(change =>
                change.What.Contains(query.Search, StringComparison.Ordinal) || change.Detail.Contains(query.Search, StringComparison.Ordinal)
            );
        var listing = Listing<UnitChange>.OfRows([.. events], query, Columns);
        return query.AsSheet
            ? listing.AsSheet($"{head.Name}变动记录", viewer)
            : Page.Of<UnitHistoryPage>(
                new
                {
                    View = new UnitHistoryView(
                        head,
                        [.. placements.Select(place => new UnitPlace(place.FromOn, place.UntilOn, Parents(place.Path, units)))],
                        listing
                    ),
                }
            );
    }

    private static readonly IReadOnlyList<Column<UnitChange>> Columns =
    [
        new("what", "事项", row => row.What) { Sort = row => row.What },
        new("detail", "内容", row => row.Detail) { OnCard = true },
        new("at", "时间", row => row.At) { Sort = row => row.At, OnCard = true },
        new("by", "经办人", row => row.By),
    ];

    private static Guid PersonOf(Fact fact) =>
        fact switch
        {
            PersonAppointed appointed => appointed.PersonId,
            AppointmentEnded ended => ended.PersonId,
            _ => Guid.Empty,
        };

    private static IEnumerable<Guid> ParentsOf(Fact fact) => fact is UnitMoved moved ? [moved.FromParentId, moved.ToParentId] : [];

    private static string Parents(string path, IReadOnlyDictionary<Guid, string> units) =>
        UnitHead.Ancestors(path) is not { Count: > 1 } ids ? "最上级"
        : ids.Take(ids.Count - 1).Where(units.ContainsKey).ToList() is { Count: > 0 } seen ? string.Join(" › ", seen.Select(id => units[id]))
        : "管辖范围以外";

    private static string Detail(Fact fact, IReadOnlyDictionary<Guid, string> people, IReadOnlyDictionary<Guid, string> units) =>
        fact switch
        {
            UnitMoved moved => $"{Name(units, moved.FromParentId)} → {Name(units, moved.ToParentId)}，自 {moved.FromOn:yyyy-MM-dd} 起",
            UnitClosed closed => $"最后一天 {closed.ClosedOn:yyyy-MM-dd}",
            UnitCounted counted =>
                $"人口 {counted.Population?.ToString("#,0") ?? "未知"}，户数 {counted.Households?.ToString("#,0") ?? "未知"}（{counted.CountedOn:yyyy-MM-dd}）",
            PersonAppointed appointed => $"{Name(people, appointed.PersonId)} 任{Roles.Of(appointed.Role).Name}，自 {appointed.FromOn:yyyy-MM-dd} 起",
            AppointmentEnded ended => $"{Name(people, ended.PersonId)} 不再任{Roles.Of(ended.Role).Name}，到 {ended.UntilOn:yyyy-MM-dd} 止",
            _ => "",
        };

    private static string Name(IReadOnlyDictionary<Guid, string> names, Guid id) => names.GetValueOrDefault(id, "管辖范围以外");

    /// <summary>A parent outside the viewer's scope stays unnamed.</summary>
    private static Task<Dictionary<Guid, string>> UnitNamesOf(Db db, Viewer viewer, IReadOnlyCollection<Guid> ids) =>
        db
            .Units.Where(unit =>
                unit.TenantId == viewer.TenantId
                && ids.Contains(unit.Id)
                && unit.Path.CompareTo(viewer.Scope.From) >= 0
                && unit.Path.CompareTo(viewer.Scope.To) < 0
            )
            .ToDictionaryAsync(unit => unit.Id, unit => unit.Name);
}
