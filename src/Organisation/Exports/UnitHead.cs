using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Exports;

/// <summary>What stands above every tab of a unit.</summary>
public sealed record UnitHead(
    Guid Id,
    Guid? ParentId,
    string Path,
    string Kind,
    string Name,
    DateOnly? ClosedOn,
    int? Population,
    int? Households,
    DateOnly? CountedOn,
    string? Source
)
{
    private static readonly HashSet<string> Residential =
    [
        UnitKinds.County.Key,
        UnitKinds.Township.Key,
        UnitKinds.Village.Key,
        UnitKinds.Grid.Key,
        UnitKinds.VillagersGroup.Key,
        UnitKinds.Entrance.Key,
    ];

    public string KindName => UnitKinds.Of(Kind).Name;

    public Scope Scope => Scope.Of(Path);

    /// <summary>Whether households live in such a unit; a school, a bank or a department has staff and no households.</summary>
    public static bool HasHouseholds(string kind) => Residential.Contains(kind);

    /// <summary>What the figure of people counts there.</summary>
    public static string PeopleWord(string kind) => HasHouseholds(kind) ? "人口" : "人数";

    public string Href => $"/units/{Id}";

    /// <summary>The units above that the viewer may see, top first, and this one.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; private init; } = [];

    private sealed record HeadRow(
        Guid Id,
        Guid? ParentId,
        string Path,
        string Kind,
        string Name,
        DateOnly? ClosedOn,
        int? Population,
        int? Households,
        DateOnly? CountedOn,
        string? Source
    );

    /// <returns>Null when there is none, or it lies outside the viewer's scope.</returns>
    public static async Task<UnitHead?> Of(Db db, Viewer viewer, Guid id)
    {
        var row = await db
            .Database.SqlQuery<HeadRow>(
                $"""
                select u.id, u.parent_id, u.path, u.kind, u.name, u.closed_on, p.population, p.households, p.counted_on, p.source
                from units u
                left join unit_profiles p on p.tenant_id = u.tenant_id and p.unit_id = u.id
                where u.tenant_id = {viewer.TenantId} and u.id = {id} and u.path >= {viewer.Scope.From} and u.path < {viewer.Scope.To}
                """
            )
            .SingleOrDefaultAsync();
        return row is null
            ? null
            : new UnitHead(
                row.Id,
                row.ParentId,
                row.Path,
                row.Kind,
                row.Name,
                row.ClosedOn,
                row.Population,
                row.Households,
                row.CountedOn,
                row.Source
            )
            {
                Crumbs = await Above(db, viewer, row),
            };
    }

    private static async Task<IReadOnlyList<Crumb>> Above(Db db, Viewer viewer, HeadRow head)
    {
        var ids = Ancestors(head.Path);
        var names = await db
            .Units.Where(unit => unit.TenantId == viewer.TenantId && ids.Contains(unit.Id) && unit.Path.CompareTo(viewer.Scope.From) >= 0)
            .OrderBy(unit => unit.Path)
            .Select(unit => new { unit.Id, unit.Name })
            .ToListAsync();
        return [new Crumb("单位", "/units"), .. names.Select(unit => new Crumb(unit.Name, unit.Id == head.Id ? null : $"/units/{unit.Id}"))];
    }

    /// <summary>The ids in a path, top first, its own last.</summary>
    internal static IReadOnlyList<Guid> Ancestors(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N"))];
}

/// <summary>A tab on the pages of every unit. A module registers it as a singleton in its <c>Services</c>.</summary>
/// <param name="Suffix">What follows <c>/units/{id}/</c>; empty for 概况.</param>
/// <param name="Order">Place in the row: 概况 0, 资料 80, 变动记录 90.</param>
/// <param name="Act">Who may open it.</param>
public sealed record UnitTab(string Title, string Suffix, int Order, Act Act);
