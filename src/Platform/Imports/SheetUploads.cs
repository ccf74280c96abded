using System.Security.Cryptography;
using System.Text;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Imports;

/// <summary>A file that waits for its import.</summary>
public sealed record SheetUpload(string Hash, string Name, byte[] Bytes);

/// <summary>
/// Files between upload and import, by the hash of their content, sealed, each seen by the account that sent it. They hold people's names and phones,
/// so they lie sealed, apart from the files that are kept, and stay for a day at the most.
/// </summary>
public sealed class SheetUploads(WuzhaOptions options, Vault vault, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<string> Keep(Viewer viewer, string name, byte[] bytes)
    {
        var folder = Directory.CreateDirectory(Folder(viewer)).FullName;
        Sweep(folder);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = Path.Combine(folder, hash);
        await File.WriteAllBytesAsync(path, vault.Seal($"{name}\n{Encoding.Latin1.GetString(bytes)}"));
        File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        return hash;
    }

    public async Task<SheetUpload?> Find(Viewer viewer, string hash)
    {
        var path = Path.Combine(Folder(viewer), hash);
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower) || !File.Exists(path))
            return null;

        var content = vault.Open(await File.ReadAllBytesAsync(path));
        var end = content.IndexOf('\n', StringComparison.Ordinal);
        return new SheetUpload(hash, content[..end], Encoding.Latin1.GetBytes(content[(end + 1)..]));
    }

    private string Folder(Viewer viewer) => Path.Combine(options.FilesFolder, "_imports", viewer.TenantId, viewer.AccountId.ToString("N"));

    private void Sweep(string folder)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => File.GetLastWriteTimeUtc(path) < before))
            File.Delete(path);
    }
}
