using System.Globalization;
using System.Text.RegularExpressions;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Sheets;

namespace Wuzha.Platform.Imports;

/// <summary>One line of the file under its head: cells by field. Reads like a <see cref="Form"/>, and notes what is wrong in each cell.</summary>
public sealed partial class ImportLine
{
    private readonly IReadOnlyDictionary<string, int> columns;
    private readonly SheetLine line;
    private readonly string? sheet;
    private readonly List<ImportError> errors = [];

    internal ImportLine(SheetLine line, string? sheet, IReadOnlyDictionary<string, int> columns) =>
        (this.line, this.sheet, this.columns) = (line, sheet, columns);

    public int Number => line.Number;

    public IReadOnlyList<ImportError> Errors => errors;

    internal string Place => sheet is null ? $"第 {Number} 行" : $"工作表“{sheet}”第 {Number} 行";

    /// <summary>The file has this column.</summary>
    public bool Has(Field field) => columns.ContainsKey(field.Name);

    /// <summary>What stands in the cell; empty when it is blank or the file has no such column.</summary>
    public string Typed(Field field) => Cell(field).Text;

    /// <summary>The cell's value; default when it is blank or wrong.</summary>
    public T? Get<T>(Field<T> field)
    {
        var cell = Cell(field);
        var text = Field<T>.Fold(cell.Text);
        if (text.Length == 0)
        {
            if (!field.Optional && field is not FlagField)
                Fail(field, field.Missing);
            return default;
        }
        if (cell.Kind == CellKind.Error)
        {
            Fail(field, $"单元格里是公式错误 {cell.Text}，请改正公式或直接填写内容。");
            return default;
        }
        if (Exponent().Match(text) is { Success: true } exponent)
        {
            if (Exact(exponent) is not { } digits)
            {
                Fail(field, $"“{cell.Text}”是被 Excel 改写的长数字，原来的数字已经丢失，请把这一列设为“文本”格式后重新填写。");
                return default;
            }
            text = digits;
        }

        var (value, error) = field.Parse(CellWords.For(field, text, cell.Kind));
        if (error is not null)
            Fail(field, CellWords.Advice(field, text, error));
        return value;
    }

    /// <summary>The cell is wrong: one sentence, without row and column.</summary>
    public void Fail(Field field, string sentence)
    {
        if (errors.Exists(error => error.Field.Name == field.Name))
            return;

        var bare =
            sentence.StartsWith(field.Label, StringComparison.Ordinal) && sentence.Length > field.Label.Length
                ? sentence[field.Label.Length..]
                : sentence;
        errors.Add(new ImportError(field, bare, $"{Place} {field.Label}：{bare}"));
    }

    private SheetCell Cell(Field field) => columns.TryGetValue(field.Name, out var column) ? line[column] : SheetCell.Empty;

    /// <summary>1.380000001E+10 still has all its digits; 1.38E+10 has not.</summary>
    private static string? Exact(Match exponent)
    {
        var digits = exponent.Groups[1].Value + exponent.Groups[2].Value;
        var length = int.Parse(exponent.Groups[3].Value, CultureInfo.InvariantCulture) + 1;
        return digits.Length == length ? digits : null;
    }

    [GeneratedRegex(@"^(\d)(?:\.(\d+))?[Ee]\+?(\d{1,3})$")]
    private static partial Regex Exponent();
}

/// <summary>One cell that cannot be taken.</summary>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="Whole">The same with row and column: 第 7 行 人口数：“一千二”不是数字，请改为 1200。</param>
public sealed record ImportError(Field Field, string Sentence, string Whole);
