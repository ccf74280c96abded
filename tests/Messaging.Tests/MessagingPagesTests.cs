using Microsoft.EntityFrameworkCore;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Messaging.Tests;

public sealed class MessagingPagesTests
{
    private static async Task<Guid> Waiting(World world)
    {
        await world.Queue(world.Wish("page", Recipient.Holders(Roles.Liaison.Key, world.Town.EastVillage.Id)));
        return (await world.Messages()).Single().Id;
    }

    private static async Task<Guid> Reminder(World world, Guid? unit = null)
    {
        await world.Hear(world.Heard(new MatterUnsettled(world.Matter(unit), World.Wall("2026-04-04 00:00"), world.Town.Township.Id)));
        return (await world.Escalation()).Id;
    }

    [Theory, EveryDatabase]
    public async Task The_office_sees_what_waits_and_takes_it_back(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var id = await Waiting(world);
        var clerk = world.Town.Client(Roles.OfficeClerk);
        var liaison = world.Town.Of(Roles.Liaison, world.Town.EastVillage);
        Assert.Contains(liaison.Name, (await clerk.Visit("/outgoing?state=waiting")).Text);
        Assert.DoesNotContain(liaison.Name, (await clerk.Visit("/outgoing?state=delivered")).Text);
        var page = await clerk.Visit($"/outgoing/{id}");
        Assert.DoesNotContain(liaison.Phone, page.Text);
        Assert.Equal(Platform.Sheets.SheetFile.ContentType, (await clerk.Visit("/outgoing?format=xlsx")).ContentType);

        Assert.Equal($"/outgoing/{id}", (await clerk.Send($"/outgoing/{id}/cancel")).Location);
        Assert.Single(await world.Facts("messaging.message-cancelled"));
        await world.Send();
        Assert.Empty(world.Left);
        var again = await clerk.Send($"/outgoing/{id}/cancel");
        Assert.Equal(409, again.Code);
        Assert.Contains("这条消息已经发出或已经取消，不能再取消。", again.Text);
        Assert.Equal(409, (await clerk.Send($"/outgoing/{id}/send-again")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_doubtful_message_waits_for_a_person_to_decide(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var id = await Waiting(world);
        await using (var db = world.Open())
        {
            var message = await db.Set<Message>().SingleAsync(m => m.TenantId == Town.TenantId && m.Id == id);
            message.Claim(world.Now);
            await db.SaveChangesAsync();
        }
        world.Town.Clock.Advance(TimeSpan.FromMinutes(11));
        await world.Send();
        Assert.Empty(world.Left);

        var clerk = world.Town.Client(Roles.OfficeClerk);
        Assert.Contains("有 1 条消息发送时被打断", (await clerk.Visit("/outgoing")).Text);
        Assert.Equal(303, (await clerk.Send($"/outgoing/{id}/send-again")).Code);
        await world.Send();
        Assert.Single(world.Left);
        Assert.Equal(409, (await clerk.Send($"/outgoing/{id}/count-as-delivered")).Code);
        Assert.True(Assert.IsType<DoubtSettled>(Assert.Single(await world.Facts("messaging.doubt-settled"))).SentAgain);
    }

    [Theory, EveryDatabase]
    public async Task Messages_stay_within_their_scope_and_their_acts(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var id = await Waiting(world);
        Assert.Equal(302, (await world.Town.Stranger().Visit("/outgoing")).Code);
        Assert.Equal(403, (await world.Town.Client(Roles.Liaison).Visit("/outgoing")).Code);
        Assert.Equal(403, (await world.Town.Client(Roles.Auditor).Send($"/outgoing/{id}/cancel")).Code);
        var other = world.Town.Client(world.Town.Of(Roles.OfficeClerk, world.Town.OtherTownship));
        Assert.Equal(404, (await other.Visit($"/outgoing/{id}")).Code);
        Assert.Equal(404, (await other.Send($"/outgoing/{id}/cancel")).Code);
        Assert.Equal(404, (await world.Town.Client(Roles.OfficeClerk).Visit($"/outgoing/{Guid.CreateVersion7()}")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_reminder_is_answered_by_not_applicable_and_the_office_may_go_on(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var id = await Reminder(world);
        var liaison = world.Town.Client(world.Town.Of(Roles.Liaison, world.Town.EastVillage));
        Assert.Contains("东沟村", (await liaison.Visit("/escalations")).Text);
        var empty = await liaison.Send($"/escalations/{id}/answer", ("reason", ""));
        Assert.Equal(422, empty.Code);
        Assert.Contains("请填写不适用的原因。", empty.Text);
        Assert.Equal(422, (await liaison.Send($"/escalations/{id}/answer", ("reason", "无"))).Code);

        Assert.Equal($"/escalations/{id}", (await liaison.Send($"/escalations/{id}/answer", ("reason", "本村没有学校，无需组织"))).Location);
        Assert.Null((await world.Escalation()).NextStepAt);
        Assert.Equal(409, (await liaison.Send($"/escalations/{id}/answer", ("reason", "本村没有学校，无需组织"))).Code);
        Assert.DoesNotContain("本村没有学校", (await world.Facts("messaging.reminder-answered")).Single().ToString());
        await world.QueueRecorded();
        Assert.Equal(world.Town.Of(Roles.OfficeClerk).Person.Id, Assert.Single(await world.Messages()).RecipientId);

        Assert.Equal(403, (await liaison.Send($"/escalations/{id}/resume")).Code);
        var clerk = world.Town.Client(Roles.OfficeClerk);
        Assert.Contains("本村没有学校", (await clerk.Visit($"/escalations/{id}")).Text);
        Assert.Equal(303, (await clerk.Send($"/escalations/{id}/resume")).Code);
        Assert.NotNull((await world.Escalation()).NextStepAt);
        Assert.Equal(409, (await clerk.Send($"/escalations/{id}/resume")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Reminders_of_another_village_are_not_there(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var id = await Reminder(world);
        var west = world.Town.Client(world.Town.Of(Roles.Liaison, world.Town.WestVillage));
        Assert.DoesNotContain("东沟村", (await west.Visit("/escalations")).Text);
        Assert.Equal(404, (await west.Visit($"/escalations/{id}")).Code);
        Assert.Equal(404, (await west.Send($"/escalations/{id}/answer", ("reason", "本村没有学校"))).Code);
        Assert.Equal(302, (await world.Town.Stranger().Visit("/escalations")).Code);
        Assert.Equal(403, (await world.Town.Client(Roles.Teacher).Visit("/escalations")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_matter_settled_before_anybody_set_a_deadline_opens(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        await world.Hear(world.Heard(new MatterSettled(world.Matter())));

        var page = await world.Town.Client(Roles.OfficeClerk).Visit($"/escalations/{(await world.Escalation()).Id}");

        Assert.Equal(200, page.Code);
        Assert.Contains("提前办结，不再有期限", page.Text);
    }

    [Theory, EveryDatabase]
    public async Task Every_filter_and_order_of_the_lists_answers(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        await Waiting(world);
        await Reminder(world);
        var clerk = world.Town.Client(Roles.OfficeClerk);
        foreach (var (value, _) in ListOutgoing.States.Options)
            Assert.Equal(200, (await clerk.Visit($"/outgoing?state={value}")).Code);
        foreach (var sort in new[] { "what", "state", "wanted", "notBefore", "-delivered" })
            Assert.Equal(200, (await clerk.Visit($"/outgoing?sort={sort}")).Code);
        foreach (var (value, _) in ListEscalations.States.Options)
            Assert.Equal(200, (await clerk.Visit($"/escalations?state={value}")).Code);
        foreach (var sort in new[] { "unit", "matter", "due", "step", "next", "-gaps" })
            Assert.Equal(200, (await clerk.Visit($"/escalations?sort={sort}&unit={world.Town.EastVillage.Id}")).Code);
        Assert.Equal(Platform.Sheets.SheetFile.ContentType, (await clerk.Visit("/escalations?format=xlsx")).ContentType);
    }
}
