using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Wuzha.Platform.Documents;

/// <summary>The pieces of an official document in Office's own words. Lengths in twentieths of a point.</summary>
internal static class DocumentParts
{
    private const uint PaperWidth = 11906;
    private const uint PaperHeight = 16838;
    private const int TopMargin = 2098;
    private const int BottomMargin = 1984;
    private const int LeftMargin = 1587;
    private const int RightMargin = 1474;

    // The dash of the page number stands 7 mm below the text: 269 mm from the upper edge (7.5).
    private const uint FooterDistance = 1304;

    public static int TextWidth(bool landscape) =>
        landscape ? (int)PaperHeight - TopMargin - BottomMargin : (int)PaperWidth - LeftMargin - RightMargin;

    public static Paragraph Paragraph(string style, string text, Action<ParagraphProperties>? more = null)
    {
        var properties = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } };
        more?.Invoke(properties);
        var paragraph = new Paragraph(properties);
        if (text.Length > 0)
            paragraph.AppendChild(new Run(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }));
        return paragraph;
    }

    /// <summary>From the right edge, so many characters in.</summary>
    public static Paragraph Right(string text, double characters, bool keepNext) =>
        Paragraph(
            DocumentStyles.Flush,
            text,
            p =>
            {
                p.KeepNext = keepNext ? new KeepNext() : null;
                p.Indentation = new Indentation { RightChars = (int)(characters * 100), Right = $"{(int)(characters * 316)}" };
                p.Justification = new Justification { Val = JustificationValues.Right };
            }
        );

    public static Table Table(IReadOnlyList<DocumentColumn> columns, IEnumerable<IReadOnlyList<string>> rows, int width)
    {
        var shares = columns.Sum(column => column.Share);
        var widths = columns.Select(column => (int)(width * column.Share / shares)).ToArray();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa }
                )
            ),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" }))
        );
        var grouped = columns.Any(column => column.Group is not null);
        if (grouped)
            table.AppendChild(Groups(columns, widths));
        table.AppendChild(Row([.. columns.Select(column => grouped && column.Group is null ? "" : column.Title)], columns, widths, head: true));
        if (grouped)
            foreach (var (cell, column) in table.Elements<TableRow>().Last().Elements<TableCell>().Zip(columns))
                if (column.Group is null)
                    cell.TableCellProperties!.VerticalMerge = new VerticalMerge();
        foreach (var row in rows)
            table.AppendChild(Row(row, columns, widths, head: false));
        return table;
    }

    public static Settings Settings() =>
        new(
            new Zoom { Percent = "100" },
            new EvenAndOddHeaders(),
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );

    /// <summary>— 1 — one character in from the outer edge (7.5).</summary>
    public static Footer PageNumber(JustificationValues side)
    {
        var paragraph = Paragraph(
            DocumentStyles.PageNumber,
            "",
            p =>
            {
                p.Indentation =
                    side == JustificationValues.Right
                        ? new Indentation { RightChars = 100, Right = "280" }
                        : new Indentation { LeftChars = 100, Left = "280" };
                p.Justification = new Justification { Val = side };
            }
        );
        paragraph.Append(
            new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
            new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })
        );
        return new Footer(paragraph);
    }

    public static SectionProperties Section(bool landscape) =>
        new(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "odd" },
            new FooterReference { Type = HeaderFooterValues.Even, Id = "even" },
            landscape
                ? new PageSize
                {
                    Width = PaperHeight,
                    Height = PaperWidth,
                    Orient = PageOrientationValues.Landscape,
                }
                : new PageSize { Width = PaperWidth, Height = PaperHeight },
            landscape ? Margins(LeftMargin, TopMargin, RightMargin, BottomMargin) : Margins(TopMargin, RightMargin, BottomMargin, LeftMargin),
            new DocGrid { Type = DocGridValues.Lines, LinePitch = DocumentStyles.LinePitch }
        );

    /// <summary>How many full-width characters wide the text is.</summary>
    public static double Cells(string text) => text.Sum(c => c < 0x2000 ? 0.5 : 1);

    private static PageMargin Margins(int top, int right, int bottom, int left) =>
        new()
        {
            Top = top,
            Right = (uint)right,
            Bottom = bottom,
            Left = (uint)left,
            Header = 851,
            Footer = Math.Min(FooterDistance, (uint)bottom - 400),
            Gutter = 0,
        };

    /// <summary>The upper row of a head of two: a group stretches over its columns, a column without one over both rows.</summary>
    private static TableRow Groups(IReadOnlyList<DocumentColumn> columns, int[] widths)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < columns.Count; )
        {
            var group = columns[i].Group;
            var wide = group is null ? 1 : columns.Skip(i).TakeWhile(column => column.Group == group).Count();
            var cell = Cell(group ?? columns[i].Title, columns[i], widths.Skip(i).Take(wide).Sum(), head: true);
            if (group is null)
                cell.TableCellProperties!.VerticalMerge = new VerticalMerge { Val = MergedCellValues.Restart };
            else
                cell.TableCellProperties!.GridSpan = new GridSpan { Val = wide };
            row.AppendChild(cell);
            i += wide;
        }
        return row;
    }

    private static TableRow Row(IReadOnlyList<string> cells, IReadOnlyList<DocumentColumn> columns, int[] widths, bool head)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        if (head)
            row.TableRowProperties!.AppendChild(new TableHeader());
        for (var i = 0; i < columns.Count; i++)
            row.AppendChild(Cell(i < cells.Count ? cells[i] : "", columns[i], widths[i], head));
        return row;
    }

    private static TableCell Cell(string text, DocumentColumn column, int width, bool head)
    {
        var cell = new TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }
            )
        );
        foreach (var line in text.Split('\n'))
            cell.AppendChild(
                Paragraph(
                    head ? DocumentStyles.CellHead : DocumentStyles.Cell,
                    line,
                    p =>
                    {
                        p.KeepNext = head ? new KeepNext() : null;
                        p.Justification = head || column.Centred ? new Justification { Val = JustificationValues.Center } : null;
                    }
                )
            );
        return cell;
    }

    private static TableBorders Borders() =>
        new(
            new TopBorder { Val = BorderValues.Single, Size = 4 },
            new LeftBorder { Val = BorderValues.Single, Size = 4 },
            new BottomBorder { Val = BorderValues.Single, Size = 4 },
            new RightBorder { Val = BorderValues.Single, Size = 4 },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }
        );

    /// <summary>Only what XML can hold.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i]) && text[i] is not ('\r' or '\uFFFE' or '\uFFFF'))
                clean.Append(text[i]);
        }
        return clean.ToString();
    }
}
