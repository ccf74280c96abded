using Wuzha.Duties.Lists;

namespace Wuzha.Duties.Board;

/// <summary>One duty as the head of a column.</summary>
public sealed record MatrixDuty(Guid Id, int Number, string Title)
{
    public string Name => $"{Number}. {Title}";
}

/// <summary>One unit with a cell for each duty; null where it does not owe the duty.</summary>
public sealed record MatrixRow(Guid UnitId, string UnitName, IReadOnlyList<DutyLine?> Cells);

/// <summary>对照表: units by duties.</summary>
public sealed record BoardMatrix(IReadOnlyList<MatrixDuty> Duties, IReadOnlyList<MatrixRow> Rows)
{
    /// <summary>More than this nobody can read on a screen or an A3 sheet.</summary>
    internal const int MostUnits = 40;
    internal const int MostDuties = 60;

    /// <summary>So many columns stand side by side on a usual screen.</summary>
    internal const int FitOnDesk = 35;

    public bool IsTooLarge => Rows.Count > MostUnits || Duties.Count > MostDuties;

    /// <param name="lines">In the order of units and numbers.</param>
    public static BoardMatrix Of(IReadOnlyList<DutyLine> lines)
    {
        var duties = lines
            .DistinctBy(line => line.DutyId)
            .OrderBy(line => line.Number)
            .Select(line => new MatrixDuty(line.DutyId, line.Number, line.Title))
            .ToList();
        return new BoardMatrix(
            duties,
            [
                .. lines
                    .GroupBy(line => (line.UnitId, line.UnitName))
                    .Select(unit =>
                    {
                        var owed = unit.ToLookup(line => line.DutyId);
                        return new MatrixRow(unit.Key.UnitId, unit.Key.UnitName, [.. duties.Select(duty => owed[duty.Id].FirstOrDefault())]);
                    }),
            ]
        );
    }
}
