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
        db.Add(
            new UnitPlacement
            {
                TenantId = tenant,
                NodeId = id,
                FromOn = fromOn,
                UntilOn = UnitPlacement.Always,
                Path = unit.Path,
            }
        );
        return unit;
    }

    public static async Task Move(Db db, string tenant, Guid id, Guid parentId, DateOnly fromOn)
    {
        var unit = await db.Units.SingleAsync(unit => unit.TenantId == tenant && unit.Id == id);
        var parent = await db.Units.SingleAsync(unit => unit.TenantId == tenant && unit.Id == parentId);
        var (scope, before, after) = (unit.Scope, unit.Path, Unit.PathUnder(parent.Path, id));
        var below = await db
            .Units.Where(unit => unit.TenantId == tenant && unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0)
            .ToListAsync();
        var places = await db
            .UnitPlacements.Where(place =>
                place.TenantId == tenant
                && place.UntilOn == UnitPlacement.Always
                && place.Path.CompareTo(scope.From) >= 0
                && place.Path.CompareTo(scope.To) < 0
            )
            .ToListAsync();
        unit.ParentId = parentId;
        foreach (var moved in below)
        {
            moved.Path = after + moved.Path[before.Length..];
            moved.Version++;
        }
        foreach (var place in places)
        {
            place.UntilOn = fromOn.AddDays(-1);
            db.Add(
                new UnitPlacement
                {
                    TenantId = tenant,
                    NodeId = place.NodeId,
                    FromOn = fromOn,
                    UntilOn = UnitPlacement.Always,
                    Path = after + place.Path[before.Length..],
                }
            );
        }
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
}
