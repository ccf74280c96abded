using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Campaigns;

public sealed class DraftCampaignTests
{
    [Theory, EveryDatabase]
    public async Task The_office_drafts_starts_ends_and_resumes(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await town.Draft();
        await using (var db = town.Open())
        {
            var row = await db.Set<Campaign>().SingleAsync(campaign => campaign.TenantId == Town.TenantId);
            Assert.Equal((id, "2026年全民反诈专项行动", town.Township.Id), (row.Id, row.Name, row.IssuingUnitId));
            Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30)), (row.FromOn, row.UntilOn));
        }
        Assert.Single(await town.Facts("organisation.campaign-drafted"));
        Assert.Equal(404, (await town.Client(Roles.Liaison).Visit($"/campaigns/{id}")).Code);

        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/start"), $"/campaigns/{id}");
        Assert.Equal(200, (await town.Client(Roles.Liaison).Visit($"/campaigns/{id}")).Code);
        var again = await clerk.Send($"/campaigns/{id}/start");
        Assert.Equal(409, again.Code);
        Assert.Contains(OrganisationRefusals.CampaignAlreadyStarted.Message, again.Text, StringComparison.Ordinal);

        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/end"), $"/campaigns/{id}");
        Assert.Equal(409, (await clerk.Send($"/campaigns/{id}/end")).Code);
        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/resume"), $"/campaigns/{id}");
        Assert.Equal(409, (await clerk.Send($"/campaigns/{id}/resume")).Code);
        Assert.Single(await town.Facts("organisation.campaign-started"));
        var ended = Assert.Single(await town.Facts("organisation.campaign-ended"));
        Assert.Equal(ended.Id, Assert.Single(await town.Facts("platform.fact-withdrawn")).Withdraws);
    }

    [Theory, EveryDatabase]
    public async Task Each_wrong_field_comes_back_beside_the_field_with_what_was_typed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        foreach (
            var (field, value, sentence) in new[]
            {
                ("name", "", "请填写名称。"),
                ("name", new string('长', 101), "名称最多 100 个字"),
                ("fromOn", "明天", "开始日期“明天”不是有效日期"),
                ("untilOn", "", "请填写截止日期。"),
                ("untilOn", "2026-03-01", "截止日期早于开始日期"),
                ("planReference", new string('长', 301), "依据的方案最多 300 个字"),
                ("quota", "half", "宣讲员配备标准不在可选范围内"),
            }
        )
        {
            var answer = await clerk.Send("/campaigns", [.. CampaignTown.Head().Where(one => one.Name != field), (field, value)]);
            Assert.Equal(422, answer.Code);
            Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
            if (field != "name")
                Assert.Equal("2026年全民反诈专项行动", answer.Page.QuerySelector("[name=name]")?.GetAttribute("value"));
        }
        await using var db = town.Open();
        Assert.Equal(0, await db.Set<Campaign>().CountAsync(campaign => campaign.TenantId == Town.TenantId));
    }

    [Theory, EveryDatabase]
    public async Task Only_an_office_may_draft_or_change(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Running();
        foreach (var role in (Role[])[Roles.Liaison, Roles.Leader, Roles.Auditor, Roles.PoliceAnalyst, Roles.Lecturer])
        {
            Assert.Equal(403, (await town.Client(role).Send("/campaigns", CampaignTown.Head())).Code);
            Assert.Equal(403, (await town.Client(role).Send($"/campaigns/{id}/end")).Code);
        }
        var other = town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship));
        Assert.Equal(404, (await other.Send($"/campaigns/{id}/end")).Code);
        Assert.Equal(404, (await other.Send($"/campaigns/{id}/edit", CampaignTown.Head())).Code);
        Assert.StartsWith("/sign-in", (await town.Stranger().Send("/campaigns", CampaignTown.Head())).Location, StringComparison.Ordinal);
        Assert.Equal(404, (await town.Client(Roles.OfficeClerk).Send($"/campaigns/{Guid.CreateVersion7()}/start")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Stages_are_added_changed_and_removed_inside_the_period(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await town.Draft();
        (string, string)[] Stage(string kind, string from, string until) => [("kind", kind), ("name", ""), ("fromOn", from), ("untilOn", until)];
        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/stages", Stage("Preparation", "2026-04-01", "2026-04-20")), $"/campaigns/{id}");
        var overlapping = await clerk.Send($"/campaigns/{id}/stages", Stage("Concentrated", "2026-04-20", "2026-05-20"));
        Assert.Equal(422, overlapping.Code);
        Assert.Contains("与“动员部署”重叠", overlapping.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await clerk.Send($"/campaigns/{id}/stages", Stage("", "2026-05-01", "2026-05-02"))).Code);
        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/stages", Stage("Summary", "2026-06-01", "2026-06-30")), $"/campaigns/{id}");
        Assert.Equal(
            422,
            (await clerk.Send($"/campaigns/{id}/edit", [.. CampaignTown.Head().Where(one => one.Name != "untilOn"), ("untilOn", "2026-06-10")])).Code
        );

        await using var db = town.Open();
        var first = await db.Set<Stage>().OrderBy(stage => stage.FromOn).FirstAsync(stage => stage.TenantId == Town.TenantId);
        Assert.Equal(200, (await clerk.Visit($"/campaigns/{id}/stages/{first.Id}")).Code);
        CampaignTown.Went(
            await clerk.Send($"/campaigns/{id}/stages/{first.Id}", Stage("Preparation", "2026-04-01", "2026-04-30")),
            $"/campaigns/{id}"
        );
        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/stages/{first.Id}/remove"), $"/campaigns/{id}");
        Assert.Equal(404, (await clerk.Send($"/campaigns/{id}/stages/{first.Id}/remove")).Code);
        Assert.Equal(1, await db.Set<Stage>().CountAsync(stage => stage.TenantId == Town.TenantId));
    }

    [Theory, EveryDatabase]
    public async Task Bodies_are_set_up_filled_vacated_exported_and_dissolved(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await town.Running();
        var group = CampaignTown.Created(
            await clerk.Send($"/campaigns/{id}/groups", ("kind", "LeadingGroup"), ("name", "领导小组"), ("unit", town.Township.Id.ToString())),
            $"/campaigns/{id}/groups/"
        );
        var leader = town.Of(Roles.Leader);
        var href = $"/campaigns/{id}/groups/{group}";
        Task<Answer> Seat(string seat, string person, string post) =>
            clerk.Send($"{href}/seats?from={town.Township.Id}", ("seat", seat), ("person", person), ("post", post), ("fromOn", "2026-04-03"));
        CampaignTown.Went(await Seat("Head", leader.Person.Id.ToString(), ""), $"{href}?from={town.Township.Id}");
        Assert.Equal(409, (await Seat("Member", leader.Person.Id.ToString(), "")).Code);
        Assert.Equal(409, (await Seat("Head", "", "镇长")).Code);
        Assert.Equal(422, (await Seat("Member", "", "")).Code);
        CampaignTown.Went(await Seat("Member", "", "各村党支部书记"), $"{href}?from={town.Township.Id}");

        var page = await town.Client(Roles.Liaison).Visit($"/campaigns/{id}/groups");
        Assert.Contains(leader.Name, page.Text, StringComparison.Ordinal);
        Assert.Contains("各村党支部书记", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await clerk.Visit($"/campaigns/{id}/groups.xlsx")).Code);
        Assert.Equal(200, (await clerk.Visit($"/campaigns/{id}/groups.docx")).Code);
        Assert.Equal(403, (await town.Client(Roles.Liaison).Send($"{href}/dissolve")).Code);

        await using var db = town.Open();
        var seat = await db.Set<Organisation.Groups.CampaignSeat>().SingleAsync(one => one.TenantId == Town.TenantId && one.PersonId != null);
        CampaignTown.Went(await clerk.Send($"{href}/seats/{seat.Id}/vacate"), href);
        Assert.Equal(409, (await clerk.Send($"{href}/seats/{seat.Id}/vacate")).Code);
        Assert.DoesNotContain(
            leader.Name,
            (await clerk.Visit($"/campaigns/{id}/groups")).Text.Replace("反诈办干事", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        CampaignTown.Went(await clerk.Send($"{href}/dissolve"), $"/campaigns/{id}/groups");
        Assert.Equal(404, (await clerk.Visit(href)).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_sets_up_its_own_group_and_no_other(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Running();
        var liaison = town.Client(town.Of(Roles.Liaison, town.EastVillage));
        var own = CampaignTown.Created(
            await liaison.Send($"/campaigns/{id}/groups", ("kind", "LeadingGroup"), ("name", "东沟村工作组"), ("unit", town.Township.Id.ToString())),
            $"/campaigns/{id}/groups/"
        );
        await using var db = town.Open();
        var body = await db.Set<Organisation.Groups.CampaignBody>().SingleAsync(one => one.TenantId == Town.TenantId);
        Assert.Equal((Organisation.Groups.BodyKind.UnitGroup, town.EastVillage.Id), (body.Kind, body.UnitId));
        Assert.Equal(200, (await liaison.Visit($"/campaigns/{id}/groups/{own}")).Code);
        Assert.Equal(404, (await town.Client(town.Of(Roles.Liaison, town.WestVillage)).Visit($"/campaigns/{id}/groups/{own}")).Code);
    }
}
