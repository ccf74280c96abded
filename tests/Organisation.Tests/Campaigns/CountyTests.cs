using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Campaigns;

/// <summary>A township's campaign as the county above it sees it.</summary>
public sealed class CountyTests
{
    [Theory, EveryDatabase]
    public async Task The_county_reads_the_campaign_of_its_township_and_no_whole_phone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Filed();
        var county = await Above(town);
        var liaison = town.Of(Roles.Liaison, town.EastVillage);

        Assert.Contains("2026年全民反诈专项行动", (await county.Visit("/campaigns")).Text, StringComparison.Ordinal);
        foreach (
            var page in (string[])["", "/rosters", $"/rosters/{town.EastVillage.Id}", $"/units/{town.EastVillage.Id}", "/responsibility", "/groups"]
        )
        {
            var answer = await county.Visit($"/campaigns/{id}{page}");
            Assert.True(answer.Code == 200, $"{page} {answer.Code}");
            Assert.DoesNotContain(liaison.Phone, answer.Text, StringComparison.Ordinal);
        }
        Assert.Contains(liaison.Name, (await county.Visit($"/campaigns/{id}/rosters/{town.EastVillage.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await county.Send($"/campaigns/{id}/rosters/annex")).Code);
        Assert.Equal(403, (await county.Send($"/campaigns/{id}/end")).Code);
        Assert.Empty(await town.Facts("platform.personal-data-shown"));
        Assert.Equal(404, (await town.Client(town.Members.First(one => one.Unit.Id == town.OtherVillage.Id)).Visit($"/campaigns/{id}")).Code);
    }

    /// <summary>The leader of a county under which the township is put.</summary>
    private static async Task<TownClient> Above(Town town)
    {
        await using var db = town.Open();
        var day = new DateOnly(2026, 4, 3);
        var county = UnitTree.Add(db, Town.TenantId, null, Guid.CreateVersion7(), UnitKinds.County.Key, "云岭县", "00", day);
        await db.SaveChangesAsync();
        Assert.Null(await UnitTree.Move(db, Town.TenantId, town.Township.Id, county.Id, day));

        var like = town.Of(Roles.Leader);
        var person = new Person
        {
            TenantId = Town.TenantId,
            Id = Guid.CreateVersion7(),
            NameSealed = like.Person.NameSealed,
            NameIndex = like.Person.NameIndex,
        };
        var appointment = new Appointment
        {
            TenantId = Town.TenantId,
            Id = Guid.CreateVersion7(),
            PersonId = person.Id,
            UnitId = county.Id,
            Role = Roles.Leader.Key,
            FromOn = day,
        };
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            TenantId = Town.TenantId,
            PersonId = person.Id,
            SignInName = "county-leader",
            PasswordHash = like.Account!.PasswordHash,
            SecurityStamp = "county",
            ApprovedAt = town.Clock.Now,
        };
        db.AddRange(person, appointment, account);
        await db.SaveChangesAsync();
        return town.Client(new Member("县领导", "", person, appointment, county, account));
    }
}
