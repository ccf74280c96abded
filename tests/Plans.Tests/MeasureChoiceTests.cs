using Wuzha.Directives.Exports;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.PlanReading;
using Wuzha.Plans.Review;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;
using static Wuzha.Plans.Tests.PlanTown;

namespace Wuzha.Plans.Tests;

/// <summary>What counts a duty is shown and chosen before anybody owes it.</summary>
public sealed class MeasureChoiceTests
{
    private const string Text = """
        青溪镇反电信网络诈骗宣传工作方案
        青反诈发〔2026〕3号
        为做好全镇反电信网络诈骗宣传工作，制定本方案。行动时间自2026年4月1日起至2026年6月30日止。
        一、工作任务
        （一）组织部署。各村（社区）于4月20日前成立反诈宣传工作专班。
        （二）健全机制。各村（社区）于4月30日前建立反诈宣传工作机制。
        （三）宣讲。各村（社区）每月至少开展1次防骗宣讲。
        青溪镇人民政府
        2026年3月30日
        """;

    private static async Task<(Guid Plan, Proposal Organize, Proposal Lecture)> ReadIn(Town town)
    {
        var id = await town.ReadIn(Text);
        var proposals = await town.Proposals(id);
        Assert.Equal(["organize", "organize", "lecture"], proposals.Select(one => one.Kind));
        return (id, proposals[0], proposals[2]);
    }

    private static async Task<Proposal> Again(Town town, Guid plan, Proposal proposal) =>
        (await town.Proposals(plan)).Single(one => one.Id == proposal.Id);

    private static async Task<IReadOnlyList<RunningDuty>> Running(Town town, Guid plan, DateOnly day)
    {
        var campaign = (await town.Plan(plan)).CampaignId!.Value;
        await using var db = town.Open();
        return await DutyBook.Of(db, Town.TenantId, campaign, day);
    }

    [Theory, EveryDatabase]
    public async Task The_card_says_what_counts_and_offers_others_where_there_are_any(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, organize, lecture) = await ReadIn(town);
        var page = await town.Client(Roles.OfficeClerk).Visit($"/plans/{id}/review");
        Assert.Contains("单位自己记录的工作", page.TextOf($"#d-{organize.Id}"), StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector($"#d-{organize.Id} a[href$='/measure']"));
        Assert.Null(page.Page.QuerySelector($"#d-{lecture.Id} a[href$='/measure']"));
        Assert.Null((await town.Client(Roles.Leader).Visit($"/plans/{id}/review")).Page.QuerySelector("a[href$='/measure']"));
    }

    [Theory, EveryDatabase]
    public async Task A_choice_is_kept_with_the_duty_and_taken_back_by_undo(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, organize, lecture) = await ReadIn(town);
        var clerk = town.Client(Roles.OfficeClerk);
        var path = $"/plans/{id}/duties/{organize.Id}/measure";
        var form = await clerk.Visit(path);
        Assert.Equal(DutyMeasures.Work.Key, form.Page.QuerySelector("input[name=measure][checked]")!.GetAttribute("value"));
        Refused(await clerk.Send(path), 422, "请选择按什么计数。");
        Refused(await clerk.Send(path, ("measure", DirectiveMeasures.GroupsSetUp.Key)), 422, "不在可选范围内");

        Assert.Equal(303, (await clerk.Submit(form, path, ("measure", CampaignMeasures.Vehicles.Key))).Code);
        Refused(await clerk.Send(path, ("measure", CampaignMeasures.Vehicles.Key)), 422, "没有改动");
        Assert.Equal(
            (CampaignMeasures.Vehicles.Key, Decision.Open),
            await Again(town, id, organize) is var now ? (now.MeasureKey, now.Decision) : default
        );
        Assert.Contains(
            $"{CampaignMeasures.Vehicles.Name}（{CampaignMeasures.Vehicles.Unit}），自动计数",
            (await clerk.Visit($"/plans/{id}/review")).TextOf($"#d-{organize.Id}"),
            StringComparison.Ordinal
        );

        Assert.Equal(303, (await clerk.Send($"/plans/{id}/undo")).Code);
        Assert.Equal(organize, await Again(town, id, organize));
        Assert.Equal(403, (await town.Client(Roles.Leader).Visit(path)).Code);
        Assert.Equal(404, (await clerk.Visit($"/plans/{id}/duties/{Guid.CreateVersion7()}/measure")).Code);
        Assert.Equal(404, (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Send(path, ("measure", "duties.work"))).Code);
        Assert.Equal(200, (await clerk.Visit($"/plans/{id}/duties/{lecture.Id}/measure")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Another_kind_keeps_the_choice_only_where_it_is_offered_too(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, organize, _) = await ReadIn(town);
        var clerk = town.Client(Roles.OfficeClerk);
        var (measure, edit) = ($"/plans/{id}/duties/{organize.Id}/measure", $"/plans/{id}/duties/{organize.Id}/edit");
        Assert.Equal(303, (await clerk.Send(measure, ("measure", CampaignMeasures.ResponsibilitiesClaimed.Key))).Code);

        Assert.Equal(303, (await clerk.Submit(await clerk.Visit(edit), edit, ("kind", "sign"))).Code);
        Assert.Equal(CampaignMeasures.ResponsibilitiesClaimed.Key, (await Again(town, id, organize)).MeasureKey);
        Assert.Equal(303, (await clerk.Submit(await clerk.Visit(edit), edit, ("kind", "lecture"))).Code);
        Assert.Null((await Again(town, id, organize)).MeasureKey);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/undo")).Code);
        Assert.Equal(CampaignMeasures.ResponsibilitiesClaimed.Key, (await Again(town, id, organize)).MeasureKey);
    }

    [Theory, EveryDatabase]
    public async Task Before_activation_a_whole_kind_is_counted_otherwise_and_the_duties_have_it(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, organize, lecture) = await ReadIn(town);
        await town.TakeAll(id, proposal => proposal);
        var clerk = town.Client(Roles.OfficeClerk);
        Went(await clerk.Send($"/plans/{id}/finish"), $"/plans/{id}");

        var outcome = await clerk.Visit($"/plans/{id}/outcome");
        Assert.Contains("组织部署 单位自己记录的工作 改计数方式 2 条", Rows(outcome), StringComparison.Ordinal);
        Assert.Contains("宣讲 单位自己记录的工作 1 条", Rows(outcome), StringComparison.Ordinal);
        var path = outcome.Page.QuerySelector("a[href*='/measures/']")!.GetAttribute("href")!;
        Assert.Equal($"/plans/{id}/measures/organize", path);
        Refused(await clerk.Send(path), 422, "请选择按什么计数。");
        Refused(await clerk.Send(path, ("measure", "directives.groups-set-up")), 422, "不在可选范围内");
        Went(await clerk.Submit(await clerk.Visit(path), path, ("measure", CampaignMeasures.Staff.Key)), $"/plans/{id}/outcome");
        Assert.Contains($"组织部署 {CampaignMeasures.Staff.Name}", Rows(await clerk.Visit($"/plans/{id}/outcome")), StringComparison.Ordinal);
        Refused(await clerk.Send(path, ("measure", CampaignMeasures.Staff.Key)), 422, "没有改动");

        Assert.Equal(404, (await clerk.Visit($"/plans/{id}/measures/visit")).Code);
        Assert.Equal(404, (await clerk.Visit($"/plans/{id}/measures/dance")).Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Visit(path)).Code);
        Assert.Equal(404, (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Visit(path)).Code);

        var activate = new[] { ("campaign", "new"), ("from", "2026-04-03"), ("name", "2026年反诈宣传") };
        Went(await clerk.Send($"/plans/{id}/activate", activate), $"/plans/{id}/activated");
        Assert.Equal(
            [CampaignMeasures.Staff.Key, CampaignMeasures.Staff.Key, DutyMeasures.Work.Key],
            (await Running(town, id, new DateOnly(2026, 4, 3))).Select(duty => duty.MeasureKey)
        );
        Assert.Equal(409, (await clerk.Visit(path)).Code);
        Assert.Equal((organize.Kind, lecture.Kind), ("organize", "lecture"));
    }

    [Theory, EveryDatabase]
    public async Task An_amendment_goes_on_counting_as_before_until_the_clerk_chooses(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (first, organize, _) = await ReadIn(town);
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(303, (await clerk.Send($"/plans/{first}/duties/{organize.Id}/measure", ("measure", CampaignMeasures.Staff.Key))).Code);
        await town.TakeAll(first, proposal => proposal);
        Went(await clerk.Send($"/plans/{first}/finish"), $"/plans/{first}");
        Went(
            await clerk.Send($"/plans/{first}/activate", ("campaign", "new"), ("from", "2026-04-03"), ("name", "2026年反诈宣传")),
            $"/plans/{first}/activated"
        );
        var campaign = (await town.Plan(first)).CampaignId!.Value;
        town.Clock.Advance(TimeSpan.FromDays(5));
        clerk = town.Client(Roles.OfficeClerk);
        var read = await clerk.Send($"/plans?campaign={campaign}", ("text", Text.Replace("4月20日前", "4月25日前", StringComparison.Ordinal)));
        var second = Guid.Parse(read.Location!["/plans/".Length..]);
        var other = (await town.Proposals(second))[1];
        Assert.Equal(303, (await clerk.Send($"/plans/{second}/duties/{other.Id}/measure", ("measure", CampaignMeasures.Vehicles.Key))).Code);
        await town.TakeAll(second, proposal => proposal);
        Went(await clerk.Send($"/plans/{second}/finish"), $"/plans/{second}");

        var page = await clerk.Visit($"/plans/{second}/difference");
        // The first only has another day, the second only another measure.
        Assert.Equal(
            ["4月20日前完成", "4月25日前完成", "1 次", $"1 {CampaignMeasures.Vehicles.Unit}", DutyMeasures.Work.Name, CampaignMeasures.Vehicles.Name],
            page.TextsOf("main table tbody td")
        );
        Went(await clerk.Submit(page, $"/plans/{second}/amend", ("from", "2026-04-15")), $"/plans/{second}/activated");
        Assert.Equal(
            [CampaignMeasures.Staff.Key, CampaignMeasures.Vehicles.Key, DutyMeasures.Work.Key],
            (await Running(town, second, new DateOnly(2026, 4, 15))).Select(duty => duty.MeasureKey)
        );
    }

    [Fact]
    public void Every_kind_of_the_reader_has_a_name_of_its_own()
    {
        Assert.Equal(DutyKinds.All.Order(), KindMeasures.All.Select(kind => kind.Key).Order());
        Assert.Equal(DutyKinds.All.Count, DutyWords.KindOptions.Select(option => option.Text).Distinct().Count());
    }

    private static string Rows(Answer answer) =>
        string.Join(
            '\n',
            answer
                .Page.QuerySelectorAll("main tr")
                .Select(row =>
                    string.Join(
                        ' ',
                        row.QuerySelectorAll("td").SelectMany(cell => cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    )
                )
        );
}
