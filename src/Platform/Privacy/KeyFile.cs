using System.Globalization;
using System.Security.Cryptography;

namespace Wuzha.Platform.Privacy;

/// <summary>
/// The master keys, one line each: <c>1 BASE64</c>. Made on first start, readable by the owner alone; every node of one installation needs the same
/// file, and a backup without it opens no name and no phone.
/// </summary>
public static class KeyFile
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Vault Open(string folder)
    {
        var file = Path.Combine(folder, "master.keys");
        if (!File.Exists(file))
            Make(folder, file);

        var masters = File.ReadLines(file)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => byte.Parse(parts[0], CultureInfo.InvariantCulture), parts => Convert.FromBase64String(parts[1]));
        return new Vault(masters);
    }

    private static void Make(string folder, string file)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, OwnerFolder);
            options.UnixCreateMode = OwnerFile;
        }

        using var writer = new StreamWriter(file, options);
        writer.WriteLine($"1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}");
    }
}
