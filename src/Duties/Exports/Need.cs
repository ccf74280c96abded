using System.Globalization;

namespace Wuzha.Duties.Exports;

/// <summary>What an amount is counted on.</summary>
public enum NeedBasis
{
    None = 0,
    Population = 1,
    Households = 2,
    Grids = 3,
    VillagersGroups = 4,
    Classes = 5,

    /// <summary>The people who work at a unit that is no village.</summary>
    Staff = 6,

    /// <summary>
    /// 每群: so many in each group of the unit, and done when all of them have had it (requirements DIR7). The figure is not multiplied: which groups there are is looked
    /// up for each period.
    /// </summary>
    Groups = 7,
}

/// <summary>How much of it each unit owes in each period (配额, 目标): a plain number, so many for each started so many of a basis, or a percentage of it.</summary>
/// <param name="Count">How many; of a percentage, the percent.</param>
/// <param name="Per">For each started so many of the basis.</param>
/// <param name="IsPercent">True for a share of the basis: 80 percent of the households.</param>
public sealed record Need(int Count, NeedBasis Basis = NeedBasis.None, int Per = 1, bool IsPercent = false)
{
    /// <summary>Just once, or one of it.</summary>
    public static readonly Need One = new(1);

    /// <summary>A percentage of a basis, rounded up: 80 percent of 16 are 13.</summary>
    public static Need Percent(int percent, NeedBasis basis) => new(percent, basis, 1, IsPercent: true);

    /// <summary>How much that is for a unit; where nobody has counted the basis, one started part of it is asked, and the page says that the figure is missing.</summary>
    /// <param name="basis">Null when unknown.</param>
    public int For(int? basis) =>
        (Basis, basis) switch
        {
            (NeedBasis.None or NeedBasis.Groups, _) => Count,
            (_, null) => IsPercent ? 1 : Count,
            (_, { } whole) when IsPercent => (int)(((long)whole * Count + 99) / 100),
            (_, { } whole) => (int)(((long)whole + Per - 1) / Per * Count),
        };

    /// <summary>In words: 2 次, 每 1000 人 1 次, 户数的 80%.</summary>
    /// <param name="unit">Unit of count of the measure: 次, 户, 人次 …</param>
    public string Words(string unit)
    {
        var count = Count.ToString(CultureInfo.InvariantCulture);
        return Basis == NeedBasis.None ? $"{count} {unit}"
            : Basis == NeedBasis.Groups ? $"每个工作群 {count} 次"
            : IsPercent ? $"{BasisName}的 {count}%"
            : this is { Basis: NeedBasis.Households, Per: 1, Count: 1 } && unit == BasisUnit ? "逐户"
            : Per == 1 ? $"每{BasisUnit} {count} {unit}"
            : $"每 {Per.ToString(CultureInfo.InvariantCulture)} {BasisUnit} {count} {unit}";
    }

    private string BasisName =>
        Basis switch
        {
            NeedBasis.Population => "人口",
            NeedBasis.Households => "户数",
            NeedBasis.Grids => "网格数",
            NeedBasis.VillagersGroups => "村民小组数",
            NeedBasis.Classes => "班级数",
            _ => "职工人数",
        };

    private string BasisUnit =>
        Basis switch
        {
            NeedBasis.Households => "户",
            NeedBasis.Grids => "个网格",
            NeedBasis.VillagersGroups => "个村民小组",
            NeedBasis.Classes => "个班级",
            _ => "人",
        };
}
