using Wuzha.Platform.Listings;

namespace Wuzha.Platform.Imports;

/// <summary>The upload page.</summary>
public sealed record ImportStartView(string Title, string Noun, string? Lead, string Back, string Href, IReadOnlyList<ColumnGuide> Columns);

/// <summary>The preview page: what a file would do.</summary>
public sealed record ImportPreviewView
{
    private const int ShownRows = 50;
    private const int ShownErrors = 200;

    public required string Title { get; init; }
    public required string Noun { get; init; }
    public required string Counter { get; init; }
    public required string Back { get; init; }

    /// <summary>Address of the upload form.</summary>
    public required string Home { get; init; }
    public required SheetUpload Upload { get; init; }
    public required string Fingerprint { get; init; }
    public required int Lines { get; init; }
    public required int New { get; init; }
    public required int Changed { get; init; }
    public required int Same { get; init; }
    public required int Wrong { get; init; }

    /// <summary>What is wrong with the columns.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>What is wrong with cells, row by row.</summary>
    public required IReadOnlyList<string> Errors { get; init; }
    public required int ErrorCount { get; init; }
    public required IReadOnlyList<string> Remarks { get; init; }
    public required IReadOnlyList<string> Skipped { get; init; }
    public required IReadOnlyList<string> Ignored { get; init; }

    /// <summary>Column of the file → field.</summary>
    public required IReadOnlyList<(string Head, string Label)> Claimed { get; init; }
    public required IReadOnlyList<string> Heads { get; init; }
    public required IReadOnlyList<PreviewRow> Rows { get; init; }

    public bool CanCommit => Wrong == 0 && Problems.Count == 0 && New + Changed > 0;

    internal static ImportPreviewView Of<TRow>(ImportPlan<TRow> plan, SheetUpload upload, ImportReading<TRow> reading, string home)
    {
        var columns = plan.Columns.Where(column => reading.Found.Tables.Any(found => found.Head.Columns.ContainsKey(column.Field.Name))).ToList();
        var wrong = reading.Lines.Where(line => line.Errors.Count > 0).ToList();
        var errors = wrong.SelectMany(line => line.Errors).ToList();
        return new ImportPreviewView
        {
            Title = plan.Title,
            Noun = plan.Noun,
            Counter = plan.Counter,
            Back = plan.Back,
            Home = home,
            Upload = upload,
            Fingerprint = reading.Fingerprint,
            Lines = reading.Lines.Count,
            New = reading.Rows.New.Count(),
            Changed = reading.Rows.Changed.Count(),
            Same = reading.Rows.All.Count(row => row.Verdict == ImportVerdict.Same),
            Wrong = wrong.Count,
            Problems = reading.Found.Problems,
            Errors = [.. errors.Take(ShownErrors).Select(error => error.Whole)],
            ErrorCount = errors.Count,
            Remarks = reading.Rows.Remarks,
            Skipped = reading.Found.Skipped,
            Ignored = reading.Found.Ignored,
            Claimed = [.. Claims(columns, reading)],
            Heads = [.. columns.Select(column => column.Field.Label)],
            Rows = [.. Shown(reading, wrong).Select(line => RowOf(line, columns, reading))],
        };
    }

    // Wrong rows first of all, then what changes; rows that stay as they are say nothing.
    private static IEnumerable<ImportLine> Shown<TRow>(ImportReading<TRow> reading, List<ImportLine> wrong) =>
        wrong
            .Concat(reading.Rows.All.Where(row => row.Verdict is ImportVerdict.Changed).Select(row => row.Line))
            .Concat(reading.Rows.All.Where(row => row.Verdict is ImportVerdict.New).Select(row => row.Line))
            .Take(ShownRows)
            .OrderBy(line => line.Errors.Count == 0)
            .ThenBy(line => line.Number);

    private static PreviewRow RowOf<TRow>(ImportLine line, IReadOnlyList<ImportColumn> columns, ImportReading<TRow> reading) =>
        new(
            line.Number,
            [
                .. columns.Select(column => new PreviewCell(
                    line.Typed(column.Field),
                    line.Errors.FirstOrDefault(error => error.Field.Name == column.Field.Name)?.Sentence
                )),
            ],
            reading.RowOf(line) is { } row ? Outcome(row) : null
        );

    private static string Outcome<TRow>(ImportRow<TRow> row) =>
        row.Verdict switch
        {
            ImportVerdict.New => "新增",
            ImportVerdict.Changed => row.Changes.Length == 0 ? "更新" : $"更新：{row.Changes}",
            _ => "不变",
        };

    private static IEnumerable<(string Head, string Label)> Claims<TRow>(IReadOnlyList<ImportColumn> columns, ImportReading<TRow> reading)
    {
        var head = reading.Found.Tables is [var first, ..] ? first.Head : null;
        return head is null
            ? []
            : columns
                .Where(column => head.Columns.ContainsKey(column.Field.Name))
                .Select(column => (head.Texts[head.Columns[column.Field.Name]], column.Field.Label))
                .Where(claim => HeadText.Plain(claim.Item1) != HeadText.Plain(claim.Label));
    }
}
