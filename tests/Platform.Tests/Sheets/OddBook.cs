using System.IO.Compression;
using System.Text;

namespace Wuzha.Platform.Tests.Sheets;

/// <summary>An .xlsx file put together by hand, with what only other people's files have.</summary>
internal sealed class OddBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly List<(string Path, byte[] Content)> parts = [];

    /// <param name="rows">The rows' XML; prefix-less, as in the file.</param>
    /// <param name="after">What follows the rows: merged cells.</param>
    public OddBook Sheet(string name, string rows, string after = "", string state = "visible")
    {
        sheets.Add((name, state, $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{after}</worksheet>"));
        return this;
    }

    public OddBook Part(string path, byte[] content)
    {
        parts.Add((path, content));
        return this;
    }

    public static string Merges(params string[] ranges) =>
        $"<mergeCells>{string.Concat(ranges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";

    /// <summary>Rows of inline text from row 1; an empty text makes no cell.</summary>
    public static string Rows(params string[][] rows) =>
        string.Concat(
            rows.Select(
                (row, r) =>
                    $"<row r=\"{r + 1}\">{string.Concat(row.Select((text, c) => text.Length == 0 ? "" : Text($"{(char)('A' + c)}{r + 1}", text)))}</row>"
            )
        );

    public static string Text(string reference, string text) =>
        $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var ids = sheets.Select((_, i) => i + 1).ToList();
            Add(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
            );
            Add(zip, "_rels/.rels", Relations([$"<Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>"]));
            Add(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"r{i + 1}\"/>"))}</sheets></workbook>"
            );
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                Relations([
                    .. ids.Select(id => $"<Relationship Id=\"r{id}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{id}.xml\"/>"),
                    $"<Relationship Id=\"s\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>",
                ])
            );
            Add(
                zip,
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"000000\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            );
            for (var i = 0; i < sheets.Count; i++)
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", sheets[i].Xml);
            foreach (var (path, content) in parts)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(content);
            }
        }
        return file.ToArray();
    }

    private static string Relations(IEnumerable<string> relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations)}</Relationships>";

    private static void Add(ZipArchive zip, string path, string xml)
    {
        using var part = zip.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
