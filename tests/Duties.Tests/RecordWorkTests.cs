using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Files;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

public sealed class RecordWorkTests
{
    [Theory, EveryDatabase]
    public async Task Work_is_recorded_with_what_is_known_filled_in(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var id = await town.Assigned();

        var liaison = town.Liaison;
        var form = await liaison.Visit($"/assignments/{id}/work");
        Assert.Equal("2026-04-03", form.Page.QuerySelector("#f-day")!.GetAttribute("value"));
        Assert.Equal("1", form.Page.QuerySelector("#f-amount")!.GetAttribute("value"));
        Assert.Equal("东沟村", form.Page.QuerySelector("#f-place")!.GetAttribute("value"));
        PageTown.Went(await liaison.Submit(form, $"/assignments/{id}/work"), $"/assignments/{id}");

        await using var db = town.Open();
        var record = await db.Set<WorkRecord>().SingleAsync(one => one.TenantId == Town.TenantId && one.AssignmentId == id);
        Assert.Equal((new DateOnly(2026, 4, 3), 1, "东沟村", ""), (record.OnDay, record.Amount, record.Place, record.Remark));
        Assert.Equal(1, await town.Facts("duties.work-recorded"));
        var page = await town.Liaison.Visit($"/assignments/{id}");
        Assert.Contains("1 / 2", (await town.Liaison.Visit($"/units/{town.East.Id}/duties")).Text);
        Assert.Contains("待完成", page.Text);
    }

    [Theory, EveryDatabase]
    public async Task Enough_work_meets_the_period_and_withdrawing_it_opens_it_again(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var id = await town.Assigned();
        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/work", PageTown.Work("2026-04-02", "2")), $"/assignments/{id}");
        var page = await town.Liaison.Visit($"/assignments/{id}");
        Assert.Contains("已完成", page.TextOf(".page-head"));
        Assert.Contains("上门讲解", page.Text);

        var record = page.Page.QuerySelector("form[action*='/withdraw']")!.GetAttribute("action")!;
        PageTown.Went(await town.Liaison.Send(record), $"/assignments/{id}");
        page = await town.Liaison.Visit($"/assignments/{id}");
        Assert.DoesNotContain("已完成", page.TextOf(".page-head"));
        Assert.Contains("已撤销，不计入", page.Text);
        PageTown.Refused(await town.Liaison.Send(record), 409, "这条工作记录已经撤销");
        Assert.Equal(1, await town.Facts("platform.fact-withdrawn"));
    }

    [Theory, EveryDatabase]
    public async Task Each_field_says_what_is_wrong_with_it_and_keeps_what_was_typed(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var id = await town.Assigned();
        foreach (
            var (day, amount, sentence) in new[]
            {
                ("2026-04-04", "1", "办理日期晚于今天"),
                ("2026-03-31", "1", "不在本单位承担这项任务的期间"),
                ("四月三日", "1", "不是有效日期"),
                ("", "1", "请填写哪天办的"),
                ("2026-04-03", "0", "不能小于 1"),
                ("2026-04-03", "很多", "不是整数"),
                ("2026-04-03", "", "请填写办了多少"),
            }
        )
        {
            var answer = await town.Liaison.Send($"/assignments/{id}/work", PageTown.Work(day, amount));
            PageTown.Refused(answer, 422, sentence);
            Assert.Contains("上门讲解", answer.Text);
        }
        var tooLong = PageTown.Work().Where(field => field.Name != "place").Append(("place", new string('村', 101)));
        PageTown.Refused(await town.Liaison.Send($"/assignments/{id}/work", [.. tooLong]), 422, "在哪里最多 100 个字");
        Assert.Equal(0, await town.Facts("duties.work-recorded"));
    }

    [Theory, EveryDatabase]
    public async Task A_file_is_optional_and_opens_to_those_above(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var id = await town.Assigned();
        var bad = await town.Liaison.Upload($"/assignments/{id}/work", "file", "台账.pdf", "no pdf"u8.ToArray(), PageTown.Work());
        Assert.Equal(422, bad.Code);
        Assert.Equal(0, await town.Facts("duties.work-recorded"));

        PageTown.Went(
            await town.Liaison.Upload($"/assignments/{id}/work", "file", "台账.txt", "走访十户"u8.ToArray(), PageTown.Work()),
            $"/assignments/{id}"
        );
        await using var db = town.Open();
        var file = await db.Set<StoredFile>().SingleAsync(one => one.TenantId == Town.TenantId);
        Assert.Contains("台账.txt", (await town.Clerk.Visit($"/assignments/{id}")).Text);
        Assert.Equal(200, (await town.Clerk.Visit($"/files/{file.Id}")).Code);
        Assert.Equal(404, (await town.WestLiaison.Visit($"/files/{file.Id}")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_unit_and_its_named_doer_record(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var id = await town.Assigned();
        Assert.StartsWith("/sign-in", (await town.Town.Stranger().Visit($"/assignments/{id}/work")).Location);
        Assert.Equal(404, (await town.WestLiaison.Send($"/assignments/{id}/work", PageTown.Work())).Code);
        Assert.Equal(404, (await town.Liaison.Send($"/assignments/{Guid.CreateVersion7()}/work", PageTown.Work())).Code);
        PageTown.Refused(await town.Clerk.Send($"/assignments/{id}/work", PageTown.Work()), 403, "只有东沟村的人员和指定的承办人可以记录");
        Assert.Equal(403, (await town.Town.Client(Roles.Auditor).Send($"/assignments/{id}/work", PageTown.Work())).Code);
        Assert.Equal(403, (await town.Town.Client(Roles.Leader).Visit($"/assignments/{id}/work")).Code);
        // A lecturer who serves at the village is of the unit; a grid officer below it only when named.
        Assert.Equal(200, (await town.Town.Client(Roles.Lecturer).Visit($"/assignments/{id}/work")).Code);
        var officer = town.Town.Of(Roles.GridOfficer);
        Assert.Equal(404, (await town.Town.Client(officer).Send($"/assignments/{id}/work", PageTown.Work())).Code);
        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/doer", ("person", officer.Person.Id.ToString())), $"/assignments/{id}");
        PageTown.Went(await town.Town.Client(officer).Send($"/assignments/{id}/work", PageTown.Work()), $"/assignments/{id}");
        Assert.Contains("入户走访宣传", (await town.Town.Client(officer).Visit("/duties")).Text);
        Assert.Equal(1, await town.Facts("duties.work-recorded"));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_recorded_after_the_campaign_has_ended(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var id = await town.Assigned();
        await town.Clerk.Send($"/campaigns/{town.Campaign.Id}/end");
        PageTown.Refused(await town.Liaison.Send($"/assignments/{id}/work", PageTown.Work()), 409, "专项行动没有在进行");
        var page = await town.Liaison.Visit($"/assignments/{id}");
        Assert.Equal(200, page.Code);
        Assert.Null(page.Page.QuerySelector($"a[href='/assignments/{id}/work']"));
    }
}
