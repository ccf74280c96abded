using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Wuzha.Platform.Sheets;

/// <summary>One walk over the cells of a sheet's XML: how far the values reach, and which formulas have none.</summary>
internal sealed class SheetWalk(XmlReader xml)
{
    private const int MaxErrors = 100_000;
    private int row;
    private int column;
    private int filledRow;

    public int LastRow { get; private set; }
    public int LastColumn { get; private set; }

    /// <summary>Also cells that are only formatted.</summary>
    public int WidestColumn { get; private set; } = 1;
    public int FilledRows { get; private set; }

    /// <summary>#N/A and the like by row and column from 1: the reader gives them out as empty cells.</summary>
    public Dictionary<(int Row, int Column), string> Errors { get; } = [];

    /// <summary>Formulas without a result.</summary>
    public int Unsolved { get; private set; }
    public string FirstUnsolved { get; private set; } = "";

    public void ToTheEnd()
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
                (row, column) = (int.TryParse(xml.GetAttribute("r"), out var number) ? number : row + 1, 0);
            else if (xml.LocalName == "c")
                Cell();
        }
    }

    private void Cell()
    {
        var reference = xml.GetAttribute("r");
        column = ColumnOf(reference) ?? column + 1;
        WidestColumn = Math.Max(WidestColumn, column);
        if (xml.IsEmptyElement)
            return;

        var kind = xml.GetAttribute("t");
        var (formula, value) = (false, kind == "str");
        var depth = xml.Depth;
        var filled = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                (filled, value) = (true, true);
                if (kind == "e" && Errors.Count < MaxErrors)
                    Errors[(row, column)] = xml.Value;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "f")
            {
                formula = true;
                SkipFormula();
            }
        }
        if (formula && !value)
            (Unsolved, FirstUnsolved) = (Unsolved + 1, Unsolved == 0 ? reference ?? $"{SheetText.Letters(column - 1)}{row}" : FirstUnsolved);
        if (filled || value)
            Fill();
    }

    private void SkipFormula()
    {
        if (xml.IsEmptyElement)
            return;

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth) { }
    }

    private void Fill()
    {
        if (row > filledRow)
            (filledRow, FilledRows) = (row, FilledRows + 1);
        LastRow = Math.Max(LastRow, row);
        LastColumn = Math.Max(LastColumn, column);
    }

    private static int? ColumnOf(string? reference)
    {
        var index = 0;
        foreach (var c in reference ?? "")
        {
            if (c is < 'A' or > 'Z' || index > 100_000)
                break;
            index = index * 26 + (c - 'A' + 1);
        }
        return index == 0 ? null : index;
    }
}

/// <summary>A sheet as the workbook lists it.</summary>
internal sealed record WorkbookSheet(string Name, string Path, bool Hidden);

/// <summary>Which part of the file holds which sheet.</summary>
internal static class WorkbookSheets
{
    public static IReadOnlyList<WorkbookSheet> Of(ZipArchive zip, long limit)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relation in Elements(zip, "xl/_rels/workbook.xml.rels", "Relationship", limit))
            if (relation.Attribute("Id")?.Value is { } id && relation.Attribute("Target")?.Value is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;

        return
        [
            .. Elements(zip, "xl/workbook.xml", "sheet", limit)
                .Select(sheet => new WorkbookSheet(
                    sheet.Attribute("name")?.Value ?? "",
                    targets.GetValueOrDefault(sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value ?? "", ""),
                    sheet.Attribute("state")?.Value is "hidden" or "veryHidden"
                )),
        ];
    }

    private static IEnumerable<XElement> Elements(ZipArchive zip, string path, string name, long limit)
    {
        var entry = zip.Entries.FirstOrDefault(entry => entry.FullName.Equals(path, StringComparison.OrdinalIgnoreCase));
        if (entry is null)
            return [];

        using var part = entry.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = limit });
        return [.. XDocument.Load(xml).Descendants().Where(element => element.Name.LocalName == name)];
    }
}
