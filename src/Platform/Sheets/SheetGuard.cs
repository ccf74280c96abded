using System.IO.Compression;
using System.Xml;

namespace Wuzha.Platform.Sheets;

/// <summary>How far the values of one sheet reach. Beyond that a file may be formatted, but there is nothing to read.</summary>
internal sealed record SheetExtent(int LastRow, int LastColumn)
{
    /// <summary>Cells with #N/A and the like, by row and column from 1.</summary>
    public IReadOnlyDictionary<(int Row, int Column), string> Errors { get; init; } = new Dictionary<(int, int), string>();
}

/// <summary>
/// Looks into an .xlsx file before the reader may: what it is, what must not be inside, and how much it becomes, counted while it is unpacked,
/// since what a zip file says of its own sizes may be a lie.
/// </summary>
internal static class SheetGuard
{
    private const int MaxEntries = 5_000;
    private const long MaxUnpacked = 512L * 1024 * 1024;
    private const long MaxStrings = 192L * 1024 * 1024;
    private const long MaxSmallPart = 32L * 1024 * 1024;

    // Tables pack ten to sixty times; deflate itself ends at about a thousand.
    private const int MaxRatio = 300;
    private const long RatioCountsFrom = 16L * 1024 * 1024;

    public static Result<IReadOnlyDictionary<string, SheetExtent>> Check(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (Contents(zip) is { } refusal)
                return refusal;

            return Walk(zip);
        }
        // Deflate and XML have many ways to be broken, and each says so in its own way.
        catch (Exception broken)
            when (broken
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or FormatException
                        or ArgumentException
                        or NotSupportedException
                        or OverflowException
            )
        {
            return SheetRefusals.Corrupt;
        }
    }

    private static Refusal? Contents(ZipArchive zip)
    {
        if (zip.Entries.Count > MaxEntries)
            return SheetRefusals.Bomb;

        var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToList();
        bool Has(string start) => names.Exists(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return zip.Entries.Any(entry => entry.IsEncrypted) ? SheetRefusals.Encrypted
            : Has("word/") ? SheetRefusals.OtherOffice.With(("kind", "Word 文档"))
            : Has("ppt/") ? SheetRefusals.OtherOffice.With(("kind", "演示文稿"))
            : Has("xl/workbook.bin") ? SheetRefusals.OtherFormat.With(("kind", ".xlsb"))
            : Has("content.xml") && Has("mimetype") ? SheetRefusals.OtherFormat.With(("kind", ".ods"))
            : names.Exists(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? SheetRefusals.Macro
            : names.Exists(name => name.Contains("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)) ? SheetRefusals.Macro
            : Has("xl/externalLinks/") ? SheetRefusals.ExternalLinks
            : !Has("xl/workbook.xml") ? SheetRefusals.NotASheet
            : names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count ? SheetRefusals.Corrupt
            : null;
    }

    private static Result<IReadOnlyDictionary<string, SheetExtent>> Walk(ZipArchive zip)
    {
        var left = MaxUnpacked;
        var extents = new Dictionary<string, SheetExtent>(StringComparer.Ordinal);
        var sheets = WorkbookSheets.Of(zip, MaxSmallPart);
        foreach (var entry in zip.Entries.Where(entry => IsRead(entry.FullName)))
        {
            var limit =
                entry.FullName.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase) ? left
                : entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? Math.Min(left, MaxStrings)
                : Math.Min(left, MaxSmallPart);
            using var part = new BoundedStream(entry.Open(), Math.Min(limit, Math.Max(RatioCountsFrom, entry.CompressedLength * MaxRatio)));
            var sheet = sheets.FirstOrDefault(sheet => sheet.Path.Equals(entry.FullName, StringComparison.OrdinalIgnoreCase));
            var refusal = sheet is null ? Skim(part) : Measure(part, sheet, extents);
            if (refusal is not null || part.Overrun)
                return part.Overrun ? SheetRefusals.Bomb : refusal!;

            left -= part.Count;
        }
        return extents;
    }

    private static bool IsRead(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static Refusal? Skim(BoundedStream part)
    {
        var buffer = new byte[64 * 1024];
        while (part.Read(buffer) > 0) { }
        return null;
    }

    private static Refusal? Measure(BoundedStream part, WorkbookSheet sheet, Dictionary<string, SheetExtent> extents)
    {
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true });
        var walk = new SheetWalk(xml);
        try
        {
            walk.ToTheEnd();
        }
        catch (XmlException) when (part.Overrun)
        {
            return SheetRefusals.Bomb;
        }

        extents[sheet.Name] = new SheetExtent(walk.LastRow, walk.LastColumn) { Errors = walk.Errors };
        return walk.LastColumn > SheetReader.MaxColumns ? SheetRefusals.TooManyColumns
            : walk.FilledRows > SheetReader.MaxRows ? SheetRefusals.TooManyRows
            : (long)walk.LastRow * walk.WidestColumn > SheetReader.MaxCells * 4 || (long)walk.LastRow * walk.LastColumn > SheetReader.MaxCells
                ? SheetRefusals.TooManyCells.With(("cell", $"{SheetText.Letters(walk.WidestColumn - 1)}{walk.LastRow}"))
            : walk.Unsolved > 0 && !sheet.Hidden
                ? SheetRefusals.NoValue.With(("sheet", sheet.Name), ("cell", walk.FirstUnsolved), ("count", walk.Unsolved))
            : null;
    }

    /// <summary>Ends early, and says so, where more comes out than was allowed.</summary>
    private sealed class BoundedStream(Stream inner, long limit) : Stream
    {
        public long Count { get; private set; }
        public bool Overrun { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (Overrun)
                return 0;

            var read = inner.Read(buffer);
            Count += read;
            Overrun = Count > limit;
            return Overrun ? 0 : read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
