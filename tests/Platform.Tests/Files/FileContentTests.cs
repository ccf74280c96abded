using System.IO.Compression;
using System.Text;
using Wuzha.Platform.Files;
using Wuzha.Platform.Links;
using Xunit;

namespace Wuzha.Platform.Tests.Files;

public sealed class FileContentTests
{
    private static readonly byte[] Secret = "GPS 30.1234N"u8.ToArray();

    internal static byte[] Jpeg(int orientation = 1, params byte[][] extra)
    {
        byte[] frame = [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];
        var exif = JpegFile.Exif(orientation);
        byte[] place = [0xFF, 0xE1, 0, (byte)(Secret.Length + 2), .. Secret];
        byte[] comment = [0xFF, 0xFE, 0, (byte)(Secret.Length + 2), .. Secret];
        return [0xFF, 0xD8, .. exif, .. place, .. comment, .. frame, .. scan, 0xFF, 0xD9, .. extra.SelectMany(bytes => bytes)];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big((uint)data.Length), .. body, .. Big(PngFile.Crc(body))];
    }

    private static byte[] Big(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    /// <summary>A real PNG with a text, a time and an EXIF chunk behind its head.</summary>
    internal static byte[] Png(params byte[][] extra)
    {
        var png = Qr.Png("https://fanzha.qingxi.example/l/x", 2);
        return
        [
            .. png[..33],
            .. Chunk("tEXt", [.. "Comment\0"u8, .. Secret]),
            .. Chunk("tIME", [7, 0xEA, 4, 3, 10, 0, 0]),
            .. Chunk("eXIf", Secret),
            .. png[33..],
            .. extra.SelectMany(bytes => bytes),
        ];
    }

    internal static byte[] Office(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = package.CreateEntry(name).Open();
                entry.Write(content);
            }
        return file.ToArray();
    }

    internal static byte[] Docx(string types = "<Types/>") =>
        Office(("[Content_Types].xml", Encoding.UTF8.GetBytes(types)), ("word/document.xml", "<w/>"u8.ToArray()));

    private static FileContent Taken(byte[] bytes, string name)
    {
        var read = FileContent.Read(bytes, name);
        Assert.Null(read.Refusal);
        return read.Value!;
    }

    private static void Refused(string code, byte[] bytes, string name) =>
        Assert.Equal("platform.file-" + code, FileContent.Read(bytes, name).Refusal?.Code);

    [Fact]
    public void A_photo_loses_its_place_and_comment_and_keeps_its_picture_and_orientation()
    {
        var plain = Taken(Jpeg(), "a.jpg").Bytes;
        Assert.Equal(-1, plain.AsSpan().IndexOf(Secret));
        var turned = Taken(Jpeg(6), "a.JPEG").Bytes;
        Assert.Equal(-1, turned.AsSpan().IndexOf(Secret));
        Assert.Equal(JpegFile.Exif(6), turned[2..38]);
        Assert.Equal(plain[2..], turned[38..]);
        Assert.Equal(Jpeg()[^32..], plain[^32..]);
        Assert.Equal(turned, Taken(turned, "a.jpg").Bytes);
    }

    [Fact]
    public void A_picture_loses_texts_time_and_exif_and_nothing_else()
    {
        var clean = Taken(Png(), "a.png").Bytes;
        Assert.Equal(Qr.Png("https://fanzha.qingxi.example/l/x", 2), clean);
        Assert.Equal(-1, clean.AsSpan().IndexOf(Secret));
    }

    [Fact]
    public void Each_type_is_known_by_what_is_inside()
    {
        Assert.Equal(FileType.Docx, Taken(Docx(), "方案.docx").Type);
        Assert.Equal(
            FileType.Xlsx,
            Taken(Office(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<x/>"u8.ToArray())), "名单.xlsx").Type
        );
        Assert.Equal(FileType.Pdf, Taken("%PDF-1.4\n%%EOF\n"u8.ToArray(), "a.pdf").Type);
        Assert.Equal(FileType.Text, Taken("反诈宣传\r\n"u8.ToArray(), "a.txt").Type);
    }

    [Fact]
    public void What_is_not_taken_is_refused_by_its_own_sentence()
    {
        byte[] zip = Docx();
        Refused("empty", [], "a.jpg");
        Assert.Equal("platform.file-too-large", FileContent.Read(new byte[11], "a.txt", 10).Refusal?.Code);
        Refused("wrong-name", "%PDF-1.4\n%%EOF"u8.ToArray(), "a.jpg");
        Refused("wrong-name", Png(), "a");
        Refused("unknown-type", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a.doc");
        Refused("unknown-type", "<html><script>"u8.ToArray(), "a.txt");
        Refused("unknown-type", "MZ\u0001\u0000"u8.ToArray(), "a.txt");
        Refused("macro", Office(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", []), ("word/vbaProject.bin", [1])), "a.docx");
        Refused("macro", Docx("<Types x=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>"), "a.docx");
        Refused("mixed", Jpeg(1, zip), "a.jpg");
        Refused("mixed", Png(zip), "a.png");
        Refused("mixed", [.. "%PDF-1.4\n"u8, .. zip, .. "%%EOF"u8], "a.pdf");
        Refused("mixed", [.. zip, .. "<html>"u8], "a.docx");
        Refused("bomb", Office(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", new byte[8 * 1024 * 1024])), "a.docx");
        Refused("broken", Jpeg()[..^2], "a.jpg");
        Refused("broken", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1], "a.jpg");
        Refused("broken", Png()[..^20], "a.png");
        Refused("broken", "%PDF-1.4 cut"u8.ToArray(), "a.pdf");
        Refused("broken", "PK\u0003\u0004 cut"u8.ToArray(), "a.docx");
    }

    [Fact]
    public void A_changed_byte_in_a_picture_is_noticed()
    {
        var png = Png();
        png[^30] ^= 1;
        Refused("broken", png, "a.png");
    }

    [Fact]
    public void Cut_or_scrambled_pictures_never_break_the_reader()
    {
        var random = new Random(11);
        foreach (var whole in new[] { Jpeg(3), Png(), Docx() })
            for (var i = 0; i < 400; i++)
            {
                var bytes = whole[..random.Next(4, whole.Length + 1)];
                for (var n = random.Next(4); n > 0; n--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                var read = FileContent.Read(bytes, "a.jpg");
                Assert.True(read.Refusal is not null || read.Value is not null);
            }
    }

    [Theory]
    [InlineData("../../etc/pass wd.JPG", "pass wd.jpg")]
    [InlineData("C:\\桌面\\入户照片<1>.jpg", "入户照片1.jpg")]
    [InlineData("\u202Egpj.exe.jpg", "gpj.exe.jpg")]
    [InlineData(".jpg", "文件.jpg")]
    public void A_name_keeps_only_what_is_harmless(string typed, string kept) => Assert.Equal(kept, StoredFile.CleanName(typed, FileType.Jpeg));
}
