using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Units;

/// <summary>What may be done to the tree. Each keeps the dated places beside it; the caller records the fact and saves.</summary>
public static class UnitTree
{
    /// <summary>Puts a unit under <paramref name="parent"/> (null for the top) from a day on.</summary>
    public static Unit Add(Db db, string tenant, Unit? parent, Guid id, string kind, string name, string sortKey, DateOnly fromOn)
    {
        var unit = new Unit
        {
            TenantId = tenant,
            Id = id,
            ParentId = parent?.Id,
            Path = Unit.PathUnder(parent?.Path, id),
            Kind = kind,
            Name = name,
            SortKey = sortKey,
        };
        db.Add(unit);
        db.Add(NewPlace(tenant, id, fromOn, unit.Path));
        return unit;
    }

    /// <summary>
    /// Moves a unit with everything under it from a day on: earlier days keep counting under the old parent. Moving again on the same day replaces the
    /// first move.
    /// </summary>
    public static async Task<Refusal?> Move(Db db, string tenant, Guid id, Guid parentId, DateOnly fromOn)
    {
        var unit = await db.Units.SingleAsync(unit => unit.TenantId == tenant && unit.Id == id);
        var parent = await db.Units.SingleAsync(unit => unit.TenantId == tenant && unit.Id == parentId);
        if (unit.Scope.Covers(parent.Path))
            return UnitTreeRefusals.UnderItself;
        if (parent.ClosedOn is not null)
            return UnitTreeRefusals.ParentClosed;

        var (scope, before, after) = (unit.Scope, unit.Path, Unit.PathUnder(parent.Path, id));
        var places = await PlacesUnder(db, tenant, scope);
        if (places.Max(place => place.Path.Length) - before.Length + after.Length > PlatformTables.PathLength)
            return UnitTreeRefusals.TooDeep;
        if (places.Exists(place => place.FromOn > fromOn) || await PlacedAfter(db, tenant, parentId, fromOn))
            return UnitTreeRefusals.PlacedLater.With(("day", fromOn.ToString("yyyy-MM-dd")));

        // The parent's version too: two units moved under each other at the same moment must not both succeed.
        parent.Version++;
        unit.ParentId = parentId;
        foreach (var moved in await UnitsUnder(db, tenant, scope))
        {
            moved.Path = after + moved.Path[before.Length..];
            moved.Version++;
        }
        foreach (var place in places)
            Place(db, place, after + place.Path[before.Length..], fromOn);
        return null;
    }

    /// <summary>Counts a thing that is no unit (a group, a class, a villagers' group, a display point) under a unit from a day on; again to move it to another.</summary>
    public static async Task<Refusal?> Count(Db db, string tenant, Guid nodeId, Guid unitId, DateOnly fromOn)
    {
        var unit = await db.Units.SingleAsync(unit => unit.TenantId == tenant && unit.Id == unitId);
        var last = await db
            .UnitPlacements.Where(place => place.TenantId == tenant && place.NodeId == nodeId)
            .OrderByDescending(place => place.FromOn)
            .FirstOrDefaultAsync();
        if (last?.FromOn > fromOn || await PlacedAfter(db, tenant, unitId, fromOn))
            return UnitTreeRefusals.PlacedLater.With(("day", fromOn.ToString("yyyy-MM-dd")));

        unit.Version++;
        var path = Unit.PathUnder(unit.Path, nodeId);
        if (last is null || last.UntilOn < fromOn)
            db.Add(NewPlace(tenant, nodeId, fromOn, path));
        else
            Place(db, last, path, fromOn);
        return null;
    }

    /// <summary>
    /// Counts a thing under a unit as if it had been there since a day: it stood wherever the unit stood. Does nothing for a thing that is counted already.
    /// </summary>
    public static Task CountSince(Db db, string tenant, Guid nodeId, Guid unitId, DateOnly sinceOn) =>
        CountSince(db, tenant, [(nodeId, unitId)], sinceOn);

    /// <summary>The same for many things at once, with a fixed few questions.</summary>
    public static async Task CountSince(Db db, string tenant, IReadOnlyCollection<(Guid NodeId, Guid UnitId)> things, DateOnly sinceOn)
    {
        var (nodes, units) = (things.Select(thing => thing.NodeId).ToArray(), things.Select(thing => thing.UnitId).Distinct().ToArray());
        var counted = await db
            .UnitPlacements.Where(place => place.TenantId == tenant && EF.Parameter(nodes).Contains(place.NodeId))
            .Select(place => place.NodeId)
            .ToHashSetAsync();
        var places = (
            await db
                .UnitPlacements.AsNoTracking()
                .Where(place => place.TenantId == tenant && EF.Parameter(units).Contains(place.NodeId) && place.UntilOn >= sinceOn)
                .ToListAsync()
        ).ToLookup(place => place.NodeId);
        var under = await db.Units.Where(unit => unit.TenantId == tenant && EF.Parameter(units).Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id);
        foreach (var (nodeId, unitId) in things.Where(thing => !counted.Contains(thing.NodeId)))
        {
            // The unit's version too: a move of the unit at the same moment must take the thing along.
            under[unitId].Version++;
            foreach (var place in places[unitId])
            {
                var copy = NewPlace(tenant, nodeId, place.FromOn > sinceOn ? place.FromOn : sinceOn, Unit.PathUnder(place.Path, nodeId));
                copy.UntilOn = place.UntilOn;
                db.Add(copy);
            }
        }
    }

    /// <summary>The thing is no longer counted after this day.</summary>
    public static async Task EndCount(Db db, string tenant, Guid nodeId, DateOnly lastOn)
    {
        var place = await db.UnitPlacements.SingleAsync(place =>
            place.TenantId == tenant && place.NodeId == nodeId && place.UntilOn == UnitPlacement.Always
        );
        place.UntilOn = lastOn < place.FromOn ? place.FromOn : lastOn;
    }

    public static async Task Close(Db db, string tenant, Guid id, DateOnly closedOn)
    {
        var unit = await db.Units.SingleAsync(unit => unit.TenantId == tenant && unit.Id == id);
        unit.ClosedOn = closedOn;
        unit.Version++;
    }

    public static async Task Reopen(Db db, string tenant, Guid id)
    {
        var unit = await db.Units.SingleAsync(unit => unit.TenantId == tenant && unit.Id == id);
        unit.ClosedOn = null;
        unit.Version++;
    }

    private static void Place(Db db, UnitPlacement current, string path, DateOnly fromOn)
    {
        if (current.FromOn == fromOn)
        {
            current.Path = path;
            return;
        }
        current.UntilOn = fromOn.AddDays(-1);
        db.Add(NewPlace(current.TenantId, current.NodeId, fromOn, path));
    }

    private static UnitPlacement NewPlace(string tenant, Guid nodeId, DateOnly fromOn, string path) =>
        new()
        {
            TenantId = tenant,
            NodeId = nodeId,
            FromOn = fromOn,
            UntilOn = UnitPlacement.Always,
            Path = path,
        };

    private static Task<List<Unit>> UnitsUnder(Db db, string tenant, Scope scope) =>
        db.Units.Where(unit => unit.TenantId == tenant && unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0).ToListAsync();

    private static Task<List<UnitPlacement>> PlacesUnder(Db db, string tenant, Scope scope) =>
        db
            .UnitPlacements.Where(place =>
                place.TenantId == tenant
                && place.UntilOn == UnitPlacement.Always
                && place.Path.CompareTo(scope.From) >= 0
                && place.Path.CompareTo(scope.To) < 0
            )
            .ToListAsync();

    private static Task<bool> PlacedAfter(Db db, string tenant, Guid nodeId, DateOnly day) =>
        db.UnitPlacements.AnyAsync(place => place.TenantId == tenant && place.NodeId == nodeId && place.FromOn > day);
}
