using System.IO.Compression;
using Wuzha.Platform.Sheets;
using Xunit;

namespace Wuzha.Platform.Tests.Sheets;

public sealed class SheetWriterTests
{
    private const string TextFormat = "49";
    private static readonly SheetColumn[] TwoColumns = [new("单位"), new("人口")];

    private static Task<WrittenFile> One(params object?[] cells) =>
        WrittenFile.Of(async book =>
        {
            await book.Sheet(new SheetHead("表", [.. cells.Select((_, i) => new SheetColumn($"第{i + 1}列"))]));
            await book.Row(cells);
        });

    [Fact]
    public async Task Head_rows_title_and_note_stand_in_order()
    {
        var file = await WrittenFile.Of(async book =>
        {
            await book.Sheet(new SheetHead("名册", TwoColumns) { Title = "青溪镇单位名册" });
            await book.Row("东沟村", 1200);
            await book.Note("导出人：张三");
        });

        Assert.Equal(
            ["青溪镇单位名册", "单位", "人口", "东沟村", "导出人：张三"],
            file.Sheet().Descendants(WrittenFile.Main + "t").Select(text => text.Value)
        );
        Assert.Equal("1200", file.Number("B3"));
        Assert.Equal("导出人：张三", file.Text("A5"));
        Assert.Equal(["A1:B1", "A5:B5"], file.Sheet().Descendants(WrittenFile.Main + "mergeCell").Select(merge => merge.Attribute("ref")!.Value));
    }

    [Fact]
    public async Task Head_is_frozen_and_filter_leaves_out_the_note()
    {
        var file = await WrittenFile.Of(async book =>
        {
            await book.Sheet(new SheetHead("名册", TwoColumns) { Title = "题目" });
            await book.Row("东沟村", 1200);
            await book.Row("西山村", 800);
            await book.Note("导出人：张三");
        });

        Assert.Equal("2", file.Sheet().Descendants(WrittenFile.Main + "pane").Single().Attribute("ySplit")!.Value);
        Assert.Equal("A2:B4", file.Sheet().Element(WrittenFile.Main + "autoFilter")!.Attribute("ref")!.Value);
        Assert.Equal(
            ["'名册'!$A$2:$B$4", "'名册'!$2:$2"],
            file.Part("xl/workbook.xml").Descendants(WrittenFile.Main + "definedName").Select(name => name.Value)
        );
    }

    [Fact]
    public async Task Prints_on_A4_one_page_wide()
    {
        var file = await WrittenFile.Of(book => book.Sheet(new SheetHead("名册", TwoColumns) { Landscape = false }));
        var setup = file.Sheet().Element(WrittenFile.Main + "pageSetup")!;

        Assert.Equal("9", setup.Attribute("paperSize")!.Value);
        Assert.Equal("portrait", setup.Attribute("orientation")!.Value);
        Assert.Equal(("1", "0"), (setup.Attribute("fitToWidth")!.Value, setup.Attribute("fitToHeight")!.Value));
    }

    [Theory]
    [InlineData("13800000001")]
    [InlineData("330100000000000001")]
    [InlineData("007")]
    [InlineData("=1+1")]
    [InlineData("+8613800000001")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("<b>&amp;\"'")]
    [InlineData("  前后有空格  ")]
    [InlineData("第一行\n第二行")]
    [InlineData("𠮷野家")]
    public async Task Text_stays_text_as_typed(string text)
    {
        var file = await One(text);

        Assert.Equal("inlineStr", file.Cell("A2").Attribute("t")!.Value);
        Assert.Equal(text, file.Text("A2"));
        Assert.Equal(TextFormat, file.Format("A2"));
        Assert.Empty(file.Sheet().Descendants(WrittenFile.Main + "f"));
    }

    [Theory]
    [InlineData("a\0b\u0001c\u001fd", "abcd")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("a\uffffb", "ab")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("a_b", "a_b")]
    public async Task What_no_cell_can_hold_is_dropped(string text, string written) => Assert.Equal(written, (await One(text)).Text("A2"));

    [Fact]
    public async Task Half_a_character_is_dropped() => Assert.Equal("ab", (await One("a\ud800b")).Text("A2"));

    [Fact]
    public async Task Too_long_text_says_that_it_was_cut()
    {
        var text = (await One(new string('长', 40_000))).Text("A2");

        Assert.Equal(32_767, text.Length);
        Assert.EndsWith("…（后文过长，已省略）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_and_instants_are_real_dates_in_local_time()
    {
        var file = await One(new DateOnly(2026, 5, 12), new DateTime(2026, 5, 12, 16, 30, 0, DateTimeKind.Utc), new DateOnly(1899, 12, 31));

        Assert.Equal("46154", file.Number("A2"));
        Assert.Equal(@"yyyy\-mm\-dd", file.Format("A2"));
        Assert.Equal("46155.020833333336", file.Number("B2"));
        Assert.Equal(@"yyyy\-mm\-dd\ hh:mm", file.Format("B2"));
        Assert.Equal("1899-12-31", file.Text("C2"));
    }

    [Fact]
    public async Task Numbers_are_numbers_until_Excel_would_round_them()
    {
        var file = await One(1200, 999_999_999_999_999, 1_000_000_000_000_000, 0.5, 12.34m, double.NaN);

        Assert.Equal("1200", file.Number("A2"));
        Assert.Equal("999999999999999", file.Number("B2"));
        Assert.Equal("1000000000000000", file.Text("C2"));
        Assert.Equal("0.5", file.Number("D2"));
        Assert.Equal("12.34", file.Number("E2"));
        Assert.Equal("—", file.Text("F2"));
    }

    [Fact]
    public async Task Empty_values_make_empty_cells_and_truth_is_said_in_words()
    {
        var file = await One(null, "", true, false);

        Assert.False(file.Cell("A2").HasElements);
        Assert.False(file.Cell("B2").HasElements);
        Assert.Equal(("是", "否"), (file.Text("C2"), file.Text("D2")));
    }

    [Fact]
    public async Task Short_rows_are_filled_up_with_empty_cells()
    {
        var file = await WrittenFile.Of(async book =>
        {
            await book.Sheet(new SheetHead("表", TwoColumns));
            await book.Row("东沟村");
        });

        Assert.False(file.Cell("B2").HasElements);
    }

    [Theory]
    [InlineData("a/b\\c?d*e[f]g:h", "abcdefgh")]
    [InlineData("'引号'", "引号")]
    [InlineData("", "表格")]
    [InlineData("history", "表格history")]
    [InlineData(
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"
    )]
    public async Task Sheet_names_are_made_fit_for_Excel(string wanted, string name) =>
        Assert.Equal([name], (await WrittenFile.Of(book => book.Sheet(new SheetHead(wanted, TwoColumns)))).SheetNames);

    [Fact]
    public async Task Several_sheets_get_names_of_their_own()
    {
        var file = await WrittenFile.Of(async book =>
        {
            foreach (var name in new[] { "村", "村", "VILLAGE", "village" })
            {
                await book.Sheet(new SheetHead(name, TwoColumns));
                await book.Row(name, 1);
            }
        });

        Assert.Equal(["村", "村（2）", "VILLAGE", "village（2）"], file.SheetNames);
        Assert.Equal("village", file.Text("A2", sheet: 4));
    }

    [Fact]
    public async Task Columns_are_as_wide_as_what_stands_in_them()
    {
        var file = await WrittenFile.Of(async book =>
        {
            await book.Sheet(new SheetHead("表", [new("序号"), new("地址"), new("说明", SheetContent.Wrapped) { Width = 30 }]));
            await book.Row(1, new string('址', 20), "短");
        });

        Assert.Equal(["8", "42", "30"], file.Sheet().Descendants(WrittenFile.Main + "col").Select(column => column.Attribute("width")!.Value));
    }

    [Fact]
    public async Task Choices_are_offered_as_a_list()
    {
        var file = await WrittenFile.Of(book => book.Sheet(new SheetHead("表", [new("类别") { Choices = ["村", "社区"] }])));

        var list = file.Sheet().Descendants(WrittenFile.Main + "dataValidation").Single();
        Assert.Equal("\"村,社区\"", list.Element(WrittenFile.Main + "formula1")!.Value);
        Assert.Equal("A2:A5000", list.Attribute("sqref")!.Value);
    }

    [Fact]
    public async Task A_sheet_that_grows_past_Excel_goes_on_in_the_next()
    {
        var file = new CountingStream();
        await SheetWriter.Write(
            file,
            async book =>
            {
                await book.Sheet(new SheetHead("表", [new("号")]));
                for (var i = 0; i < 1_048_576; i++)
                    await book.Row(i);
                await book.Note("末行");
            }
        );

        using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
        Assert.NotNull(zip.GetEntry("xl/worksheets/sheet2.xml"));
        Assert.Null(zip.GetEntry("xl/worksheets/sheet3.xml"));
        using var second = new StreamReader(zip.GetEntry("xl/worksheets/sheet2.xml")!.Open());
        var xml = await second.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<v>1048575</v>", xml, StringComparison.Ordinal);
        Assert.Contains("末行", xml, StringComparison.Ordinal);
        Assert.True(file.LargestWrite < 1024 * 1024, $"{file.LargestWrite} bytes at once");
    }

    [Fact]
    public async Task A_file_that_fails_half_way_is_no_file()
    {
        using var file = new MemoryStream();
        await Assert.ThrowsAsync<TimeoutException>(() =>
            SheetWriter.Write(
                file,
                async book =>
                {
                    await book.Sheet(new SheetHead("表", TwoColumns));
                    for (var i = 0; i < 5000; i++)
                        await book.Row("东沟村", i);
                    throw new TimeoutException();
                }
            )
        );

        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(file.ToArray())));
    }

    private sealed class CountingStream : MemoryStream
    {
        public int LargestWrite { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            LargestWrite = Math.Max(LargestWrite, buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
