using Wuzha.Directives.Groups;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Issuing;

/// <summary>
/// 发给谁, one line of it: a unit by itself, or every unit or group of a kind below the issuing unit. Lines stand until the directive goes out; then the
/// units that they mean that day get their receipts. A saved selection has lines too.
/// </summary>
internal sealed class AddressLine
{
    public const int ReachLength = 40;
    public const string UnitsOf = "units:";
    public const string GroupsOf = "groups:";

    /// <summary>Reach of a line that means the unit itself.</summary>
    public const string Itself = "";

    public required string TenantId { get; init; }

    /// <summary>The directive or the saved selection.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The unit that is meant; of a kind, the unit below which.</summary>
    public required Guid UnitId { get; init; }

    /// <summary><see cref="Itself"/>, <c>units:</c> and the key of a kind of units, or <c>groups:</c> and the key of a kind of groups.</summary>
    public required string Reach { get; init; }

    /// <summary>Of a reach: units, not groups.</summary>
    public static bool IsUnits(string reach) => reach.StartsWith(UnitsOf, StringComparison.Ordinal);

    /// <summary>全部村（社区）、全部单位群、东沟村、西岭村等 12 个单位.</summary>
    public static string WordsOf(IEnumerable<string> kinds, IReadOnlyList<string> units)
    {
        var named = string.Join('、', units.Take(UnitsNamed)) + (units.Count > UnitsNamed ? $"等 {units.Count} 个单位" : "");
        var words = kinds.Order(StringComparer.Ordinal).Reverse().Select(NameOf).Append(named).Where(part => part.Length > 0);
        return string.Join('、', words) is { Length: > 0 } all ? all : "选过的单位都已撤并";
    }

    /// <summary>More units than this are counted instead of named.</summary>
    private const int UnitsNamed = 5;

    private static string NameOf(string reach) =>
        "全部"
        + (
            IsUnits(reach)
                ? UnitKinds.Of(reach[UnitsOf.Length..]).Name
                : GroupWords.Of(Enum.GetValues<GroupKind>().First(kind => GroupsOf + GroupWords.KeyOf(kind) == reach))
        );
}

/// <summary>常用发送范围: whom an office often writes to, under a name.</summary>
internal sealed class AddressBook
{
    public const int NameLength = 30;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }
    public required string Name { get; set; }
}
