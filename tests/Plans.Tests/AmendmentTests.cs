using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Plans.Amendment;
using Wuzha.Plans.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;
using static Wuzha.Plans.Tests.PlanTown;

namespace Wuzha.Plans.Tests;

public sealed class AmendmentTests
{
    internal const string Plan = """
        青溪镇反电信网络诈骗宣传工作方案
        青反诈发〔2026〕3号
        为做好全镇反电信网络诈骗宣传工作，制定本方案。行动时间自2026年4月1日起至2026年6月30日止。
        一、工作任务
        （一）宣传会。各村（社区）每月至少开展1次防骗宣讲。
        （二）主题班会。各学校每学期开展反诈主题班会不少于2次。
        （三）阵地宣传。各村（社区）于4月10日前悬挂横幅不少于3条。
        青溪镇人民政府
        2026年3月30日
        """;

    internal const string Supplement = """
        青溪镇反电信网络诈骗宣传补充方案
        青反诈发〔2026〕9号
        根据近期发案情况，补充如下。
        一、调整任务
        （一）宣传会。各村（社区）每月至少开展2次防骗宣讲。
        （二）主题班会。各学校每学期开展反诈主题班会不少于2次。
        二、新增任务
        （一）入户走访。各村（社区）于5月20日前逐户走访独居老人。
        青溪镇人民政府
        2026年4月3日
        """;

    private static async Task<(Guid Campaign, Guid Amendment)> Amending(Town town, string supplement = Supplement)
    {
        var clerk = town.Client(Roles.OfficeClerk);
        var plan = await town.ReadIn(Plan);
        await town.TakeAll(plan, proposal => proposal);
        Went(await clerk.Send($"/plans/{plan}/finish"), $"/plans/{plan}");
        Went(
            await clerk.Send($"/plans/{plan}/activate", ("campaign", "new"), ("from", "2026-04-03"), ("name", "2026年青溪镇反诈宣传")),
            $"/plans/{plan}/activated"
        );
        var campaign = (await town.Plan(plan)).CampaignId!.Value;
        town.Clock.Advance(TimeSpan.FromDays(10));
        clerk = town.Client(Roles.OfficeClerk);
        var read = await clerk.Send($"/plans?campaign={campaign}", ("text", supplement));
        Assert.StartsWith("/plans/", read.Location);
        var amendment = Guid.Parse(read.Location!["/plans/".Length..]);
        await town.TakeAll(amendment, proposal => proposal);
        Went(await clerk.Send($"/plans/{amendment}/finish"), $"/plans/{amendment}");
        return (campaign, amendment);
    }

    private static async Task<IReadOnlyList<RunningDuty>> Running(Town town, Guid campaign)
    {
        await using var db = town.Open();
        return await DutyBook.Of(db, Town.TenantId, campaign, new DateOnly(2026, 4, 13));
    }

    private static Task<Answer> Difference(Town town, Guid id) => town.Client(Roles.OfficeClerk).Visit($"/plans/{id}/difference");

    [Theory, EveryDatabase]
    public async Task The_difference_shows_what_is_added_changed_unmentioned_and_the_same(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (campaign, id) = await Amending(town);
        var clerk = town.Client(Roles.OfficeClerk);
        Went(await clerk.Visit($"/plans/{id}/outcome"), $"/plans/{id}/difference");
        var page = await clerk.Visit($"/plans/{id}/difference");
        Assert.Contains("新增 1 条，变更 1 条，新文件没有提到 1 条，不变 1 条", page.Text, StringComparison.Ordinal);
        Assert.Equal(["每月至少 1 次", "每月至少 2 次"], page.TextsOf("main table tbody td"));
        Assert.Equal(PlanPurpose.Amendment, (await town.Plan(id)).Purpose);
        Assert.Equal(campaign, (await town.Plan(id)).CampaignId);
        Assert.NotNull((await town.Plan(id)).AmendsId);
    }

    [Theory, EveryDatabase]
    public async Task Confirmed_changes_take_effect_from_their_day_and_the_units_are_told(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (campaign, id) = await Amending(town);
        var clerk = town.Client(Roles.OfficeClerk);
        var page = await clerk.Visit($"/plans/{id}/difference");
        var drop = page.Page.QuerySelector("input[name^='drop-'][value=yes]")!.GetAttribute("name")!;
        Went(await clerk.Submit(page, $"/plans/{id}/amend", ("from", "2026-04-20"), (drop, "yes")), $"/plans/{id}/activated");

        var running = await Running(town, campaign);
        Assert.Equal([1, 2, 4], running.Select(duty => duty.Number));
        Assert.Equal(2, running[0].Timing.Times);
        Assert.Equal(new DateOnly(2026, 4, 20), running[0].FromOn);
        Assert.Single(await town.Book<DutyChanged>("duties.duty-changed"));
        Assert.Single(await town.Book<DutyDropped>("duties.duty-dropped"));
        // Three villages have other duties now, the school has not.
        var told = await town.Book<MessageWanted>("messaging.message-wanted");
        Assert.Equal(3, told.Count(wish => wish.Template == "plans.duties-changed"));
        Assert.Equal(["1", "1", "1"], told.Select(wish => wish.Values["changed"]));
        Assert.DoesNotContain(told, wish => wish.About.UnitId == town.School.Id);
        Assert.Contains("新增 1 条任务，变更 1 条，取消 1 条。", (await clerk.Visit($"/plans/{id}/activated")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await town.Book<PlanActivated>("plans.plan-activated")).Count);
        Went(await clerk.Send($"/plans/{id}/amend", ("from", "2026-04-20")), $"/plans/{id}/activated");
        Assert.Single(await town.Book<DutyChanged>("duties.duty-changed"));
    }

    [Theory, EveryDatabase]
    public async Task Every_line_must_be_confirmed_and_something_must_change(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (campaign, id) = await Amending(town);
        var clerk = town.Client(Roles.OfficeClerk);
        Refused(await clerk.Send($"/plans/{id}/amend", ("from", "2026-04-20")), 409, "有的任务还没有确认");
        var page = await clerk.Visit($"/plans/{id}/difference");
        var no = page.Page.QuerySelectorAll("main input[type=radio][value=no]").Select(input => (input.GetAttribute("name")!, "no")).ToArray();
        Refused(await clerk.Submit(page, $"/plans/{id}/amend", no), 422, "一条变化也没有确认");
        Refused(await clerk.Submit(page, $"/plans/{id}/amend", ("from", "2026-04-01")), 422, "执行日期应在");
        Refused(await clerk.Submit(page, $"/plans/{id}/amend", ("from", "")), 422, "请填写从哪天起执行。");
        Assert.Equal(403, (await town.Client(Roles.Leader).Send($"/plans/{id}/amend")).Code);
        Assert.Equal(404, (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Visit($"/plans/{id}/difference")).Code);
        Refused(await clerk.Send($"/plans/{id}/activate", ("campaign", "new"), ("from", "2026-04-20"), ("name", "另一个")), 409, "不能另行启用");
        Assert.Empty(await town.Book<DutyChanged>("duties.duty-changed"));
        Assert.Equal(3, (await Running(town, campaign)).Count);
    }

    [Theory, EveryDatabase]
    public async Task The_clerk_matches_a_sentence_with_another_duty(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (campaign, id) = await Amending(town);
        var clerk = town.Client(Roles.OfficeClerk);
        var added = (await town.Proposals(id)).Single(proposal => proposal.Kind == "visit");
        var banner = (await Running(town, campaign)).Single(duty => duty.Kind == "display");
        var match = $"/plans/{id}/difference/{added.Id}";
        Assert.Equal(200, (await clerk.Visit(match)).Code);
        Refused(await clerk.Send(match, ("duty", "")), 422, "请选择对应哪条正在执行的任务。");
        Went(await clerk.Send(match, ("duty", $"{banner.Id}")), $"/plans/{id}/difference");
        Assert.Contains("新增 0 条，变更 2 条，新文件没有提到 0 条", (await Difference(town, id)).Text, StringComparison.Ordinal);
        Went(await clerk.Send(match, ("duty", "new")), $"/plans/{id}/difference");
        Assert.Contains("新增 1 条，变更 1 条，新文件没有提到 1 条", (await Difference(town, id)).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await town.Client(Roles.Leader).Visit(match)).Code);
        Assert.Equal(404, (await clerk.Visit($"/plans/{id}/difference/{Guid.CreateVersion7()}")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Above_the_ceiling_of_the_whole_campaign_a_leader_must_have_agreed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var much = Supplement.Replace("每月至少开展2次防骗宣讲", "每周至少开展2次防骗宣讲", StringComparison.Ordinal);
        var (campaign, id) = await Amending(town, much);
        var clerk = town.Client(Roles.OfficeClerk);
        var page = await clerk.Visit($"/plans/{id}/difference");
        // Once a month and a banner before; with twice a week and the visits more than 120 minutes.
        Assert.Contains("超过每周 120 分钟的上限，须由一位领导批准", page.Text, StringComparison.Ordinal);
        var change = page.Page.QuerySelector("input[name^='change-'][value=no]")!.GetAttribute("name")!;
        Refused(await clerk.Submit(page, $"/plans/{id}/amend", ("from", "2026-04-20")), 422, "请选批准修订的领导");
        Refused(
            await clerk.Submit(page, $"/plans/{id}/amend", ("from", "2026-04-20"), ("approver", $"{town.Of(Roles.Liaison).Person.Id}")),
            422,
            "不在可选范围内"
        );
        Assert.Empty(await town.Book<DutyChanged>("duties.duty-changed"));
        Assert.Equal(3, (await Running(town, campaign)).Count);

        var leader = town.Of(Roles.Leader);
        Went(await clerk.Submit(page, $"/plans/{id}/amend", ("from", "2026-04-20"), ("approver", $"{leader.Person.Id}")), $"/plans/{id}/activated");
        Assert.Equal(leader.Person.Id, (await town.Book<PlanActivated>("plans.plan-activated"))[^1].ApprovedBy);
        Assert.Contains(leader.Name, (await clerk.Visit($"/plans/{id}/activated")).Text, StringComparison.Ordinal);
        Assert.StartsWith("change-", change, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_is_kept_as_it_was_needs_nobody_to_agree_again(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var much = Supplement.Replace("每月至少开展2次防骗宣讲", "每周至少开展2次防骗宣讲", StringComparison.Ordinal);
        var (campaign, id) = await Amending(town, much);
        var clerk = town.Client(Roles.OfficeClerk);
        var page = await clerk.Visit($"/plans/{id}/difference");
        var change = page.Page.QuerySelector("input[name^='change-'][value=no]")!.GetAttribute("name")!;
        Went(await clerk.Submit(page, $"/plans/{id}/amend", ("from", "2026-04-20"), (change, "no")), $"/plans/{id}/activated");
        Assert.Null((await town.Book<PlanActivated>("plans.plan-activated"))[^1].ApprovedBy);
        Assert.Equal(1, (await Running(town, campaign))[0].Timing.Times);
    }

    [Fact]
    public void The_same_day_of_another_year_is_another_day()
    {
        var (spring, later) = (new DateOnly(2026, 4, 1), new DateOnly(2027, 4, 1));
        Assert.Equal(
            ("2026年5月10日前完成", "2027年5月10日前完成"),
            Timing.Compared(Timing.Once(spring, new DateOnly(2026, 5, 10)), Timing.Once(later, new DateOnly(2027, 5, 10)))
        );
        Assert.Equal(
            ("5月10日前完成", "5月20日前完成"),
            Timing.Compared(Timing.Once(spring, new DateOnly(2026, 5, 10)), Timing.Once(spring, new DateOnly(2026, 5, 20)))
        );
        Assert.Equal(
            ("每月至少 1 次，到2026年12月31日为止", "每月至少 1 次，到2027年3月31日为止"),
            Timing.Compared(
                Timing.Each(CadencePer.Month, 1, spring, new DateOnly(2026, 12, 31)),
                Timing.Each(CadencePer.Month, 1, spring, new DateOnly(2027, 3, 31))
            )
        );
    }

    [Theory, EveryDatabase]
    public async Task Only_a_running_campaign_of_ones_own_office_is_amended(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var campaign = await town.Running();
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Contains("读入修订文件", (await clerk.Visit($"/plans/new?campaign={campaign}")).Heading, StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.Visit($"/plans/new?campaign={Guid.CreateVersion7()}")).Code);
        Assert.Equal(
            404,
            (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Send($"/plans?campaign={campaign}", ("text", Plan))).Code
        );
        Went(await clerk.Send($"/campaigns/{campaign}/end"), $"/campaigns/{campaign}");
        Refused(await clerk.Send($"/plans?campaign={campaign}", ("text", Plan)), 409, "没有在进行");
        await using var db = town.Open();
        Assert.Equal(0, await db.Set<PlanDocument>().CountAsync(plan => plan.TenantId == Town.TenantId));
    }

    [Fact]
    public void The_same_and_similar_sentences_are_found_and_numbers_do_not_disturb()
    {
        MatchText Text(int id, string sentence, string kind = "lecture") => new(new Guid(id, 0, 0, new byte[8]), sentence, kind);
        Guid Id(int id) => new(id, 0, 0, new byte[8]);
        var found = DutyMatching.Of(
            [
                Text(1, "各村（社区）每月至少开展2次防骗宣讲，20日前完成"),
                Text(2, "镇卫生院在门诊大厅张贴防骗提示", "display"),
                Text(3, "各村悬挂横幅不少于5条", "display"),
            ],
            [
                Text(11, "各村（社区）每月至少开展1次防骗宣讲"),
                Text(12, "各村悬挂横幅不少于三条", "display"),
                Text(13, "派出所每月分析发案情况", "case-analysis"),
            ]
        );
        Assert.Equal(Id(11), found[Id(1)]);
        Assert.Equal(Id(12), found[Id(3)]);
        Assert.False(found.ContainsKey(Id(2)));
        Assert.Equal(1, DutyMatching.Likeness("每月开展1次宣讲", "每月开展三次宣讲"));
    }

    [Fact]
    public void Five_hundred_sentences_are_matched_at_once()
    {
        MatchText Text(int at, int offset) =>
            new(new Guid(at + offset, 0, 0, new byte[8]), $"各村每月开展第{(char)('一' + at)}{(char)('三' + at * 3)}类宣讲", "lecture");
        var found = DutyMatching.Of(
            [.. Enumerable.Range(0, 500).Select(at => Text(at, 0))],
            [.. Enumerable.Range(0, 500).Select(at => Text(at, 1000))]
        );
        Assert.Equal(500, found.Count);
        Assert.All(found, pair => Assert.Equal(pair.Key.ToByteArray()[0], unchecked((byte)(pair.Value.ToByteArray()[0] - (1000 & 0xff)))));
    }
}
