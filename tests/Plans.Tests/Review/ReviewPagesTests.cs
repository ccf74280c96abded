using Microsoft.EntityFrameworkCore;
using Wuzha.Plans.Review;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Plans.Tests.Review;

public sealed class ReviewPagesTests
{
    private const string Forbidden = "各村每周在微信群转发反诈信息，并将转发截图上报镇平安办。";

    private static string WithForbidden => Plans.Text.Replace("四、工作要求", $"（四）群内宣传。{Forbidden}\n四、工作要求", StringComparison.Ordinal);

    [Theory, EveryDatabase]
    public async Task The_text_and_the_cards_point_at_each_other_without_scripts(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var duty = (await town.Proposals(id)).First(one => one.Kind == "lecture");
        var page = await town.Client(Roles.OfficeClerk).Visit($"/plans/{id}/review?duty={duty.Id}");

        Assert.Equal(200, page.Code);
        var mark = page.Page.QuerySelector($"a[data-duty='{duty.Id}']")!;
        Assert.Contains("每学期", mark.TextContent);
        Assert.EndsWith($"#d-{duty.Id}", mark.GetAttribute("href"));
        Assert.Equal("true", mark.GetAttribute("aria-current"));
        var card = page.Page.QuerySelector($"#d-{duty.Id}")!;
        Assert.Contains("is-current", card.ClassName);
        Assert.Contains("每学期至少 2 次", card.TextContent);
        Assert.Contains("青溪镇中心小学", card.TextContent);
        Assert.Contains("句中说到", card.TextContent);
        Assert.NotNull(page.Page.QuerySelector($"#s-{duty.Id}"));
        Assert.Contains("高度重视", page.TextOf(".review-text"));
        Assert.DoesNotContain("formaction", (await town.Client(Roles.Leader).Visit($"/plans/{id}/review")).Page.Body!.InnerHtml);
    }

    [Theory, EveryDatabase]
    public async Task A_duty_is_taken_dropped_and_both_are_undone_by_another_session(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var before = await town.Proposals(id);
        var clerk = town.Client(Roles.OfficeClerk);
        var (first, second) = (before[0].Id, before[1].Id);

        Assert.Equal($"/plans/{id}/review?duty={first}#d-{first}", (await clerk.Send($"/plans/{id}/duties/{first}/take")).Location);
        Assert.Equal(409, (await clerk.Send($"/plans/{id}/duties/{first}/take")).Code);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/duties/{second}/drop?show=open")).Code);
        var twice = await clerk.Send($"/plans/{id}/duties/{second}/drop");
        Assert.Equal(409, twice.Code);
        Assert.Contains("这一条已经标为不要。", twice.Text);
        var after = await town.Proposals(id);
        Assert.Equal([Decision.Taken, Decision.Dropped], after.Take(2).Select(one => one.Decision));
        Assert.Contains($"2 / {before.Count} 条", (await clerk.Visit($"/plans/{id}/review")).Text);

        var later = town.Client(Roles.OfficeClerk);
        Assert.Equal(303, (await later.Send($"/plans/{id}/undo")).Code);
        Assert.Equal(303, (await later.Send($"/plans/{id}/undo")).Code);
        Assert.Equal(409, (await later.Send($"/plans/{id}/undo")).Code);
        Assert.Equal(before, await town.Proposals(id));
        Assert.Equal(2, await town.Facts("plans.proposals-reviewed"));
        Assert.Equal(2, await town.Facts("platform.fact-withdrawn"));
    }

    [Theory, EveryDatabase]
    public async Task Merging_splitting_and_correcting_are_written_down_and_undone_in_turn(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var before = await town.Proposals(id);
        var clerk = town.Client(Roles.OfficeClerk);
        var first = before[0];

        Assert.Equal(303, (await clerk.Send($"/plans/{id}/duties/{first.Id}/merge")).Code);
        var merged = (await town.Proposals(id))[0];
        Assert.Equal((first.Id, first.Start, before[1].End), (merged.Id, merged.Start, merged.End));
        Assert.Equal(before.Count - 1, (await town.Proposals(id)).Count);
        Assert.Equal(404, (await clerk.Send($"/plans/{id}/duties/{before[1].Id}/take")).Code);

        var form = await clerk.Visit($"/plans/{id}/duties/{first.Id}/split");
        Assert.Equal(422, (await clerk.Send($"/plans/{id}/duties/{first.Id}/split")).Code);
        Assert.Equal(422, (await clerk.Send($"/plans/{id}/duties/{first.Id}/split", ("at", "1"))).Code);
        var at = form.Page.QuerySelector("input[name=at]")!.GetAttribute("value")!;
        Assert.Equal(303, (await clerk.Submit(form, $"/plans/{id}/duties/{first.Id}/split", ("at", at))).Code);
        Assert.Equal(before.Count, (await town.Proposals(id)).Count);
        Assert.Equal(
            303,
            (
                await clerk.Submit(
                    await clerk.Visit($"/plans/{id}/duties/{first.Id}/edit"),
                    $"/plans/{id}/duties/{first.Id}/edit",
                    ("title", "组织走访")
                )
            ).Code
        );
        Assert.Equal(("组织走访", Decision.Taken), ((await town.Proposals(id))[0].Title, (await town.Proposals(id))[0].Decision));

        for (var undo = 0; undo < 3; undo++)
            Assert.Equal(303, (await clerk.Send($"/plans/{id}/undo")).Code);
        Assert.Equal(before, await town.Proposals(id));
    }

    [Theory, EveryDatabase]
    public async Task Every_field_is_refused_with_its_own_sentence_and_keeps_what_was_typed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var duty = (await town.Proposals(id))[0];
        var clerk = town.Client(Roles.OfficeClerk);
        var path = $"/plans/{id}/duties/{duty.Id}/edit";
        var page = await clerk.Visit(path);
        foreach (
            var (field, typed, sentence) in new[]
            {
                ("title", "", "请填写任务。"),
                ("kind", "dance", "类别不在可选范围内"),
                ("times", "几", "频次“几”不是整数"),
                ("deadline", "尽快", "期限“尽快”读不懂"),
                ("quotaCount", "0", "配额不能小于 1"),
                ("targetValue", "很多", "数值“很多”不是数字"),
                ("targetMetric", "横幅", "写了要达到什么，请把数值也填上"),
            }
        )
        {
            var empty = new[] { "per", "times", "targetValue", "targetUnit", "targetMetric" }.Where(name => name != field).Select(name => (name, ""));
            var answer = await clerk.Submit(page, path, [.. empty, (field, typed)]);
            Assert.Equal(422, answer.Code);
            Assert.Contains(sentence, answer.Text);
        }
        var half = await clerk.Submit(page, path, ("times", "3"), ("per", ""));
        Assert.Contains("频次要填全", half.Text);
        Assert.Equal("3", half.Page.QuerySelector("[name=times]")!.GetAttribute("value"));
        Assert.Contains("没有改动", (await clerk.Submit(page, path)).Text);
        Assert.Equal([duty], (await town.Proposals(id)).Take(1));
    }

    [Theory, EveryDatabase]
    public async Task A_forbidden_ask_shows_its_source_and_is_taken_only_in_its_lawful_form(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn(WithForbidden);
        var clerk = town.Client(Roles.OfficeClerk);
        var hints = await clerk.Visit($"/plans/{id}/review?show=hints");
        Assert.Contains("不得要求用截图证明转发、推送、学习过。", hints.Text);
        Assert.Contains("国办函〔2026〕12号", hints.Text);
        Assert.Contains("采用合法做法", hints.Text);
        var duty = hints.Page.QuerySelectorAll(".duty-card").Select(card => Guid.Parse(card.GetAttribute("data-duty")!)).First();

        var refused = await clerk.Send($"/plans/{id}/duties/{duty}/take");
        Assert.Equal(409, refused.Code);
        Assert.Contains("不能照原样采纳", refused.Text);
        await clerk.Send($"/plans/{id}/take-all");
        Assert.Equal(Decision.Open, (await town.Proposals(id)).First(one => one.Id == duty).Decision);

        Assert.Equal(303, (await clerk.Send($"/plans/{id}/duties/{duty}/adopt")).Code);
        var turned = (await town.Proposals(id)).First(one => one.Id == duty);
        Assert.Equal(Decision.Taken, turned.Decision);
        Assert.DoesNotContain("截图", turned.Title);
        Assert.Equal(409, (await clerk.Send($"/plans/{id}/duties/{duty}/adopt")).Code);
    }

    [Theory, EveryDatabase]
    public async Task What_the_reader_passed_over_becomes_a_duty(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var clerk = town.Client(Roles.OfficeClerk);
        var list = await clerk.Visit($"/plans/{id}/leftovers?q=高度重视");
        Assert.Contains("各单位要高度重视，密切配合。", list.Text);
        Assert.Contains("一般要求", list.Text);
        var link = list.Page.QuerySelectorAll("a").First(a => a.TextContent == "列为任务").GetAttribute("href")!;

        var form = await clerk.Visit(link);
        Assert.Contains("各单位要高度重视", form.Text);
        Assert.Equal(422, (await clerk.Submit(form, $"/plans/{id}/duties", ("title", ""))).Code);
        var count = (await town.Proposals(id)).Count;
        Assert.Equal(303, (await clerk.Submit(form, $"/plans/{id}/duties", ("title", "密切配合"), ("units", "各单位"))).Code);
        var added = (await town.Proposals(id)).Single(one => one.Title == "密切配合");
        Assert.Equal((Decision.Taken, "", "各单位"), (added.Decision, added.Rule, added.Units));
        Assert.Contains("已在任务里", (await clerk.Visit($"/plans/{id}/leftovers?q=高度重视")).Text);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/undo")).Code);
        Assert.Equal(count, (await town.Proposals(id)).Count);

        Assert.Equal(422, (await clerk.Send($"/plans/{id}/duties/locate", ("words", "没有这一句"))).Code);
        var found = await clerk.Send($"/plans/{id}/duties/locate", ("words", "各单位要高度重视，\n密切配合。"));
        Assert.Equal(link, found.Location);
        Assert.Equal(422, (await clerk.Send($"/plans/{id}/duties", ("start", "5"), ("end", "999999"), ("title", "什么"))).Code);
        Assert.Equal(Platform.Sheets.SheetFile.ContentType, (await clerk.Visit($"/plans/{id}/leftovers?format=xlsx")).ContentType);
    }

    [Theory, EveryDatabase]
    public async Task A_reviewed_plan_is_closed_until_it_is_taken_up_again(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/take-all?at=0")).Code);
        foreach (var open in (await town.Proposals(id)).Where(one => one.Decision == Decision.Open))
            Assert.Equal(303, (await clerk.Send($"/plans/{id}/duties/{open.Id}/drop")).Code);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/finish")).Code);
        Assert.Equal(PlanState.Reviewed, (await town.Plan(id)).State);
        Assert.Equal(1, await town.Facts("plans.plan-reviewed"));

        var duty = (await town.Proposals(id))[0].Id;
        foreach (
            var act in new[]
            {
                $"duties/{duty}/take",
                $"duties/{duty}/drop",
                $"duties/{duty}/merge",
                $"duties/{duty}/edit",
                "undo",
                "take-all",
                "duties",
                "finish",
            }
        )
            Assert.Equal(409, (await clerk.Send($"/plans/{id}/{act}")).Code);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/resume")).Code);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/undo")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Two_clerks_at_once_leave_one_act(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var duty = (await town.Proposals(id))[0].Id;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.Client(Roles.OfficeClerk).Send($"/plans/{id}/duties/{duty}/take")));
        Assert.Single(answers, answer => answer.Code == 303);
        Assert.All(answers.Where(answer => answer.Code != 303), answer => Assert.Equal(409, answer.Code));
        await using var db = town.Open();
        Assert.Equal(1, await db.Set<PlanChange>().CountAsync(change => change.TenantId == Town.TenantId && change.PlanId == id));
    }

    [Theory, EveryDatabase]
    public async Task The_review_stays_within_its_office_and_its_acts(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        var duty = (await town.Proposals(id))[0].Id;
        var other = town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship));
        foreach (var path in new[] { "review", "leftovers", $"duties/{duty}/edit", $"duties/{duty}/split", "duties/new" })
        {
            Assert.Equal(404, (await other.Visit($"/plans/{id}/{path}")).Code);
            Assert.Equal(302, (await town.Stranger().Visit($"/plans/{id}/{path}")).Code);
        }
        foreach (var act in new[] { "take", "adopt", "drop", "merge", "split", "edit" })
        {
            Assert.Equal(404, (await other.Send($"/plans/{id}/duties/{duty}/{act}")).Code);
            Assert.Equal(403, (await town.Client(Roles.Leader).Send($"/plans/{id}/duties/{duty}/{act}")).Code);
            Assert.Equal(404, (await town.Client(Roles.OfficeClerk).Send($"/plans/{id}/duties/{Guid.CreateVersion7()}/{act}")).Code);
        }
        Assert.Equal(200, (await town.Client(Roles.Leader).Visit($"/plans/{id}/review")).Code);
        Assert.Equal(0, await town.Facts("plans.proposals-reviewed"));
    }

    [Theory, EveryDatabase]
    public async Task Every_filter_and_part_of_a_long_plan_answers(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var many = string.Concat(Enumerable.Range(1, 250).Select(n => $"{n}.各村每月走访群众一次，第{n}组在村口悬挂横幅不少于3条。\n"));
        var id = await town.ReadIn(Plans.Text.Replace("四、工作要求", many + "四、工作要求", StringComparison.Ordinal));
        Assert.True((await town.Proposals(id)).Count >= 500);
        var clerk = town.Client(Roles.OfficeClerk);
        var page = await clerk.Visit($"/plans/{id}/review");
        var links = page.Page.QuerySelectorAll(".review-parts a, .review-filters a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.True(links.Count > 15);
        foreach (var link in links)
        {
            var part = await clerk.Visit(link);
            Assert.Equal(200, part.Code);
            Assert.True(part.Page.QuerySelectorAll(".duty-card").Length <= ReviewParts.MostDuties + 1);
            Assert.True(part.Body.Length < 400_000, $"{link}: {part.Body.Length} bytes");
        }
    }
}
