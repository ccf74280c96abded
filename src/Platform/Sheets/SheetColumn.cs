namespace Wuzha.Platform.Sheets;

/// <summary>How the values of a column are shown. Most columns need <see cref="Plain"/> only: the value's own type says the rest.</summary>
public enum SheetContent
{
    /// <summary>Text as text, whole numbers without separators, days and instants as real dates.</summary>
    Plain,

    /// <summary>Long text: a wide column, lines broken.</summary>
    Wrapped,

    /// <summary>Yuan with two decimals and separators.</summary>
    Money,

    /// <summary>A share between 0 and 1, shown with two decimals.</summary>
    Percent,

    /// <summary>What is wrong with the row, in red.</summary>
    Wrong,

    /// <summary>How to fill the column, in grey.</summary>
    Hint,
}

/// <summary>One column of a sheet that is written.</summary>
public sealed record SheetColumn(string Title, SheetContent Content = SheetContent.Plain)
{
    /// <summary>Width in characters; null to measure the title and the first rows.</summary>
    public double? Width { get; init; }

    /// <summary>Head above the titles of neighbouring columns that share it (第一责任人 above 姓名, 职务, 电话). With any, the head has two rows.</summary>
    public string? Group { get; init; }

    /// <summary>The values that Excel offers in a list, for files that people fill in.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>A sheet of a written file: its name, its head and how it prints.</summary>
/// <param name="Name">Cleaned of what Excel does not allow and made unique in the file.</param>
public sealed record SheetHead(string Name, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>A line above the head, over all columns, printed large.</summary>
    public string? Title { get; init; }

    /// <summary>Paper on its side, for tables of more than six columns.</summary>
    public bool Landscape { get; init; } = true;

    /// <summary>The last row of the head.</summary>
    internal int HeadRow => (Title is null ? 0 : 1) + (IsGrouped ? 2 : 1);

    internal bool IsGrouped => Columns.Any(column => column.Group is not null);

    /// <summary>Empty rows below take long digit strings as text (phones, codes). For files that people fill in.</summary>
    public bool ToFillIn { get; init; }
}
