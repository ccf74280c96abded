using System.Text;
using Wuzha.Platform.Sheets;
using Xunit;

namespace Wuzha.Platform.Tests.Sheets;

public sealed class SheetReaderTests
{
    internal static SheetBook Read(byte[] bytes)
    {
        var result = SheetReader.Read(bytes);
        Assert.Null(result.Refusal);
        return result.Value!;
    }

    private static SheetTable One(string rows, string after = "") => Assert.Single(Read(new OddBook().Sheet("表", rows, after).Bytes()).Tables);

    private static string[] Texts(SheetLine line) => [.. line.Cells.Select(cell => cell.Text)];

    [Fact]
    public void Blank_rows_are_left_out_and_row_numbers_stay_those_of_Excel()
    {
        var table = One(OddBook.Rows(["题目"], [""], ["", ""], ["村名", "", "人口"], ["东沟村", "", "1200"]));

        Assert.Equal([1, 4, 5], table.Lines.Select(line => line.Number));
        Assert.Equal(["东沟村", "", "1200"], Texts(table.Lines[2]));
    }

    [Fact]
    public void Numbers_days_truth_and_errors_become_text_and_keep_their_kind()
    {
        var cells = One(
            """
            <row r="1"><c r="A1"><v>13800000001</v></c><c r="B1"><v>0.1</v></c><c r="C1" s="1"><v>46154</v></c><c r="D1" s="2"><v>46154.5</v></c>
            <c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#N/A</v></c><c r="G1" s="3"><v>123</v></c><c r="H1"><v>1.38E+10</v></c><c r="I1"><v>330100000000000000</v></c></row>
            """
        )
            .Lines[0]
            .Cells;

        Assert.Equal(
            ["13800000001", "0.1", "2026-05-12", "2026-05-12 12:00", "是", "#N/A", "000123", "13800000000", "3.301E+17"],
            cells.Select(cell => cell.Text)
        );
        Assert.Equal(
            [
                CellKind.Number,
                CellKind.Number,
                CellKind.Day,
                CellKind.Day,
                CellKind.Truth,
                CellKind.Error,
                CellKind.Number,
                CellKind.Number,
                CellKind.Number,
            ],
            cells.Select(cell => cell.Kind)
        );
    }

    [Fact]
    public void Spaces_of_every_kind_around_a_text_go_and_those_inside_stay()
    {
        var cells = One(OddBook.Rows(["　东沟村 ", "\u00A0张 三\u00A0", "\u200B李四\uFEFF", " \u3000 "])).Lines[0].Cells;

        Assert.Equal(["东沟村", "张 三", "李四"], cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Merged_cells_are_filled_down_and_across_without_making_new_rows()
    {
        var table = One(
            OddBook.Rows(
                ["单位", "第一责任人", "", "备注"],
                ["", "姓名", "电话", ""],
                ["东沟村", "张三", "1", ""],
                ["", "李四", "2", ""],
                [""],
                ["", "", "", ""]
            ),
            OddBook.Merges("A1:A2", "B1:C1", "A3:A6", "D1:D2")
        );

        Assert.Equal(["单位", "第一责任人", "第一责任人", "备注"], Texts(table.Lines[0]));
        Assert.Equal(["单位", "姓名", "电话", "备注"], Texts(table.Lines[1]));
        Assert.Equal("东沟村", table.Lines[3][0].Text);
        Assert.True(table.Lines[3][0].Merged);
        Assert.Equal(4, table.Lines.Count);
    }

    [Fact]
    public void Hidden_sheets_are_skipped_and_named()
    {
        var book = Read(
            new OddBook()
                .Sheet("村", OddBook.Rows(["村名"], ["东沟村"]))
                .Sheet("字典", OddBook.Rows(["甲"]), state: "hidden")
                .Sheet("深藏", OddBook.Rows(["乙"]), state: "veryHidden")
                .Bytes()
        );

        Assert.Equal(["村"], book.Tables.Select(table => table.Name));
        Assert.Equal(["工作表“字典”是隐藏的，没有读取。", "工作表“深藏”是隐藏的，没有读取。"], book.Skipped);
    }

    [Fact]
    public void A_formula_counts_by_its_saved_result()
    {
        var cells = One(
            """<row r="1"><c r="A1"><f>B1+1</f><v>6</v></c><c r="B1" t="str"><f>"a"</f><v>甲</v></c><c r="C1" t="str"><f>""</f><v></v></c></row>"""
        )
            .Lines[0]
            .Cells;

        Assert.Equal(["6", "甲"], cells.Select(cell => cell.Text));
    }

    [Fact]
    public void A_formula_without_result_is_refused_with_its_cell()
    {
        var refusal = SheetReader
            .Read(
                new OddBook()
                    .Sheet("村", """<row r="1"><c r="A1"><v>1</v></c></row><row r="7"><c r="C7"><f>A1+1</f></c><c r="D7"><f>1</f><v></v></c></row>""")
                    .Bytes()
            )
            .Refusal;

        Assert.Equal("sheets.no-value", refusal?.Code);
        Assert.StartsWith("工作表“村”的 C7 等 2 个格子是公式", refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_without_result_on_a_hidden_sheet_harms_nobody()
    {
        var bytes = new OddBook()
            .Sheet("村", OddBook.Rows(["村名"]))
            .Sheet("藏", """<row r="1"><c r="A1"><f>1</f></c></row>""", state: "hidden")
            .Bytes();
        Assert.Single(Read(bytes).Tables);
    }

    [Fact]
    public void Cells_and_rows_without_addresses_are_counted()
    {
        var table = One("<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c><v>5</v></c></row><row><c t=\"inlineStr\"><is><t>乙</t></is></c></row>");

        Assert.Equal(["甲", "5"], Texts(table.Lines[0]));
        Assert.Equal(["乙"], Texts(table.Lines[1]));
    }

    [Fact]
    public void A_row_formatted_to_its_end_does_not_count_as_columns()
    {
        var row = string.Concat(Enumerable.Range(0, 16_384).Select(i => $"<c r=\"{SheetText.Letters(i)}1\" s=\"1\"/>"));
        var table = One($"<row r=\"1\">{row}</row><row r=\"2\">{OddBook.Text("A2", "东沟村")}</row>");

        Assert.Equal(["东沟村"], Texts(Assert.Single(table.Lines)));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Text_is_read_in_every_usual_encoding(string name, bool mark)
    {
        _ = SheetReader.Read([]);
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("村名\t人口\r\n东沟村\t1200\r\n")];

        var lines = Read(bytes).Tables[0].Lines;
        Assert.Equal(["村名", "人口"], Texts(lines[0]));
        Assert.Equal(["东沟村", "1200"], Texts(lines[1]));
    }

    [Theory]
    [InlineData("a,b\n1,2")]
    [InlineData("a\tb\n1\t2")]
    [InlineData("a;b\n1;2")]
    [InlineData("a|b\n1|2")]
    [InlineData("a，b\n1，2")]
    [InlineData("\"a\",\"b\"\r1,\"2\"\r")]
    public void The_delimiter_is_found(string text)
    {
        var lines = Read(Encoding.UTF8.GetBytes(text)).Tables[0].Lines;

        Assert.Equal(["a", "b"], Texts(lines[0]));
        Assert.Equal(["1", "2"], Texts(lines[1]));
    }

    [Fact]
    public void Quotes_hold_delimiters_line_ends_and_quotes()
    {
        var lines = Read(Encoding.UTF8.GetBytes("名称,备注\n\"甲,乙\",\"第一行\n第二行\"\n\"说\"\"好\"\"\",x\n")).Tables[0].Lines;

        Assert.Equal(["甲,乙", "第一行\n第二行"], Texts(lines[1]));
        Assert.Equal(["说\"好\"", "x"], Texts(lines[2]));
        Assert.Equal([1, 2, 3], lines.Select(line => line.Number));
    }

    [Fact]
    public void An_old_xls_file_is_read_like_a_new_one()
    {
        var book = Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sheets", "roster.xls")));

        var table = Assert.Single(book.Tables);
        Assert.Equal("责任人员名单", table.Lines[0][0].Text);
        Assert.Equal(["单位", "第一责任人", "第一责任人", "人口", "登记日期"], Texts(table.Lines[1]));
        Assert.Equal(["东沟村", "张三", "13800000001", "1200", "2026-05-12"], Texts(table.Lines[3]));
        Assert.Equal(["东沟村", "李四", "13800000002", "2400"], Texts(table.Lines[4]));
        Assert.Equal(["工作表“字典”是隐藏的，没有读取。"], book.Skipped);
    }

    [Fact]
    public void What_the_writer_writes_the_reader_reads()
    {
        var table = One(OddBook.Rows(["_x0041_", "&lt;b&gt;"]));
        Assert.Equal(["A", "<b>"], Texts(table.Lines[0]));
    }
}
