using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

/// <summary>What the unit answers and the office decides: waiver, return, doer, measure.</summary>
public sealed class AnswerDutyTests
{
    [Theory, EveryDatabase]
    public async Task The_office_waives_a_period_and_takes_it_back(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var id = await town.Assigned();
        var form = await town.Clerk.Visit($"/assignments/{id}/waive");
        Assert.Contains("4月1日至30日", form.Text);
        PageTown.Refused(await town.Clerk.Send($"/assignments/{id}/waive", ("period", ""), ("reason", "")), 422, "请填写免除的原因");
        Assert.Equal(422, (await town.Clerk.Send($"/assignments/{id}/waive", ("period", "2026-04-07"), ("reason", "本村没有住户"))).Code);
        PageTown.Went(await town.Clerk.Send($"/assignments/{id}/waive", ("period", "2026-04-01"), ("reason", "四月全村搬迁")), $"/assignments/{id}");

        var page = await town.Liaison.Visit($"/assignments/{id}");
        Assert.Contains("已免除", page.TextOf(".page-head"));
        Assert.Contains("四月全村搬迁", page.Text);
        Assert.Contains("入户走访宣传", (await town.Liaison.Visit("/duties?state=waived")).Text);
        Assert.Equal(1, await town.Facts("duties.duty-waived"));
        PageTown.Refused(
            await town.Clerk.Send($"/assignments/{id}/waive", ("period", "whole"), ("reason", "四月全村搬迁")) is { Code: 303 } whole
                ? await town.Clerk.Send($"/assignments/{id}/waive", ("period", "whole"), ("reason", "再免一次"))
                : throw new InvalidOperationException("the whole duty was not waived"),
            409,
            "这一期已经免除"
        );

        // Nothing but the whole is left to be waived, and it is chosen already.
        var rest = await town.Clerk.Visit($"/assignments/{id}/waive");
        Assert.Equal("whole", rest.Page.QuerySelector("input[name=period][checked]")?.GetAttribute("value"));

        var office = await town.Clerk.Visit($"/assignments/{id}");
        foreach (var undo in office.Page.QuerySelectorAll("form[action*='/waivers/']").Select(one => one.GetAttribute("action")!))
        {
            PageTown.Went(await town.Clerk.Send(undo), $"/assignments/{id}");
            PageTown.Refused(await town.Clerk.Send(undo), 409, "这项免除已经撤销");
        }
        Assert.Contains("待完成", (await town.Liaison.Visit($"/assignments/{id}")).TextOf(".page-head"));
        await using var db = town.Open();
        Assert.Equal(2, await db.Set<Waiver>().CountAsync(one => one.TenantId == Town.TenantId && one.WithdrawnAt != null));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_issuing_office_waives(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var id = await town.Assigned();
        var fields = new[] { ("period", "2026-04-01"), ("reason", "四月全村搬迁") };
        Assert.StartsWith("/sign-in", (await town.Town.Stranger().Visit($"/assignments/{id}/waive")).Location);
        Assert.Equal(403, (await town.Liaison.Send($"/assignments/{id}/waive", fields)).Code);
        Assert.Equal(403, (await town.Town.Client(Roles.Leader).Send($"/assignments/{id}/waive", fields)).Code);
        var other = town.Town.Client(town.Town.Of(Roles.OfficeClerk, town.Town.OtherTownship));
        Assert.Equal(404, (await other.Send($"/assignments/{id}/waive", fields)).Code);
        Assert.Equal(0, await town.Facts("duties.duty-waived"));
    }

    [Theory, EveryDatabase]
    public async Task A_returned_duty_is_moved_to_another_unit_from_a_day_on(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var duty = await town.Opened(PageTown.Monthly, town.East);
        var id = (await town.AssignmentOf(duty, town.East)).Id;
        PageTown.Refused(await town.Liaison.Send($"/assignments/{id}/return", ("reason", "")), 422, "请填写退回的原因");
        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/return", ("reason", "这片归西岭村管")), $"/assignments/{id}");
        PageTown.Refused(await town.Liaison.Send($"/assignments/{id}/return", ("reason", "这片归西岭村管")), 409, "已经申请退回");
        Assert.Contains("已申请退回", (await town.Liaison.Visit("/duties")).Text);

        var href = (await town.Clerk.Visit($"/assignments/{id}")).Page.QuerySelector("a[href*='/returns/']")!.GetAttribute("href")!;
        Assert.Contains(href, (await town.Clerk.Visit($"/duties/{duty}")).Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(403, (await town.Liaison.Visit(href)).Code);
        Assert.Contains("这片归西岭村管", (await town.Clerk.Visit(href)).Text);
        PageTown.Refused(
            await town.Clerk.Send(href, ("decision", "move"), ("unit", ""), ("fromOn", "2026-04-03"), ("answer", "")),
            422,
            "请选择改派给哪个单位"
        );
        PageTown.Refused(await town.Clerk.Send(href, ("decision", ""), ("fromOn", "2026-04-03")), 422, "请选择怎样处理");
        PageTown.Refused(
            await town.Clerk.Send(href, ("decision", "move"), ("unit", town.West.Id.ToString()), ("fromOn", "2026-03-31"), ("answer", "")),
            422,
            "生效日期应晚于这项任务开始的日期"
        );
        PageTown.Went(
            await town.Clerk.Send(href, ("decision", "move"), ("unit", town.West.Id.ToString()), ("fromOn", "2026-04-03"), ("answer", "同意")),
            $"/assignments/{id}"
        );
        Assert.Contains("不再承担", (await town.Liaison.Visit($"/assignments/{id}")).Text);
        Assert.Contains("入户走访宣传", (await town.WestLiaison.Visit("/duties")).Text);
        Assert.Equal(409, (await town.Clerk.Send(href, ("decision", "drop"), ("fromOn", "2026-04-03"))).Code);
        Assert.Equal((1, 1), (await town.Facts("duties.duty-returned"), await town.Facts("duties.duty-return-decided")));
        Assert.Equal(1, await town.Facts("duties.duty-reassigned"));
    }

    [Theory, EveryDatabase]
    public async Task Where_every_unit_owes_it_already_a_return_offers_no_other(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        Guid duty;
        await using (var db = town.Open())
        {
            var all = (await CampaignQuestions.Units(db, Town.TenantId, town.Campaign.Id, PageTown.First)).Select(unit => unit.Id).ToList();
            duty = await town.Opened(
                PageTown.Monthly,
                [.. await db.Units.Where(unit => unit.TenantId == Town.TenantId && all.Contains(unit.Id)).ToListAsync()]
            );
        }
        var id = (await town.AssignmentOf(duty, town.East)).Id;
        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/return", ("reason", "本村人手不够")), $"/assignments/{id}");
        var href = (await town.Clerk.Visit($"/assignments/{id}")).Page.QuerySelector("a[href*='/returns/']")!.GetAttribute("href")!;
        var page = await town.Clerk.Visit(href);
        Assert.Equal(["drop", "decline"], page.Page.QuerySelectorAll("input[name=decision]").Select(choice => choice.GetAttribute("value")));
        Assert.Null(page.Page.QuerySelector("[name=unit]"));
        Assert.Equal(422, (await town.Clerk.Send(href, ("decision", "move"), ("fromOn", "2026-04-03"), ("answer", ""))).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_return_is_declined_with_words_or_accepted_for_nobody(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var id = await town.Assigned();
        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/return", ("reason", "本村人手不够")), $"/assignments/{id}");
        var href = (await town.Clerk.Visit($"/assignments/{id}")).Page.QuerySelector("a[href*='/returns/']")!.GetAttribute("href")!;
        PageTown.Refused(await town.Clerk.Send(href, ("decision", "decline"), ("fromOn", "2026-04-03"), ("answer", "")), 422, "请写明理由");
        PageTown.Went(
            await town.Clerk.Send(href, ("decision", "decline"), ("fromOn", "2026-04-03"), ("answer", "可请网格员承办")),
            $"/assignments/{id}"
        );
        Assert.Contains("可请网格员承办", (await town.Liaison.Visit($"/assignments/{id}")).Text);
        PageTown.Refused(await town.Clerk.Visit(href), 409, "这次退回已经处理过了");

        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/return", ("reason", "本村没有住户")), $"/assignments/{id}");
        href = (await town.Clerk.Visit($"/assignments/{id}")).Page.QuerySelector("a[href*='/returns/']")!.GetAttribute("href")!;
        PageTown.Went(await town.Clerk.Send(href, ("decision", "drop"), ("fromOn", "2026-04-03"), ("answer", "")), $"/assignments/{id}");
        Assert.DoesNotContain("入户走访宣传", (await town.Liaison.Visit("/duties")).Text);
        PageTown.Refused(await town.Liaison.Send($"/assignments/{id}/work", PageTown.Work()), 409, "已不由本单位承担");
    }

    [Theory, EveryDatabase]
    public async Task A_unit_hands_its_duty_to_a_doer_and_takes_it_back(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var id = await town.Assigned();
        var officer = town.Town.Of(Roles.GridOfficer);
        var stranger = town.Town.Of(Roles.GridOfficer, town.Town.WestGrid);
        Assert.Equal(422, (await town.Liaison.Send($"/assignments/{id}/doer", ("person", stranger.Person.Id.ToString()))).Code);
        Assert.Equal(422, (await town.Liaison.Send($"/assignments/{id}/doer", ("person", ""))).Code);
        PageTown.Refused(
            await town.Clerk.Send($"/assignments/{id}/doer", ("person", officer.Person.Id.ToString())),
            403,
            "只有东沟村的人员可以退回或指定承办人"
        );
        PageTown.Refused(await town.Liaison.Send($"/assignments/{id}/doer/take-back"), 409, "没有指定承办人");
        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/doer", ("person", officer.Person.Id.ToString())), $"/assignments/{id}");

        Assert.Contains(officer.Name, (await town.Clerk.Visit($"/units/{town.East.Id}/duties")).Text);
        var mine = await town.Town.Client(officer).Visit("/duties");
        Assert.Contains("入户走访宣传", mine.Text);
        Assert.Equal(200, (await town.Town.Client(officer).Visit($"/assignments/{id}")).Code);
        Assert.Equal(200, (await town.Town.Client(officer).Visit($"/assignments/{id}/periods/2026-04-03")).Code);

        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/doer/take-back"), $"/assignments/{id}");
        Assert.DoesNotContain("入户走访宣传", (await town.Town.Client(officer).Visit("/duties")).Text);
        Assert.Equal(404, (await town.Town.Client(officer).Visit($"/assignments/{id}")).Code);
        Assert.Equal(2, await town.Facts("duties.doer-named"));
    }

    [Theory, EveryDatabase]
    public async Task The_office_lets_another_measure_count_from_a_day_on(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var duty = await town.Opened(
            new Exports.DutyDraft
            {
                Title = "开展业务培训",
                Source = "每月培训宣讲员一次。",
                Kind = "training",
                Timing = Exports.Timing.Each(Exports.CadencePer.Month, 1, PageTown.First, PageTown.Last),
                FromOn = PageTown.First,
                Assignments = [new Exports.AssignmentDraft(town.East.Id)],
            }
        );
        Assert.Contains("由承担单位记录工作", (await town.Clerk.Visit($"/duties/{duty}")).Text);
        Assert.Equal(422, (await town.Clerk.Send($"/duties/{duty}/measure", ("measure", "messaging.delivered"), ("fromOn", "2026-04-03"))).Code);
        Assert.Equal(403, (await town.Liaison.Visit($"/duties/{duty}/measure")).Code);
        Assert.Equal(404, (await town.Town.Client(town.Town.Of(Roles.OfficeClerk, town.Town.OtherTownship)).Visit($"/duties/{duty}/measure")).Code);
        PageTown.Went(
            await town.Clerk.Send($"/duties/{duty}/measure", ("measure", CampaignMeasures.LecturersTrained.Key), ("fromOn", "2026-04-03")),
            $"/duties/{duty}"
        );
        Assert.Contains("系统按“宣讲员参训”", (await town.Clerk.Visit($"/duties/{duty}")).Text);
        var assignment = (await town.AssignmentOf(duty, town.East)).Id;
        var period = await town.Clerk.Visit($"/assignments/{assignment}/periods/2026-04-01");
        Assert.Equal(["工作记录", "宣讲员参训"], period.TextsOf("td[data-label='按什么计']"));
        Assert.NotNull(period.Page.QuerySelector("a[href^='/numbers/organisation.lecturers-trained?']"));
        Assert.Equal(1, await town.Facts("duties.duty-rebound"));
    }
}
