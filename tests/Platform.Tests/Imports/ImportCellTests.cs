using Wuzha.Platform.Forms;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Sheets;
using Xunit;

namespace Wuzha.Platform.Tests.Imports;

/// <summary>One cell: what it is taken for, and the sentence when it cannot be taken.</summary>
public sealed class ImportCellTests
{
    private static readonly NumberField People = new("x", "人口数");
    private static readonly TextField Name = new("x", "姓名") { Max = 5 };
    private static readonly PhoneField Phone = new("x", "联系电话");
    private static readonly DayField Day = new("x", "成立日期");
    private static readonly FlagField Flag = new("x", "是否在岗");
    private static readonly ChoiceField Kind = new("x", "类别") { Options = [("village", "村（社区）"), ("bank", "银行网点")] };

    private static ImportLine Line(string text, CellKind kind = CellKind.Text) =>
        new(new SheetLine(7, [new SheetCell(text, text.Length == 0 ? CellKind.Empty : kind)]), null, new Dictionary<string, int> { ["x"] = 0 });

    private static string? Error<T>(Field<T> field, string text, CellKind kind = CellKind.Text)
    {
        var line = Line(text, kind);
        line.Get(field);
        return line.Errors.SingleOrDefault()?.Whole;
    }

    [Theory]
    [InlineData("一千二", "第 7 行 人口数：“一千二”不是数字，请改为 1200。")]
    [InlineData("1200人", "第 7 行 人口数：“1200人”不是数字，请改为 1200。")]
    [InlineData("约1,200", "第 7 行 人口数：“约1,200”不是数字，请改为 1200。")]
    [InlineData("1.2万", "第 7 行 人口数：“1.2万”不是数字，请改为 12000。")]
    [InlineData("很多", "第 7 行 人口数：“很多”不是整数，请写成数字，例如 1200。")]
    [InlineData("-5", "第 7 行 人口数：不能小于 0。")]
    [InlineData("", "第 7 行 人口数：请填写人口数。")]
    [InlineData("1.38E+10", "第 7 行 人口数：“1.38E+10”是被 Excel 改写的长数字，原来的数字已经丢失，请把这一列设为“文本”格式后重新填写。")]
    public void A_wrong_number_is_told_by_row_and_column(string text, string sentence) => Assert.Equal(sentence, Error(People, text));

    [Theory]
    [InlineData("1200", 1200)]
    [InlineData("１２００", 1200)]
    [InlineData("1,200", 1200)]
    [InlineData("1.2E+1", 12)]
    public void Numbers_are_read_as_people_type_them(string text, int number) => Assert.Equal(number, Line(text).Get(People));

    [Theory]
    [InlineData("13800000001", "13800000001")]
    [InlineData("138 0000 0001", "13800000001")]
    [InlineData("1.3800000001E+10", "13800000001")]
    [InlineData("１３８０００００００１", "13800000001")]
    public void Phones_are_read_as_Excel_leaves_them(string text, string phone) => Assert.Equal(phone, Line(text, CellKind.Number).Get(Phone));

    [Fact]
    public void A_phone_that_Excel_has_rounded_is_not_guessed() =>
        Assert.Contains("原来的数字已经丢失", Error(Phone, "1.38E+10"), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-05-12", CellKind.Day)]
    [InlineData("2026-05-12 08:30", CellKind.Day)]
    [InlineData("46154", CellKind.Number)]
    [InlineData("46154", CellKind.Text)]
    [InlineData("2026.5.12", CellKind.Text)]
    [InlineData("2026年5月12日", CellKind.Text)]
    [InlineData("20260512", CellKind.Number)]
    public void Days_are_read_in_every_shape(string text, CellKind kind) => Assert.Equal(new DateOnly(2026, 5, 12), Line(text, kind).Get(Day));

    [Fact]
    public void A_month_is_no_day() =>
        Assert.Equal("第 7 行 成立日期：“2026.5”不是有效日期，请写成 2026-05-12 这样。", Error(Day, "2026.5", CellKind.Number));

    [Theory]
    [InlineData("村（社区）")]
    [InlineData("村(社区)")]
    [InlineData("village")]
    public void Choices_are_read_by_their_text(string text) => Assert.Equal("village", Line(text).Get(Kind));

    [Fact]
    public void A_wrong_choice_is_told_with_the_nearest_and_all() =>
        Assert.Equal("第 7 行 类别：“银行”不在可填的内容里，是不是“银行网点”？可填：村（社区）、银行网点。", Error(Kind, "银行"));

    [Theory]
    [InlineData("是", true)]
    [InlineData("√", true)]
    [InlineData("否", false)]
    [InlineData("", false)]
    public void Yes_and_no_are_read_as_written(string text, bool value) => Assert.Equal(value, Line(text).Get(Flag));

    [Fact]
    public void A_formula_error_is_told() =>
        Assert.Equal("第 7 行 姓名：单元格里是公式错误 #N/A，请改正公式或直接填写内容。", Error(Name, "#N/A", CellKind.Error));

    [Fact]
    public void A_long_text_is_told() => Assert.Equal("第 7 行 姓名：最多 5 个字，现在有 6 个，请删短。", Error(Name, "一二三四五六"));

    [Fact]
    public void Only_the_first_fault_of_a_cell_is_told()
    {
        var line = Line("很多");
        line.Get(People);
        line.Fail(People, "别的。");
        Assert.Single(line.Errors);
    }

    [Theory]
    [InlineData("一千二百", 1200)]
    [InlineData("一千二", 1200)]
    [InlineData("两万三", 23_000)]
    [InlineData("三百五", 350)]
    [InlineData("一百零五", 105)]
    [InlineData("一千零二十", 1020)]
    [InlineData("一千零二", 1002)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("一万二千三百四十五", 12_345)]
    [InlineData("一亿零三百", 100_000_300)]
    [InlineData("壹仟贰佰", 1200)]
    [InlineData("一二〇〇", 1200)]
    [InlineData("3千", 3000)]
    [InlineData("零", 0)]
    public void Numbers_in_words_are_understood(string words, long number) => Assert.Equal(number, ChineseNumber.Of(words));

    [Theory]
    [InlineData("")]
    [InlineData("东沟村")]
    [InlineData("一些")]
    [InlineData("百分之五")]
    [InlineData("一二千")]
    public void Other_words_are_no_numbers(string words) => Assert.Null(ChineseNumber.Of(words));

    [Theory]
    [InlineData("东勾村", "东沟村")]
    [InlineData("东沟", "东沟村")]
    [InlineData("青溪镇东沟村", "东沟村")]
    [InlineData("北京市", null)]
    [InlineData("", null)]
    public void The_nearest_known_name_is_offered(string typed, string? near) =>
        Assert.Equal(near, Nearest.Of(typed, ["东沟村", "西岭村", "南坡村"]));
}
