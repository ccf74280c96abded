using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Plans.Tests;

public sealed class PlanHeadTests
{
    [Theory, EveryDatabase]
    public async Task The_head_is_corrected_and_what_was_typed_stays_when_a_field_is_wrong(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var clerk = town.Client(Roles.OfficeClerk);
        var page = await clerk.Visit($"/plans/{id}/head");

        var wrong = await clerk.Submit(
            page,
            $"/plans/{id}/head",
            ("title", ""),
            ("issuedOn", "三月二十"),
            ("fromOn", "2026-05-01"),
            ("untilOn", "2026-04-01"),
            ("authority", "青溪镇人民政府")
        );
        Assert.Equal(422, wrong.Code);
        Assert.Contains("请填写标题。", wrong.Text);
        Assert.Contains("成文日期“三月二十”不是有效日期", wrong.Text);
        Assert.Equal("青溪镇人民政府", wrong.Page.QuerySelector("[name=authority]")!.GetAttribute("value"));
        var reversed = await clerk.Submit(page, $"/plans/{id}/head", ("fromOn", "2026-05-01"), ("untilOn", "2026-04-01"));
        Assert.Contains("截止日期早于开始日期", reversed.Text);

        Assert.Equal($"/plans/{id}", (await clerk.Submit(page, $"/plans/{id}/head", ("fromOn", "2026-04-01"), ("untilOn", "2026-12-31"))).Location);
        var plan = await town.Plan(id);
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 12, 31)), (plan.FromOn!.Value, plan.UntilOn!.Value));
        Assert.DoesNotContain("没有写明起止日期", (await clerk.Visit($"/plans/{id}")).Text);
        Assert.Equal(1, await town.Facts("plans.plan-head-corrected"));
    }

    [Theory, EveryDatabase]
    public async Task Stages_are_added_corrected_and_removed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(422, (await clerk.Send($"/plans/{id}/stages", ("name", ""))).Code);
        Assert.Equal(422, (await clerk.Send($"/plans/{id}/stages", ("name", "集中宣传"), ("fromOn", "2026-05-02"), ("untilOn", "2026-05-01"))).Code);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/stages", ("name", "集中宣传"), ("fromOn", "2026-04-01"))).Code);

        var link = (await clerk.Visit($"/plans/{id}")).Page.QuerySelector("a[href*='/stages/0']")!.GetAttribute("href")!;
        Assert.Equal(303, (await clerk.Submit(await clerk.Visit(link), link, ("name", "集中行动"), ("untilOn", "2026-06-30"))).Code);
        Assert.Contains("集中行动", (await clerk.Visit($"/plans/{id}")).Text);
        Assert.Equal(404, (await clerk.Visit($"/plans/{id}/stages/{Guid.CreateVersion7()}")).Code);
        Assert.Equal(303, (await clerk.Send($"{link}/remove")).Code);
        Assert.Contains("方案没有划分阶段。", (await clerk.Visit($"/plans/{id}")).Text);
        Assert.Equal(404, (await clerk.Send($"{link}/remove")).Code);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/parts/undo")).Code);
        Assert.Contains("集中行动", (await clerk.Visit($"/plans/{id}")).Text);
    }

    [Theory, EveryDatabase]
    public async Task Goals_roles_and_annexes_are_added_corrected_removed_and_all_of_it_undone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(409, (await clerk.Send($"/plans/{id}/parts/undo")).Code);
        foreach (
            var (part, wrong, added, corrected, shown) in new[]
            {
                (
                    "indicators",
                    Typed(("name", "破案率"), ("direction", "up"), ("value", "很多")),
                    Typed(("name", "破案率"), ("direction", "up"), ("value", "92.5"), ("valueUnit", "%")),
                    Typed(("name", "案损金额"), ("direction", "down"), ("value", ""), ("valueUnit", "")),
                    ("上升（92.5%）", "下降")
                ),
                (
                    "roles",
                    Typed(("role", "顾问"), ("count", "0")),
                    Typed(("role", "顾问"), ("count", "3")),
                    Typed(("role", "总顾问"), ("count", "")),
                    ("3 人", "名单空着")
                ),
                (
                    "annexes",
                    Typed(("name", "")),
                    Typed(("name", "宣传任务清单"), ("isAbsent", "true")),
                    Typed(("name", "宣传任务分解表"), ("isAbsent", "")),
                    ("文件里没有", "宣传任务分解表")
                ),
            }
        )
        {
            var path = $"/plans/{id}/{part}";
            var before = (await clerk.Visit($"/plans/{id}")).TextOf("main");
            Assert.Equal(422, (await clerk.Send(path, wrong)).Code);
            Assert.Equal(200, (await clerk.Visit($"{path}/new")).Code);
            Assert.Equal($"/plans/{id}", (await clerk.Send(path, added)).Location);
            var page = await clerk.Visit($"/plans/{id}");
            Assert.Contains(shown.Item1, page.Text, StringComparison.Ordinal);
            var link = page.Page.QuerySelectorAll($"a[href^='{path}/']").Single(a => a.TextContent == added[0].Item2).GetAttribute("href")!;
            Assert.Equal(422, (await clerk.Send(link, wrong)).Code);
            Assert.Equal($"/plans/{id}", (await clerk.Submit(await clerk.Visit(link), link, corrected)).Location);
            page = await clerk.Visit($"/plans/{id}");
            Assert.Contains(corrected[0].Item2, page.Text, StringComparison.Ordinal);
            Assert.Contains(shown.Item2, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(added[0].Item2 == "顾问" ? "3 人" : added[0].Item2, page.Text, StringComparison.Ordinal);
            Assert.Equal($"/plans/{id}", (await clerk.Send($"{link}/remove")).Location);
            Assert.Equal(404, (await clerk.Visit(link)).Code);
            Assert.Equal(404, (await clerk.Send($"{link}/remove")).Code);

            Assert.Equal(303, (await clerk.Send($"/plans/{id}/parts/undo")).Code);
            Assert.Contains(corrected[0].Item2, (await clerk.Visit($"/plans/{id}")).Text, StringComparison.Ordinal);
            // Another session undoes to the start.
            var later = town.Client(Roles.OfficeClerk);
            Assert.Equal(303, (await later.Send($"/plans/{id}/parts/undo")).Code);
            Assert.Contains(shown.Item1, (await clerk.Visit($"/plans/{id}")).Text, StringComparison.Ordinal);
            Assert.Equal(303, (await later.Send($"/plans/{id}/parts/undo")).Code);
            Assert.Equal(409, (await later.Send($"/plans/{id}/parts/undo")).Code);
            Assert.Equal(before, (await clerk.Visit($"/plans/{id}")).TextOf("main"));
        }
        Assert.Equal(9, await town.Facts("plans.plan-head-corrected"));
        Assert.Equal(9, await town.Facts("platform.fact-withdrawn"));
    }

    [Theory, EveryDatabase]
    public async Task Parts_are_changed_by_their_office_while_the_plan_is_under_review(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var clerk = town.Client(Roles.OfficeClerk);
        var goal = (await clerk.Visit($"/plans/{id}"))
            .Page.QuerySelector($"a[href^='/plans/{id}/indicators/']:not([href$=new])")!
            .GetAttribute("href")!;
        foreach (var path in (string[])[$"/plans/{id}/indicators/new", goal])
        {
            Assert.Equal(403, (await town.Client(Roles.Leader).Visit(path)).Code);
            Assert.Equal(404, (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Visit(path)).Code);
        }
        Assert.Null((await town.Client(Roles.Leader).Visit($"/plans/{id}")).Page.QuerySelector($"a[href*='/indicators/']"));

        // A change of the head is undone there, not by the review.
        Assert.Equal(303, (await clerk.Send(goal, ("name", "发案总数量"), ("direction", "down"))).Code);
        Assert.Equal(409, (await clerk.Send($"/plans/{id}/undo")).Code);
        var duty = (await town.Proposals(id))[0].Id;
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/duties/{duty}/take")).Code);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/parts/undo")).Code);
        Assert.Equal(Decision.Taken, (await town.Proposals(id))[0].Decision);
        // The first page still says what was undone.
        await clerk.Visit($"/plans/{id}");
        Assert.DoesNotContain("发案总数量", (await clerk.Visit($"/plans/{id}")).Text, StringComparison.Ordinal);

        Assert.Equal("/plans", (await clerk.Send($"/plans/{id}/discard")).Location);
        Assert.Equal(409, (await clerk.Send(goal, ("name", "发案总数量"))).Code);
        Assert.Equal(409, (await clerk.Send($"/plans/{id}/parts/undo")).Code);
    }

    private static (string, string)[] Typed(params (string, string)[] fields) => fields;

    [Theory, EveryDatabase]
    public async Task A_discarded_plan_is_out_of_the_way_and_comes_back(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(409, (await clerk.Send($"/plans/{id}/restore")).Code);
        Assert.Equal("/plans", (await clerk.Send($"/plans/{id}/discard")).Location);
        Assert.Equal(409, (await clerk.Send($"/plans/{id}/discard")).Code);
        Assert.Contains("还没有读入方案", (await clerk.Visit("/plans")).Text);
        Assert.Contains("青溪镇反电信网络诈骗宣传工作方案", (await clerk.Visit("/plans?state=discarded")).Text);
        Assert.Equal(409, (await clerk.Visit($"/plans/{id}/head")).Code);

        Assert.Equal(303, (await clerk.Send($"/plans/{id}/restore")).Code);
        Assert.Equal(PlanState.Reading, (await town.Plan(id)).State);
        Assert.Equal(1, await town.Facts("plans.plan-discarded"));
        Assert.Equal(1, await town.Facts("platform.fact-withdrawn"));
    }

    [Theory, EveryDatabase]
    public async Task A_review_is_not_finished_while_anything_is_open(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var answer = await town.Client(Roles.OfficeClerk).Send($"/plans/{id}/finish");
        Assert.Equal(409, answer.Code);
        Assert.Contains("条没有处理", answer.Text);
        Assert.Equal(409, (await town.Client(Roles.OfficeClerk).Send($"/plans/{id}/resume")).Code);
        Assert.Equal(0, await town.Facts("plans.plan-reviewed"));
    }

    [Theory, EveryDatabase]
    public async Task Every_filter_and_order_of_the_list_answers(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await town.ReadIn();
        var clerk = town.Client(Roles.OfficeClerk);
        foreach (var (value, _) in ListPlans.States.Options)
            Assert.Equal(200, (await clerk.Visit($"/plans?state={value}")).Code);
        foreach (var sort in new[] { "title", "state", "-read" })
            Assert.Contains("青溪镇反电信网络诈骗宣传工作方案", (await clerk.Visit($"/plans?sort={sort}&q=反诈")).Text);
        Assert.Equal(Platform.Sheets.SheetFile.ContentType, (await clerk.Visit("/plans?format=xlsx")).ContentType);
    }
}
