using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Campaigns;

/// <summary>What the module that reads plans asks of campaigns.</summary>
public sealed class CampaignBookTests
{
    private static readonly DateOnly From = new(2026, 3, 1);
    private static readonly DateOnly Until = new(2026, 9, 30);

    [Theory, EveryDatabase]
    public async Task A_plan_opens_a_running_campaign_with_its_stages(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await using var db = town.Open();
        var clerk = town.ViewerOf(town.Of(Roles.OfficeClerk));
        var id = Guid.CreateVersion7();

        var refusal = CampaignBook.Open(
            db,
            clerk,
            town.Clock,
            new CampaignOpening(
                id,
                "春季行动",
                From,
                Until,
                "青溪办〔2026〕3号",
                [new("动员部署阶段", From, new DateOnly(2026, 3, 31)), new("集中整治阶段", new DateOnly(2026, 4, 1), Until)]
            )
        );
        await db.SaveChangesAsync();

        Assert.Null(refusal);
        var campaign = await CampaignQuestions.Find(db, clerk, id, town.Clock);
        Assert.Equal((CampaignState.Running, true, From, Until), (campaign!.State, campaign.MayEdit, campaign.FromOn, campaign.UntilOn));
        Assert.Equal(
            [StageKind.Preparation, StageKind.Concentrated],
            await db.Set<Stage>()
                .Where(s => s.TenantId == Town.TenantId && s.CampaignId == id)
                .OrderBy(s => s.FromOn)
                .Select(s => s.Kind)
                .ToListAsync()
        );
        Assert.Contains(await CampaignQuestions.Running(db, Town.TenantId, LocalDay.Today(town.Clock)), head => head.Id == id);
    }

    [Theory, EveryDatabase]
    public async Task A_stage_outside_the_campaign_is_refused_and_nothing_is_left_behind(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await using var db = town.Open();
        var clerk = town.ViewerOf(town.Of(Roles.OfficeClerk));

        var refusal = CampaignBook.Open(
            db,
            clerk,
            town.Clock,
            new CampaignOpening(Guid.CreateVersion7(), "春季行动", From, Until, null, [new("总结阶段", From, Until.AddDays(1))])
        );
        await db.SaveChangesAsync();

        Assert.Equal("organisation.stage-outside-campaign", refusal?.Code);
        Assert.False(await db.Set<Campaign>().AnyAsync(c => c.TenantId == Town.TenantId));
    }

    [Theory, EveryDatabase]
    public async Task A_plan_continues_what_the_office_drafted_and_adds_only_the_stages_it_lacks(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await using var db = town.Open();
        var clerk = town.ViewerOf(town.Of(Roles.OfficeClerk));
        var campaign = new Campaign
        {
            TenantId = Town.TenantId,
            Id = Guid.CreateVersion7(),
            IssuingUnitId = town.Township.Id,
            Name = "春季行动",
            FromOn = From,
            UntilOn = Until,
        };
        db.Add(campaign);
        await db.SaveChangesAsync();
        StageOpening[] stages = [new("动员部署阶段", From, From.AddDays(9)), new("总结阶段", Until.AddDays(-9), Until)];

        for (var twice = 0; twice < 2; twice++)
        {
            Assert.Null(await CampaignBook.Continue(db, clerk, town.Clock, campaign.Id, "青溪办〔2026〕3号", stages));
            await db.SaveChangesAsync();
        }

        Assert.Equal(2, await db.Set<Stage>().CountAsync(s => s.TenantId == Town.TenantId && s.CampaignId == campaign.Id));
        Assert.Equal("青溪办〔2026〕3号", campaign.PlanReference);
        var liaison = town.ViewerOf(town.Of(Roles.Liaison, town.EastVillage));
        Assert.False((await CampaignQuestions.Find(db, liaison, campaign.Id, town.Clock))!.MayEdit);
        Assert.Equal("organisation.only-the-issuing-office", (await CampaignBook.Continue(db, liaison, town.Clock, campaign.Id, null, []))?.Code);
    }

    [Theory, EveryDatabase]
    public async Task The_units_of_a_campaign_come_with_what_quotas_are_counted_on(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await using var db = town.Open();
        var today = LocalDay.Today(town.Clock);

        var units = await CampaignQuestions.UnitsUnder(db, Town.TenantId, town.Township.Id, today);

        Assert.Equal(6, units.Count);
        var east = units.Single(unit => unit.Id == town.EastVillage.Id);
        Assert.Equal((2, 0, 0), (east.Grids, east.VillagersGroups, east.Classes));
        Assert.Equal(1, units.Single(unit => unit.Id == town.School.Id).Classes);
        Assert.Null(east.Population);
        Assert.Empty(await CampaignQuestions.Units(db, Town.TenantId, Guid.CreateVersion7(), today));
    }
}
