using System.IO.Compression;
using System.Xml.Linq;
using Wuzha.Platform.Sheets;

namespace Wuzha.Platform.Tests.Sheets;

/// <summary>A written .xlsx file, taken apart by the schema alone, so that the writer is not judged by our own reader.</summary>
internal sealed class WrittenFile
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<string, XDocument> parts = [];

    private WrittenFile(byte[] bytes)
    {
        Bytes = bytes;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            parts[entry.FullName] = XDocument.Load(part);
        }
    }

    public byte[] Bytes { get; }

    public static async Task<WrittenFile> Of(Func<SheetWriter, Task> fill)
    {
        using var file = new MemoryStream();
        await SheetWriter.Write(file, fill);
        return new WrittenFile(file.ToArray());
    }

    public static WrittenFile Of(byte[] bytes) => new(bytes);

    public XElement Part(string path) => parts[path].Root!;

    public IEnumerable<string> Parts => parts.Keys;

    public XElement Sheet(int number = 1) => Part($"xl/worksheets/sheet{number}.xml");

    public IReadOnlyList<string> SheetNames =>
        [.. Part("xl/workbook.xml").Descendants(Main + "sheet").Select(sheet => sheet.Attribute("name")!.Value)];

    public XElement Cell(string reference, int sheet = 1) =>
        Sheet(sheet).Descendants(Main + "c").Single(cell => cell.Attribute("r")!.Value == reference);

    public string Text(string reference, int sheet = 1) => Cell(reference, sheet).Element(Main + "is")?.Element(Main + "t")?.Value ?? "";

    public string Number(string reference, int sheet = 1) => Cell(reference, sheet).Element(Main + "v")!.Value;

    /// <summary>The number format that a cell's style leads to.</summary>
    public string Format(string reference)
    {
        var style = int.Parse(Cell(reference).Attribute("s")!.Value);
        var look = Part("xl/styles.xml").Element(Main + "cellXfs")!.Elements().ElementAt(style);
        var id = look.Attribute("numFmtId")!.Value;
        var own = Part("xl/styles.xml").Descendants(Main + "numFmt").SingleOrDefault(format => format.Attribute("numFmtId")!.Value == id);
        return own?.Attribute("formatCode")!.Value ?? id;
    }
}
