using System.IO.Compression;
using System.Security;
using System.Text;

namespace Wuzha.Organisation.Tests.Imports;

/// <summary>An .xlsx as people keep it: rows where they stand, cells as text, ranges merged.</summary>
internal sealed class NastyBook
{
    private readonly StringBuilder rows = new();
    private readonly List<string> merges = [];

    public NastyBook Row(int number, params string[] cells)
    {
        rows.Append($"<row r=\"{number}\">");
        for (var column = 0; column < cells.Length; column++)
            if (cells[column].Length > 0)
                rows.Append(
                    $"<c r=\"{Letter(column)}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cells[column])}</t></is></c>"
                );
        rows.Append("</row>");
        return this;
    }

    public NastyBook Merge(string range)
    {
        merges.Add($"<mergeCell ref=\"{range}\"/>");
        return this;
    }

    public byte[] Bytes()
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        var merged = merges.Count == 0 ? "" : $"<mergeCells count=\"{merges.Count}\">{string.Concat(merges)}</mergeCells>";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(
                zip,
                "[Content_Types].xml",
                $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"
            );
            Part(
                zip,
                "_rels/.rels",
                $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            );
            Part(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"责任人员\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            );
            Part(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            );
            Part(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData>{merged}</worksheet>");
        }
        return file.ToArray();
    }

    private static string Letter(int column) => ((char)('A' + column)).ToString();

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }
}
