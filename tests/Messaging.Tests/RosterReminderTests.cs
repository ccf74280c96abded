using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Messaging.Tests;

/// <summary>The whole way, with the real delivery of facts and the real jobs.</summary>
public sealed class RosterReminderTests
{
    private static readonly DateOnly Due = new(2026, 4, 3);

    private static async Task<Guid> Record(World world, Fact fact)
    {
        await using var db = world.Open();
        var id = db.RecordByJob(Town.TenantId, world.Town.Township.Id, fact, world.Now);
        await db.SaveChangesAsync();
        return id;
    }

    private static async Task Work(World world)
    {
        var services = world.Town.Host.Services;
        for (var round = 0; round < 2; round++)
        {
            await services.GetRequiredService<FactDelivery>().Drain();
            await services.GetRequiredService<JobRunner>().RunDue();
            world.Town.Clock.Advance(TimeSpan.FromMinutes(6));
        }
    }

    [Theory, EveryDatabase]
    public async Task An_unfiled_roster_reaches_the_liaison_and_a_filed_one_nobody(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var campaign = Guid.CreateVersion7();
        world.Town.Clock.Set(World.Wall("2026-04-03 09:00"));
        await Record(world, new RosterUnfiled(campaign, world.Town.EastVillage.Id, world.Town.Township.Id, Due, Due));
        await Work(world);
        await Work(world);

        var message = Assert.Single(await world.Messages());
        Assert.Equal((world.Town.Of(Roles.Liaison, world.Town.EastVillage).Person.Id, MessageState.Delivered), (message.RecipientId, message.State));
        Assert.Equal("【青溪镇反诈平台】东沟村的“责任人员名单”应于4月3日前办结，请登录工作台办理；不适用的，请在催办中说明原因。", message.Text);

        await Record(world, new RosterFiled(campaign, world.Town.EastVillage.Id, 1, 1, 1, 2, Late: false));
        world.Town.Clock.Set(World.Wall("2026-04-07 09:00"));
        await Work(world);
        await Work(world);
        Assert.Single(await world.Messages());
        Assert.False((await world.Escalation()).IsUnsettled);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_taken_out_of_the_campaign_is_reminded_no_more(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var campaign = Guid.CreateVersion7();
        world.Town.Clock.Set(World.Wall("2026-04-01 09:00"));
        var asked = await Record(world, new RosterAsked(campaign, world.Town.EastVillage.Id, Due));
        await Record(world, new RosterUnfiled(campaign, world.Town.EastVillage.Id, world.Town.Township.Id, Due, new DateOnly(2026, 4, 1)));
        await Work(world);
        Assert.True((await world.Escalation()).IsUnsettled);

        await Record(world, new FactWithdrawn(asked));
        await Work(world);
        Assert.False((await world.Escalation()).IsUnsettled);
        await using var db = world.Open();
        Assert.False(await db.Set<Message>().AnyAsync(m => m.TenantId == Town.TenantId));
    }

    [Theory, EveryDatabase]
    public async Task A_changed_calendar_moves_the_steps_that_are_still_to_come(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var clerk = world.Town.Client(Roles.OfficeClerk);
        var day = new DateOnly(2026, 4, 8);
        await Record(world, new RosterUnfiled(Guid.CreateVersion7(), world.Town.EastVillage.Id, world.Town.Township.Id, day, day.AddDays(-5)));
        await world.Town.Drain();
        Assert.Equal(World.Wall("2026-04-08 08:30"), (await world.Escalation()).NextStepAt);

        Assert.Equal(303, (await clerk.Send("/calendar/days", ("from", "2026-04-08"), ("kind", "off"), ("name", "防汛停工"))).Code);
        await world.Town.Drain();
        var moved = await world.Escalation();
        Assert.Equal(World.Wall("2026-04-07 08:30"), moved.NextStepAt);

        Assert.Equal(303, (await clerk.Send("/calendar/days", ("from", "2026-05-02"), ("kind", "off"), ("name", "防汛停工"))).Code);
        await world.Town.Drain();
        Assert.Equal(moved.Version, (await world.Escalation()).Version);

        Assert.Equal(303, (await clerk.Send("/calendar/days/2026-04-08/restore")).Code);
        await clerk.Submit(await clerk.Visit("/calendar/hours"), "/calendar/hours", ("morningFrom", "9:00"));
        await world.Town.Drain();
        Assert.Equal(World.Wall("2026-04-08 09:00"), (await world.Escalation()).NextStepAt);
    }
}
