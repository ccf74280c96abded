using Microsoft.EntityFrameworkCore;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Messaging.Tests;

public sealed class SendMessagesTests
{
    private static Recipient Liaisons(World world) => Recipient.Holders(Roles.Liaison.Key, world.Town.EastVillage.Id);

    [Theory, EveryDatabase]
    public async Task A_wish_reaches_every_holder_of_the_role_once(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var wish = world.Heard(world.Wish("k1", Liaisons(world)));
        await world.Queue(wish);
        await world.Queue(wish);
        await world.Send();
        await world.Send();

        var liaison = world.Town.Of(Roles.Liaison, world.Town.EastVillage);
        var message = Assert.Single(await world.Messages());
        Assert.Equal(liaison.Person.Id, message.RecipientId);
        Assert.Equal(MessageState.Delivered, message.State);
        var left = Assert.Single(world.Left);
        Assert.Equal(liaison.Phone, left.Phone);
        Assert.Equal("【青溪镇反诈平台】东沟村请于5月12日前办理，共3件。", left.Text);
        Assert.Equal(left.Text, message.Text);
        var fact = Assert.IsType<MessageDelivered>(Assert.Single(await world.Facts("messaging.message-delivered")));
        Assert.Equal((message.Id, liaison.Person.Id, "dry-run"), (fact.MessageId, fact.RecipientId, fact.Channel));
    }

    [Theory, EveryDatabase]
    public async Task Quiet_hours_hold_a_routine_message_and_let_an_urgent_one_go(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        world.Town.Clock.Set(World.Wall("2026-04-03 21:30"));
        await world.Queue(world.Wish("routine", Liaisons(world)));
        await world.Queue(world.Wish("urgent", Liaisons(world), world.Matter(id: Guid.CreateVersion7()), Urgency.Urgent));
        await world.Send();

        Assert.Single(world.Left);
        var held = Assert.Single(await world.Messages(), message => message.State == MessageState.Waiting);
        Assert.Equal(("routine", World.Wall("2026-04-04 08:00")), (held.Key, held.NotBeforeAt));

        world.Town.Clock.Set(World.Wall("2026-04-04 08:00"));
        await world.Send();
        Assert.Equal(2, world.Left.Count);
    }

    [Theory, EveryDatabase]
    public async Task A_message_that_was_wanted_by_day_does_not_leave_at_night(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        await world.Queue(world.Wish("k1", Liaisons(world)));
        world.Town.Clock.Set(World.Wall("2026-04-03 22:30"));
        await world.Send();

        Assert.Empty(world.Left);
        Assert.Equal(World.Wall("2026-04-04 08:00"), Assert.Single(await world.Messages()).NotBeforeAt);
    }

    [Theory, EveryDatabase]
    public async Task About_one_thing_a_person_is_told_once_a_day(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        await world.Queue(world.Wish("morning", Liaisons(world)));
        await world.Queue(world.Wish("evening", Liaisons(world)));
        await world.Queue(world.Wish("other", Liaisons(world), world.Matter(id: Guid.CreateVersion7())));
        await world.Send();
        Assert.Equal(2, world.Left.Count);
        Assert.Equal(World.Wall("2026-04-04 08:00"), (await world.Messages()).Single(m => m.State == MessageState.Waiting).NotBeforeAt);

        world.Town.Clock.Set(World.Wall("2026-04-04 08:00"));
        await world.Send();
        Assert.Equal(3, world.Left.Count);
    }

    [Theory, EveryDatabase]
    public async Task Two_senders_at_once_send_once(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        for (var i = 0; i < 5; i++)
            await world.Queue(world.Wish($"k{i}", Liaisons(world), world.Matter(id: Guid.CreateVersion7())));
        await Task.WhenAll(world.Send(), world.Send(), world.Send());
        await world.Send();

        Assert.Equal(5, world.Left.Count);
        Assert.Equal(5, world.Left.Select(left => left.MessageId).Distinct().Count());
        Assert.All(await world.Messages(), message => Assert.Equal(MessageState.Delivered, message.State));
    }

    [Theory, EveryDatabase]
    public async Task Someone_without_a_phone_is_shown_as_such(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        await using (var db = world.Open())
        {
            var person = await db.People.SingleAsync(p =>
                p.TenantId == Town.TenantId && p.Id == world.Town.Of(Roles.Liaison, world.Town.EastVillage).Person.Id
            );
            (person.PhoneSealed, person.PhoneIndex) = (null, null);
            await db.SaveChangesAsync();
        }
        await world.Queue(world.Wish("k1", Liaisons(world)));
        await world.Send();

        Assert.Empty(world.Left);
        Assert.Equal(MessageState.Unreachable, Assert.Single(await world.Messages()).State);
    }

    /// <summary>Invariant 4: killed at any point, no message reaches anybody twice for one key, and none is lost.</summary>
    [Theory, EveryDatabase]
    public async Task Killed_at_any_point_nothing_is_sent_twice_and_nothing_is_lost(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var died = 0;
        for (var at = 0; ; at++)
        {
            var subject = world.Matter(id: Guid.CreateVersion7());
            await world.Queue(world.Wish($"kill-{at}", Liaisons(world), subject));
            var fault = new Fault(at);
            try
            {
                await world.Send(fault);
            }
            catch (Exception death) when (death is KilledException || death.InnerException is KilledException)
            {
                died++;
            }
            world.Town.Clock.Advance(TimeSpan.FromMinutes(11));
            await world.Send();
            await world.Send();

            var message = (await world.Messages()).Single(m => m.SubjectId == subject.Id);
            var times = world.Left.Count(left => left.MessageId == message.Id);
            Assert.True(times <= 1, $"Sent {times} times when killed at {at}.");
            Assert.True(message.State is MessageState.Delivered or MessageState.Doubtful, $"{message.State} when killed at {at}.");
            Assert.True(message.State == MessageState.Doubtful || times == 1, $"Noted as delivered but never left, killed at {at}.");
            if (!fault.Struck)
                break;
        }
        Assert.True(died > 10, $"Only {died} points of death were tried.");
        Assert.Contains(await world.Messages(), message => message.State == MessageState.Doubtful);
    }

    [Theory, EveryDatabase]
    public async Task Wishes_that_come_twice_and_out_of_order_leave_the_same_rows(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var people = new[]
        {
            Liaisons(world),
            Recipient.Holders(Roles.Liaison.Key, world.Town.WestVillage.Id),
            Recipient.Person(world.Town.Of(Roles.Lecturer).Person.Id, world.Town.EastVillage.Id),
            Recipient.Holders(Roles.Liaison.Key, world.Town.SouthVillage.Id),
        };
        var random = new Random(20260403);
        var wishes = Enumerable
            .Range(0, 12)
            .Select(i => world.Heard(world.Wish($"k{i}", people[i % people.Length], world.Matter(id: Guid.CreateVersion7()))))
            .ToList();
        string? first = null;
        for (var round = 0; round < 3; round++)
        {
            await using (var db = world.Open())
                await db.Set<Message>().Where(m => m.TenantId == Town.TenantId).ExecuteDeleteAsync();
            var sent = wishes.Concat(wishes.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next()).ToList();
            foreach (var wish in sent)
                await world.Queue(wish);
            var rows = string.Join(
                '\n',
                (await world.Messages()).Select(m => $"{m.Key} {m.RecipientId} {m.FactId} {m.NotBeforeAt:O} {m.State} {m.Details}")
            );
            first ??= rows;
            Assert.Equal(first, rows);
        }
        Assert.Equal(9, (await world.Messages()).Count);
    }
}
