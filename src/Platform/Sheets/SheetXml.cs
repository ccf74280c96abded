using System.Globalization;
using Wuzha.Platform.Calendar;

namespace Wuzha.Platform.Sheets;

/// <summary>The XML of one sheet, in the order that the schema asks for.</summary>
internal sealed class SheetXml
{
    private const double MinWidth = 8;
    private const double MaxWidth = 48;
    private const double LineHeight = 16;

    // Excel takes no row higher than 409 points.
    private const double MaxLines = 25;
    private const double TitleLineHeight = 26;

    // Excel counts digits before it rounds: a longer number would silently end in zeros.
    private const long ExactNumber = 999_999_999_999_999;

    private readonly StreamWriter xml;
    private readonly SheetHead head;
    private readonly string[] letters;
    private readonly bool[] wrapped;
    private readonly double[] widths;
    private readonly double tableWidth;
    private readonly int headRow;
    private readonly List<string> merges = [];

    public SheetXml(StreamWriter xml, SheetHead head, IReadOnlyList<IReadOnlyList<object?>> firstRows)
    {
        (this.xml, this.head) = (xml, head);
        letters = [.. head.Columns.Select((_, i) => SheetText.Letters(i))];
        widths = head.Columns.Select((column, i) => Width(column, i, firstRows)).ToArray();
        wrapped = [.. head.Columns.Select((column, i) => column.Content == SheetContent.Wrapped || widths[i] >= MaxWidth)];
        tableWidth = widths.Sum();
        headRow = head.HeadRow;
        Begin();
    }

    /// <summary>Rows written so far, with title, head and notes.</summary>
    public int Rows { get; private set; }

    public int LastTableRow { get; private set; }

    public void Row(IReadOnlyList<object?> cells)
    {
        OpenRow(HeightOf(cells));
        for (var i = 0; i < letters.Length; i++)
            Cell(i, i < cells.Count ? cells[i] : null);
        xml.Write("</row>");
        LastTableRow = Rows;
    }

    public void Note(string text)
    {
        if (Rows == LastTableRow)
            Rows++;
        OpenRow(Lines(text, 1) * LineHeight);
        Inline(0, SheetStyles.Note, text);
        xml.Write("</row>");
        Merge();
    }

    public void Finish()
    {
        xml.Write("</sheetData>");
        xml.Write($"""<autoFilter ref="A{headRow}:{letters[^1]}{LastTableRow}"/>""");
        if (merges.Count > 0)
            xml.Write($"""<mergeCells count="{merges.Count}">{string.Concat(merges)}</mergeCells>""");
        Choices();
        xml.Write("""<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>""");
        xml.Write($"""<pageSetup paperSize="9" orientation="{(head.Landscape ? "landscape" : "portrait")}" fitToWidth="1" fitToHeight="0"/>""");
        xml.Write("<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>");
        xml.Dispose();
    }

    private void Begin()
    {
        xml.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        xml.Write("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        xml.Write($"""<sheetViews><sheetView workbookViewId="0"><pane ySplit="{headRow}" topLeftCell="A{headRow + 1}" """);
        xml.Write("""activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>""");
        for (var i = 0; i < widths.Length; i++)
        {
            var style = head.ToFillIn ? $" style=\"{SheetStyles.ToFillIn}\"" : "";
            xml.Write($"""<col min="{i + 1}" max="{i + 1}" width="{widths[i].ToString(CultureInfo.InvariantCulture)}" customWidth="1"{style}/>""");
        }
        xml.Write("</cols><sheetData>");
        if (head.Title is not null)
        {
            OpenRow(Lines(head.Title, 1.6) * TitleLineHeight);
            Inline(0, SheetStyles.Title, head.Title);
            xml.Write("</row>");
            Merge();
        }

        if (head.IsGrouped)
            Groups();
        OpenRow();
        for (var i = 0; i < letters.Length; i++)
            Inline(i, SheetStyles.Head, head.IsGrouped && head.Columns[i].Group is null ? "" : head.Columns[i].Title);
        xml.Write("</row>");
        LastTableRow = Rows;
    }

    /// <summary>The upper row of the head: a group stretches over its columns, a column without one over both rows.</summary>
    private void Groups()
    {
        OpenRow();
        for (var i = 0; i < letters.Length; i++)
        {
            var group = head.Columns[i].Group;
            var first = group is null || i == 0 || head.Columns[i - 1].Group != group;
            Inline(i, SheetStyles.Head, first ? group ?? head.Columns[i].Title : "");
            if (group is null)
                merges.Add($"""<mergeCell ref="{letters[i]}{Rows}:{letters[i]}{Rows + 1}"/>""");
            else if (first && Last(i) is var last && last > i)
                merges.Add($"""<mergeCell ref="{letters[i]}{Rows}:{letters[last]}{Rows}"/>""");
        }
        xml.Write("</row>");
    }

    /// <summary>The last column of the group that begins at <paramref name="i"/>.</summary>
    private int Last(int i)
    {
        var last = i;
        while (last + 1 < letters.Length && head.Columns[last + 1].Group == head.Columns[i].Group)
            last++;
        return last;
    }

    private void OpenRow(double? height = null)
    {
        Rows++;
        xml.Write($"<row r=\"{Rows}\"");
        if (height is { } points)
            xml.Write($" ht=\"{points.ToString(CultureInfo.InvariantCulture)}\" customHeight=\"1\"");
        xml.Write('>');
    }

    private void Cell(int i, object? value)
    {
        switch (value)
        {
            case null or "":
                Open(i, StyleOfText(i));
                xml.Write("/>");
                break;
            case bool truth:
                Inline(i, StyleOfText(i), truth ? "是" : "否");
                break;
            case DateOnly day:
                Date(i, SheetStyles.Day, day.ToDateTime(TimeOnly.MinValue), "yyyy-MM-dd");
                break;
            case DateTime instant:
                Date(i, SheetStyles.Instant, instant.Kind == DateTimeKind.Utc ? LocalDay.Wall(instant) : instant, "yyyy-MM-dd HH:mm");
                break;
            case byte or short or int or long:
                Whole(i, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double or float or decimal:
                Fraction(i, Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            default:
                Inline(i, StyleOfText(i), value as string ?? value.ToString() ?? "");
                break;
        }
    }

    private void Whole(int i, long number)
    {
        if (number is > ExactNumber or < -ExactNumber)
            Inline(i, StyleOfText(i), number.ToString(CultureInfo.InvariantCulture));
        else
            Number(i, StyleOfNumber(i, SheetStyles.Whole), number);
    }

    private void Fraction(int i, double number)
    {
        if (double.IsFinite(number))
            Number(i, StyleOfNumber(i, SheetStyles.Fraction), number);
        else
            Inline(i, StyleOfText(i), "—");
    }

    // Excel's calendar begins in 1900 and has a wrong leap day in it; what lies before goes in as text.
    private void Date(int i, int style, DateTime value, string pattern)
    {
        if (value.Year < 1901)
            Inline(i, StyleOfText(i), value.ToString(pattern, CultureInfo.InvariantCulture));
        else
            Number(i, style, value.ToOADate());
    }

    private void Number(int i, int style, double number)
    {
        Open(i, style);
        xml.Write("><v>");
        xml.Write(number.ToString("R", CultureInfo.InvariantCulture));
        xml.Write("</v></c>");
    }

    private void Inline(int i, int style, string text)
    {
        Open(i, style);
        xml.Write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        foreach (var c in SheetText.Clean(text))
        {
            if (c == '&')
                xml.Write("&amp;");
            else if (c == '<')
                xml.Write("&lt;");
            else if (c == '>')
                xml.Write("&gt;");
            else
                xml.Write(c);
        }
        xml.Write("</t></is></c>");
    }

    private void Open(int i, int style)
    {
        xml.Write("<c r=\"");
        xml.Write(letters[i]);
        xml.Write(Rows);
        xml.Write("\" s=\"");
        xml.Write(style);
        xml.Write('"');
    }

    private int StyleOfText(int i) =>
        head.Columns[i].Content switch
        {
            SheetContent.Wrong => SheetStyles.Wrong,
            SheetContent.Hint => SheetStyles.Hint,
            _ => wrapped[i] ? SheetStyles.Wrapped : SheetStyles.Text,
        };

    private int StyleOfNumber(int i, int plain) =>
        head.Columns[i].Content switch
        {
            SheetContent.Money => SheetStyles.Money,
            SheetContent.Percent => SheetStyles.Percent,
            _ => plain,
        };

    // Excel finds the height of a row when one looks at it; LibreOffice and printing from a preview do not.
    private double? HeightOf(IReadOnlyList<object?> cells)
    {
        var lines = 1.0;
        for (var i = 0; i < letters.Length && i < cells.Count; i++)
            if (cells[i] is string { Length: > 0 } text && (wrapped[i] || head.Columns[i].Content is SheetContent.Wrong or SheetContent.Hint))
                lines = Math.Max(lines, text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling((SheetText.Width(line) + 1) / widths[i]))));
        return lines > 1 ? Math.Min(lines, MaxLines) * LineHeight + 4 : null;
    }

    // Excel finds the height of a row by itself, but not over merged cells.
    private double Lines(string text, double letterWidth) =>
        text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(SheetText.Width(line) * letterWidth / tableWidth)));

    private void Merge()
    {
        if (letters.Length > 1)
            merges.Add($"<mergeCell ref=\"A{Rows}:{letters[^1]}{Rows}\"/>");
    }

    private void Choices()
    {
        // Excel keeps at most 255 characters of a list that stands in the cell's own rule.
        var lists = head
            .Columns.Select((column, i) => (i, List: string.Join(',', column.Choices)))
            .Where(c => c.List.Length is > 0 and <= 255)
            .ToList();
        if (lists.Count == 0)
            return;

        xml.Write($"<dataValidations count=\"{lists.Count}\">");
        foreach (var (i, list) in lists)
        {
            xml.Write($"""<dataValidation type="list" allowBlank="1" sqref="{letters[i]}{headRow + 1}:{letters[i]}5000"><formula1>""");
            xml.Write($"\"{System.Net.WebUtility.HtmlEncode(list)}\"</formula1></dataValidation>");
        }
        xml.Write("</dataValidations>");
    }

    private static double Width(SheetColumn column, int i, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        if (column.Width is { } given)
            return given;

        // The arrow of the filter takes the place of two characters.
        var widest = SheetText.Width(column.Title) + 2;
        foreach (var row in rows)
            widest = Math.Max(
                widest,
                (i < row.Count ? row[i] : null) switch
                {
                    null => 0,
                    string text => SheetText.Width(text),
                    DateOnly => 10,
                    DateTime => 16,
                    { } other => SheetText.Width(other.ToString() ?? ""),
                }
            );
        return Math.Clamp(widest + 2, MinWidth, MaxWidth);
    }
}
