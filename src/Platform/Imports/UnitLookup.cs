using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Imports;

/// <summary>The standing units of the viewer's scope by the names that people write into tables.</summary>
public sealed class UnitLookup
{
    private readonly ILookup<string, Unit> byName;
    private readonly Dictionary<Guid, Unit> byId;

    private UnitLookup(IReadOnlyList<Unit> units, Guid own) =>
        (byName, byId, Own) = (units.ToLookup(unit => Plain(unit.Name)), units.ToDictionary(unit => unit.Id), units.First(unit => unit.Id == own));

    /// <summary>The viewer's own unit: where a row without a parent belongs.</summary>
    public Unit Own { get; }

    public static async Task<UnitLookup> Load(Db db, Viewer viewer) =>
        new(
            await db
                .Units.Where(unit =>
                    unit.TenantId == viewer.TenantId
                    && unit.Path.CompareTo(viewer.Scope.From) >= 0
                    && unit.Path.CompareTo(viewer.Scope.To) < 0
                    && unit.ClosedOn == null
                )
                .ToListAsync(),
            viewer.UnitId
        );

    public Unit? Below(Unit parent, string name) => byName[Plain(name)].FirstOrDefault(unit => unit.ParentId == parent.Id);

    public string? NameOf(Guid? id) => id is { } known && byId.TryGetValue(known, out var unit) ? unit.Name : null;

    /// <summary>Finds one unit by its name, or by parent and name when the name alone stands for several: 东沟村/第一网格.</summary>
    public (Unit? Unit, string? Error) Find(string typed)
    {
        var parts = typed.Split(['/', '／', '>', '›'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0)
            return (null, "请写单位名称。");

        var found = byName[Plain(parts[^1])].Where(unit => Fits(unit, parts)).Take(2).ToList();
        return found.Count switch
        {
            1 => (found[0], null),
            0 => (null, $"您的管辖范围内没有“{typed}”，请核对名称，或先新增这个单位。"),
            _ => (null, $"有几个单位都叫“{typed}”，请连上级一起写，例如：{NameOf(found[0].ParentId) ?? "上级"}/{found[0].Name}。"),
        };
    }

    private bool Fits(Unit unit, string[] parts)
    {
        var at = unit;
        for (var i = parts.Length - 2; i >= 0; i--)
        {
            if (at.ParentId is not { } parentId || !byId.TryGetValue(parentId, out at) || Plain(at.Name) != Plain(parts[i]))
                return false;
        }
        return true;
    }

    /// <summary>Names are compared without blanks and brackets of the other width.</summary>
    public static string Plain(string name) =>
        string.Concat(
            name.Where(c => !char.IsWhiteSpace(c))
                .Select(c =>
                    c switch
                    {
                        '(' => '（',
                        ')' => '）',
                        _ => c,
                    }
                )
        );
}
