namespace Wuzha.Platform.Sheets;

/// <summary>What a cell held before it became text.</summary>
public enum CellKind
{
    Empty,
    Text,
    Number,
    Day,
    Truth,

    /// <summary>#N/A and the like.</summary>
    Error,
}

/// <summary>One cell that was read: tidy text, and what it was. Numbers stand without exponent, days as 2026-05-12.</summary>
/// <param name="Merged">Filled from the first cell of a merged range.</param>
public readonly record struct SheetCell(string Text, CellKind Kind, bool Merged = false)
{
    public static readonly SheetCell Empty = new("", CellKind.Empty);

    public bool IsEmpty => Kind == CellKind.Empty;

    /// <summary>A cell of text that is already tidy. Excel's error marks are text in every format.</summary>
    internal static SheetCell OfText(string tidy) =>
        tidy switch
        {
            "" => Empty,
            "#N/A" or "#REF!" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NULL!" or "#NUM!" or "#SPILL!" or "#CALC!" => new(tidy, CellKind.Error),
            _ => new(tidy, CellKind.Text),
        };
}

/// <summary>One row that is not blank.</summary>
/// <param name="Number">Row number as Excel shows it, from 1.</param>
public sealed record SheetLine(int Number, IReadOnlyList<SheetCell> Cells)
{
    public SheetCell this[int column] => column < Cells.Count ? Cells[column] : SheetCell.Empty;
}

/// <summary>One visible sheet, without blank rows.</summary>
public sealed record SheetTable(string Name, IReadOnlyList<SheetLine> Lines);

/// <summary>A file that was read.</summary>
/// <param name="Skipped">What was left out, in sentences: hidden sheets.</param>
public sealed record SheetBook(IReadOnlyList<SheetTable> Tables, IReadOnlyList<string> Skipped);
