using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Documents.Reading;
using Wuzha.Platform.Files;

namespace Wuzha.Plans;

/// <summary>What was uploaded or pasted: its text, and what of it can be kept.</summary>
/// <param name="Text">As extracted; spans count in it.</param>
/// <param name="Kept">The original where the file store takes it, else the text as a UTF-8 file.</param>
/// <param name="OriginalHash">SHA-256 of the uploaded bytes; null for pasted text.</param>
internal sealed record PlanUpload(string Text, FileContent Kept, string Name, string? OriginalHash)
{
    public static readonly IReadOnlyList<string> Endings = [".docx", ".doc", ".pdf", ".txt"];

    public static async Task<Result<PlanUpload>> Of(IFormFile file, CancellationToken cancelled)
    {
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancelled);
        var bytes = memory.ToArray();
        if (!(await DocumentText.Read(bytes, cancelled)).Is(out var text, out var refusal))
            return refusal;
        if (text.Length > PlanText.Longest)
            return TooLong(text);

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!IsKeptAsItIs(bytes))
            return new PlanUpload(text, AsText(text), Path.ChangeExtension(file.FileName, ".txt"), hash);
        return FileContent.Read(bytes, file.FileName, DocumentText.MaxBytes).Is(out var content, out var unsafeFile)
            ? new PlanUpload(text, content, file.FileName, hash)
            : unsafeFile;
    }

    public static Result<PlanUpload> Of(string pasted) =>
        pasted.Length > PlanText.Longest ? TooLong(pasted) : new PlanUpload(pasted, AsText(pasted), "粘贴的方案.txt", null);

    /// <summary>Packages and PDF are kept with all they hold; of .doc and of texts in older encodings the text is kept.</summary>
    private static bool IsKeptAsItIs(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK"u8) || bytes.StartsWith("%PDF"u8);

    private static FileContent AsText(string text) => new(FileType.Text, Encoding.UTF8.GetBytes(text));

    private static Refusal TooLong(string text) => PlansRefusals.TextTooLong.With(("count", $"{text.Length / 10000.0:0.#}"));
}
