using Wuzha.Platform.Forms;
using Wuzha.Platform.Sheets;

namespace Wuzha.Platform.Imports;

/// <summary>How one column is filled, in words.</summary>
public sealed record ColumnGuide(string Label, bool Needed, string How, string Aliases, string Sample);

/// <summary>The files an import gives out: the template and the rows with errors.</summary>
internal static class ImportSheets
{
    public static IReadOnlyList<ColumnGuide> Guide(IReadOnlyList<ImportColumn> columns) =>
        [
            .. columns.Select(column => new ColumnGuide(
                column.Field.Label,
                !column.Field.Optional && column.Field is not FlagField,
                How(column.Field),
                string.Join("、", column.Aliases),
                column.Sample
            )),
        ];

    /// <summary>Head, one sample row that an import skips, and a second sheet that says how to fill it.</summary>
    public static SheetFile Template<TRow>(ImportPlan<TRow> plan, Viewer viewer) =>
        new(
            $"{plan.Noun}导入模板",
            async (book, _) =>
            {
                await book.Sheet(new SheetHead(plan.Noun, [.. plan.Columns.Select(HeadOf)]) { ToFillIn = true, Landscape = plan.Columns.Count > 6 });
                await book.Row([.. plan.Columns.Select(object? (column) => column.Sample)]);
                await book.Sheet(
                    new SheetHead(
                        "填写说明",
                        [
                            new("列名"),
                            new("必须填吗"),
                            new("怎么填", SheetContent.Wrapped) { Width = 44 },
                            new("列名也可以写", SheetContent.Wrapped) { Width = 36 },
                        ]
                    )
                );
                foreach (var guide in Guide(plan.Columns))
                    await book.Row(guide.Label, guide.Needed ? "必填" : "可不填", guide.How, guide.Aliases);
                await book.Note($"第一行示例可以留着，导入时会跳过。{viewer.UnitName}");
            }
        );

    /// <summary>The rows that cannot be taken, with what is wrong in the last column. It can be mended and uploaded again as it is.</summary>
    public static SheetFile Errors<TRow>(ImportPlan<TRow> plan, ImportReading<TRow> reading, Viewer viewer) =>
        new(
            $"{plan.Noun}导入问题",
            async (book, now) =>
            {
                var columns = plan.Columns.Where(column => reading.Lines.Any(line => line.Has(column.Field))).ToList();
                await book.Sheet(
                    new SheetHead(
                        $"{plan.Noun}导入问题",
                        [
                            new("行号"),
                            .. columns.Select(column => new SheetColumn(column.Field.Label)),
                            new("问题", SheetContent.Wrong) { Width = 48 },
                        ]
                    )
                );
                var wrong = reading.Lines.Where(line => line.Errors.Count > 0).ToList();
                foreach (var line in wrong)
                    await book.Row([
                        line.Number,
                        .. columns.Select(object? (column) => line.Typed(column.Field)),
                        string.Join('\n', line.Errors.Select(error => $"{error.Field.Label}：{error.Sentence}")),
                    ]);
                await book.Note(ListingSheets.Watermark(viewer, now, wrong.Count));
            }
        );

    private static SheetColumn HeadOf(ImportColumn column) =>
        new(column.Field.Label) { Choices = column.Field is ChoiceField choice ? [.. choice.Options.Select(option => option.Text)] : [] };

    private static string How(Field field) =>
        field.Hint
        ?? field switch
        {
            NumberField number => $"写数字{(number.Unit is null ? "" : $"，单位：{number.Unit}")}，例如 1200。",
            MoneyField => "写数字，单位：元，例如 3500.50。",
            DayField => "写日期，例如 2026-05-12。",
            PhoneField => "11 位手机号，或带区号的固定电话。",
            ChoiceField choice => $"可填：{string.Join("、", choice.Options.Select(option => option.Text))}。",
            FlagField => "写“是”或“否”。",
            TextField text => $"最多 {text.Max} 个字。",
            _ => "",
        };
}
