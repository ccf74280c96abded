using System.Text;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Tests.Sheets;
using Xunit;

namespace Wuzha.Platform.Tests.Imports;

/// <summary>Heads, rows and cells, without any register.</summary>
public sealed class ImportReadingTests
{
    private static readonly TextField Unit = new("unit", "单位") { Max = 20 };
    private static readonly TextField Chief = new("chief", "第一责任人姓名") { Max = 20 };
    private static readonly PhoneField ChiefPhone = new("chiefPhone", "第一责任人电话") { Optional = true };
    private static readonly NumberField People = new("people", "人口数") { Optional = true };

    private static readonly ImportColumn[] Columns =
    [
        new(Unit, "村名", "单位名称"),
        new(Chief, "第一责任人", "姓名"),
        new(ChiefPhone, "电话", "第一责任人联系电话"),
        new(People, "人口", "总人口"),
    ];

    private static (FoundTables Found, IReadOnlyList<ImportLine> Lines) Read(SheetBook book)
    {
        var found = FoundTables.In(book, Columns);
        return (found, found.Lines(Columns));
    }

    private static (FoundTables Found, IReadOnlyList<ImportLine> Lines) Read(string csv) =>
        Read(SheetReader.Read(Encoding.UTF8.GetBytes(csv)).Value!);

    private static string[] Rows(IReadOnlyList<ImportLine> lines) =>
        [.. lines.Select(line => $"{line.Number}:{line.Typed(Unit)}/{line.Typed(Chief)}/{line.Typed(ChiefPhone)}/{line.Typed(People)}")];

    [Theory]
    [InlineData("单位,第一责任人姓名,第一责任人电话,人口数")]
    [InlineData("村名,第一责任人,电话,总人口")]
    [InlineData("＊村 名,第一责任人：,联系电话/电话,人口（人）")]
    [InlineData("单位名称,姓名,第一责任人联系电话,人口数（2026年底，人）")]
    public void A_column_is_known_under_each_of_its_names(string head)
    {
        var (_, lines) = Read($"{head.Replace("联系电话/电话", "电话", StringComparison.Ordinal)}\n东沟村,张三,13800000001,1200\n");
        Assert.Equal(["2:东沟村/张三/13800000001/1200"], Rows(lines));
    }

    [Fact]
    public void Columns_come_in_any_order_with_others_between()
    {
        var (found, lines) = Read("序号,人口,备注一,姓名,村名\n1,1200,x,张三,东沟村\n");

        Assert.Equal(["2:东沟村/张三//1200"], Rows(lines));
        Assert.Equal(["备注一"], found.Ignored);
    }

    [Fact]
    public void Two_rows_of_heads_are_read_together()
    {
        var book = SheetReader
            .Read(
                new OddBook()
                    .Sheet(
                        "名单",
                        OddBook.Rows(
                            ["青溪镇责任人员名单"],
                            ["序号", "单位", "第一责任人", "", "联络员", "", "人口"],
                            ["", "", "姓名", "电话", "姓名", "电话", ""],
                            ["1", "东沟村", "张三", "13800000001", "李四", "13800000002", "1200"]
                        ),
                        OddBook.Merges("A1:G1", "A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:G3")
                    )
                    .Bytes()
            )
            .Value!;
        var (found, lines) = Read(book);

        Assert.Empty(found.Problems);
        Assert.Equal(["4:东沟村/张三/13800000001/1200"], Rows(lines));
        Assert.Equal(["联络员姓名", "联络员电话"], found.Ignored);
    }

    [Fact]
    public void A_heading_that_is_only_centred_over_its_columns_counts_like_a_merged_one()
    {
        var (found, lines) = Read("单位,第一责任人,,联络员,\n,姓名,电话,姓名,电话\n东沟村,张三,13800000001,李四,13800000002\n");

        Assert.Empty(found.Problems);
        Assert.Equal(["3:东沟村/张三/13800000001/"], Rows(lines));
    }

    [Fact]
    public void Sums_notes_headings_and_repeated_heads_are_skipped_and_named()
    {
        var (found, lines) = Read(
            """
            青溪镇名单,,,
            村名,姓名,电话,人口
            一、东片,,,
            东沟村,张三,13800000001,1200
            ,,,
            村名,姓名,电话,人口
            西岭村,李四,13800000002,800
            小 计,,,2000
            合计,,,2000
            备注：人口为户籍人口,,,
            填表人：王五,,审核人：赵六,填报日期：2026年5月8日
            导出人：青溪镇反诈办 张三,,,
            """
        );

        Assert.Equal(["4:东沟村/张三/13800000001/1200", "7:西岭村/李四/13800000002/800"], Rows(lines));
        Assert.Equal(
            [
                "第 3 行是小标题（一、东片），没有导入。",
                "第 6 行是重复的表头，没有导入。",
                "第 8 行是合计，没有导入。",
                "第 9 行是合计，没有导入。",
                "第 10 行是表下的说明（备注：人口为户籍人口），没有导入。",
                "第 11 行是表下的说明（填表人：王五），没有导入。",
                "第 12 行是表下的说明（导出人：青溪镇反诈办 张三），没有导入。",
            ],
            found.Skipped
        );
    }

    [Fact]
    public void A_row_that_has_only_its_number_is_no_row() => Assert.Empty(Read("序号,村名,姓名\n1,,\n2,,\n").Lines);

    [Fact]
    public void A_missing_column_is_named_with_its_other_names()
    {
        var (found, lines) = Read("村名,人口\n东沟村,1200\n");

        Assert.Equal(["缺少“第一责任人姓名”这一列（列名也可以写：第一责任人、姓名），请补上再上传。"], found.Problems);
        Assert.Empty(lines);
    }

    [Fact]
    public void Two_columns_for_one_field_are_named()
    {
        var (found, _) = Read("村名,单位名称,姓名\n东沟村,西岭村,张三\n");
        Assert.Equal(["“村名”（A 列）和“单位名称”（B 列）是同一项内容，请删去一列或改列名。"], found.Problems);
    }

    [Theory]
    [InlineData("APP安装率", "安装率和使用率")]
    [InlineData("国家反诈中心注册率（%）", "安装率和使用率")]
    [InlineData("打卡次数", "打卡签到")]
    [InlineData("积 分", "积分排名")]
    [InlineData("已读率", "阅读数")]
    [InlineData("走访轨迹", "工作轨迹")]
    public void Columns_that_the_rules_forbid_are_refused_with_the_rule(string head, string why)
    {
        var (found, lines) = Read($"村名,姓名,{head}\n东沟村,张三,97\n");

        var problem = Assert.Single(found.Problems);
        Assert.Contains("国办函〔2026〕12号", problem, StringComparison.Ordinal);
        Assert.Contains(why, problem, StringComparison.Ordinal);
        Assert.Empty(lines);
    }

    [Fact]
    public void An_identity_number_is_left_out_and_said_so() =>
        Assert.Contains("“身份证号”一列不导入：平台不保存身份证号。", Read("村名,姓名,身份证号\n东沟村,张三,x\n").Found.Skipped);

    [Fact]
    public void No_head_gives_no_table()
    {
        var (found, _) = Read("东沟村,张三\n西岭村,李四\n");
        Assert.Empty(found.Tables);
        Assert.Empty(found.Problems);
    }

    [Fact]
    public void Every_sheet_with_the_right_columns_is_read_and_errors_name_the_sheet()
    {
        var book = SheetReader
            .Read(
                new OddBook()
                    .Sheet("东片", OddBook.Rows(["村名", "姓名"], ["东沟村", "张三"]))
                    .Sheet("西片", OddBook.Rows(["姓名", "村名"], ["李四", ""]))
                    .Sheet("说明", OddBook.Rows(["请按要求填写"]))
                    .Bytes()
            )
            .Value!;
        var (found, lines) = Read(book);

        Assert.Equal(["2:东沟村/张三//", "2:/李四//"], Rows(lines));
        lines[1].Get(Unit);
        Assert.Equal("工作表“西片”第 2 行 单位：请填写单位。", lines[1].Errors.Single().Whole);
        Assert.Equal(["工作表“说明”里没有需要的列，没有读取。"], found.Skipped);
    }
}
