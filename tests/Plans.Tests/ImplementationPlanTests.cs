using System.Text;
using Microsoft.EntityFrameworkCore;
using Wuzha.Messaging.Exports;
using Wuzha.Plans.Exports;
using Wuzha.Plans.Implementation;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;
using static Wuzha.Plans.Tests.PlanTown;

namespace Wuzha.Plans.Tests;

public sealed class ImplementationPlanTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    private static async Task<(Guid Campaign, string Href)> Asked(Town town, string dueOn = "2026-04-10")
    {
        var id = await town.Running();
        Went(
            await town.Client(Roles.OfficeClerk).Send($"/campaigns/{id}/implementation-plans/ask", ("whom", "all"), ("dueOn", dueOn)),
            $"/campaigns/{id}/implementation-plans"
        );
        return (id, $"/campaigns/{id}/implementation-plans/{town.EastVillage.Id}");
    }

    private static TownClient East(Town town) => town.Client(town.Of(Roles.Liaison, town.EastVillage));

    private static async Task<ImplementationState> State(Town town, Unit unit)
    {
        await using var db = town.Open();
        return await db.Set<ImplementationPlan>()
            .Where(plan => plan.TenantId == Town.TenantId && plan.UnitId == unit.Id)
            .Select(plan => plan.State)
            .SingleAsync();
    }

    [Theory, EveryDatabase]
    public async Task The_office_asks_every_unit_once_and_may_move_the_day(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, _) = await Asked(town);
        // Three villages, school, bank and police station.
        Assert.Equal(6, (await town.Book<ImplementationPlanAsked>("plans.implementation-plan-asked")).Count);
        Assert.Equal(6, (await town.Book<MatterUnsettled>("messaging.matter-unsettled")).Count);

        var clerk = town.Client(Roles.OfficeClerk);
        var ask = $"/campaigns/{id}/implementation-plans/ask";
        Went(await clerk.Send(ask, ("whom", "all"), ("dueOn", "2026-04-10")), $"/campaigns/{id}/implementation-plans");
        Assert.Equal(6, (await town.Book<ImplementationPlanAsked>("plans.implementation-plan-asked")).Count);

        Went(await clerk.Send(ask, ("whom", "village"), ("dueOn", "2026-04-14")), $"/campaigns/{id}/implementation-plans");
        var moved = (await town.Book<ImplementationPlanAsked>("plans.implementation-plan-asked")).Where(fact =>
            fact.DueOn == new DateOnly(2026, 4, 14)
        );
        Assert.Equal(3, moved.Count());
        var unsettled = await town.Book<MatterUnsettled>("messaging.matter-unsettled");
        // The deadline is the first moment that is too late: midnight in Shanghai after the 14th.
        Assert.Equal(3, unsettled.Count(matter => matter.DueAt == new DateTime(2026, 4, 14, 16, 0, 0, DateTimeKind.Utc)));
    }

    [Theory, EveryDatabase]
    public async Task The_deadline_is_a_working_day_within_the_campaign_and_somebody_must_be_asked(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Running();
        var clerk = town.Client(Roles.OfficeClerk);
        var ask = $"/campaigns/{id}/implementation-plans/ask";
        foreach (
            var (day, sentence) in new[]
            {
                ("", "请填写报送期限。"),
                ("2026-04-06", "不是工作日，请改为工作日，例如 2026-04-07"),
                ("2026-04-02", "不能早于今天"),
                ("2026-07-01", "应在专项行动截止日期"),
            }
        )
            Refused(await clerk.Send(ask, ("whom", "all"), ("dueOn", day)), 422, sentence);
        Refused(await clerk.Send(ask, ("whom", "hotel"), ("dueOn", "2026-04-10")), 422, "不在可选范围内");
        Refused(await clerk.Send(ask, ("whom", ""), ("dueOn", "2026-04-10")), 422, "请选择要求哪些单位。");
        Assert.Empty(await town.Book<ImplementationPlanAsked>("plans.implementation-plan-asked"));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_files_is_returned_and_files_again_and_the_history_stays(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (_, href) = await Asked(town);
        var (liaison, clerk) = (East(town), town.Client(Roles.OfficeClerk));
        Refused(await liaison.Send($"{href}/file", ("text", "  ")), 422, "请填写实施方案正文，或上传文件");
        Assert.Contains("报送本单位实施方案", (await liaison.Visit("/")).Text, StringComparison.Ordinal);

        Went(await liaison.Send($"{href}/file", ("text", "本村由网格员分片负责，四月底前走完各户。")), href);
        Assert.Equal(ImplementationState.Filed, await State(town, town.EastVillage));
        Assert.Equal(1, await town.Tally(PlanMeasures.ImplementationPlansFiled, town.EastVillage.Id));
        Refused(await liaison.Send($"{href}/file", ("text", "再报一次")), 409, "已经报送，正等办公室审批");
        Assert.Contains("1 份实施方案待审", (await clerk.Visit("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("报送本单位实施方案", (await liaison.Visit("/")).Text, StringComparison.Ordinal);

        Refused(await clerk.Send($"{href}/return", ("answer", ""), ("dueOn", "2026-04-14")), 422, "请填写退回意见。");
        Refused(await clerk.Send($"{href}/return", ("answer", "请写明谁负责"), ("dueOn", "2026-04-12")), 422, "不是工作日");
        Went(await clerk.Send($"{href}/return", ("answer", "请写明每个网格由谁负责"), ("dueOn", "2026-04-14")), href);
        Assert.Single(await town.Book<MessageWanted>("messaging.message-wanted"), wish => wish.Template == "plans.implementation-returned");
        Assert.DoesNotContain("由谁负责", string.Join('\n', await town.Book<ImplementationPlanDecided>("plans.implementation-plan-decided")));
        var returned = await liaison.Visit(href);
        Assert.Contains("请写明每个网格由谁负责", returned.Text, StringComparison.Ordinal);
        // What was filed stands in the form, to be corrected and not typed again.
        Assert.Contains("四月底前走完各户", returned.TextOf("textarea[name=text]"), StringComparison.Ordinal);
        Assert.Contains("修改、重报本单位实施方案", (await liaison.Visit("/")).Text, StringComparison.Ordinal);

        Went(await liaison.Upload($"{href}/file", "file", "东沟村实施方案.pdf", Pdf, ("text", "一网格由网格长负责，二网格由网格员负责。")), href);
        Assert.Equal(1, await town.Tally(PlanMeasures.ImplementationPlansFiled, town.EastVillage.Id));
        Went(await clerk.Send($"{href}/approve"), href);
        Refused(await clerk.Send($"{href}/approve"), 409, "不在“待审”状态");
        Assert.Equal(1, await town.Tally(PlanMeasures.ImplementationPlansApproved, town.EastVillage.Id));

        var page = await liaison.Visit(href);
        Assert.Equal(["第 2 次报送 ✓已批准", "第 1 次报送 –已退回"], page.TextsOf("main section h2"));
        Assert.Contains("四月底前走完各户", page.Text, StringComparison.Ordinal);
        Assert.Contains("东沟村实施方案.pdf", page.Text, StringComparison.Ordinal);
        var file = page.Page.QuerySelector("a[href^='/files/']")!.GetAttribute("href")!;
        Assert.Equal(Pdf, (await clerk.Visit(file)).Body);
        Assert.Equal(404, (await town.Client(town.Of(Roles.Liaison, town.WestVillage)).Visit(file)).Code);
        Refused(await liaison.Send($"{href}/file", ("text", "再报")), 409, "已经批准");
    }

    [Theory, EveryDatabase]
    public async Task A_filing_is_taken_back_and_a_decision_undone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (_, href) = await Asked(town);
        var (liaison, clerk) = (East(town), town.Client(Roles.OfficeClerk));
        Refused(await liaison.Send($"{href}/take-back"), 409, "不在“待审”状态");
        Refused(await clerk.Send($"{href}/undo"), 409, "还没有审批结果");

        Went(await liaison.Send($"{href}/file", ("text", "第一稿")), href);
        Went(await liaison.Send($"{href}/take-back"), href);
        Assert.Equal(ImplementationState.Asked, await State(town, town.EastVillage));
        Assert.Equal(0, await town.Tally(PlanMeasures.ImplementationPlansFiled, town.EastVillage.Id));

        Went(await liaison.Send($"{href}/file", ("text", "第二稿")), href);
        Assert.Equal(1, await town.Tally(PlanMeasures.ImplementationPlansFiled, town.EastVillage.Id));
        Went(await clerk.Send($"{href}/approve"), href);
        Went(await clerk.Send($"{href}/undo"), href);
        Assert.Equal(0, await town.Tally(PlanMeasures.ImplementationPlansApproved, town.EastVillage.Id));
        Went(await clerk.Send($"{href}/return", ("answer", "再细一些"), ("dueOn", "2026-04-14")), href);
        Went(await liaison.Send($"{href}/file", ("text", "第三稿")), href);
        Went(await liaison.Send($"{href}/take-back"), href);
        // The second filing was returned; so the unit stands where it stood before the third.
        Assert.Equal(ImplementationState.Returned, await State(town, town.EastVillage));
        Went(await clerk.Send($"{href}/undo"), href);
        Assert.Equal(ImplementationState.Filed, await State(town, town.EastVillage));
        Assert.Equal(1, await town.Tally(PlanMeasures.ImplementationPlansFiled, town.EastVillage.Id));
        Assert.Equal(3, (await liaison.Visit(href)).TextsOf("main section h2").Count(title => title.StartsWith('第')));
    }

    [Theory, EveryDatabase]
    public async Task The_ladder_climbs_until_it_is_filed_and_again_after_a_return(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (_, href) = await Asked(town);
        await town.Drain();
        var clerk = town.Client(Roles.OfficeClerk);
        async Task<int> Open() =>
            (await clerk.Visit("/escalations?state=open")).TextsOf("main tbody tr").Count(row => row.Contains("东沟村", StringComparison.Ordinal));
        Assert.Equal(1, await Open());

        town.Clock.Advance(TimeSpan.FromMinutes(1));
        Went(await East(town).Send($"{href}/file", ("text", "本村方案")), href);
        await town.Drain();
        Assert.Equal(0, await Open());

        town.Clock.Advance(TimeSpan.FromMinutes(1));
        Went(await clerk.Send($"{href}/return", ("answer", "请补充时间"), ("dueOn", "2026-04-14")), href);
        await town.Drain();
        Assert.Equal(1, await Open());

        town.Clock.Advance(TimeSpan.FromMinutes(1));
        Went(await clerk.Send($"{href}/release"), href[..href.LastIndexOf('/')]);
        await town.Drain();
        Assert.Equal(0, await Open());
        Refused(await clerk.Send($"{href}/release"), 409, "不能再免");
        Refused(await East(town).Send($"{href}/file", ("text", "仍想报")), 409, "没有要求这个单位报送");
    }

    [Theory, EveryDatabase]
    public async Task The_list_answers_who_has_not_filed_and_exports_what_is_seen(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, href) = await Asked(town);
        Went(await East(town).Send($"{href}/file", ("text", "本村方案")), href);
        town.Clock.Set(new DateTime(2026, 4, 14, 2, 0, 0, DateTimeKind.Utc));
        var clerk = town.Client(Roles.OfficeClerk);
        var list = $"/campaigns/{id}/implementation-plans";

        var page = await clerk.Visit(list);
        Assert.Contains("6 个单位中还有 5 个没报（逾期 5 个），待审 1 份，已批准 0 份。", page.Text, StringComparison.Ordinal);
        Assert.Contains("逾期 4 天", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, Rows(await clerk.Visit($"{list}?state=filed")));
        Assert.Equal(5, Rows(await clerk.Visit($"{list}?state=unfiled")));
        Assert.Equal(5, Rows(await clerk.Visit($"{list}?state=overdue")));
        Assert.Equal(0, Rows(await clerk.Visit($"{list}?state=approved")));
        Assert.Equal(1, Rows(await clerk.Visit($"{list}?q={Uri.EscapeDataString("西岭")}")));
        Assert.Equal(SheetFile.ContentType, (await clerk.Visit($"{list}?state=unfiled&format=xlsx")).ContentType);
        // A village sees its own row and no other.
        Assert.Equal(1, Rows(await East(town).Visit(list)));
        Assert.Contains("实施方案", (await East(town).Visit($"/campaigns/{id}")).Text, StringComparison.Ordinal);
    }

    private static int Rows(Answer page) => page.TextsOf("main tbody tr").Count(row => !row.Contains("没有", StringComparison.Ordinal));

    [Theory, EveryDatabase]
    public async Task Strangers_others_and_those_without_the_act_are_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, href) = await Asked(town);
        var list = $"/campaigns/{id}/implementation-plans";
        Assert.Equal(302, (await town.Stranger().Visit(list)).Code);
        Assert.Equal(403, (await town.Client(Roles.Teacher).Visit(list)).Code);
        var west = town.Client(town.Of(Roles.Liaison, town.WestVillage));
        Assert.Equal(404, (await west.Visit(href)).Code);
        Assert.Equal(404, (await west.Send($"{href}/file", ("text", "替东沟村报"))).Code);
        Assert.Equal(403, (await East(town).Send($"{href}/approve")).Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Send($"{href}/file", ("text", "领导代报"))).Code);
        Assert.Equal(404, (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Visit(list)).Code);
        Assert.Equal(404, (await town.Client(Roles.OfficeClerk).Visit($"{list}/{Guid.CreateVersion7()}")).Code);
        Assert.Equal(ImplementationState.Asked, await State(town, town.EastVillage));
    }

    [Theory, EveryDatabase]
    public async Task An_ended_campaign_takes_no_more_plans(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, href) = await Asked(town);
        var clerk = town.Client(Roles.OfficeClerk);
        Went(await clerk.Send($"/campaigns/{id}/end"), $"/campaigns/{id}");
        Refused(await East(town).Send($"{href}/file", ("text", "本村方案")), 409, "这个专项行动没有在进行");
        Refused(await clerk.Send($"/campaigns/{id}/implementation-plans/ask", ("whom", "all"), ("dueOn", "2026-04-10")), 409, "没有在进行");
        Assert.DoesNotContain("报送本单位实施方案", (await East(town).Visit("/")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await clerk.Visit(href)).Code);
    }

    [Theory, EveryDatabase]
    public async Task Two_at_once_leave_one_filing_and_one_decision(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (_, href) = await Asked(town);
        var both = await Task.WhenAll(
            East(town).Send($"{href}/file", ("text", "甲稿")),
            town.Client(town.Of(Roles.FirstResponsible, town.EastVillage)).Send($"{href}/file", ("text", "乙稿"))
        );
        Assert.Single(both, answer => answer.Code == 303);
        Assert.Single(both, answer => answer.Code == 409);
        await using var db = town.Open();
        Assert.Equal(1, await db.Set<ImplementationFiling>().CountAsync(filing => filing.TenantId == Town.TenantId));
        Assert.Single(await town.Book<ImplementationPlanFiled>("plans.implementation-plan-filed"));
    }

    [Theory, EveryDatabase]
    public async Task A_file_that_is_none_is_refused_and_what_was_typed_stays(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (_, href) = await Asked(town);
        var answer = await East(town).Upload($"{href}/file", "file", "方案.pdf", "不是文件"u8.ToArray(), ("text", "正文已经写好"));
        Assert.Equal(422, answer.Code);
        Assert.Equal("正文已经写好", answer.TextOf("textarea[name=text]"));
        Refused(await East(town).Upload($"{href}/file", "file", "方案.exe", Pdf), 422, "不是可用的文件");
        Assert.Equal(ImplementationState.Asked, await State(town, town.EastVillage));
    }
}
