using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Wuzha.Platform.Documents.Reading;

/// <summary>LibreOffice for old Word files and poppler for PDF, in a folder of its own and for a bounded time.</summary>
internal static class OutsideProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static Task<Result<string>> FromOffice(byte[] bytes, string ending, CancellationToken cancellation) =>
        InFolder(async folder =>
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"in.{ending}"), bytes, cancellation);
            var profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
            if (
                !await Run(
                    "soffice",
                    [
                        $"-env:UserInstallation={profile}",
                        "--headless",
                        "--convert-to",
                        "docx",
                        "--outdir",
                        folder,
                        Path.Combine(folder, $"in.{ending}"),
                    ],
                    cancellation
                )
            )
                return DocumentRefusals.NoConverter;
            var made = Path.Combine(folder, "in.docx");
            return File.Exists(made) ? DocxText.Read(await File.ReadAllBytesAsync(made, cancellation)) : DocumentRefusals.Corrupt;
        });

    public static Task<Result<string>> FromPdf(byte[] bytes, CancellationToken cancellation) =>
        InFolder(async folder =>
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "in.pdf"), bytes, cancellation);
            var made = Path.Combine(folder, "out.txt");
            if (!await Run("pdftotext", ["-enc", "UTF-8", "-nopgbrk", Path.Combine(folder, "in.pdf"), made], cancellation))
                return DocumentRefusals.NoConverter;
            return File.Exists(made) ? BrokenLines.Join(await File.ReadAllTextAsync(made, Encoding.UTF8, cancellation)) : DocumentRefusals.Corrupt;
        });

    private static async Task<Result<string>> InFolder(Func<string, Task<Result<string>>> work)
    {
        var folder = Directory.CreateTempSubdirectory("wuzha-document-").FullName;
        try
        {
            return await work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>False where the program is not installed; what it made is looked at, not its exit code.</summary>
    private static async Task<bool> Run(string program, string[] arguments, CancellationToken cancellation)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return false;
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(limit.Token),
                process.StandardError.ReadToEndAsync(limit.Token),
                process.WaitForExitAsync(limit.Token)
            );
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
        }
        return true;
    }
}
