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
    }

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
