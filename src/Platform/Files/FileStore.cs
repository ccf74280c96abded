using System.Security.Cryptography;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Files;

/// <summary>Contents by their SHA-256, in two levels of folders under each tenant's own. The same content is kept once.</summary>
public sealed class FileStore(WuzhaOptions options, TimeProvider clock)
{
    private const int HashLength = 64;

    /// <summary>Keeps the bytes and returns their hash (lower-case hexadecimal). Either the whole content stands under its name or nothing does.</summary>
    public async Task<string> Put(string tenantId, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(tenantId, hash);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var temporary = $"{path}.{Guid.CreateVersion7():N}";
            await File.WriteAllBytesAsync(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }

        // Young again, so that the cleaning does not take what was just asked to be kept.
        File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        return hash;
    }

    /// <summary>Where the content stands when it is there and unchanged; null when it is lost or was altered.</summary>
    public async Task<string?> Find(string tenantId, string hash)
    {
        var path = PathOf(tenantId, hash);
        if (!File.Exists(path))
            return null;

        await using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content)) == hash ? path : null;
    }

    /// <summary>Removes what nobody names any more and is older than <paramref name="before"/>, temporary left-overs included.</summary>
    /// <returns>How many contents are gone.</returns>
    public int Clean(string tenantId, IReadOnlySet<string> named, DateTime before)
    {
        var folder = Path.Combine(options.FilesFolder, tenantId);
        if (!Directory.Exists(folder))
            return 0;

        var orphans = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !named.Contains(Path.GetFileName(path)) && File.GetLastWriteTimeUtc(path) < before)
            .ToList();
        orphans.ForEach(File.Delete);
        return orphans.Count(path => Path.GetFileName(path).Length == HashLength);
    }

    private string PathOf(string tenantId, string hash) => Path.Combine(options.FilesFolder, tenantId, hash[..2], hash[2..4], hash);
}
