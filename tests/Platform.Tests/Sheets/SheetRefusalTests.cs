using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Wuzha.Platform.Documents;
using Wuzha.Platform.Sheets;
using Xunit;

namespace Wuzha.Platform.Tests.Sheets;

public sealed class SheetRefusalTests
{
    private static readonly string Rows = OddBook.Rows(["村名"], ["东沟村"]);

    private static void Refused(string code, byte[] bytes) => Assert.Equal(code, SheetReader.Read(bytes).Refusal?.Code);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>An old Office file whose directory names these streams; its chains are sound.</summary>
    private static byte[] Compound(params string[] streams)
    {
        var bytes = new byte[512 * 4];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(bytes, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(26), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(28), 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(32), 6);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(44), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(48), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(68), 0xFFFFFFFE);
        bytes.AsSpan(76, 436).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(76), 0);
        bytes.AsSpan(512, 512).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(512), 0xFFFFFFFD);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(516), 0xFFFFFFFE);
        var at = 1024;
        foreach (var name in streams.Prepend("Root Entry"))
        {
            var length = Encoding.Unicode.GetBytes(name, bytes.AsSpan(at));
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 64), (ushort)(length + 2));
            bytes[at + 66] = (byte)(at == 1024 ? 5 : 2);
            at += 128;
        }
        return bytes;
    }

    [Fact]
    public void A_program_with_another_name() => Refused("sheets.not-a-sheet", [.. "MZ"u8, .. new byte[1000]]);

    [Theory]
    [InlineData("%PDF-1.7 abc")]
    [InlineData("{\\rtf1 abc}")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0")]
    public void Other_files_are_no_tables(string text) => Refused("sheets.not-a-sheet", Encoding.Latin1.GetBytes(text));

    [Fact]
    public void A_letter_is_no_table() => Refused("sheets.not-a-sheet", Text(string.Join('\n', Enumerable.Repeat(new string('信', 80), 5))));

    [Fact]
    public void A_Word_document()
    {
        Refused("sheets.other-office", new OfficialDocument().Paragraph("正文").ToBytes());
        Assert.Equal(
            "这是Word 文档，只是改了文件名，请在 Excel 或 WPS 表格里做成表格后另存为 .xlsx。",
            SheetReader.Read(Compound("WordDocument")).Refusal?.Message
        );
    }

    [Fact]
    public void Slides_are_no_table() => Refused("sheets.other-office", Compound("PowerPoint Document"));

    [Theory]
    [InlineData("<html><table><tr><td>村名</td></tr></table></html>")]
    [InlineData("\uFEFF  <!DOCTYPE html><html></html>")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")]
    public void A_web_page_named_xls(string text) => Refused("sheets.html", Text(text));

    [Fact]
    public void Other_formats_of_tables()
    {
        Refused("sheets.other-format", new OddBook().Part("xl/workbook.bin", [1]).Bytes());
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("mimetype");
            zip.CreateEntry("content.xml");
        }
        Refused("sheets.other-format", file.ToArray());
    }

    [Fact]
    public void A_zip_file_without_a_table()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("照片.jpg");
        Refused("sheets.not-a-sheet", file.ToArray());
    }

    [Fact]
    public void A_file_with_a_password() => Refused("sheets.encrypted", Compound("EncryptedPackage", "EncryptionInfo"));

    [Fact]
    public void Half_a_file()
    {
        var whole = new OddBook().Sheet("村", Rows).Bytes();
        Refused("sheets.corrupt", whole[..(whole.Length / 2)]);
        Refused("sheets.corrupt", new OddBook().Sheet("村", "<row><c>").Bytes());
        Refused("sheets.corrupt", Compound("Workbook")[..600]);
    }

    [Fact]
    public void Sectors_that_run_in_a_circle()
    {
        var bytes = Compound("Workbook");
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(516), 2);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(520), 1);
        Refused("sheets.corrupt", bytes);
    }

    [Fact]
    public void Entities_that_would_grow() =>
        Refused("sheets.corrupt", new OddBook().Part("xl/worksheets/sheet9.xml", []).Sheet("村", "<!DOCTYPE a [<!ENTITY b \"c\">]><row/>").Bytes());

    [Fact]
    public void A_part_that_unpacks_to_a_thousand_times_its_size() =>
        Refused("sheets.bomb", new OddBook().Sheet("村", Rows).Part("xl/sharedStrings.xml", new byte[40 * 1024 * 1024]).Bytes());

    [Fact]
    public void A_sheet_that_unpacks_to_a_thousand_times_its_size() =>
        Refused("sheets.bomb", new OddBook().Sheet("村", Rows + new string(' ', 60 * 1024 * 1024)).Bytes());

    [Fact]
    public void More_than_twenty_megabytes()
    {
        var refusal = SheetReader.Read(new byte[SheetReader.MaxBytes + 1024 * 1024]).Refusal;
        Assert.Equal("文件有 21 MB，超过 20 MB 的上限，请拆成几个文件分别导入。", refusal?.Message);
    }

    [Fact]
    public void Macros_are_refused()
    {
        Refused("sheets.macro", new OddBook().Sheet("村", Rows).Part("xl/vbaProject.bin", [1, 2, 3]).Bytes());
        Refused("sheets.macro", Compound("Workbook", "_VBA_PROJECT_CUR"));
    }

    [Fact]
    public void Links_to_other_files() =>
        Refused("sheets.external-links", new OddBook().Sheet("村", Rows).Part("xl/externalLinks/externalLink1.xml", [1]).Bytes());

    [Fact]
    public void Too_many_columns()
    {
        Refused("sheets.too-many-columns", new OddBook().Sheet("村", $"<row r=\"1\">{OddBook.Text("XFD1", "远")}</row>").Bytes());
        Refused("sheets.too-many-columns", Text(new string(',', 10_001)));
    }

    [Fact]
    public void Too_many_rows() => Refused("sheets.too-many-rows", Text(string.Concat(Enumerable.Repeat("1,2\n", 200_001))));

    [Fact]
    public void A_cell_far_away()
    {
        var refusal = SheetReader
            .Read(
                new OddBook()
                    .Sheet("村", $"<row r=\"1\">{OddBook.Text("A1", "近")}</row><row r=\"1000000\">{OddBook.Text("CZ1000000", "远")}</row>")
                    .Bytes()
            )
            .Refusal;
        Assert.Equal("sheets.too-many-cells", refusal?.Code);
        Assert.Contains("CZ1000000", refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_it()
    {
        Refused("sheets.empty", []);
        Refused("sheets.empty", Text("\r\n\r\n,,,\r\n"));
        Refused("sheets.empty", new OddBook().Sheet("村", "<row r=\"1\"><c r=\"A1\"/></row>").Bytes());
    }

    [Fact]
    public void Text_in_no_encoding() => Refused("sheets.broken-text", [.. "村名,"u8, 0xFF, 0xFF, 0x2C, 0xC3]);
}
