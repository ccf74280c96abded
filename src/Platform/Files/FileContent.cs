using System.Text;
using System.Text.Unicode;

namespace Wuzha.Platform.Files;

/// <summary>A type of file that is taken, known by what is inside and never by its name.</summary>
public sealed record FileType(string Key, string Name, string ContentType, IReadOnlyList<string> Endings)
{
    public static readonly FileType Jpeg = new("jpeg", " JPG 图片", "image/jpeg", [".jpg", ".jpeg"]);
    public static readonly FileType Png = new("png", " PNG 图片", "image/png", [".png"]);
    public static readonly FileType Pdf = new("pdf", " PDF", "application/pdf", [".pdf"]);
    public static readonly FileType Docx = new(
        "docx",
        " Word 文档",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".docx"]
    );
    public static readonly FileType Xlsx = new("xlsx", " Excel 表格", Sheets.SheetFile.ContentType, [".xlsx"]);
    public static readonly FileType Text = new("txt", "文本", "text/plain; charset=utf-8", [".txt"]);

    private static readonly IReadOnlyList<FileType> All = [Jpeg, Png, Pdf, Docx, Xlsx, Text];

    public bool IsImage => this == Jpeg || this == Png;

    public static FileType Of(string key) => All.First(type => type.Key == key);
}

/// <summary>A file that was looked into: what it is, and its bytes without metadata.</summary>
public sealed record FileContent(FileType Type, byte[] Bytes)
{
    public const int DefaultLimit = 20 * 1024 * 1024;

    /// <summary>Bytes before a PDF's end within which a second file's directory would stand.</summary>
    private const int Tail = 66_000;

    /// <summary>Looks into an upload: size, type by its first bytes, structure; images lose their metadata.</summary>
    public static Result<FileContent> Read(byte[] bytes, string name, int limit = DefaultLimit)
    {
        if (bytes.Length == 0)
            return FileRefusals.Empty;
        if (bytes.Length > limit)
            return FileRefusals.TooLarge.With(("size", $"{bytes.Length / 1048576.0:0.#}"), ("limit", limit / 1048576));
        if (!Sniff(bytes).Is(out var type, out var refusal))
            return refusal;

        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (!type.Endings.Contains(ending))
            return FileRefusals.WrongName.With(("ending", ending), ("kind", type.Name));
        if (!type.IsImage)
            return new FileContent(type, bytes);

        return (type == FileType.Jpeg ? JpegFile.Clean(bytes) : PngFile.Clean(bytes)).Is(out var clean, out var broken)
            ? new FileContent(type, clean)
            : broken;
    }

    private static Result<FileType> Sniff(byte[] bytes)
    {
        var head = bytes.AsSpan();
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return FileType.Jpeg;
        if (head.StartsWith(PngFile.Signature))
            return FileType.Png;
        if (head.StartsWith("%PDF-"u8))
            return Pdf(bytes);
        if (head.StartsWith("PK\u0003\u0004"u8))
            return OfficeFile.TypeOf(bytes);
        return IsText(bytes) ? FileType.Text : FileRefusals.UnknownType;
    }

    private static Result<FileType> Pdf(byte[] bytes)
    {
        var tail = bytes.AsSpan(Math.Max(0, bytes.Length - Tail));
        if (tail.IndexOf("PK\u0005\u0006"u8) >= 0)
            return FileRefusals.Mixed;
        return tail.IndexOf("%%EOF"u8) >= 0 ? FileType.Pdf : FileRefusals.Broken;
    }

    private static bool IsText(byte[] bytes)
    {
        if (bytes.AsSpan().ContainsAnyInRange((byte)0, (byte)8) || bytes.AsSpan().ContainsAnyInRange((byte)14, (byte)31) || !Utf8.IsValid(bytes))
            return false;

        // A page that a browser might run is no plain text, whatever it is called.
        var start = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 512)));
        return !start.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<');
    }
}
