using System.Globalization;
using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Home;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Listings;

namespace Wuzha.Platform.Styleguide;

/// <summary>样式手册: every component in every state, with invented things. In the demo for everyone, else for system administrators.</summary>
internal static class ShowStyleguide
{
    internal static IResult Words(PageFrame frame) => Shown(frame, () => Page.Of<WordsSample>(new { }));

    internal static IResult Forms(PageFrame frame) => Shown(frame, () => Page.Of<FormSample>(new { Form = FormSample.Filled }));

    internal static IResult Send(PageFrame frame, Form form) =>
        Shown(
            frame,
            () =>
            {
                FormSample.Read(form);
                return form.Failed
                    ? Page.Of<FormSample>(new { Form = form, Refusal = Refusal.ChangedMeanwhile }, 422)
                    : Page.Done("/styleguide/forms", "已保存。这里的内容不会留下。");
            }
        );

    /// <summary><c>?rows=0</c>, <c>?rows=10000</c>: how a list looks with that many.</summary>
    internal static IResult Lists(PageFrame frame, ListQuery query) =>
        Shown(
            frame,
            () =>
            {
                var rows = int.TryParse(query.Filter("rows"), out var asked) ? Math.Clamp(asked, 0, 10_000) : 27;
                return Page.Of<ListSample>(new { Listing = Listing<SampleRow>.OfRows(Matching(query, rows), query, SampleRow.Columns) });
            }
        );

    internal static IResult Today(PageFrame frame) => Shown(frame, () => Page.Of<HomePage>(new { View = HomeSample.View }));

    private static IResult Shown(PageFrame frame, Func<IResult> page) =>
        frame.IsDemo || frame.Viewer?.Role == Roles.SystemAdministrator.Key ? page() : Refusal.NotFound.AsPage();

    private static List<SampleRow> Matching(ListQuery query, int rows) =>
        [
            .. SampleRow
                .Of(rows)
                .Where(row => query.Search.Length == 0 || row.Name.Contains(query.Search, StringComparison.Ordinal))
                .Where(row => query.Filter("state") is not { } state || row.State.ToString() == state),
        ];
}

/// <summary>A village of the sample list.</summary>
public sealed record SampleRow(string Name, string Chief, int Households, int Visited, WorkState State, DateOnly DueOn)
{
    private static readonly string[] Villages =
    [
        "东沟村",
        "西岭村",
        "南坡村",
        "柳树湾社区",
        "北庄村",
        "石桥嘎查村",
        "经济开发区第二初级中学家属院及周边商铺社区居民委员会",
    ];

    public static readonly IReadOnlyList<Column<SampleRow>> Columns =
    [
        new("name", "单位", row => row.Name) { Sort = row => row.Name, Href = _ => "/styleguide/lists" },
        new("chief", "联络员", row => row.Chief),
        new("households", "应访户数", row => row.Households) { Sort = row => row.Households, Number = true },
        new("visited", "已访", row => row.Visited)
        {
            Sort = row => row.Visited,
            Number = true,
            OnCard = true,
            Cell = row => ListSample.Visited(row),
        },
        new("state", "状态", row => row.State) { OnCard = true, Cell = row => ListSample.State(row) },
        new("due", "时限", row => row.DueOn) { Sort = row => row.DueOn, OnCard = true },
    ];

    public static IEnumerable<SampleRow> Of(int rows) =>
        Enumerable
            .Range(0, rows)
            .Select(at => new SampleRow(
                Villages[at % Villages.Length] + (at < Villages.Length ? "" : string.Create(CultureInfo.InvariantCulture, $"第{at}网格")),
                at % 5 == 3 ? "" : "甄明远",
                530 + at * 37 % 900,
                (530 + at * 37 % 900) * (at * 29 % 100) / 100,
                (WorkState)(at % 5),
                new DateOnly(2026, 4, 1).AddDays(at % 40)
            ));
}

/// <summary>今天 of an invented clerk.</summary>
internal static class HomeSample
{
    private static readonly DateOnly Today = new(2026, 4, 3);

    public static readonly HomeView View = new(
        Today,
        new HomeList(
            [
                new HomeItem("签收：清明假期防诈提醒", "/styleguide/home")
                {
                    Detail = "青溪镇反诈办 · 4月1日下发",
                    DueOn = Today.AddDays(-2),
                    InPlace = ("签收", "/styleguide/forms"),
                },
                new HomeItem("报送四类责任人员名单", "/styleguide/home") { Detail = "还差宣讲员 1 名", DueOn = Today },
                new HomeItem("审核：西岭村上报的三月工作情况和下一步打算（第二次修改稿）", "/styleguide/home")
                {
                    Detail = "西岭村 · 甄明远",
                    DueOn = Today.AddDays(3),
                },
                new HomeItem("补录四月第一周纸质入户记录", "/styleguide/home") { DueOn = Today.AddDays(20) },
            ],
            14,
            "/styleguide/lists"
        ),
        new HomeList([new HomeItem("南坡村还没有联络员", "/styleguide/home") { Detail = "已提醒 1 次" }], 1, null),
        new HomeList(
            [new HomeItem("北庄村签收了《致家长的一封信》", "/styleguide/home") { At = new DateTime(2026, 4, 3, 1, 40, 0, DateTimeKind.Utc) }],
            1,
            null
        ),
        [
            new HomeSentence("本周 27 个单位中 4 个逾期。", "/styleguide/lists"),
            new HomeSentence("入户 412 / 530 户，77.74 %，比上周多 61 户。", "/styleguide/lists"),
        ]
    );
}
