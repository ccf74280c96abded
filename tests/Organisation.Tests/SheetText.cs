using System.IO.Compression;

namespace Wuzha.Organisation.Tests;

/// <summary>All words of an Excel file that was answered.</summary>
internal static class SheetText
{
    public static string Of(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Concat(
            zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal))
                .Select(entry =>
                {
                    using var reader = new StreamReader(entry.Open());
                    return reader.ReadToEnd();
                })
        );
    }
}
