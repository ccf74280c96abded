using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Wuzha.PlanReading.Structure;
using Xunit;

namespace Wuzha.PlanReading.Tests;

public sealed class PlanReaderTests
{
    /// <summary>What plans are made of, and what breaks readers: numbers, brackets that never close, quotations, tabs, odd line ends.</summary>
    private static readonly string[] Pieces =
    [
        "一、",
        "（一）",
        "(1)",
        "1.",
        "２、",
        "①",
        "第一章",
        "工作目标",
        "各村（社区）",
        "镇平安办",
        "派出所",
        "、",
        "，",
        "。",
        "；",
        "：",
        "\n",
        "\r\n",
        "\t",
        "|",
        " ",
        "\u3000",
        "要",
        "负责",
        "每周至少推送两次",
        "每千人报送1名宣讲员",
        "5月18日前",
        "2月31日",
        "逐户签订承诺书",
        "（责任单位：",
        "完成时限：",
        "）",
        "（",
        "“",
        "”",
        "《",
        "》",
        "方案",
        "附件：1.名单",
        "组长：",
        "成员：张三",
        "2024年3月5日",
        "〔2024〕3号",
        "篇一",
        "100%",
        "利用",
        "张贴海报",
        "\0",
        "\ud83d",
        "確保",
        "a",
        "0",
        "-",
        "办",
        "序号\t任务\t责任单位",
    ];

    private static readonly Arbitrary<string> Texts = Arb.From(Gen.Elements(Pieces).ListOf().Select(list => string.Concat(list)));

    [Fact]
    public void Every_character_is_in_exactly_one_block_and_every_duty_inside_one() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(120),
            Prop.ForAll(
                Texts,
                text =>
                {
                    foreach (var plan in PlanReader.Read(text))
                    {
                        Assert.Equal(plan.Text, string.Concat(plan.Blocks.Select(block => block.Of(plan.Text))));
                        Assert.All(plan.Duties, duty => Assert.Single(plan.Blocks, block => block.Contains(duty.Span)));
                        Assert.Equal(-1, FirstLost(plan));
                    }
                }
            )
        );

    [Fact]
    public void Several_plans_together_are_the_text() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(200),
            Prop.ForAll(Texts, text => Assert.Equal(text, string.Concat(Splitter.Parts(Text.PlainText.Of(text)).Select(part => part.Of(text)))))
        );

    [Fact]
    public void Any_characters_at_all_give_an_answer() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Assert.NotNull(PlanReader.Read(text ?? "")))
        );

    [Fact]
    public void The_same_text_is_read_the_same_way_twice() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100),
            Prop.ForAll(Texts, text => Assert.Equal(PlanJson.Write(PlanReader.Read(text)), PlanJson.Write(PlanReader.Read(text))))
        );

    /// <summary>Texts made to send a careless matcher back and forth.</summary>
    [Theory]
    [InlineData("各村、")]
    [InlineData("（")]
    [InlineData("“要")]
    [InlineData("（责任单位：")]
    [InlineData("每月")]
    [InlineData("利用微信群，")]
    [InlineData("2024年1月1日至")]
    [InlineData("一、工作\n")]
    [InlineData("各")]
    [InlineData("任组长")]
    [InlineData("关于印发《")]
    public void A_hundred_thousand_repetitions_are_read_in_seconds(string piece)
    {
        var text = "工作方案\n一、工作任务\n" + string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var watch = Stopwatch.StartNew();

        PlanReader.Read(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("今天天气很好，我们去公园散步。")]
    [InlineData("锄禾日当午，\n汗滴禾下土。\n谁知盘中餐，\n粒粒皆辛苦。")]
    public void What_is_no_plan_gives_none(string text) => Assert.Empty(PlanReader.Read(text));

    /// <summary>Letters and digits that stand in no duty, no heading and no leftover; the number of a heading is no text of its own.</summary>
    private static int FirstLost(Plan plan)
    {
        var kept = new bool[plan.Text.Length];
        foreach (var span in plan.Duties.Select(duty => duty.Span).Concat(plan.Unclassified.Select(left => left.Span)))
            Array.Fill(kept, true, span.Start, span.Length);
        foreach (var heading in plan.Headings)
        {
            var line = plan.Blocks.Single(block => block.Contains(heading.Span));
            Array.Fill(kept, true, line.Start, heading.Span.End - line.Start);
        }
        return Enumerable.Range(0, kept.Length).FirstOrDefault(at => !kept[at] && char.IsLetter(plan.Text[at]), -1);
    }
}
