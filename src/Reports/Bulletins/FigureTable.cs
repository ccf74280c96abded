using Wuzha.Platform.Listings;

namespace Wuzha.Reports.Bulletins;

/// <summary>One number of a table.</summary>
/// <param name="Href">What stands behind it; null when it is nought.</param>
public sealed record FigureCell(long Value, string? Href)
{
    /// <summary>What it would be today, where that differs from what was printed.</summary>
    public long? Now { get; init; }
}

/// <summary>One row: a duty, a unit.</summary>
public sealed record FigureRow(Guid Id, string Name, string? Href, IReadOnlyList<FigureCell> Cells);

/// <summary>One table of a bulletin: what is shown, printed and exported alike.</summary>
/// <param name="Key">Word in the address, and where the page holds it.</param>
/// <param name="Of">Head of the first column: 任务 or 单位.</param>
/// <param name="Heads">Heads of the numbers.</param>
public sealed record FigureTable(string Key, string Caption, string Of, IReadOnlyList<string> Heads, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>What stands behind the sum of each column; empty when nothing but the rows does.</summary>
    public IReadOnlyList<string> Doors { get; init; } = [];

    public FigureRow Total => new(Guid.Empty, "合计", null, [.. Heads.Select((_, at) => Summed(Rows.Sum(row => row.Cells[at].Value), at))]);

    /// <summary>How many of the printed numbers would be others today.</summary>
    public int Changes => Rows.Sum(row => row.Cells.Count(cell => cell.Now is not null));

    /// <summary>The same table with today's number beside each that has changed since. What has come up since stands with nought.</summary>
    public FigureTable Beside(FigureTable today)
    {
        var now = today.Rows.ToDictionary(row => row.Id);
        var printed = Rows.Select(row =>
            row with
            {
                Cells =
                [
                    .. row.Cells.Select((cell, at) => Mark(cell, now.TryGetValue(row.Id, out var live) ? live.Cells[at] : new FigureCell(0, null))),
                ],
            }
        );
        var known = Rows.Select(row => row.Id).ToHashSet();
        var added = today.Rows.Where(row => !known.Contains(row.Id));
        return this with
        {
            Rows = [.. printed, .. added.Select(row => row with { Cells = [.. row.Cells.Select(cell => Mark(new FigureCell(0, null), cell))] })],
        };
    }

    public IReadOnlyList<Column<FigureRow>> Columns =>
        [
            new("name", Of, row => row.Name),
            .. Heads.Select((head, at) => new Column<FigureRow>($"n{at}", head, row => row.Cells[at].Value) { Number = true }),
        ];

    private FigureCell Summed(long value, int at) => new(value, value == 0 ? null : Doors.ElementAtOrDefault(at));

    private static FigureCell Mark(FigureCell printed, FigureCell live) =>
        printed.Value == live.Value ? printed : printed with { Now = live.Value, Href = printed.Href ?? live.Href };
}
