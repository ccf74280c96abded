using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Groups;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;
using static Wuzha.Directives.Tests.DirectiveTown;

namespace Wuzha.Directives.Tests.Groups;

public sealed class GroupTests
{
    private static (string Name, string Value)[] Typed(params (string Name, string Value)[] more) =>
        [
            .. new (string Name, string Value)[]
            {
                ("kind", "Village"),
                ("name", "东沟村反诈宣传群"),
                ("place", "WeChat"),
                ("dueOn", "2026-04-10"),
            }.Where(field => more.All(other => other.Name != field.Name)),
            .. more,
        ];

    private static TownClient East(Town town) => town.Client(town.Of(Roles.Liaison, town.EastVillage));

    private static string New(Unit unit) => $"/groups/new/{unit.Id}";

    private static async Task<Guid> Registered(Town town, params (string Name, string Value)[] more) =>
        Created(await East(town).Send(New(town.EastVillage), Typed(more)), "/groups/");

    private static async Task<Group> Row(Town town, Guid id)
    {
        await using var db = town.Open();
        return await db.Set<Group>().SingleAsync(group => group.TenantId == Town.TenantId && group.Id == id);
    }

    [Theory, EveryDatabase]
    public async Task A_group_is_registered_set_up_and_counted_under_its_unit(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Registered(town);
        Assert.Equal(GroupState.ToSetUp, (await Row(town, id)).State(new DateOnly(2026, 4, 10)));
        Assert.Equal(GroupState.Late, (await Row(town, id)).State(new DateOnly(2026, 4, 11)));
        Assert.Equal(0, await town.April(DirectiveMeasures.GroupsSetUp, town.EastVillage));
        Assert.Contains("建立东沟村反诈宣传群", (await East(town).Visit("/")).Text, StringComparison.Ordinal);

        var forwarder = town.Of(Roles.GridOfficer, town.EastFirstGrid);
        var witness = town.Of(Roles.BeatOfficer, town.EastVillage);
        var east = East(town);
        Went(
            await east.Submit(
                await east.Visit($"/groups/{id}/edit"),
                $"/groups/{id}/edit",
                ("setUpOn", "2026-04-02"),
                ("forwarder", forwarder.Person.Id.ToString()),
                ("witness", witness.Person.Id.ToString()),
                ("members", "186")
            ),
            $"/groups/{id}"
        );

        Assert.Equal(1, await town.April(DirectiveMeasures.GroupsSetUp, town.EastVillage));
        Assert.Equal(1, await town.April(DirectiveMeasures.GroupsSetUp, town.Township));
        Assert.Equal(0, await town.April(DirectiveMeasures.GroupsSetUp, town.WestVillage));
        await using (var db = town.Open())
            Assert.Equal(
                new DateOnly(2026, 4, 2),
                (await db.Set<FactRow>().SingleAsync(fact => fact.TenantId == Town.TenantId && fact.Kind == "directives.group-set-up")).OnDay
            );
        var page = await town.Client(Roles.OfficeClerk).Visit($"/groups/{id}");
        Assert.Equal("东沟村反诈宣传群", page.Heading);
        Assert.Contains(forwarder.Name, page.Text, StringComparison.Ordinal);
        Assert.Contains(witness.Name, page.Text, StringComparison.Ordinal);
        Assert.Contains("186人", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("建立东沟村反诈宣传群", (await East(town).Visit("/")).Text, StringComparison.Ordinal);
        // No name, no phone: who is in it stands nowhere in the book.
        Assert.Equal(186, (await town.Book<GroupChanged>("directives.group-changed")).Single().Members);
    }

    [Theory, EveryDatabase]
    public async Task Another_day_of_setting_up_moves_the_count_and_none_takes_it_back(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Registered(town, ("setUpOn", "2026-03-20"));
        Assert.Equal(0, await town.April(DirectiveMeasures.GroupsSetUp, town.EastVillage));

        Went(await East(town).Send($"/groups/{id}/edit", Typed(("setUpOn", "2026-04-01"))), $"/groups/{id}");
        Assert.Equal(1, await town.April(DirectiveMeasures.GroupsSetUp, town.EastVillage));
        Went(await East(town).Send($"/groups/{id}/edit", Typed(("setUpOn", "2026-04-01"), ("name", "东沟村宣传群"))), $"/groups/{id}");
        Assert.Equal(2, (await town.Book<GroupSetUp>("directives.group-set-up")).Count);

        Went(await East(town).Send($"/groups/{id}/edit", Typed(("setUpOn", ""))), $"/groups/{id}");
        Assert.Equal(0, await town.April(DirectiveMeasures.GroupsSetUp, town.EastVillage));
        Assert.Null((await Row(town, id)).SetUpOn);
    }

    [Theory, EveryDatabase]
    public async Task A_group_older_than_its_unit_counts_on_the_units_first_day(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await Registered(town, ("setUpOn", "2024-06-01"));

        await using var db = town.Open();
        var sum = await Tallies.Sum(
            db,
            Town.TenantId,
            DirectiveMeasures.GroupsSetUp,
            town.Township.Scope,
            new DateOnly(2026, 1, 1),
            new DateOnly(2026, 1, 1)
        );
        Assert.Equal(1, sum);
    }

    [Theory, EveryDatabase]
    public async Task Each_field_is_refused_with_its_own_sentence_and_keeps_what_was_typed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var east = East(town);
        var liaison = town.Of(Roles.Liaison, town.EastVillage).Person.Id.ToString();
        var other = town.Of(Roles.Liaison, town.WestVillage).Person.Id.ToString();
        async Task No(string sentence, params (string Name, string Value)[] typed)
        {
            var answer = await east.Send(New(town.EastVillage), Typed(typed));
            Refused(answer, 422, sentence);
            foreach (var (name, value) in typed.Where(field => field.Name is "name" or "members" or "setUpOn"))
                Assert.Equal(value, answer.Page.QuerySelector($"input[name={name}]")?.GetAttribute("value"));
        }

        await No("群名称至少 2 个字", ("name", "群"));
        await No("群名称最多 40 个字", ("name", new string('群', 41)));
        await No("请选择类别", ("kind", ""));
        await No("建在哪里不在可选范围内", ("place", "Telegram"));
        await No("还没建的群请填要求建成日期", ("dueOn", ""));
        await No("建成日期不能晚于今天", ("setUpOn", "2026-04-04"));
        await No("统计日期不能晚于今天", ("setUpOn", "2026-04-01"), ("members", "10"), ("countedOn", "2026-04-04"));
        await No("群还没建，没有成员数", ("members", "10"));
        await No("群成员数不能大于 5000", ("members", "5001"));
        await No("监督员不能是推送员本人", ("forwarder", liaison), ("witness", liaison));
        await No("第二监督员已是推送员或监督员", ("witness", liaison), ("secondWitness", liaison));
        await No("推送员不在可选范围内", ("forwarder", other));
        await No("所属专项行动不在可选范围内", ("campaign", Guid.CreateVersion7().ToString()));
        await Registered(town);
        await No("东沟村已经登记了“东沟村反诈宣传群”");

        await using var db = town.Open();
        Assert.Equal(1, await db.Set<Group>().CountAsync(group => group.TenantId == Town.TenantId));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_sees_or_changes_a_group_outside_the_own_scope(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Registered(town);
        var west = town.Client(town.Of(Roles.Liaison, town.WestVillage));

        Assert.Equal(302, (await town.Stranger().Visit($"/groups/{id}")).Code);
        foreach (var path in (string[])[$"/groups/{id}", $"/groups/{id}/edit", New(town.EastVillage), $"/groups/{Guid.CreateVersion7()}"])
            Assert.Equal(404, (await west.Visit(path)).Code);
        foreach (var path in (string[])[$"/groups/{id}/edit", $"/groups/{id}/dissolve", $"/groups/{id}/restore", New(town.EastVillage)])
            Assert.Equal(404, (await west.Send(path, Typed())).Code);
        Assert.DoesNotContain("东沟村反诈宣传群", (await west.Visit("/groups")).Text, StringComparison.Ordinal);
        Assert.Contains("东沟村反诈宣传群", (await town.Client(Roles.Leader).Visit("/groups")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await town.Client(Roles.Leader).Send($"/groups/{id}/dissolve")).Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Visit("/groups/new")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_group_is_dissolved_and_stands_again(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Registered(town, ("setUpOn", "2026-04-01"));
        var east = East(town);

        Refused(await east.Send($"/groups/{id}/restore"), 409, "这个群没有解散");
        Went(await east.Send($"/groups/{id}/dissolve"), $"/groups/{id}");
        Refused(await east.Send($"/groups/{id}/dissolve"), 409, "这个群已经解散");
        Refused(await east.Send($"/groups/{id}/edit", Typed()), 409, "这个群已经解散");
        Refused(await east.Visit($"/groups/{id}/edit"), 409, "这个群已经解散");
        Assert.DoesNotContain("东沟村反诈宣传群", (await east.Visit("/groups")).Text, StringComparison.Ordinal);
        Assert.Contains("东沟村反诈宣传群", (await east.Visit("/groups?state=dissolved")).Text, StringComparison.Ordinal);
        // What was counted stays counted: the group was set up.
        Assert.Equal(1, await town.April(DirectiveMeasures.GroupsSetUp, town.EastVillage));

        Went(await east.Send($"/groups/{id}/restore"), $"/groups/{id}");
        Assert.False((await Row(town, id)).IsDissolved);
        Assert.False((await town.Book<GroupDissolved>("directives.group-dissolved")).Single().WithCampaign);
        Assert.Single(await town.Book<FactWithdrawn>("platform.fact-withdrawn"));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_change_a_group_at_once_one_is_told_to_reload(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Registered(town);
        await using var first = town.Open();
        await using var second = town.Open();
        var mine = await first.Set<Group>().SingleAsync(group => group.TenantId == Town.TenantId && group.Id == id);
        var yours = await second.Set<Group>().SingleAsync(group => group.TenantId == Town.TenantId && group.Id == id);

        Assert.Null(mine.Dissolve(new DateOnly(2026, 4, 3), Guid.CreateVersion7()));
        Assert.Null(yours.Dissolve(new DateOnly(2026, 4, 3), Guid.CreateVersion7()));
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EveryDatabase]
    public async Task The_list_finds_what_is_missing_and_who_left(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var forwarder = town.Of(Roles.GridChief, town.EastFirstGrid);
        await Registered(town, ("forwarder", forwarder.Person.Id.ToString()), ("setUpOn", "2026-04-01"));
        await Registered(town, ("name", "东沟村指挥群"), ("kind", "Command"));
        var clerk = town.Client(Roles.OfficeClerk);
        async Task<IReadOnlyList<string>> Names(string query) => (await clerk.Visit($"/groups{query}")).TextsOf("tbody td.card-title");

        Assert.Equal(["东沟村指挥群", "东沟村反诈宣传群"], await Names(""));
        Assert.Equal(["东沟村指挥群"], await Names("?kind=Command"));
        Assert.Equal(["东沟村指挥群"], await Names("?state=no-forwarder"));
        Assert.Equal(["东沟村反诈宣传群"], await Names("?state=set-up"));
        Assert.Equal(["东沟村反诈宣传群"], await Names("?q=宣传"));
        Assert.Empty(await Names($"?unit={town.WestVillage.Id}"));
        Assert.Empty(await Names("?state=late"));

        town.Clock.Advance(TimeSpan.FromDays(10));
        clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(["东沟村指挥群"], await Names("?state=late"));
        Assert.Contains("1 个工作群到期还没建", (await clerk.Visit("/")).Text, StringComparison.Ordinal);
        await using (var db = town.Open())
        {
            var service = await db.Appointments.SingleAsync(one => one.TenantId == Town.TenantId && one.Id == forwarder.Appointment.Id);
            service.UntilOn = new DateOnly(2026, 4, 8);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(2, (await Names("?state=no-forwarder")).Count);
        Assert.Contains($"{forwarder.Name}（已离任）", (await clerk.Visit("/groups")).Text, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (await clerk.Visit("/groups?format=xlsx")).ContentType);
    }

    [Theory, EveryDatabase]
    public async Task A_group_ends_with_its_campaign_and_stands_again_with_it(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var campaign = await town.Running();
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await Registered(town, ("campaign", campaign.ToString()), ("setUpOn", "2026-04-02"));
        var stays = await Registered(town, ("name", "东沟村常设群"));

        await Comb(town);
        Assert.False((await Row(town, id)).IsDissolved);
        Went(await clerk.Send($"/campaigns/{campaign}/end"), $"/campaigns/{campaign}");
        await Comb(town);
        Assert.True((await Row(town, id)).DissolvedWithCampaign);
        Assert.False((await Row(town, stays)).IsDissolved);
        await Comb(town);
        Assert.True((await town.Book<GroupDissolved>("directives.group-dissolved")).Single().WithCampaign);

        Went(await clerk.Send($"/campaigns/{campaign}/resume"), $"/campaigns/{campaign}");
        await Comb(town);
        Assert.False((await Row(town, id)).IsDissolved);
        Assert.Equal(campaign, (await Row(town, id)).CampaignId);

        // Its last day passes as well; whoever keeps the group keeps it without the campaign.
        town.Clock.Set(new DateTime(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc));
        await Comb(town);
        Assert.True((await Row(town, id)).IsDissolved);
        Went(await East(town).Send($"/groups/{id}/restore"), $"/groups/{id}");
        await Comb(town);
        Assert.False((await Row(town, id)).IsDissolved);
        Assert.Null((await Row(town, id)).CampaignId);
    }

    [Theory, EveryDatabase]
    public async Task The_unit_is_chosen_first_unless_there_is_only_one(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var choice = await clerk.Visit("/groups/new?q=西岭村");
        Assert.Equal(["西岭村", "西岭村第一网格"], choice.TextsOf("tbody td.card-title"));

        var west = await clerk.Visit(New(town.WestVillage));
        Assert.Equal(200, west.Code);
        Assert.Equal("Village", west.Page.QuerySelector("input[name=kind][checked]")?.GetAttribute("value"));
        Assert.Equal("Class", (await clerk.Visit(New(town.SchoolClass))).Page.QuerySelector("input[name=kind][checked]")?.GetAttribute("value"));
    }

    private static async Task Comb(Town town)
    {
        await using var db = town.Open();
        await DissolveWithCampaign.Run(town.Host.Services, db, new JobRun(Town.TenantId, Guid.CreateVersion7(), "", 1));
    }
}
