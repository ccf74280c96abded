using System.Buffers.Binary;
using System.Text;

namespace Wuzha.Platform.Sheets;

/// <summary>
/// Looks at an old Office file (a small file system in one file) before the reader may: what is inside by the names of its directory, and whether
/// its chains of sectors end, since a chain that runs in a circle would be read for ever.
/// </summary>
internal static class CompoundGuard
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const uint LastSector = 0xFFFFFFFA;

    public static Refusal? Check(byte[] bytes)
    {
        if (bytes.Length < HeaderLength || Chains(bytes) is not { } next)
            return SheetRefusals.Corrupt;

        var names = Names(bytes);
        return names.Count == 0 ? SheetRefusals.Corrupt
            : names.Contains("EncryptedPackage") ? SheetRefusals.Encrypted
            : names.Contains("_VBA_PROJECT_CUR") ? SheetRefusals.Macro
            : names.Contains("WordDocument") ? SheetRefusals.OtherOffice.With(("kind", "Word 文档"))
            : names.Contains("PowerPoint Document") ? SheetRefusals.OtherOffice.With(("kind", "演示文稿"))
            : !names.Contains("Workbook") && !names.Contains("Book") ? SheetRefusals.NotASheet
            : RunsInCircles(next) ? SheetRefusals.Corrupt
            : null;
    }

    // Directory entries lie on multiples of their own length, whatever the size of a sector.
    private static HashSet<string> Names(byte[] bytes)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var at = HeaderLength; at + EntryLength <= bytes.Length; at += EntryLength)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 64)) - 2;
            if (length is > 0 and <= 62 && bytes[at + 66] is 1 or 2 or 5 && bytes[at + 67] is 0 or 1)
                names.Add(Encoding.Unicode.GetString(bytes, at, length));
        }
        return names;
    }

    /// <summary>The next sector of each sector; null when the header makes no sense.</summary>
    private static uint[]? Chains(byte[] bytes)
    {
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(30));
        if (shift is not (9 or 12) || BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(32)) != 6)
            return null;

        var size = 1 << shift;
        var sectors = bytes.Length / size;
        var next = new List<uint>();
        foreach (var table in Tables(bytes, size, sectors))
            for (var i = 0; i < size / 4 && next.Count <= sectors; i++)
                next.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan((int)(table + 1) * size + i * 4)));
        return [.. next];
    }

    private static IEnumerable<uint> Tables(byte[] bytes, int size, int sectors)
    {
        for (var i = 0; i < 109; i++)
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(76 + i * 4)) is var table && IsWhole(table, bytes, size))
                yield return table;

        var block = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(68));
        for (var seen = 0; seen < sectors && IsWhole(block, bytes, size); seen++)
        {
            var start = (int)(block + 1) * size;
            for (var i = 0; i < size / 4 - 1; i++)
                if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(start + i * 4)) is var table && IsWhole(table, bytes, size))
                    yield return table;
            block = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(start + size - 4));
        }
    }

    private static bool IsWhole(uint sector, byte[] bytes, int size) => sector < LastSector && (sector + 2L) * size <= bytes.Length;

    private static bool RunsInCircles(uint[] next)
    {
        // Each walk leaves its own number behind: meeting it again means a circle, meeting another's means known ground.
        var walkedBy = new int[next.Length];
        for (var start = 0; start < next.Length; start++)
        {
            for (var at = (uint)start; at < next.Length && next[at] < LastSector; at = next[at])
            {
                if (walkedBy[at] == start + 1)
                    return true;
                if (walkedBy[at] != 0)
                    break;
                walkedBy[at] = start + 1;
            }
        }
        return false;
    }
}
