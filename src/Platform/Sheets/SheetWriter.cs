using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;

namespace Wuzha.Platform.Sheets;

/// <summary>
/// Writes an .xlsx file row by row, straight to a stream: memory stays the same for ten rows and for a million. Text is written as inline strings,
/// which Excel never takes for a formula, so a cell that begins with = + - @ is only text.
/// </summary>
public sealed class SheetWriter
{
    private const int MaxRows = 1_048_576;
    private const int MeasuredRows = 200;
    private const int FlushAt = 64 * 1024;

    private readonly PipeWriter output;
    private readonly ZipArchive zip;
    private readonly List<WrittenSheet> sheets = [];
    private readonly List<IReadOnlyList<object?>> measured = [];
    private SheetXml? xml;
    private SheetHead? head;

    private SheetWriter(PipeWriter output, ZipArchive zip) => (this.output, this.zip) = (output, zip);

    /// <summary>Writes one file. When <paramref name="fill"/> fails the file is left without its end, so that nobody takes half a list for the whole.</summary>
    public static async Task Write(Stream output, Func<SheetWriter, Task> fill)
    {
        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));
        var whole = false;
        try
        {
            await using (var buffer = new PipeBuffer(pipe))
            using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            {
                var book = new SheetWriter(pipe, archive);
                await fill(book);
                await book.Finish();
                whole = true;
            }
            await pipe.FlushAsync();
        }
        finally
        {
            // Completing with an error drops what is still buffered, the zip's directory first of all.
            await pipe.CompleteAsync(whole ? null : new IOException("The sheet was not finished."));
        }
    }

    /// <summary>Begins a sheet; rows follow. A sheet that grows past what Excel holds goes on in a next one with the same head.</summary>
    public async Task Sheet(SheetHead begun)
    {
        await End();
        head = begun;
    }

    /// <summary>One row: text, numbers, <see cref="DateOnly"/>, <see cref="DateTime"/> (instants in UTC are shown in local time), <see cref="bool"/>.</summary>
    public async ValueTask Row(params IReadOnlyList<object?> cells)
    {
        if (head is null)
            throw new InvalidOperationException("A sheet must be begun before its rows.");

        if (xml is null)
        {
            measured.Add(cells);
            if (measured.Count < MeasuredRows)
                return;

            Begin(head);
        }
        else
        {
            if (xml.Rows >= MaxRows - 2)
                await Sheet(head);
            if (xml is null)
                Begin(head!);
            xml!.Row(cells);
        }

        if (output.UnflushedBytes > FlushAt)
            await output.FlushAsync();
    }

    /// <summary>A line below the table over all columns: who exported it and when, what is left out.</summary>
    public ValueTask Note(string text)
    {
        Begin(head ?? throw new InvalidOperationException("A sheet must be begun before its notes."));
        xml!.Note(text);
        return ValueTask.CompletedTask;
    }

    private void Begin(SheetHead begun)
    {
        if (xml is not null)
            return;

        if (sheets.Count == 0)
            Part("_rels/.rels", SheetParts.RootRelations);
        var name = SheetText.SheetName(begun.Name, [.. sheets.Select(sheet => sheet.Name)]);
        var entry = zip.CreateEntry($"xl/worksheets/sheet{sheets.Count + 1}.xml", CompressionLevel.Fastest);
        sheets.Add(new WrittenSheet(name, begun.HeadRow, begun.Columns.Count));
        xml = new SheetXml(new StreamWriter(entry.Open(), new UTF8Encoding(false), 16 * 1024), begun, measured);
        foreach (var row in measured)
            xml.Row(row);
        measured.Clear();
    }

    private async Task End()
    {
        if (head is null)
            return;

        Begin(head);
        sheets[^1] = sheets[^1] with { LastRow = xml!.LastTableRow };
        xml.Finish();
        xml = null;
        await output.FlushAsync();
    }

    private async Task Finish()
    {
        await End();
        if (sheets.Count == 0)
            throw new InvalidOperationException("A file needs at least one sheet.");

        Part("xl/styles.xml", SheetStyles.Xml);
        Part("xl/workbook.xml", SheetParts.Workbook(sheets));
        Part("xl/_rels/workbook.xml.rels", SheetParts.WorkbookRelations(sheets.Count));
        Part("[Content_Types].xml", SheetParts.ContentTypes(sheets.Count));
    }

    private void Part(string path, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write(text);
    }

    /// <summary>Compression writes without awaiting; this only fills the pipe's buffer, which <see cref="Row"/> sends on.</summary>
    private sealed class PipeBuffer(PipeWriter pipe) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            buffer.CopyTo(pipe.GetSpan(Math.Max(1, buffer.Length)));
            pipe.Advance(buffer.Length);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}

/// <summary>What the workbook must know of a finished sheet.</summary>
internal sealed record WrittenSheet(string Name, int HeadRow, int Columns)
{
    /// <summary>Last row of the table, without notes.</summary>
    public int LastRow { get; init; }
}
