using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Units;

/// <summary>One unit of the tree with how many stand directly below it.</summary>
public sealed record UnitNode(Guid Id, Guid? ParentId, string Path, string Kind, string Name, DateOnly? ClosedOn, int Below);

/// <summary>The tree, opened at one unit.</summary>
/// <param name="Nodes">Everything shown, in the order of the tree.</param>
/// <param name="Found">What the search words found; null when nothing was searched.</param>
public sealed record UnitTreeView(
    UnitHead At,
    IReadOnlyList<TreeNode> Nodes,
    int Total,
    bool WithClosed,
    ListQuery Query,
    IReadOnlyList<FoundUnit>? Found,
    bool MayEdit,
    bool MayImport
);

public sealed record FoundUnit(Guid Id, string Name, string KindName, string? ParentName, bool Closed);

/// <summary>单位: the tree below the viewer's unit. A large one is opened level by level.</summary>
internal static class ListUnits
{
    /// <summary>Up to so many units the whole tree stands on one page.</summary>
    private const int WholeTree = 300;
    private const int MostFound = 50;

    /// <summary>One path step: the length of a path is its level.</summary>
    private const int Step = 33;

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        var at = Guid.TryParse(query.Filter("at"), out var id) ? id : viewer.UnitId;
        var head = await UnitHead.Of(db, viewer, at);
        if (head is null)
            return Refusal.NotFound.AsPage();

        var withClosed = query.Filter("closed") is not null;
        var total = await db.Units.CountAsync(unit =>
            unit.TenantId == viewer.TenantId
            && unit.Path.CompareTo(head.Scope.From) >= 0
            && unit.Path.CompareTo(head.Scope.To) < 0
            && (withClosed || unit.ClosedOn == null)
        );
        var whole = total <= WholeTree;
        var nodes = await Nodes(db, viewer, head, whole, withClosed);
        var people = await People(db, viewer, head, LocalDay.Today(clock), whole);
        return Page.Of<UnitTreePage>(
            new
            {
                View = new UnitTreeView(
                    head,
                    [Branch(nodes.First(node => node.Id == at), nodes.ToLookup(node => node.ParentId), people, whole, withClosed)],
                    total,
                    withClosed,
                    query,
                    query.Search.Length == 0 ? null : await Find(db, viewer, query.Search, withClosed, MostFound),
                    viewer.May(OrganisationActs.EditUnits),
                    viewer.May(OrganisationActs.ImportUnitsAndPeople)
                ),
            }
        );
    }

    private static async Task<IReadOnlyList<UnitNode>> Nodes(Db db, Viewer viewer, UnitHead at, bool whole, bool withClosed)
    {
        var deepest = whole ? 400 : at.Path.Length + Step;
        return await db
            .Database.SqlQuery<UnitNode>(
                $"""
                select n.id, n.parent_id, n.path, n.kind, n.name, n.closed_on,
                    (select cast(count(*) as int) from units d
                     where d.tenant_id = n.tenant_id and d.parent_id = n.id and d.closed_on is null) as below
                from units n
                where n.tenant_id = {viewer.TenantId} and n.path >= {at.Scope.From} and n.path < {at.Scope.To} and length(n.path) <= {deepest}
                  and ({withClosed} or n.closed_on is null or n.id = {at.Id})
                order by n.sort_key, n.id
                """
            )
            .ToListAsync();
    }

    /// <summary>
    /// How many people serve in the subtree of each unit shown, by the unit's id; who serves twice in it counts once. Everybody is read once, not once for each
    /// unit above; where the tree is opened level by level, the database counts.
    /// </summary>
    private static async Task<IReadOnlyDictionary<Guid, int>> People(Db db, Viewer viewer, UnitHead at, DateOnly today, bool whole)
    {
        var serving =
            from unit in db.Units
            join appointment in db.Appointments on new { unit.TenantId, unit.Id } equals new { appointment.TenantId, Id = appointment.UnitId }
            where
                unit.TenantId == viewer.TenantId
                && unit.Path.CompareTo(at.Scope.From) >= 0
                && unit.Path.CompareTo(at.Scope.To) < 0
                && appointment.FromOn <= today
                && (appointment.UntilOn == null || appointment.UntilOn >= today)
            select new { unit.Path, appointment.PersonId };
        if (whole)
            return (await serving.ToListAsync())
                .SelectMany(one => Unit.IdsOf(one.Path).Select(above => (Above: above, one.PersonId)))
                .Distinct()
                .CountBy(one => one.Above)
                .ToDictionary(unit => unit.Key, unit => unit.Value);

        var below = at.Path.Length + Step;
        var counts = await serving
            .Where(one => one.Path.Length >= below)
            .GroupBy(one => one.Path.Substring(0, below))
            .Select(child => new { child.Key, People = child.Select(one => one.PersonId).Distinct().Count() })
            .ToListAsync();
        var people = counts.ToDictionary(child => Unit.IdsOf(child.Key).Last(), child => child.People);
        people[at.Id] = await serving.Select(one => one.PersonId).Distinct().CountAsync();
        return people;
    }

    private static TreeNode Branch(UnitNode node, ILookup<Guid?, UnitNode> below, IReadOnlyDictionary<Guid, int> people, bool whole, bool withClosed)
    {
        var children = below[node.Id].Select(child => Branch(child, below, people, whole, withClosed)).ToList();
        var leftOut = !whole && children.Count == 0 && node.Below > 0;
        return new TreeNode(node.Name, leftOut ? $"/units?at={node.Id}{(withClosed ? "&closed=1" : "")}" : $"/units/{node.Id}")
        {
            Note = Note(node, people.GetValueOrDefault(node.Id)),
            Open = children.Count > 0 && (node.Kind == UnitKinds.County.Key || node.Kind == UnitKinds.Township.Key),
            Children = children,
        };
    }

    private static string Note(UnitNode node, int people) =>
        string.Join(
            " · ",
            (
                (string?[])
                    [
                        UnitKinds.Of(node.Kind).Name,
                        node.Below > 0 ? $"下级 {node.Below} 个" : null,
                        people > 0 ? $"{people} 人" : null,
                        node.ClosedOn is { } day ? $"{day:yyyy-MM-dd} 撤并" : null,
                    ]
            ).OfType<string>()
        );

    /// <summary>Units of the viewer's scope whose name holds these words.</summary>
    internal static async Task<IReadOnlyList<FoundUnit>> Find(Db db, Viewer viewer, string words, bool withClosed, int most)
    {
        var found = await (
            from unit in db.Units
            where
                unit.TenantId == viewer.TenantId
                && unit.Path.CompareTo(viewer.Scope.From) >= 0
                && unit.Path.CompareTo(viewer.Scope.To) < 0
                && unit.Name.Contains(words)
                && (withClosed || unit.ClosedOn == null)
            join parent in db.Units
                on new { unit.TenantId, ParentId = unit.ParentId } equals new { parent.TenantId, ParentId = (Guid?)parent.Id }
                into parents
            from parent in parents.DefaultIfEmpty()
            orderby unit.Path.Length, unit.SortKey
            select new
            {
                unit.Id,
                unit.Name,
                unit.Kind,
                ParentName = unit.Id == viewer.UnitId ? null : parent.Name,
                Closed = unit.ClosedOn != null,
            }
        )
            .Take(most)
            .ToListAsync();
        return [.. found.Select(unit => new FoundUnit(unit.Id, unit.Name, UnitKinds.Of(unit.Kind).Name, unit.ParentName, unit.Closed))];
    }
}
