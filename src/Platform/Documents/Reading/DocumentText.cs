using System.Text;

namespace Wuzha.Platform.Documents.Reading;

/// <summary>The text of a document file, whatever its name says it is: .docx, plain text in any usual encoding; .doc, .rtf and .pdf where the programs for them are installed.</summary>
public static class DocumentText
{
    public const int MaxBytes = 20 * 1024 * 1024;

    public static async Task<Result<string>> Read(byte[] bytes, CancellationToken cancellation = default)
    {
        if (bytes.Length > MaxBytes)
            return DocumentRefusals.TooBig.With(("size", (bytes.Length + 1024 * 1024 - 1) / (1024 * 1024)));
        var read = await Extract(bytes, cancellation);
        if (read.Is(out var text, out var refusal))
            return text.Any(char.IsLetterOrDigit) ? text : DocumentRefusals.Empty;
        return refusal;
    }

    private static async Task<Result<string>> Extract(byte[] bytes, CancellationToken cancellation)
    {
        if (bytes.Length == 0)
            return DocumentRefusals.Empty;
        if (Begins(bytes, [0x50, 0x4B, 0x03, 0x04]) || Begins(bytes, [0x50, 0x4B, 0x05, 0x06]))
            return DocxText.Read(bytes);
        if (Begins(bytes, [0xD0, 0xCF, 0x11, 0xE0]))
            return Holds(bytes, Encoding.Unicode.GetBytes("EncryptedPackage"))
                ? DocumentRefusals.Encrypted
                : await OutsideProgram.FromOffice(bytes, "doc", cancellation);
        if (Begins(bytes, "%PDF"u8))
            return Holds(bytes, "/Encrypt"u8) ? DocumentRefusals.Encrypted : await OutsideProgram.FromPdf(bytes, cancellation);
        if (Begins(bytes, "{\\rtf"u8))
            return await OutsideProgram.FromOffice(bytes, "rtf", cancellation);
        if (PlainBytes.Decode(bytes) is not { } text)
            return DocumentRefusals.NotADocument;
        return BrokenLines.Are(text) ? BrokenLines.Join(text) : text;
    }

    private static bool Begins(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark) => bytes.StartsWith(mark);

    private static bool Holds(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark) => bytes.IndexOf(mark) >= 0;
}
