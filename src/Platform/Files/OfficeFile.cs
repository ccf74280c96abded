using System.IO.Compression;
using System.Text;

namespace Wuzha.Platform.Files;

/// <summary>Tells .docx from .xlsx by what stands in the package, and refuses macros, second files and bombs without unpacking more than is sane.</summary>
internal static class OfficeFile
{
    private const int MostEntries = 5_000;
    private const long MostBytes = 200 * 1024 * 1024;
    private const long AlwaysAllowed = 1024 * 1024;

    /// <summary>XML packs to a fiftieth or so; a three-hundredth is made on purpose.</summary>
    private const int MostRatio = 300;
    private const int EndOfDirectory = 22;

    public static Result<FileType> TypeOf(byte[] bytes)
    {
        // The directory must end the file: anything behind it is a second file.
        if (bytes.Length < EndOfDirectory || !bytes.AsSpan(bytes.Length - EndOfDirectory).StartsWith("PK\u0005\u0006"u8))
            return bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8) >= 0 ? FileRefusals.Mixed : FileRefusals.Broken;

        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return Look(package, bytes.Length);
        }
        catch (InvalidDataException)
        {
            return FileRefusals.Broken;
        }
    }

    private static Result<FileType> Look(ZipArchive package, int packed)
    {
        if (package.Entries.Count > MostEntries)
            return FileRefusals.Bomb;

        var left = Math.Min(MostBytes, Math.Max(AlwaysAllowed, (long)packed * MostRatio));
        foreach (var entry in package.Entries)
        {
            left -= Unpacked(entry, left);
            if (left < 0)
                return FileRefusals.Bomb;
        }

        var names = package.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || SaysMacro(package))
            return FileRefusals.Macro;
        if (!names.Contains("[Content_Types].xml"))
            return FileRefusals.UnknownType;
        if (names.Contains("word/document.xml"))
            return FileType.Docx;
        return names.Contains("xl/workbook.xml") ? FileType.Xlsx : FileRefusals.UnknownType;
    }

    /// <summary>Counts what really comes out, never trusting the declared length; stops just above <paramref name="most"/>.</summary>
    private static long Unpacked(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        var buffer = new byte[81920];
        long sum = 0;
        while (sum <= most && stream.Read(buffer) is var read and > 0)
            sum += read;
        return sum;
    }

    private static bool SaysMacro(ZipArchive package)
    {
        if (package.GetEntry("[Content_Types].xml") is not { } types)
            return false;

        using var reader = new StreamReader(types.Open(), Encoding.UTF8);
        return reader.ReadToEnd().Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }
}
