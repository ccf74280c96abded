using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.AspNetCore.Http;

namespace Wuzha.Platform.Documents;

/// <summary>A column of a table in an official document.</summary>
/// <param name="Share">Its part of the table's width beside the others'.</param>
public sealed record DocumentColumn(string Title, double Share = 1)
{
    /// <summary>Head above the titles of neighbouring columns that share it. With any, the head has two rows.</summary>
    public string? Group { get; init; }

    /// <summary>Names, numbers and dates stand in the middle; long text from the left.</summary>
    public bool Centred { get; init; } = true;
}

/// <summary>
/// A page as GB/T 9704-2012 wants it: A4, margins 37/35/28/26 mm, 22 lines of 28 characters, each level of heading in its own face, the page number
/// between dashes. Written once from top to bottom; the fonts keep their true names for the clerk's Word and are not embedded.
/// <code>
/// var annex = new OfficialDocument().Annex("附件3").Title("青溪镇责任人员名单").Table(columns, rows).Signed("青溪镇反诈办", day);
/// return annex.AsFile("责任人员名单");
/// </code>
/// </summary>
public sealed class OfficialDocument
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly List<OpenXmlElement> blocks = [];
    private readonly bool landscape;
    private bool afterMark;

    /// <param name="landscape">Paper on its side, for wide tables; the margins turn with it.</param>
    public OfficialDocument(bool landscape = false) => this.landscape = landscape;

    /// <summary>附件 mark, flush left on the first line of a new page; the title follows on the third (7.3.7).</summary>
    /// <param name="mark">附件, or 附件3 where there are several.</param>
    public OfficialDocument Annex(string mark)
    {
        blocks.Add(DocumentParts.Paragraph(DocumentStyles.Annex, mark, p => p.PageBreakBefore = blocks.Count == 0 ? null : new PageBreakBefore()));
        afterMark = true;
        return this;
    }

    /// <summary>标题, in the middle; each line of a title that is broken by hand is one line.</summary>
    public OfficialDocument Title(string title)
    {
        if (afterMark)
            blocks.Add(DocumentParts.Paragraph(DocumentStyles.Flush, ""));
        foreach (var line in title.Split('\n'))
            blocks.Add(DocumentParts.Paragraph(DocumentStyles.Title, line));
        blocks.Add(DocumentParts.Paragraph(DocumentStyles.Flush, ""));
        afterMark = false;
        return this;
    }

    /// <summary>Level 1 一、 in 黑体, 2 （一） in 楷体, 3 1. and 4 （1） in 仿宋; the number is part of the text.</summary>
    public OfficialDocument Heading(int level, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 4);
        blocks.Add(DocumentParts.Paragraph(DocumentStyles.Heading(level), text));
        return this;
    }

    /// <summary>正文, two characters in.</summary>
    public OfficialDocument Paragraph(string text)
    {
        foreach (var line in text.Split('\n'))
            blocks.Add(DocumentParts.Paragraph(DocumentStyles.Body, line));
        return this;
    }

    /// <summary>主送机关 and the like: from the left edge.</summary>
    public OfficialDocument Flush(string text)
    {
        blocks.Add(DocumentParts.Paragraph(DocumentStyles.Flush, text));
        return this;
    }

    /// <summary>A table over the whole width; its head repeats on each page and no row breaks across two.</summary>
    public OfficialDocument Table(IReadOnlyList<DocumentColumn> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        blocks.Add(DocumentParts.Table(columns, rows, DocumentParts.TextWidth(landscape)));
        blocks.Add(DocumentParts.Paragraph(DocumentStyles.Note, ""));
        return this;
    }

    /// <summary>A small line: who exported it and when, where the numbers come from.</summary>
    public OfficialDocument Note(string text)
    {
        blocks.Add(DocumentParts.Paragraph(DocumentStyles.Note, text));
        return this;
    }

    /// <summary>署名 and 成文日期 without a seal (7.3.5.2): one blank line below the text, the date begins two characters right of the signature.</summary>
    public OfficialDocument Signed(string signature, DateOnly on)
    {
        var date = $"{on.Year}年{on.Month}月{on.Day}日";
        var (signatureRight, dateRight) = SignatureIndents(signature, date);
        // A signature never stands on a page of its own (7.3.5.5).
        if (blocks is [.., Paragraph { ParagraphProperties: { } last }])
            last.KeepNext = new KeepNext();
        blocks.Add(DocumentParts.Paragraph(DocumentStyles.Flush, "", p => p.KeepNext = new KeepNext()));
        blocks.Add(DocumentParts.Right(signature, signatureRight, keepNext: true));
        blocks.Add(DocumentParts.Right(date, dateRight, keepNext: false));
        return this;
    }

    /// <summary>Free characters to the right of signature and date.</summary>
    internal static (double Signature, double Date) SignatureIndents(string signature, string date)
    {
        var (signed, dated) = (DocumentParts.Cells(signature), DocumentParts.Cells(date));
        return signed - dated >= 2 ? (2, signed - dated) : (dated + 4 - signed, 2);
    }

    /// <summary>The .docx file.</summary>
    public byte[] ToBytes()
    {
        using var content = new MemoryStream();
        using (var file = WordprocessingDocument.Create(content, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocumentStyles.All();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = DocumentParts.Settings();
            main.AddNewPart<FooterPart>("odd").Footer = DocumentParts.PageNumber(JustificationValues.Right);
            main.AddNewPart<FooterPart>("even").Footer = DocumentParts.PageNumber(JustificationValues.Left);
            main.Document = new Document(new Body([.. blocks.Select(block => block.CloneNode(deep: true)), DocumentParts.Section(landscape)]));
        }
        return content.ToArray();
    }

    /// <summary>The file as an answer.</summary>
    /// <param name="name">Without ending: 责任人员名单.</param>
    public IResult AsFile(string name) => TypedResults.File(ToBytes(), ContentType, $"{name}.docx");
}
