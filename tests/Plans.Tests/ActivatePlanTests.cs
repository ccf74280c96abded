using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Plans.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;
using static Wuzha.Plans.Tests.PlanTown;

namespace Wuzha.Plans.Tests;

public sealed class ActivatePlanTests
{
    private const string Name = "2026年青溪镇反诈宣传专项行动";

    /// <summary>Three duties: one for every village, one for the school, one that counts on households.</summary>
    private const string Text = """
        青溪镇反电信网络诈骗宣传工作方案
        青反诈发〔2026〕3号
        为做好全镇反电信网络诈骗宣传工作，制定本方案。行动时间自2026年4月1日起至2026年6月30日止。
        一、工作任务
        （一）宣传会。各村（社区）每月至少开展1次防骗宣讲。
        （二）主题班会。青溪镇中心小学每学期开展反诈主题班会不少于2次。
        （三）阵地宣传。各村（社区）于4月10日前悬挂横幅不少于3条。
        青溪镇人民政府
        2026年3月30日
        """;

    private static async Task<Guid> Reviewed(Town town, string text = Text, Func<Proposal, Proposal>? correct = null)
    {
        var id = await town.ReadIn(text);
        await town.TakeAll(
            id,
            correct ?? (proposal => proposal.UnitNames is ["青溪镇中心小学"] ? proposal with { Units = town.School.Name } : proposal)
        );
        Went(await town.Client(Roles.OfficeClerk).Send($"/plans/{id}/finish"), $"/plans/{id}");
        return id;
    }

    private static async Task<IReadOnlyList<RunningDuty>> Running(Town town, Guid campaign)
    {
        await using var db = town.Open();
        return await DutyBook.Of(db, Town.TenantId, campaign, new DateOnly(2026, 4, 3));
    }

    private static (string, string)[] Fields(string campaign = "new", string from = "2026-04-03", string name = Name) =>
        [("campaign", campaign), ("from", from), ("name", name)];

    [Theory, EveryDatabase]
    public async Task The_outcome_says_who_owes_what_when_and_what_it_costs(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Reviewed(town);
        var page = await town.Client(Roles.OfficeClerk).Visit($"/plans/{id}/outcome");
        Assert.Equal(200, page.Code);
        Assert.Contains("3 条任务落到 4 个单位，共 7 项", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 个单位", page.Text, StringComparison.Ordinal);
        Assert.Contains("每月至少 1 次", page.Text, StringComparison.Ordinal);
        Assert.Contains("4月10日前完成", page.Text, StringComparison.Ordinal);
        // A banner is due within two weeks for three villages, the monthly meeting is not.
        Assert.Contains("头两周最多 3 次", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有任务的单位", page.Text, StringComparison.Ordinal);
        Assert.Contains(town.Bank.Name, page.Text, StringComparison.Ordinal);
        Assert.Equal("2026年青溪镇反电信网络诈骗宣传专项行动", page.Page.QuerySelector("input[name=name]")!.GetAttribute("value"));

        var duty = page.Page.QuerySelectorAll("main td.card-title a").First(link => link.TextContent.Contains("横幅")).GetAttribute("href")!;
        var units = await town.Client(Roles.OfficeClerk).Visit(duty);
        Assert.Contains("东沟村", units.Text, StringComparison.Ordinal);
        Assert.Contains("各村（社区）于4月10日前悬挂横幅不少于3条", units.Text, StringComparison.Ordinal);
        Assert.Equal(Platform.Sheets.SheetFile.ContentType, (await town.Client(Roles.OfficeClerk).Visit(duty + "&format=xlsx")).ContentType);
    }

    [Theory, EveryDatabase]
    public async Task Activating_opens_the_campaign_and_its_duties_and_says_what_happened(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Reviewed(town);
        var clerk = town.Client(Roles.OfficeClerk);
        Went(await clerk.Send($"/plans/{id}/activate", Fields()), $"/plans/{id}/activated");

        var plan = await town.Plan(id);
        Assert.Equal(PlanState.Activated, plan.State);
        var fact = Assert.Single(await town.Book<PlanActivated>("plans.plan-activated"));
        Assert.Equal((3, 7, plan.CampaignId), (fact.Opened, fact.Assignments, fact.CampaignId));
        Assert.Equal(7, (await town.Book<DutyAssigned>("duties.duty-assigned")).Count);
        var running = await Running(town, plan.CampaignId!.Value);
        Assert.Equal([1, 2, 3], running.Select(duty => duty.Number));
        Assert.All(running, duty => Assert.Equal(id, duty.PlanId));
        Assert.Equal([3], running.Single(duty => duty.Title.Contains("横幅")).Assignments.Select(to => to.Needed).Distinct());

        var page = await clerk.Visit($"/plans/{id}/activated");
        Assert.Contains("下达了 3 条任务，分给各单位共 7 项。", page.Text, StringComparison.Ordinal);
        Assert.Contains(Name, page.Text, StringComparison.Ordinal);
        Went(await clerk.Visit($"/plans/{id}/outcome"), $"/plans/{id}/activated");
        Assert.Contains(Name, (await town.Client(Roles.Liaison).Visit("/campaigns")).Text, StringComparison.Ordinal);
        Refused(await clerk.Send($"/plans/{id}/discard"), 409, "已经启动，不能作废");
    }

    [Theory, EveryDatabase]
    public async Task Pressing_twice_and_two_clerks_at_once_leave_one_campaign(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Reviewed(town);
        var both = await Task.WhenAll(
            town.Client(Roles.OfficeClerk).Send($"/plans/{id}/activate", Fields()),
            town.Client(Roles.OfficeClerk).Send($"/plans/{id}/activate", Fields(name: "另一个名称"))
        );
        foreach (var answer in both)
            Went(answer, $"/plans/{id}/activated");
        Went(await town.Client(Roles.OfficeClerk).Send($"/plans/{id}/activate", Fields()), $"/plans/{id}/activated");
        Assert.Single(await town.Book<PlanActivated>("plans.plan-activated"));
        Assert.Equal(3, (await town.Book<DutyOpened>("duties.duty-opened")).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_plan_goes_into_a_campaign_that_runs_already(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var campaign = await town.Running();
        var id = await Reviewed(town);
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Contains(
            "加到“2026年全民反诈专项行动”里",
            (await clerk.Visit($"/plans/{id}/outcome?campaign={campaign}")).Text,
            StringComparison.Ordinal
        );
        Went(await clerk.Send($"/plans/{id}/activate", Fields($"{campaign}")), $"/plans/{id}/activated");
        Assert.Equal(campaign, (await town.Plan(id)).CampaignId);
        Assert.Equal(3, (await Running(town, campaign)).Count);
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_settled_stops_the_activation_and_nothing_is_left(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var open = await town.ReadIn(Text);
        Refused(await clerk.Send($"/plans/{open}/activate", Fields()), 409, "方案还没有审完");

        var nobody = await Reviewed(
            town,
            correct: proposal => proposal with { Units = proposal.UnitNames is ["各村（社区）"] ? "相关部门" : town.School.Name }
        );
        var page = await clerk.Visit($"/plans/{nobody}/outcome");
        Assert.Contains("“相关部门”（2 条任务）", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll($"form[action='/plans/{nobody}/activate']"));
        Refused(await clerk.Send($"/plans/{nobody}/activate", Fields()), 409, "还有任务没有单位承担");

        var id = await Reviewed(town);
        Refused(await clerk.Send($"/plans/{id}/activate", Fields(name: "")), 422, "请填写专项行动名称。");
        Refused(await clerk.Send($"/plans/{id}/activate", Fields(from: "2026-08-01")), 422, "执行日期应在专项行动期间");
        Refused(await clerk.Send($"/plans/{id}/activate", Fields(from: "明天")), 422, "不是有效日期");
        Assert.Empty(await town.Book<DutyOpened>("duties.duty-opened"));
        Assert.Empty(await town.Book<Wuzha.Organisation.Exports.CampaignDrafted>("organisation.campaign-drafted"));
        Assert.Equal(PlanState.Reviewed, (await town.Plan(id)).State);
    }

    [Theory, EveryDatabase]
    public async Task A_duty_of_a_unit_above_is_shown_and_not_asked(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Reviewed(town, correct: proposal => proposal with { Units = proposal.Kind == "display" ? "县公安局" : town.School.Name });
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Contains("1 条属于本级以外，不下达", (await clerk.Visit($"/plans/{id}/outcome")).Text, StringComparison.Ordinal);
        Went(await clerk.Send($"/plans/{id}/activate", Fields()), $"/plans/{id}/activated");
        Assert.Equal(2, (await town.Book<DutyOpened>("duties.duty-opened")).Count);
    }

    [Theory, EveryDatabase]
    public async Task Above_the_ceiling_a_leader_must_have_agreed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Reviewed(
            town,
            correct: proposal => proposal with { Units = "各村（社区）", Kind = "visit", Times = 5, Per = "week", Deadline = null }
        );
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Contains("须由一位领导批准", (await clerk.Visit($"/plans/{id}/outcome")).Text, StringComparison.Ordinal);
        Refused(await clerk.Send($"/plans/{id}/activate", Fields()), 422, "请选批准启用的领导");
        var leader = town.Of(Roles.Leader);
        Refused(await clerk.Send($"/plans/{id}/activate", [.. Fields(), ("approver", $"{town.Of(Roles.Liaison).Person.Id}")]), 422, "不在可选范围内");
        Went(await clerk.Send($"/plans/{id}/activate", [.. Fields(), ("approver", $"{leader.Person.Id}")]), $"/plans/{id}/activated");
        Assert.Equal(leader.Person.Id, Assert.Single(await town.Book<PlanActivated>("plans.plan-activated")).ApprovedBy);
        Assert.Contains(leader.Name, (await clerk.Visit($"/plans/{id}/activated")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Others_see_and_do_only_what_is_theirs(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Reviewed(town);
        foreach (var path in (string[])["outcome", "activated"])
        {
            Assert.Equal(302, (await town.Stranger().Visit($"/plans/{id}/{path}")).Code);
            Assert.Equal(403, (await town.Client(Roles.Liaison).Visit($"/plans/{id}/{path}")).Code);
            Assert.Equal(404, (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Visit($"/plans/{id}/{path}")).Code);
        }
        Assert.Equal(403, (await town.Client(Roles.Leader).Send($"/plans/{id}/activate", Fields())).Code);
        Assert.Equal(404, (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Send($"/plans/{id}/activate", Fields())).Code);
        Assert.Equal(409, (await town.Client(Roles.OfficeClerk).Visit($"/plans/{id}/activated")).Code);
        var seen = await town.Client(Roles.Leader).Visit($"/plans/{id}/outcome");
        Assert.Equal(200, seen.Code);
        Assert.Empty(seen.Page.QuerySelectorAll($"form[action='/plans/{id}/activate']"));
    }

    [Theory, EveryDatabase]
    public async Task Killed_before_the_end_nothing_stands_and_it_can_be_done_again(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Reviewed(town);
        await using (var db = town.Open())
        await using (var all = await db.Database.BeginTransactionAsync())
        {
            var viewer = town.ViewerOf(town.Of(Roles.OfficeClerk));
            Assert.True((await PlanHere.Edit(id, db, viewer)).Is(out var plan, out _));
            Assert.True((await Activation.OutcomeHere.Read(plan, "new", null, db, town.Clock)).Is(out var here, out _));
            var catalog = (Platform.Facts.FactCatalog)town.Host.Services.GetService(typeof(Platform.Facts.FactCatalog))!;
            Assert.Null(await Activation.ActivatePlan.Activate(here, Name, null, db, catalog, town.Clock));
            await db.SaveChangesAsync();
            // Power fails here: the transaction is never committed.
        }
        Assert.Equal(PlanState.Reviewed, (await town.Plan(id)).State);
        Assert.Empty(await town.Book<DutyOpened>("duties.duty-opened"));
        Went(await town.Client(Roles.OfficeClerk).Send($"/plans/{id}/activate", Fields()), $"/plans/{id}/activated");
        Assert.Equal(3, (await town.Book<DutyOpened>("duties.duty-opened")).Count);
    }

    [Theory, EveryDatabase]
    public async Task Forty_duties_for_five_hundred_villages_are_opened_within_seconds(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await using (var db = town.Open())
        {
            for (var at = 0; at < 497; at++)
            {
                var unit = Guid.CreateVersion7();
                db.Units.Add(
                    new Unit
                    {
                        TenantId = Town.TenantId,
                        Id = unit,
                        ParentId = town.Township.Id,
                        Path = Unit.PathUnder(town.Township.Path, unit),
                        Kind = UnitKinds.Village.Key,
                        Name = $"第{at}村",
                        SortKey = $"20{at:0000}",
                    }
                );
            }
            await db.SaveChangesAsync();
        }
        var lines = Enumerable.Range(1, 40).Select(at => $"{at}.各村（社区）每月至少开展{at % 3 + 1}次第{at}类防骗宣讲。");
        var text = Text.Replace(
            "（一）宣传会。各村（社区）每月至少开展1次防骗宣讲。",
            "（一）宣讲。\n" + string.Join('\n', lines),
            StringComparison.Ordinal
        );
        var id = await Reviewed(town, text, proposal => proposal with { Units = "各村（社区）" });
        Assert.InRange((await town.Proposals(id)).Count, 40, 44);

        var clock = Stopwatch.StartNew();
        Went(
            await town.Client(Roles.OfficeClerk).Send($"/plans/{id}/activate", [.. Fields(), ("approver", $"{town.Of(Roles.Leader).Person.Id}")]),
            $"/plans/{id}/activated"
        );
        Assert.InRange((await town.Plan(id)).Assignments, 20_000, 22_000);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{kind}: {clock.Elapsed}");
    }
}
