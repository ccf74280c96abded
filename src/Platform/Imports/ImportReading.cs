using System.Security.Cryptography;
using System.Text;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Sheets;

namespace Wuzha.Platform.Imports;

/// <summary>A file as one plan understands it, weighed against the register.</summary>
internal sealed class ImportReading<TRow>
{
    private ImportReading(IReadOnlyList<ImportLine> lines, ImportRows<TRow> rows, FoundTables found) => (Lines, Rows, Found) = (lines, rows, found);

    /// <summary>Every line of data, in the order of the file.</summary>
    public IReadOnlyList<ImportLine> Lines { get; }

    public ImportRows<TRow> Rows { get; }

    public FoundTables Found { get; }

    public bool Wrong => Found.Problems.Count > 0 || Lines.Any(line => line.Errors.Count > 0);

    /// <summary>Changes when the file would do something else to the register than it would have done.</summary>
    public string Fingerprint
    {
        get
        {
            var text = new StringBuilder();
            foreach (var row in Rows.All)
                text.Append(row.Line.Place).Append('|').Append(row.Verdict).Append('|').Append(row.Changes).Append('\n');
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    public static async Task<Result<ImportReading<TRow>>> Of(ImportPlan<TRow> plan, ImportContext context, byte[] file)
    {
        if (!SheetReader.Read(file).Is(out var book, out var refusal))
            return refusal;

        var found = FoundTables.In(book, plan.Columns);
        if (found.Tables.Count == 0 && found.Problems.Count == 0)
            return ImportRefusals.NoHead.With(("columns", string.Join("、", plan.Columns.Where(c => !c.Field.Optional).Select(c => c.Field.Label))));

        var lines = found.Lines(plan.Columns);
        var rows = lines.Select(line => (line, row: new ImportRow<TRow>(line, plan.Read(line)))).ToList();
        var right = rows.ToLookup(row => row.line.Errors.Count == 0, row => row.row);
        var weighed = new ImportRows<TRow>([.. right[true]], [.. right[false]]);
        if (rows.Count > 0)
            await plan.Weigh(context, weighed);
        return new ImportReading<TRow>(lines, weighed, found);
    }

    public ImportRow<TRow>? RowOf(ImportLine line) => byLine.GetValueOrDefault(line);

    private Dictionary<ImportLine, ImportRow<TRow>> byLine => field ??= Rows.All.ToDictionary(row => row.Line);
}

/// <summary>The sheets of a file that hold what a plan asks for.</summary>
/// <param name="Problems">What is wrong with the columns; then no row is read.</param>
/// <param name="Skipped">Sheets and rows left out, in sentences.</param>
/// <param name="Ignored">Heads of columns that the plan does not know.</param>
internal sealed record FoundTables(
    IReadOnlyList<(SheetTable Table, TableHead Head)> Tables,
    IReadOnlyList<string> Problems,
    List<string> Skipped,
    IReadOnlyList<string> Ignored
)
{
    // Columns that everybody keeps and nobody needs; the last two stand in our own file of errors.
    private static readonly HashSet<string> Expected = ["序号", "编号", "行号", "问题", "no"];

    public static FoundTables In(SheetBook book, IReadOnlyList<ImportColumn> columns)
    {
        var skipped = book.Skipped.ToList();
        var heads = book.Tables.Select(table => (table, head: TableHead.Find(table, columns))).ToList();
        var whole = heads.Where(found => found.head is not null && Missing(found.head, columns).Count == 0).ToList();
        var read =
            whole.Count > 0 ? whole : [.. heads.Where(found => found.head is not null).OrderByDescending(found => found.head!.Columns.Count).Take(1)];
        skipped.AddRange(book.Tables.Except(read.Select(found => found.table)).Select(table => $"工作表“{table.Name}”里没有需要的列，没有读取。"));

        var problems = read.SelectMany(found => ProblemsOf(found.head!, columns)).Distinct().ToList();
        var unknown = read.SelectMany(found =>
                found.head!.Texts.Where(text => !found.head.Columns.Values.Contains(text.Key)).Select(text => text.Value)
            )
            .Distinct()
            .ToList();
        skipped.AddRange(unknown.Where(ForbiddenColumns.IsIdentity).Select(head => $"“{head}”一列不导入：平台不保存身份证号。"));
        var ignored = unknown.Where(head => !Expected.Contains(HeadText.Plain(head)) && !ForbiddenColumns.IsIdentity(head)).ToList();
        return new FoundTables(problems.Count > 0 ? [] : [.. read.Select(found => (found.table, found.head!))], problems, skipped, ignored);
    }

    public IReadOnlyList<ImportLine> Lines(IReadOnlyList<ImportColumn> columns) =>
        [
            .. Tables.SelectMany(found =>
                TableBody
                    .Of(found.Table, found.Head, columns, Skipped)
                    .Select(line => new ImportLine(line, Tables.Count > 1 ? found.Table.Name : null, found.Head.Columns))
            ),
        ];

    private static IEnumerable<string> ProblemsOf(TableHead head, IReadOnlyList<ImportColumn> columns) =>
        [
            .. head.Texts.Values.Select(ForbiddenColumns.Why).OfType<string>(),
            .. Missing(head, columns).Select(column => $"缺少“{column.Field.Label}”这一列{Also(column)}，请补上再上传。"),
            .. head.Claims,
        ];

    private static IReadOnlyList<ImportColumn> Missing(TableHead head, IReadOnlyList<ImportColumn> columns) =>
        [.. columns.Where(column => !column.Field.Optional && column.Field is not FlagField && !head.Columns.ContainsKey(column.Field.Name))];

    private static string Also(ImportColumn column) =>
        column.Aliases.Count == 0 ? "" : $"（列名也可以写：{string.Join("、", column.Aliases.Take(4))}）";
}
