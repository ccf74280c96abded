using Wuzha.Platform.Layout;
using Xunit;

namespace Wuzha.Platform.Tests.Layout;

public sealed class PartsTests
{
    [Theory]
    [InlineData(WorkState.Done, "✓已完成")]
    [InlineData(WorkState.Todo, "○待办")]
    [InlineData(WorkState.Overdue, "!逾期")]
    [InlineData(WorkState.NotApplicable, "–不适用")]
    [InlineData(WorkState.Unknown, "?未知")]
    public async Task A_state_is_a_word_and_a_shape(WorkState state, string shown)
    {
        var page = await Rendered.Of<StateTag>(new { State = state });

        Assert.Equal(shown, page.Body!.TextContent.Trim());
    }

    [Fact]
    public async Task A_rate_shows_both_numbers_and_the_day_of_the_denominator()
    {
        var page = await Rendered.Of<Figure>(
            new
            {
                Value = (long?)412,
                Of = (long?)530,
                Unit = "户",
                On = (DateOnly?)new DateOnly(2026, 4, 1),
                Href = "/households",
            }
        );

        Assert.Equal("412 / 530 户，77.74 %（2026-04-01 的底数）", page.Body!.TextContent.Trim());
        Assert.Equal("/households", page.QuerySelector("a.door")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Unknown_is_not_zero()
    {
        Assert.Equal("未知", (await Rendered.Of<Figure>(new { Value = (long?)null })).Body!.TextContent.Trim());
        Assert.Equal("0 / 0，无底数", (await Rendered.Of<Figure>(new { Value = (long?)0, Of = (long?)0 })).Body!.TextContent.Trim());
    }

    [Fact]
    public async Task The_way_to_where_one_is_stands_open_in_a_tree()
    {
        TreeNode[] nodes =
        [
            new("镇", "/1")
            {
                Children =
                [
                    new("东村", "/2") { Children = [new("网格", "/3") { Current = true }] },
                    new("西村", "/4") { Children = [new("网格", "/5")] },
                ],
            },
        ];

        var page = await Rendered.Of<Tree>(new { Nodes = nodes, Label = "单位" });

        Assert.Equal(["镇 的下级", "东村 的下级"], page.QuerySelectorAll("details[open] > summary").Select(summary => summary.TextContent));
        Assert.Equal("/3", page.QuerySelector("[aria-current=page]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/units/1?page=2", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("/a\r\nSet-Cookie: x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_addresses_of_this_site_are_followed(string? address, bool followed) => Assert.Equal(followed, LocalAddress.Is(address));
}
