using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Reports.Bulletins;

/// <summary>A unit under a bulletin's unit.</summary>
internal sealed record Place(Guid Id, string Path, string Name, string SortKey);

/// <summary>The units under a bulletin's unit, itself among them, and the row of the bulletin in which each is counted.</summary>
internal sealed class BulletinPlaces
{
    private const int Step = 33;

    private readonly Dictionary<Guid, Place> places;
    private readonly Guid own;
    private readonly string above;

    private BulletinPlaces(Dictionary<Guid, Place> places, Guid own, string above) =>
        (this.places, this.own, this.above, Ids) = (places, own, above, [.. places.Keys]);

    public IReadOnlyList<Guid> Ids { get; }

    public static async Task<BulletinPlaces> Load(Db db, BulletinHere here)
    {
        var (tenant, scope) = (here.Viewer.TenantId, here.Unit.Scope);
        // Groups of houses and classes owe nothing of their own and receive nothing.
        string[] parts = [UnitKinds.VillagersGroup.Key, UnitKinds.Entrance.Key];
        var found = await db
            .Units.Where(unit =>
                unit.TenantId == tenant && unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0 && !parts.Contains(unit.Kind)
            )
            .Select(unit => new Place(unit.Id, unit.Path, unit.Name, unit.SortKey))
            .ToDictionaryAsync(unit => unit.Id);
        return new BulletinPlaces(found, here.Unit.Id, here.Unit.Path);
    }

    public Place? Find(Guid unitId) => places.GetValueOrDefault(unitId);

    /// <summary>The unit directly under the bulletin's through which a unit's path leads; the unit itself when it is the bulletin's.</summary>
    public Place RowOf(Place unit) => Through(above, unit.Path) is { } id && places.TryGetValue(id, out var row) ? row : unit;

    /// <summary>Orders rows: the bulletin's own unit first, then as lists do.</summary>
    public string KeyOf(Place row) => row.Id == own ? "" : row.SortKey;

    /// <summary>Rows with what belongs to each, in their order.</summary>
    public IEnumerable<(Place Row, IReadOnlyList<TSum> Sums)> Rows<TSum>(IReadOnlyDictionary<Guid, TSum> byUnit) =>
        byUnit
            .Where(unit => places.ContainsKey(unit.Key))
            .GroupBy(unit => RowOf(places[unit.Key]), unit => unit.Value)
            .OrderBy(row => KeyOf(row.Key), StringComparer.Ordinal)
            .ThenBy(row => row.Key.Id)
            .Select(row => (row.Key, (IReadOnlyList<TSum>)[.. row]));

    /// <returns>Null for the bulletin's unit itself.</returns>
    internal static Guid? Through(string above, string path) =>
        path.Length >= above.Length + Step ? Guid.ParseExact(path.AsSpan(above.Length, Step - 1), "N") : null;
}
