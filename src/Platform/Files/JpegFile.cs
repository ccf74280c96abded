using System.Buffers.Binary;

namespace Wuzha.Platform.Files;

/// <summary>Drops what a JPEG says besides its picture (place, device, time, comments) without decoding it; only the orientation is kept.</summary>
internal static class JpegFile
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;
    private const ushort OrientationTag = 0x0112;

    public static Result<byte[]> Clean(byte[] bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        kept.Write([0xFF, 0xD8]);
        var (orientation, hasFrame, at) = (1, false, 2);
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (length < 2 || at + 2 + length > bytes.Length)
                return FileRefusals.Broken;

            var segment = bytes.AsSpan(at, length + 2);
            if (marker == App1)
                orientation = OrientationOf(segment[4..]) ?? orientation;
            else if (IsKept(marker))
                kept.Write(segment);
            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            at += segment.Length;
            if (marker != StartOfScan)
                continue;

            var end = EndOfScan(bytes, at);
            kept.Write(bytes.AsSpan(at, end - at));
            at = end;
            if (at + 2 <= bytes.Length && bytes[at + 1] == EndOfImage)
                return hasFrame ? Finish(kept, orientation, bytes.AsSpan(at + 2)) : FileRefusals.Broken;
        }
        return FileRefusals.Broken;
    }

    private static Result<byte[]> Finish(MemoryStream kept, int orientation, ReadOnlySpan<byte> rest)
    {
        // What phones append (moving pictures) is dropped; a package or document behind a picture is no accident.
        if (rest.IndexOf("PK\u0003\u0004"u8) >= 0 || rest.IndexOf("%PDF-"u8) >= 0)
            return FileRefusals.Mixed;

        kept.Write([0xFF, EndOfImage]);
        var picture = kept.ToArray();
        return orientation == 1 ? picture : [.. picture[..2], .. Exif(orientation), .. picture[2..]];
    }

    /// <summary>JFIF and Adobe headers say how colours are read; all other application segments and comments go.</summary>
    private static bool IsKept(byte marker) => marker is App0 or App14 || marker is not ((>= App0 and <= App15) or Comment);

    /// <summary>First marker behind the scan's data that is neither a restart, a fill nor a stuffed byte.</summary>
    private static int EndOfScan(byte[] bytes, int at)
    {
        while (at + 1 < bytes.Length && (bytes[at] != 0xFF || bytes[at + 1] is 0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            at++;
        return at;
    }

    private static int? OrientationOf(ReadOnlySpan<byte> app1)
    {
        if (!app1.StartsWith("Exif\0\0"u8) || app1.Length < 14)
            return null;

        var tiff = app1[6..];
        var little = tiff[0] == (byte)'I';
        var directory = Number32(tiff, 4, little);
        if (directory < 8 || directory + 2 > tiff.Length)
            return null;

        var entries = Number16(tiff, (int)directory, little);
        for (var entry = (int)directory + 2; entries-- > 0 && entry + 12 <= tiff.Length; entry += 12)
            if (Number16(tiff, entry, little) == OrientationTag)
                return Number16(tiff, entry + 8, little) is var value and >= 1 and <= 8 ? value : null;
        return null;
    }

    private static ushort Number16(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint Number32(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    /// <summary>The smallest EXIF there is: one directory with the orientation alone.</summary>
    internal static byte[] Exif(int orientation) =>
        [
            .. (byte[])[0xFF, App1, 0, 34],
            .. "Exif\0\0"u8,
            .. "MM\0*"u8,
            .. (byte[])[0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0],
        ];
}
