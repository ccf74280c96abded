using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Wuzha.Platform.Documents.Reading;

/// <summary>
/// The text of a .docx as a reader sees it: automatic numbers written out, a table row a line with tabs between its cells, text boxes behind the paragraph
/// they hang on, insertions kept and deletions gone, footnotes at the end.
/// </summary>
internal sealed class DocxText
{
    private const long MaxPart = 64L * 1024 * 1024;
    private static readonly XNamespace W = DocxNumbering.W;
    private static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly StringBuilder text = new();
    private readonly DocxNumbering numbering;

    private DocxText(DocxNumbering numbering) => this.numbering = numbering;

    public static Result<string> Read(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.GetEntry("EncryptedPackage") is not null)
                return DocumentRefusals.Encrypted;
            if (zip.GetEntry("word/document.xml") is not { } main)
                return DocumentRefusals.NotADocument;
            if (
                zip
                    .Entries.Where(entry =>
                        entry.FullName.StartsWith("word/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)
                    )
                    .Any(entry => entry.Length > MaxPart)
            )
                return DocumentRefusals.Bomb;
            var reader = new DocxText(DocxNumbering.Read(Part(zip, "word/numbering.xml"), Part(zip, "word/styles.xml")));
            reader.Blocks(Load(main).Descendants(W + "body").Elements());
            if (Part(zip, "word/footnotes.xml") is { } notes)
                reader.Footnotes(notes);
            return reader.text.ToString();
        }
        catch (Exception broken)
            when (broken is InvalidDataException or XmlException or IOException or NotSupportedException or FormatException or OverflowException)
        {
            return DocumentRefusals.Corrupt;
        }
    }

    private static XElement? Part(ZipArchive zip, string name) => zip.GetEntry(name) is { } entry ? Load(entry) : null;

    private static XElement Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            MaxCharactersInDocument = MaxPart,
            XmlResolver = null,
        };
        using var reader = XmlReader.Create(stream, settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    private void Blocks(IEnumerable<XElement> elements)
    {
        foreach (var element in elements)
            if (element.Name == W + "p")
                Paragraph(element);
            else if (element.Name == W + "tbl")
                Table(element);
            else if (element.Name != W + "sectPr" && element.Name != W + "moveFrom" && element.Name != W + "del")
                Blocks(element.Elements());
    }

    private void Paragraph(XElement paragraph)
    {
        var boxes = new List<XElement>();
        var words = Words(paragraph, boxes);
        text.Append(words.Length > 0 || boxes.Count == 0 ? numbering.Next(paragraph) : "").Append(words).Append('\n');
        foreach (var box in boxes)
            Blocks(box.Elements());
    }

    private void Table(XElement table)
    {
        var above = new List<string>();
        foreach (var row in table.Elements(W + "tr"))
        {
            var cells = row.Elements(W + "tc").ToList();
            if (cells is [{ } only])
            {
                Blocks(only.Elements());
                continue;
            }
            var words = cells.Select((cell, i) => IsContinued(cell) && i < above.Count ? above[i] : CellWords(cell)).ToList();
            text.AppendJoin('\t', words).Append('\n');
            above = words;
        }
    }

    /// <summary>A cell merged with the one above says what that one says.</summary>
    private static bool IsContinued(XElement cell) =>
        cell.Element(W + "tcPr")?.Element(W + "vMerge") is { } merge && merge.Attribute(W + "val")?.Value is null or "continue";

    private string CellWords(XElement cell)
    {
        var boxes = new List<XElement>();
        var lines = cell.Descendants(W + "p").Select(paragraph => numbering.Next(paragraph) + Words(paragraph, boxes)).Where(line => line.Length > 0);
        return string.Join(' ', lines).Replace('\t', ' ').Replace('\n', ' ');
    }

    private static string Words(XElement paragraph, List<XElement> boxes)
    {
        var words = new StringBuilder();
        Collect(paragraph, words, boxes);
        return words.ToString();
    }

    private static void Collect(XElement element, StringBuilder words, List<XElement> boxes)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name == W + "t")
                words.Append(child.Value);
            else if (child.Name == W + "tab" && element.Name == W + "r")
                words.Append('\t');
            else if (child.Name == W + "br" || child.Name == W + "cr")
                words.Append(child.Attribute(W + "type") is null ? "\n" : "");
            else if (child.Name == W + "noBreakHyphen")
                words.Append('-');
            else if (child.Name == W + "txbxContent")
                boxes.Add(child);
            else if (!IsPassedOver(child))
                Collect(child, words, boxes);
        }
    }

    /// <summary>Deleted text, the second copy of a drawing kept for old programs, hidden runs, settings.</summary>
    private static bool IsPassedOver(XElement element) =>
        element.Name == W + "del"
        || element.Name == W + "moveFrom"
        || element.Name == W + "pPr"
        || element.Name == W + "instrText"
        || element.Name == Compatibility + "Fallback"
        || element.Name == W + "r"
            && element.Element(W + "rPr")?.Element(W + "vanish") is { } hidden
            && hidden.Attribute(W + "val")?.Value is not ("0" or "false");

    private void Footnotes(XElement notes)
    {
        foreach (var note in notes.Elements(W + "footnote").Where(note => note.Attribute(W + "type") is null))
            Blocks(note.Elements());
    }
}
