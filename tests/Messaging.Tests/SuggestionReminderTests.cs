using Wuzha.Guard.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Messaging.Tests;

/// <summary>A suggestion that nobody answers climbs the same ladder as everything else.</summary>
public sealed class SuggestionReminderTests
{
    private static readonly Guid Suggestion = Guid.Parse("0197d000-0000-7000-8000-00000000005a");

    private static async Task Record(World world, Fact fact)
    {
        await using (var db = world.Open())
        {
            db.RecordByJob(Town.TenantId, world.Town.Township.Id, fact, world.Now);
            await db.SaveChangesAsync();
        }
        await world.Town.Drain();
    }

    [Theory, EveryDatabase]
    public async Task An_unanswered_suggestion_reaches_the_office_and_an_answered_one_nobody(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var town = world.Town.Township.Id;
        world.Town.Clock.Set(World.Wall("2026-03-31 09:00"));

        await Record(world, new SuggestionFiled(Suggestion, town, town, IsComplaint: true, IsNamed: false, new DateOnly(2026, 4, 8)));

        var escalation = await world.Escalation();
        Assert.True(escalation.IsUnsettled);
        Assert.Equal(World.Wall("2026-04-09 00:00"), escalation.DueAt);
        Assert.Contains("意见答复", (await world.Town.Client(Roles.OfficeClerk).Visit("/escalations")).Text, StringComparison.Ordinal);

        world.Town.Clock.Advance(TimeSpan.FromHours(1));
        await Record(world, new SuggestionAnswered(Suggestion, town, Late: false));
        Assert.False((await world.Escalation()).IsUnsettled);
    }

    [Theory, EveryDatabase]
    public async Task Where_nobody_reminds_the_office_the_clerk_above_is_told_after_the_last_day(DatabaseKind kind)
    {
        await using var world = await World.Build(kind);
        var (village, town) = (world.Town.SouthVillage.Id, world.Town.Township.Id);
        world.Town.Clock.Set(World.Wall("2026-03-31 09:00"));
        await Record(world, new SuggestionFiled(Suggestion, village, town, IsComplaint: false, IsNamed: true, new DateOnly(2026, 4, 1)));

        foreach (var day in (string[])["2026-03-31 10:00", "2026-04-02 09:00", "2026-04-03 09:00", "2026-04-07 09:00", "2026-04-08 09:00"])
        {
            world.Town.Clock.Set(World.Wall(day));
            await world.Climb();
        }

        var message = Assert.Single(await world.Messages());
        Assert.Equal(world.Town.Of(Roles.OfficeClerk).Person.Id, message.RecipientId);
    }
}
