using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Wuzha.Platform.Documents;
using Xunit;

namespace Wuzha.Platform.Tests.Documents;

public sealed class OfficialDocumentTests
{
    private static readonly DocumentColumn[] Columns = [new("序号", 0.5), new("单位", 2) { Centred = false }, new("姓名"), new("电话", 1.5)];

    private static OfficialDocument Roster(int rows = 3, bool landscape = false) =>
        new OfficialDocument(landscape)
            .Annex("附件3")
            .Title("青溪镇防范电信网络诈骗犯罪工作\n责任人员名单")
            .Heading(1, "一、村（社区）")
            .Heading(2, "（一）东片")
            .Paragraph("各村（社区）责任人员如下。")
            .Table(Columns, Enumerable.Range(1, rows).Select(i => (string[])[$"{i}", "东沟村", "张三", "13800000001"]))
            .Note("导出人：张三")
            .Signed("青溪镇反诈工作领导小组办公室", new DateOnly(2026, 5, 8));

    private static T Read<T>(OfficialDocument document, Func<MainDocumentPart, T> look)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(document.ToBytes()), isEditable: false);
        return look(file.MainDocumentPart!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Office_finds_nothing_wrong_with_it(bool landscape)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Roster(200, landscape).ToBytes()), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2016).Validate(file).Select(error => $"{error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public void Page_is_A4_with_the_margins_and_grid_of_the_standard()
    {
        var section = Read(Roster(), main => main.Document.Body!.Elements<SectionProperties>().Single());
        var (size, margins, grid) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!, section.GetFirstChild<DocGrid>()!);

        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal(
            [37, 35, 28, 26],
            [Millimetres(margins.Top!), Millimetres(margins.Bottom!), Millimetres((int)margins.Left!.Value), Millimetres((int)margins.Right!.Value)]
        );
        Assert.Equal(DocGridValues.Lines, grid.Type!.Value);
        Assert.Equal(22, (16838 - margins.Top! - margins.Bottom!) / grid.LinePitch!.Value);
    }

    [Fact]
    public void A_line_holds_28_characters()
    {
        var (run, width) = Read(
            Roster(),
            main =>
            {
                var margins = main.Document.Body!.Descendants<PageMargin>().Single();
                var normal = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "Normal");
                return (normal.StyleRunProperties!, 11906 - margins.Left!.Value - margins.Right!.Value);
            }
        );
        var pitch = int.Parse(run.FontSize!.Val!.Value!) * 10 + run.Spacing!.Val!.Value;

        Assert.InRange((int)width, 28 * pitch, 29 * pitch - 1);
    }

    [Theory]
    [InlineData("OfficialTitle", "方正小标宋简体", "44")]
    [InlineData("OfficialBody", "仿宋_GB2312", "32")]
    [InlineData("OfficialHeading1", "黑体", "32")]
    [InlineData("OfficialHeading2", "楷体_GB2312", "32")]
    [InlineData("OfficialHeading3", "仿宋_GB2312", "32")]
    [InlineData("OfficialAnnex", "黑体", "32")]
    [InlineData("OfficialPageNumber", "宋体", "28")]
    public void Each_part_has_the_face_and_size_of_the_standard(string style, string face, string size)
    {
        var run = Read(Roster(), main => main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == style).StyleRunProperties!);

        Assert.Equal(face, run.RunFonts!.EastAsia!.Value);
        Assert.Equal(size, run.FontSize!.Val!.Value);
        Assert.Null(run.Bold);
    }

    [Fact]
    public void Annex_mark_stands_on_line_one_and_title_on_line_three()
    {
        var styles = Read(
            Roster(),
            main =>
                main.Document.Body!.Elements<Paragraph>()
                    .Take(4)
                    .Select(p => (p.ParagraphProperties!.ParagraphStyleId!.Val!.Value, p.InnerText))
                    .ToList()
        );

        Assert.Equal(
            [
                ("OfficialAnnex", "附件3"),
                ("OfficialFlush", ""),
                ("OfficialTitle", "青溪镇防范电信网络诈骗犯罪工作"),
                ("OfficialTitle", "责任人员名单"),
            ],
            styles
        );
    }

    [Fact]
    public void An_annex_after_text_begins_a_new_page()
    {
        var document = new OfficialDocument().Paragraph("正文。").Annex("附件");

        Assert.NotNull(Read(document, main => main.Document.Body!.Elements<Paragraph>().Last().ParagraphProperties!.PageBreakBefore));
        Assert.Null(Read(Roster(), main => main.Document.Body!.Elements<Paragraph>().First().ParagraphProperties!.PageBreakBefore));
    }

    [Fact]
    public void Table_head_repeats_and_rows_stay_whole()
    {
        var rows = Read(Roster(), main => main.Document.Body!.Descendants<TableRow>().ToList());

        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Null(rows[1].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(["1", "东沟村", "张三", "13800000001"], rows[1].Elements<TableCell>().Select(cell => cell.InnerText));
    }

    [Fact]
    public void Page_number_stands_between_dashes_on_the_outer_side()
    {
        var footers = Read(
            Roster(),
            main => main.FooterParts.Select(part => (part.Footer.InnerText, part.Footer.Descendants<Justification>().Single().Val!.Value)).ToList()
        );

        Assert.Contains(("— 1 —", JustificationValues.Right), footers);
        Assert.Contains(("— 1 —", JustificationValues.Left), footers);
        Assert.NotNull(Read(Roster(), main => main.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>()));
    }

    [Theory]
    [InlineData("青溪镇反诈工作领导小组办公室", "2026年5月8日", 2, 8)]
    [InlineData("青溪镇", "2026年5月8日", 7, 2)]
    [InlineData("青溪镇反诈办", "2026年11月22日", 5, 2)]
    public void Signature_and_date_stand_as_7_3_5_2_asks(string signature, string date, double signatureRight, double dateRight) =>
        Assert.Equal((signatureRight, dateRight), OfficialDocument.SignatureIndents(signature, date));

    [Fact]
    public void Date_is_not_padded()
    {
        var text = Read(Roster(), main => main.Document.Body!.InnerText);
        Assert.Contains("2026年5月8日", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_file_can_hold_is_dropped()
    {
        var text = Read(new OfficialDocument().Paragraph("甲\0乙\u0001丙\uD800丁𠮷"), main => main.Document.Body!.InnerText);
        Assert.Equal("甲乙丙丁𠮷", text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void There_are_four_levels_of_headings(int level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OfficialDocument().Heading(level, "题"));

    private static int Millimetres(int twips) => (int)Math.Round(twips / 1440.0 * 25.4);
}
