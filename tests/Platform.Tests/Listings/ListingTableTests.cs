using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Tests.Layout;
using Xunit;

namespace Wuzha.Platform.Tests.Listings;

public sealed class ListingTableTests
{
    private sealed record Row(string Name, int Households);

    private static readonly Column<Row>[] Columns =
    [
        new("name", "单位", row => row.Name) { Sort = row => row.Name, Href = row => "/units/" + row.Households },
        new("households", "户数", row => row.Households) { Sort = row => row.Households, Number = true },
    ];

    private static ListQuery Query(string search = "", string? sort = null, bool descending = false, int page = 1) =>
        new()
        {
            Path = "/units",
            Search = search,
            Sort = sort,
            Descending = descending,
            Page = page,
            Filters = new Dictionary<string, string>(),
        };

    private static Task<IHtmlDocument> Shown(int rows, ListQuery query)
    {
        var listing = Listing<Row>.OfRows([.. Enumerable.Range(1, rows).Select(at => new Row($"村{at}", at))], query, Columns);
        return Rendered.Of<ListingTable<Row>>(
            new
            {
                Listing = listing,
                Caption = "各单位",
                SearchHint = "单位名称",
                Empty = "还没有单位。",
                EmptyActTitle = "导入单位名册",
                EmptyActHref = "/units/import",
            }
        );
    }

    [Fact]
    public async Task On_a_card_a_line_that_says_nothing_is_left_out_and_short_words_stay_in_one_line()
    {
        var listing = Listing<Row>.OfRows(
            [new Row("素材推送", 0), new Row("近期有人冒充平台客服", 3)],
            Query(),
            new Column<Row>("name", "标题", row => row.Name),
            new Column<Row>("households", "户数", row => row.Households == 0 ? null : row.Households) { OnCard = true },
            new Column<Row>("hidden", "备注", _ => null)
        );
        var page = await Rendered.Of<ListingTable<Row>>(
            new
            {
                Listing = listing,
                Caption = "各单位",
                Empty = "还没有单位。",
            }
        );

        var cells = page.QuerySelectorAll("tbody td").Select(cell => (Classes: cell.ClassName, Text: cell.TextContent.Trim())).ToList();
        Assert.Equal(
            [
                ("card-title", "素材推送"),
                ("card-line card-none", "–"),
                ("card-hidden", "–"),
                ("card-title", "近期有人冒充平台客服"),
                ("card-line", "3"),
                ("card-hidden", "–"),
            ],
            cells
        );
        Assert.Equal(["素材推送"], page.QuerySelectorAll("tbody td > .fixed").Select(words => words.TextContent));
    }

    [Fact]
    public async Task A_head_sorts_by_its_link_and_again_backwards()
    {
        var first = await Shown(3, Query());
        Assert.Contains("/units?sort=households", Hrefs(first));
        Assert.Empty(first.QuerySelectorAll("[aria-sort]"));

        var up = await Shown(3, Query(sort: "households"));
        Assert.Equal("ascending", up.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Contains("/units?sort=-households", Hrefs(up));

        var down = await Shown(3, Query(sort: "households", descending: true));
        Assert.Equal("descending", down.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal("村3", down.QuerySelector("tbody td")!.TextContent.Trim());
    }

    [Fact]
    public async Task Ten_thousand_rows_are_two_hundred_pages_of_fifty()
    {
        var page = await Shown(10_000, Query(page: 9));

        Assert.Equal(50, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("村401", page.QuerySelector("tbody td")!.TextContent.Trim());
        Assert.Equal("9", page.QuerySelector(".pager [aria-current=page]")!.TextContent);
        Assert.Contains("/units?page=200", Hrefs(page));
        Assert.Contains("10,000", page.QuerySelector(".listing-bar")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_beyond_the_last_shows_the_last()
    {
        var page = await Shown(60, Query(page: 99));

        Assert.Equal(10, page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Excel_takes_exactly_what_is_asked_for()
    {
        var page = await Shown(3, Query(search: "村", sort: "households", descending: true));

        Assert.Contains("/units?q=%E6%9D%91&sort=-households&format=xlsx", Hrefs(page));
    }

    [Fact]
    public async Task An_empty_list_says_why_and_how_to_begin()
    {
        var page = await Shown(0, Query());

        Assert.Equal("还没有单位。", page.QuerySelector(".empty p")!.TextContent);
        Assert.Equal("/units/import", page.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task A_search_without_a_hit_leads_back_to_all()
    {
        var page = await Shown(0, Query(search: "没有"));

        Assert.Equal("/units", page.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Equal("没有", page.QuerySelector<IHtmlInputElement>("input[name=q]")!.Value);
    }

    [Fact]
    public async Task Each_cell_knows_its_head_for_the_card_on_a_phone()
    {
        var page = await Shown(1, Query());

        Assert.Equal(["单位", "户数"], page.QuerySelectorAll("tbody td").Select(cell => cell.GetAttribute("data-label")));
        Assert.Contains("number", page.QuerySelectorAll("tbody td")[1].ClassList);
    }

    private static List<string?> Hrefs(IHtmlDocument page) => [.. page.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))];
}
