using System.Text;

namespace Wuzha.Platform.Sheets;

/// <summary>
/// Reads a table file as people really keep it: .xlsx, .xls, and text with commas or tabs in UTF-8, UTF-16 or GB18030. Whatever the bytes are, the
/// answer is the rows or one sentence that says why not, within bounded time and memory. What a file is, its bytes decide, never its name.
/// </summary>
public static class SheetReader
{
    public const int MaxBytes = 20 * 1024 * 1024;
    public const int MaxColumns = 10_000;
    public const int MaxRows = 200_000;

    /// <summary>Rows times columns that may be walked; a table of 200 000 rows has room for 200 columns.</summary>
    internal const long MaxCells = 40_000_000;

    /// <summary>File name endings for an upload field.</summary>
    public static readonly IReadOnlyList<string> Endings = [".xlsx", ".xls", ".csv", ".tsv", ".txt"];

    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Result<SheetBook> Read(byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
            return SheetRefusals.TooBig.With(("size", $"{bytes.Length / 1048576.0:0.#}"));
        if (bytes.Length == 0)
            return SheetRefusals.Empty;

        var read = Kind(bytes) switch
        {
            FileKind.Zip => OfZip(bytes),
            FileKind.Compound => OfCompound(bytes),
            FileKind.Markup => SheetRefusals.Html,
            FileKind.Other => SheetRefusals.NotASheet,
            _ => SheetLines.Read(bytes),
        };
        return read.Is(out var book, out var refusal) && book.Tables.Count == 0 ? SheetRefusals.Empty
            : refusal is null ? book!
            : refusal;
    }

    private static Result<SheetBook> OfZip(byte[] bytes) =>
        SheetGuard.Check(bytes).Is(out var extents, out var refusal) ? SheetWorkbook.Read(bytes, extents) : refusal;

    private static Result<SheetBook> OfCompound(byte[] bytes) =>
        CompoundGuard.Check(bytes) is { } refusal ? refusal : SheetWorkbook.Read(bytes, extents: null);

    private enum FileKind
    {
        Text,
        Zip,
        Compound,
        Markup,
        Other,
    }

    private static FileKind Kind(byte[] bytes)
    {
        ReadOnlySpan<byte> head = bytes.AsSpan(0, Math.Min(bytes.Length, 512));
        if (head.StartsWith("PK"u8))
            return FileKind.Zip;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return FileKind.Compound;
        if (head.StartsWith("MZ"u8) || head.StartsWith("%PDF"u8) || head.StartsWith("Rar!"u8) || head.StartsWith("{\\rtf"u8))
            return FileKind.Other;

        var isUtf16 = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!isUtf16 && bytes.AsSpan().IndexOfAnyInRange((byte)0, (byte)8) >= 0)
            return FileKind.Other;

        var text = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? FileKind.Markup : FileKind.Text;
    }
}
