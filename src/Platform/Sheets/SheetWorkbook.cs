using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Wuzha.Platform.Sheets;

/// <summary>Rows out of an Excel file whose bytes have been looked at before.</summary>
internal sealed class SheetWorkbook
{
    private const int MaxKept = 8_000_000;
    private const int MaxFilled = 4_000_000;

    private readonly IExcelDataReader reader;
    private readonly IReadOnlyDictionary<string, SheetExtent>? extents;
    private readonly Dictionary<string, string> pool = [];
    private readonly List<SheetTable> tables = [];
    private readonly List<string> skipped = [];
    private int kept;

    private SheetWorkbook(IExcelDataReader reader, IReadOnlyDictionary<string, SheetExtent>? extents) =>
        (this.reader, this.extents) = (reader, extents);

    /// <param name="extents">How far each sheet's values reach; null for .xls, whose format bounds them.</param>
    public static Result<SheetBook> Read(byte[] bytes, IReadOnlyDictionary<string, SheetExtent>? extents)
    {
        try
        {
            using var opened = ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false));
            return new SheetWorkbook(opened, extents).Read();
        }
        catch (InvalidPasswordException)
        {
            return SheetRefusals.Encrypted;
        }
        // The library answers broken files with whatever exception lies nearest: index, key, cast, null.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return SheetRefusals.Corrupt;
        }
    }

    private Result<SheetBook> Read()
    {
        do
        {
            if (reader.VisibleState != "visible")
                skipped.Add($"工作表“{reader.Name}”是隐藏的，没有读取。");
            else if (Table() is { } refusal)
                return refusal;
        } while (reader.NextResult());
        return new SheetBook(tables, skipped);
    }

    private Refusal? Table()
    {
        var extent = extents is null ? new SheetExtent(reader.RowCount, reader.FieldCount) : extents.GetValueOrDefault(reader.Name);
        if (extent is null)
            return SheetRefusals.Corrupt;
        if ((long)extent.LastRow * extent.LastColumn > SheetReader.MaxCells)
            return SheetRefusals.TooManyCells.With(("cell", $"{SheetText.Letters(extent.LastColumn - 1)}{extent.LastRow}"));

        var lines = new List<(int Number, SheetCell[] Cells)>();
        var buffer = new SheetCell[extent.LastColumn];
        for (var number = 1; number <= extent.LastRow && reader.Read(); number++)
        {
            var width = Row(buffer, number, extent);
            if (width == 0)
                continue;

            kept += width;
            if (kept > MaxKept)
                return SheetRefusals.TooManyCells.With(("cell", $"{SheetText.Letters(width - 1)}{number}"));
            lines.Add((number, buffer[..width]));
            if (lines.Count > SheetReader.MaxRows)
                return SheetRefusals.TooManyRows;
        }

        Fill(lines);
        if (lines.Count > 0)
            tables.Add(new SheetTable(reader.Name, [.. lines.Select(line => new SheetLine(line.Number, line.Cells))]));
        return null;
    }

    /// <returns>How many cells there are up to the last one that is not empty.</returns>
    private int Row(SheetCell[] cells, int number, SheetExtent extent)
    {
        var width = 0;
        var columns = Math.Min(cells.Length, reader.FieldCount);
        for (var i = 0; i < columns; i++)
        {
            cells[i] = Cell(i);
            if (extent.Errors.Count > 0 && extent.Errors.TryGetValue((number, i + 1), out var error))
                cells[i] = new SheetCell(error, CellKind.Error);
            if (!cells[i].IsEmpty)
                width = i + 1;
        }
        return width;
    }

    private SheetCell Cell(int i)
    {
        return reader.GetValue(i) switch
        {
            null => SheetCell.Empty,
            string text => CellText(text),
            double number => new SheetCell(Pool(NumberText(number, reader.GetNumberFormatString(i))), CellKind.Number),
            int number => new SheetCell(Pool(NumberText(number, reader.GetNumberFormatString(i))), CellKind.Number),
            DateTime { TimeOfDay.Ticks: 0 } day => new SheetCell(Pool(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), CellKind.Day),
            DateTime instant => new SheetCell(instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), CellKind.Day),
            TimeSpan time => new SheetCell(time.ToString(@"hh\:mm", CultureInfo.InvariantCulture), CellKind.Text),
            bool truth => new SheetCell(truth ? "是" : "否", CellKind.Truth),
            { } other => CellText(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
        };
    }

    private SheetCell CellText(string text)
    {
        var tidy = SheetLines.Tidy(text);
        return SheetCell.OfText(Pool(tidy));
    }

    /// <summary>The number without exponent while it is exact; a format of zeros (000000, for codes) gives its leading zeros back.</summary>
    private static string NumberText(double number, string? format)
    {
        if (Math.Abs(number) >= 1e15 || !double.IsFinite(number))
            return number.ToString("R", CultureInfo.InvariantCulture);
        if (number == Math.Floor(number) && format is { Length: > 1 } && format.All(c => c == '0'))
            return number.ToString(format, CultureInfo.InvariantCulture);
        return ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture);
    }

    // In a roster the same village stands in a thousand rows.
    private string Pool(string text)
    {
        if (text.Length > 24 || pool.Count > 50_000)
            return text;
        if (pool.TryGetValue(text, out var known))
            return known;

        return pool[text] = text;
    }

    private void Fill(List<(int Number, SheetCell[] Cells)> lines)
    {
        var filled = 0;
        foreach (var range in reader.MergeCells ?? [])
        {
            var at = lines.BinarySearch((range.FromRow + 1, []), Comparer<(int Number, SheetCell[])>.Create((a, b) => a.Number.CompareTo(b.Number)));
            if (at < 0 || range.FromColumn >= lines[at].Cells.Length || lines[at].Cells[range.FromColumn] is not { IsEmpty: false } first)
                continue;

            for (; at < lines.Count && lines[at].Number <= range.ToRow + 1; at++)
            {
                lines[at] = (lines[at].Number, Filled(lines[at].Cells, range, first with { Merged = true }));
                filled += range.ToColumn - range.FromColumn + 1;
                if (filled > MaxFilled)
                    return;
            }
        }
    }

    private static SheetCell[] Filled(SheetCell[] cells, CellRange range, SheetCell value)
    {
        // A merge over whole rows reaches to the end of the sheet: what is written there belongs to the columns that exist.
        var end = Math.Min(range.ToColumn, Math.Max(cells.Length - 1, range.FromColumn + 60));
        var result = cells.Length > end ? cells : [.. cells, .. Enumerable.Repeat(SheetCell.Empty, end + 1 - cells.Length)];
        for (var i = range.FromColumn; i <= end; i++)
            if (result[i].IsEmpty)
                result[i] = value;
        return result;
    }
}
