using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Units;

/// <summary>Which kinds of unit may stand under which (requirements ORG2; dedicated grids of single organisations: domain.md §6).</summary>
internal static class UnitRules
{
    private static readonly UnitKind[] Partners =
    [
        UnitKinds.Department,
        UnitKinds.PoliceStation,
        UnitKinds.School,
        UnitKinds.Bank,
        UnitKinds.Telecom,
        UnitKinds.Enterprise,
        UnitKinds.Hospital,
        UnitKinds.ElderCare,
        UnitKinds.Hotel,
        UnitKinds.Media,
        UnitKinds.Association,
    ];

    private static readonly Dictionary<string, UnitKind[]> Under = new()
    {
        [UnitKinds.County.Key] = [UnitKinds.Township, .. Partners],
        [UnitKinds.Township.Key] = [UnitKinds.Village, UnitKinds.Grid, .. Partners],
        [UnitKinds.Village.Key] =
        [
            UnitKinds.Grid,
            UnitKinds.VillagersGroup,
            UnitKinds.Entrance,
            UnitKinds.School,
            UnitKinds.Bank,
            UnitKinds.Telecom,
            UnitKinds.Enterprise,
            UnitKinds.Hospital,
            UnitKinds.ElderCare,
            UnitKinds.Hotel,
            UnitKinds.Association,
        ],
        [UnitKinds.Grid.Key] = [UnitKinds.VillagersGroup, UnitKinds.Entrance],
        [UnitKinds.Department.Key] = [UnitKinds.Department, UnitKinds.PoliceStation],
        [UnitKinds.School.Key] = [UnitKinds.Class, UnitKinds.Grid],
        [UnitKinds.Bank.Key] = [UnitKinds.Bank],
        [UnitKinds.Telecom.Key] = [UnitKinds.Telecom],
        [UnitKinds.Enterprise.Key] = [UnitKinds.Department, UnitKinds.Enterprise, UnitKinds.Grid],
        [UnitKinds.Hospital.Key] = [UnitKinds.Department, UnitKinds.Grid],
    };

    /// <summary>Kinds that may stand at the top of an installation.</summary>
    public static readonly IReadOnlyList<UnitKind> Roots = [UnitKinds.County, UnitKinds.Township];

    /// <summary>Kinds with an official statistics code.</summary>
    public static readonly IReadOnlyList<UnitKind> Coded = [UnitKinds.County, UnitKinds.Township, UnitKinds.Village, UnitKinds.Grid];

    public static IReadOnlyList<UnitKind> MayStandUnder(string parentKind) => Under.GetValueOrDefault(parentKind, []);

    public static bool MayStandUnder(string kind, string parentKind) => MayStandUnder(parentKind).Any(allowed => allowed.Key == kind);

    public static bool HasCode(string kind) => Coded.Any(coded => coded.Key == kind);
}
