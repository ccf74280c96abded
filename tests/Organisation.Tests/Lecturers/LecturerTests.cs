using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Lecturers;
using Wuzha.Organisation.Tests.Campaigns;
using Wuzha.Organisation.Units;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Lecturers;

public sealed class LecturerTests
{
    [Theory]
    [EveryDatabase]
    public async Task The_page_shows_need_have_shortfall_and_an_unknown_population(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Filed();
        await using (var db = town.Open())
        {
            var profile = new UnitProfile { TenantId = Town.TenantId, UnitId = town.EastVillage.Id };
            profile.Count(2001, 600, new DateOnly(2026, 3, 1), "派出所");
            db.Add(profile);
            await db.SaveChangesAsync();
        }
        var page = await town.Client(Roles.OfficeClerk).Visit($"/campaigns/{id}/lecturers");
        var east = page.TextsOf("tbody tr").Single(row => row.Contains("东沟村", StringComparison.Ordinal));
        Assert.Contains("2,001", east, StringComparison.Ordinal);
        Assert.Contains("2026-03-01", east, StringComparison.Ordinal);
        Assert.Contains("差 2 名", east, StringComparison.Ordinal);
        var south = page.TextsOf("tbody tr").Single(row => row.Contains("南坡村", StringComparison.Ordinal));
        Assert.Contains("未知", south, StringComparison.Ordinal);
        Assert.Contains("至少差 1 名", south, StringComparison.Ordinal);
        Assert.Equal(200, (await town.Client(Roles.OfficeClerk).Visit($"/campaigns/{id}/lecturers?format=xlsx")).Code);

        // The other reading of the clause needs one less.
        CampaignTown.Went(await town.Client(Roles.OfficeClerk).Send($"/campaigns/{id}/edit", CampaignTown.Head(quota: "full")), $"/campaigns/{id}");
        Assert.Contains(
            "差 1 名",
            (await town.Client(Roles.OfficeClerk).Visit($"/campaigns/{id}/lecturers?q=东沟村")).TextOf("tbody"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_police_record_a_training_and_withdrawing_it_lowers_the_tally(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Filed();
        var police = town.Client(Roles.PoliceAnalyst);
        var lecturer = town.Of(Roles.Lecturer, town.EastVillage);
        var key = $"{lecturer.Person.Id:N} {town.EastVillage.Id:N}";
        (string, string)[] Typed(string day, string attendee) =>
            [
                ("heldOn", day),
                ("place", "派出所会议室"),
                ("topic", "反诈宣讲要点"),
                ("trainer", town.PoliceStation.Id.ToString()),
                ("attendee", attendee),
            ];

        Assert.Contains(lecturer.Name, (await police.Visit($"/campaigns/{id}/lecturers/untrained")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await town.Client(Roles.Liaison).Send($"/campaigns/{id}/trainings", Typed("2026-04-03", key))).Code);
        Assert.Equal(422, (await police.Send($"/campaigns/{id}/trainings", Typed("2026-04-04", key))).Code);
        Assert.Equal(
            422,
            (await police.Send($"/campaigns/{id}/trainings", Typed("2026-04-03", $"{Guid.CreateVersion7():N} {town.EastVillage.Id:N}"))).Code
        );
        var training = CampaignTown.Created(await police.Send($"/campaigns/{id}/trainings", Typed("2026-04-03", key)), $"/campaigns/{id}/trainings/");
        Assert.Equal(1, await town.Tally(CampaignMeasures.LecturersTrained, town.EastVillage));
        Assert.DoesNotContain(lecturer.Name, (await police.Visit($"/campaigns/{id}/lecturers/untrained")).TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(200, (await police.Visit($"/campaigns/{id}/trainings/{training}")).Code);

        // Ticked twice counts once.
        await police.Send($"/campaigns/{id}/trainings/{training}/attendees", ("attendee", key));
        Assert.Equal(1, await town.Tally(CampaignMeasures.LecturersTrained, town.EastVillage));
        CampaignTown.Went(await police.Send($"/campaigns/{id}/trainings/{training}/withdraw"), $"/campaigns/{id}/trainings");
        Assert.Equal(0, await town.Tally(CampaignMeasures.LecturersTrained, town.EastVillage));
        await using var db = town.Open();
        Assert.Equal(0, await db.Set<TrainingAttendee>().CountAsync(one => one.TenantId == Town.TenantId));
    }
}
