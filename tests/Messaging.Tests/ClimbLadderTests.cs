using Microsoft.EntityFrameworkCore;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Messaging.Tests;

public sealed class ClimbLadderTests
{
    /// <summary>Due at the end of Friday 3 April 2026; Qingming is 4 to 6 April.</summary>
    private static readonly DateTime Due = World.Wall("2026-04-04 00:00");

    private static MatterUnsettled Unsettled(World world, Guid? unit = null) => new(world.Matter(unit), Due, world.Town.Township.Id);

    private static async Task<List<(string Day, string Role)>> RunDays(World world, int days)
    {
        var told = new List<(string, string)>();
        var roles = world.Town.Members.ToDictionary(member => member.Person.Id, member => member.Appointment.Role);
        var first = LocalDay.Of(world.Now);
        var moments =
            from day in Enumerable.Range(0, days)
            from time in new[] { "08:45", "15:00", "22:30" }
            select World.Wall($"{first.AddDays(day):yyyy-MM-dd} {time}");
        foreach (var moment in moments.Where(moment => moment > world.Now))
        {
            world.Town.Clock.Set(moment);
            var before = world.Left.Count;
            await world.Climb();
            await world.Send();
            var ids = world.Left.Skip(before).Select(left => left.MessageId).ToHashSet();
            told.AddRange((await world.Messages()).Where(m => ids.Contains(m.Id)).Select(m => ($"{m.SentOn:MM-dd}", roles[m.RecipientId])));
        }
        return told;
    }

    [Theory, EveryDatabase]
    public async Task The_ladder_climbs_one_rung_each_office_day(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        world.Town.Clock.Set(World.Wall("2026-04-03 08:00"));
        await world.Hear(world.Heard(Unsettled(world)));

        Assert.Equal(
            [
                ("04-03", Roles.Liaison.Key),
                ("04-07", Roles.DirectResponsible.Key),
                ("04-08", Roles.FirstResponsible.Key),
                ("04-09", Roles.OfficeClerk.Key),
            ],
            await RunDays(world, 8)
        );
        var escalation = await world.Escalation();
        Assert.Null(escalation.NextStepAt);
        Assert.Equal(4, (await world.Facts("messaging.reminder-climbed")).Count);
        Assert.Contains(
            world.Left,
            left => left.Text == "【青溪镇反诈平台】东沟村的“名单报送”应于4月3日前办结，请登录工作台办理；不适用的，请在催办中说明原因。"
        );
        Assert.Contains(world.Left, left => left.Text == "【青溪镇反诈平台】“名单报送”有 1 个单位逾期未办，已逐级催办。请登录工作台“催办”查看。");
    }

    [Theory, EveryDatabase]
    public async Task Where_nobody_stands_the_next_rung_follows_and_the_gap_is_kept(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        world.Town.Clock.Set(World.Wall("2026-04-03 08:00"));
        await world.Hear(world.Heard(Unsettled(world, world.Town.SouthVillage.Id)));
        var told = await RunDays(world, 2);

        Assert.Equal([("04-03", Roles.OfficeClerk.Key)], told);
        await using var db = world.Open();
        var steps = await db.Set<EscalationStep>().Where(s => s.TenantId == Town.TenantId).OrderBy(s => s.Step).Select(s => s.Told).ToListAsync();
        Assert.Equal([0, 0, 0, 1], steps);
    }

    [Theory, EveryDatabase]
    public async Task The_office_gets_one_message_for_all_late_units(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        world.Town.Clock.Set(World.Wall("2026-04-07 08:00"));
        foreach (var unit in new[] { world.Town.SouthVillage, world.Town.Bank, world.Town.School })
            await world.Hear(world.Heard(Unsettled(world, unit.Id)));
        await RunDays(world, 1);

        Assert.EndsWith("“名单报送”有 3 个单位逾期未办，已逐级催办。请登录工作台“催办”查看。", Assert.Single(world.Left).Text);
    }

    [Theory, EveryDatabase]
    public async Task A_settled_matter_is_not_reminded_of_even_when_the_reminder_waits_already(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        world.Town.Clock.Set(World.Wall("2026-04-03 09:00"));
        await world.Hear(world.Heard(Unsettled(world)));
        await world.Climb();
        world.Town.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.Hear(world.Heard(new MatterSettled(world.Matter())));
        var told = await RunDays(world, 8);

        Assert.Empty(told);
        Assert.Equal(MessageState.Cancelled, Assert.Single(await world.Messages()).State);
    }

    [Theory, EveryDatabase]
    public async Task A_moved_deadline_begins_the_ladder_anew(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        world.Town.Clock.Set(World.Wall("2026-04-03 08:00"));
        await world.Hear(world.Heard(Unsettled(world)));
        await RunDays(world, 1);
        await world.Hear(world.Heard(Unsettled(world) with { DueAt = World.Wall("2026-04-15 00:00") }));

        var escalation = await world.Escalation();
        Assert.Equal((0, World.Wall("2026-04-14 08:30")), (escalation.StepsTaken, escalation.NextStepAt!.Value));
        Assert.Equal(("04-14", Roles.Liaison.Key), (await RunDays(world, 12))[0]);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_climbed_outside_office_time(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        world.Town.Clock.Set(World.Wall("2026-04-04 10:00"));
        await world.Hear(world.Heard(Unsettled(world)));
        await world.Climb();
        Assert.Empty(await world.Messages());

        world.Town.Clock.Set(World.Wall("2026-04-07 08:30"));
        await world.Climb();
        Assert.Single(await world.Messages());
    }

    [Theory, EveryDatabase]
    public async Task Words_that_come_twice_and_out_of_order_leave_the_same_row(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var morning = World.Wall("2026-04-02 08:00");
        var words = new[]
        {
            world.Heard(Unsettled(world), morning),
            world.Heard(new MatterSettled(world.Matter()), morning.AddHours(2)),
            world.Heard(Unsettled(world), morning.AddHours(3)),
            world.Heard(Unsettled(world) with { DueAt = World.Wall("2026-04-10 00:00") }, morning.AddHours(4)),
        };
        var random = new Random(7);
        string? first = null;
        for (var round = 0; round < 6; round++)
        {
            await using (var db = world.Open())
                await db.Set<Escalation>().Where(e => e.TenantId == Town.TenantId).ExecuteDeleteAsync();
            foreach (var word in words.Concat(words.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next()))
                await world.Hear(word);
            var row = await world.Escalation();
            var text = $"{row.IsUnsettled} {row.DueAt:O} {row.SaidAt:O} {row.SaidByFact} {row.StepsTaken} {row.NextStepAt:O} {row.OfficeUnitId}";
            first ??= text;
            Assert.Equal(first, text);
        }
        Assert.StartsWith("True 2026-04-09T16:00", first);
    }

    [Theory, EveryDatabase]
    public async Task A_rung_is_taken_once_even_when_two_climb_at_once(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        world.Town.Clock.Set(World.Wall("2026-04-03 09:00"));
        await world.Hear(world.Heard(Unsettled(world)));
        await Task.WhenAll(ClimbQuietly(world), ClimbQuietly(world));
        await world.QueueRecorded();
        await world.Send();

        Assert.Single(world.Left);
        Assert.Single(await world.Facts("messaging.reminder-climbed"));
    }

    private static async Task ClimbQuietly(World world)
    {
        await using var db = world.Open();
        try
        {
            await ClimbLadder.Climb(db, Town.TenantId, world.Town.Clock, world.Kinds);
        }
        catch (DbUpdateException)
        {
            // The one who comes second changes nothing; the job tries again.
        }
    }
}
