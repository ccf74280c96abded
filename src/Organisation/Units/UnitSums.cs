using Wuzha.Organisation.Exports;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Units;

/// <summary>What the grids of a village (or the villages of a township) add up to, beside the figure of the whole.</summary>
public sealed record UnitSums(int Population, int Households, int Unknown, int? PopulationMissing, int? HouseholdsMissing)
{
    /// <returns>Null for kinds that do not divide their parent: a school's pupils are no part of a township's sum.</returns>
    internal static UnitSums? Of(string kind, UnitHead parent, IReadOnlyList<ChildUnit> children) =>
        Divides(parent.Kind, kind) ? Compare(parent.Population, parent.Households, children) : null;

    private static bool Divides(string whole, string part) =>
        part == UnitKinds.Grid.Key && whole == UnitKinds.Village.Key
        || part == UnitKinds.Village.Key && whole == UnitKinds.Township.Key
        || part == UnitKinds.Township.Key && whole == UnitKinds.County.Key;

    internal static UnitSums Compare(int? population, int? households, IReadOnlyList<ChildUnit> children)
    {
        var people = children.Sum(child => child.Population ?? 0);
        var homes = children.Sum(child => child.Households ?? 0);
        return new UnitSums(
            people,
            homes,
            children.Count(child => child.Population is null || child.Households is null),
            population - people,
            households - homes
        );
    }

    /// <summary>True when parts and whole agree.</summary>
    public bool Agrees => Unknown == 0 && (PopulationMissing is null or 0) && (HouseholdsMissing is null or 0);

    /// <summary>How the sum stands to the figure of the whole.</summary>
    public string Sentence =>
        string.Join(
            "，",
            (
                (string?[])
                    [
                        Unknown > 0 ? $"{Unknown} 个没有填数" : null,
                        Difference(PopulationMissing, "人"),
                        Difference(HouseholdsMissing, "户"),
                        Agrees && PopulationMissing is not null ? "与总数一致" : null,
                    ]
            ).OfType<string>()
        );

    private static string? Difference(int? missing, string unit) =>
        missing switch
        {
            > 0 => $"比总数少 {missing:#,0} {unit}",
            < 0 => $"比总数多 {-missing:#,0} {unit}",
            _ => null,
        };
}
