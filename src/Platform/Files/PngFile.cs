using System.Buffers.Binary;
using System.Text;

namespace Wuzha.Platform.Files;

/// <summary>Drops what a PNG says besides its picture: texts, time, EXIF, unknown and private chunks.</summary>
internal static class PngFile
{
    private const int Around = 12;

    private static readonly string[] Kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];
    private static readonly uint[] Table = MakeTable();

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static Result<byte[]> Clean(byte[] bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        kept.Write(Signature);
        var (at, hasData) = (Signature.Length, false);
        while (at + Around <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - Around)
                return FileRefusals.Broken;

            var chunk = bytes.AsSpan(at, (int)length + Around);
            var type = Encoding.ASCII.GetString(chunk[4..8]);
            var isFirst = at == Signature.Length;
            if (Crc(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) || isFirst != (type == "IHDR"))
                return FileRefusals.Broken;

            var isKept = Kept.Contains(type);
            if (!isKept && char.IsAsciiLetterUpper(type[0]))
                return FileRefusals.Broken;
            if (isKept)
                kept.Write(chunk);
            hasData |= type == "IDAT";
            at += chunk.Length;
            if (type == "IEND")
                return hasData ? Finish(kept, bytes.AsSpan(at)) : FileRefusals.Broken;
        }
        return FileRefusals.Broken;
    }

    private static Result<byte[]> Finish(MemoryStream kept, ReadOnlySpan<byte> rest) =>
        rest.IndexOf("PK\u0003\u0004"u8) >= 0 || rest.IndexOf("%PDF-"u8) >= 0 ? FileRefusals.Mixed : kept.ToArray();

    internal static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
            crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeTable() =>
        [
            .. Enumerable
                .Range(0, 256)
                .Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (crc, _) => (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1)),
        ];
}
