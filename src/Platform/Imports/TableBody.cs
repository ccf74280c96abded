using System.Text.RegularExpressions;
using Wuzha.Platform.Sheets;

namespace Wuzha.Platform.Imports;

/// <summary>The rows below a head that are data; the others are skipped and named.</summary>
internal static partial class TableBody
{
    public static IEnumerable<SheetLine> Of(SheetTable table, TableHead head, IReadOnlyList<ImportColumn> columns, List<string> skipped)
    {
        var claimed = head.Columns.Values.Order().ToArray();
        foreach (var line in table.Lines.Skip(head.First + head.Depth))
        {
            if (Why(line, head, claimed, columns) is { } why)
                skipped.Add($"第 {line.Number} 行{why}，没有导入。");
            else if (Array.Exists(claimed, column => !line[column].IsEmpty))
                yield return line;
        }
    }

    private static string? Why(SheetLine line, TableHead head, int[] claimed, IReadOnlyList<ImportColumn> columns)
    {
        var texts = line.Cells.Where(cell => !cell.IsEmpty).Select(cell => cell.Text).ToList();
        if (texts.Count == 0)
            return null;

        var first = HeadText.Plain(texts[0]);
        if (texts.Take(3).Any(text => Sum().IsMatch(HeadText.Plain(text))))
            return "是合计";
        if (Note().IsMatch(texts[0].Replace(" ", "", StringComparison.Ordinal)) || first is "备注" or "说明" or "填表说明")
            return $"是表下的说明（{Short(texts[0])}）";
        if (claimed.Count(column => head.Texts.GetValueOrDefault(column) is { } text && IsHead(line[column].Text, text)) * 2 > claimed.Length)
            return "是重复的表头";
        if (columns.Where(column => head.Columns.ContainsKey(column.Field.Name)).All(column => IsSample(column, head, line)))
            return "是模板里的示例";
        return
            claimed.Length > 1
            && texts.Distinct(StringComparer.Ordinal).Count() == 1
            && (line.Cells.Count(cell => cell.Merged) > 1 || Section().IsMatch(texts[0]))
            ? $"是小标题（{Short(texts[0])}）"
            : null;
    }

    private static bool IsHead(string text, string head) => text.Length > 0 && (head == text || head.EndsWith(text, StringComparison.Ordinal));

    private static bool IsSample(ImportColumn column, TableHead head, SheetLine line) => line[head.Columns[column.Field.Name]].Text == column.Sample;

    private static string Short(string text) => text.Length > 16 ? text[..16] + "…" : text;

    [GeneratedRegex("^(合计|总计|小计|共计|累计|总和|本页合计|本页小计|合计数)$")]
    private static partial Regex Sum();

    [GeneratedRegex(
        "^(填表人|填报人|制表人|填表单位|填报单位|填报部门|填表日期|填报日期|填报时间|制表日期|审核人|审批人|经办人|负责人签字|单位负责人|主要领导|分管领导|联系电话|备注|说明|填表说明|注|注意|导出人|单位（盖章）|单位\\(盖章\\)|盖章)\\d?[:：（(]"
    )]
    private static partial Regex Note();

    [GeneratedRegex("^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])")]
    private static partial Regex Section();
}
