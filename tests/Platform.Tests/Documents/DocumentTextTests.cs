using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Wuzha.Platform.Documents;
using Wuzha.Platform.Documents.Reading;
using Xunit;

namespace Wuzha.Platform.Tests.Documents;

public sealed class DocumentTextTests
{
    private const string Words = "青溪镇反诈宣传工作方案\n一、工作目标";

    static DocumentTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "GB18030"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task Plain_text_is_read_in_every_usual_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(Words, (await DocumentText.Read(encoding.GetBytes(Words))).Value);
        Assert.Equal(Words, (await DocumentText.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Words)])).Value);
    }

    [Fact]
    public async Task An_official_document_comes_back_line_by_line()
    {
        var document = new OfficialDocument().Title("青溪镇反诈方案").Heading(1, "一、工作目标").Paragraph("各村要入户。");
        document.Table(
            [new DocumentColumn("任务"), new DocumentColumn("责任单位")],
            [
                ["入户", "各村"],
            ]
        );

        var text = (await DocumentText.Read(document.ToBytes())).Value!;

        Assert.Contains("青溪镇反诈方案\n", text, StringComparison.Ordinal);
        Assert.Contains("一、工作目标\n各村要入户。\n", text, StringComparison.Ordinal);
        Assert.Contains("任务\t责任单位\n入户\t各村\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Automatic_numbers_are_written_out_and_begin_again_below_a_new_heading()
    {
        const string Levels = """
            <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="3">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
            <w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>
            """;
        const string Styles = """
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="head"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="big"><w:basedOn w:val="head"/></w:style></w:styles>
            """;
        var body =
            Styled("big", "目标")
            + Numbered(1, "入户")
            + Numbered(2, "走访")
            + Numbered(2, "签字")
            + Numbered(1, "张贴")
            + Styled("head", "要求")
            + Numbered(1, "报送");

        var text = (await DocumentText.Read(Docx(body, ("word/numbering.xml", Levels), ("word/styles.xml", Styles)))).Value;

        Assert.Equal("一、目标\n（一）入户\n1.走访\n2.签字\n（二）张贴\n二、要求\n（一）报送\n", text);

        static string Numbered(int level, string words) =>
            $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>""";
        static string Styled(string style, string words) => $"""<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>""";
    }

    [Fact]
    public async Task Insertions_stay_and_deletions_go()
    {
        const string Body = """
            <w:p><w:r><w:t>每周</w:t></w:r><w:del><w:r><w:delText>一次</w:delText></w:r></w:del><w:ins><w:r><w:t>两次</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗记</w:t></w:r></w:p>
            <w:moveFrom><w:p><w:r><w:t>搬走</w:t></w:r></w:p></w:moveFrom>
            """;

        Assert.Equal("每周两次\n", (await DocumentText.Read(Docx(Body))).Value);
    }

    [Fact]
    public async Task Text_boxes_stand_behind_their_paragraph_and_only_once()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent>";
        const string Body =
            "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice>"
            + Box
            + "</mc:Choice><mc:Fallback>"
            + Box
            + "</mc:Fallback></mc:AlternateContent></w:r></w:p>";

        Assert.Equal("正文\n框中文字\n", (await DocumentText.Read(Docx(Body))).Value);
    }

    [Fact]
    public async Task Footnotes_come_last_and_merged_cells_say_what_the_cell_above_says()
    {
        const string Body = """
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>入户</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>各村</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>张贴</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>
            """;
        const string Notes =
            """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:type="separator"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>注释</w:t></w:r></w:p></w:footnote></w:footnotes>""";

        Assert.Equal("入户\t各村\n张贴\t各村\n注释\n", (await DocumentText.Read(Docx(Body, ("word/footnotes.xml", Notes)))).Value);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_the_reason()
    {
        Assert.Equal(DocumentRefusals.Empty, (await DocumentText.Read([])).Refusal);
        Assert.Equal(DocumentRefusals.Empty, (await DocumentText.Read(Encoding.UTF8.GetBytes(" \n "))).Refusal);
        Assert.Equal(DocumentRefusals.Empty, (await DocumentText.Read(Docx("<w:p/>"))).Refusal);
        Assert.Equal(DocumentRefusals.TooBig.Code, (await DocumentText.Read(new byte[DocumentText.MaxBytes + 1])).Refusal!.Code);
        Assert.Equal(DocumentRefusals.Corrupt, (await DocumentText.Read([.. Docx("<w:p/>").Take(200)])).Refusal);
        Assert.Equal(DocumentRefusals.Corrupt, (await DocumentText.Read(Docx("<w:p>"))).Refusal);
        Assert.Equal(DocumentRefusals.NotADocument, (await DocumentText.Read(Zip(("xl/workbook.xml", "<a/>")))).Refusal);
        Assert.Equal(
            DocumentRefusals.NotADocument,
            (await DocumentText.Read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7])).Refusal
        );
        Assert.Equal(
            DocumentRefusals.Encrypted,
            (await DocumentText.Read([0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("EncryptedPackage")])).Refusal
        );
        Assert.Equal(DocumentRefusals.Encrypted, (await DocumentText.Read("%PDF-1.4 /Encrypt 1 0 R"u8.ToArray())).Refusal);
    }

    /// <summary>Without the programs the refusal says what to do; with them the words come back.</summary>
    [Fact]
    public async Task Old_formats_are_read_where_a_program_for_them_is_installed()
    {
        var read = await DocumentText.Read(Encoding.ASCII.GetBytes("""{\rtf1\ansi\uc1 \u19968?\u12289?\u30446?\u26631?}"""));

        Assert.True(
            read.Value?.Contains("一、目标", StringComparison.Ordinal) ?? read.Refusal == DocumentRefusals.NoConverter,
            read.Refusal?.Message ?? read.Value
        );
    }

    [Fact]
    public void Lines_of_a_page_are_joined_until_the_full_stop()
    {
        const string Page = "为有效预防和遏制电信网络诈骗案件的发生提高全镇\n群众自觉防范意识，制定本方案。\n- 1 -\n一、工作目标\n";

        Assert.Equal("为有效预防和遏制电信网络诈骗案件的发生提高全镇群众自觉防范意识，制定本方案。\n一、工作目标\n\n", BrokenLines.Join(Page));
    }

    [Fact]
    public async Task Plain_text_is_joined_only_where_its_lines_break_off()
    {
        var broken = string.Concat(Enumerable.Repeat("各村要利用微信群每周至少推送两次反诈信息并且逐\n户走访每月将情况报镇反诈办。\n", 10));
        var whole = string.Concat(Enumerable.Repeat("各村要利用微信群每周至少推送两次反诈信息并且逐户走访。\n", 10));

        Assert.Contains("逐户走访每月", (await DocumentText.Read(Encoding.UTF8.GetBytes(broken))).Value, StringComparison.Ordinal);
        Assert.Equal(whole, (await DocumentText.Read(Encoding.UTF8.GetBytes(whole))).Value);
    }

    [Fact]
    public void Any_bytes_give_a_text_or_a_refusal() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                Gen.Elements(new[] { Array.Empty<byte>(), Docx("<w:p/>"), [0x50, 0x4B, 0x03, 0x04], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF] }).ToArbitrary(),
                (bytes, head) => Answered(DocumentText.Read([.. head, .. bytes ?? []]))
            )
        );

    /// <summary>A thousand documents with bytes knocked over: a text or a refusal, never a crash.</summary>
    [Fact]
    public async Task A_damaged_document_gives_a_text_or_a_refusal()
    {
        var whole = new OfficialDocument().Title("青溪镇反诈方案").Heading(1, "一、工作目标").Paragraph("各村要入户。").ToBytes();
        var random = new Random(20260101);
        for (var i = 0; i < 1000; i++)
        {
            var damaged = whole.ToArray();
            for (var hits = random.Next(1, 20); hits > 0; hits--)
                damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            var read = await DocumentText.Read(damaged, TestContext.Current.CancellationToken);
            Assert.True(read.Value is null != read.Refusal is null);
        }
    }

    private static void Answered(Task<Result<string>> reading)
    {
        Assert.True(reading.IsCompletedSuccessfully);
        var read = reading.GetAwaiter().GetResult();
        Assert.True(read.Value is null != read.Refusal is null);
    }

    private static byte[] Docx(string body, params (string Name, string Content)[] parts) =>
        Zip([
            (
                "word/document.xml",
                $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"""
            ),
            .. parts,
        ]);

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), Encoding.UTF8);
                writer.Write(text);
            }
        return content.ToArray();
    }
}
