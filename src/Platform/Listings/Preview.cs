namespace Wuzha.Platform.Listings;

/// <summary>One cell of a sheet that is about to be taken in, and what is wrong with it.</summary>
public sealed record PreviewCell(string Text, string? Error = null);

/// <summary>One row of a sheet that is about to be taken in.</summary>
/// <param name="Number">Row number as Excel shows it.</param>
/// <param name="Outcome">新增, 更新, 不变 … ; null when it is wrong.</param>
public sealed record PreviewRow(int Number, IReadOnlyList<PreviewCell> Cells, string? Outcome = null)
{
    public bool Wrong => Cells.Any(cell => cell.Error is not null);
}
