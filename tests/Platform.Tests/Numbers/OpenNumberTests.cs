using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Numbers;

public sealed class OpenNumberTests
{
    private static readonly string Path = $"/numbers/{CampaignMeasures.ResponsibilitiesClaimed.Key}";

    [Theory, EveryDatabase]
    public async Task The_figure_the_facts_and_who_looked_are_shown(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Of(Roles.OfficeClerk);
        await Claim(town, town.EastVillage);
        await Claim(town, town.WestVillage);

        var page = await town.Client(clerk).Visit(Path);

        Assert.Equal(200, page.Code);
        Assert.Equal("2人", page.TextOf(".page-head .figure"));
        Assert.Equal(2, page.TextsOf("main tbody tr").Count);
        Assert.Contains(clerk.Name, page.TextOf("section[aria-labelledby=looks]"), StringComparison.Ordinal);
        Assert.Contains("青溪镇及其下级从 2026-04-01 到 2026-04-03", page.TextOf(".lead"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_withdrawn_fact_is_shown_but_not_counted(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Claim(town, town.EastVillage);
        await Claim(town, town.WestVillage);
        await using (var db = town.Open())
        {
            db.Record(town.ViewerOf(town.Of(Roles.OfficeClerk)), new FactWithdrawn(id));
            await db.SaveChangesAsync();
        }

        var page = await town.Client(Roles.OfficeClerk).Visit(Path);

        Assert.Equal("1人", page.TextOf(".page-head .figure"));
        Assert.Equal(2, page.TextsOf("main tbody tr").Count);
        Assert.Single(page.TextsOf("main tbody tr"), row => row.Contains("已撤销，不计入", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task One_sees_what_stands_under_ones_unit_and_nothing_else(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await Claim(town, town.EastVillage);
        await Claim(town, town.WestVillage);
        var liaison = town.Client(town.Of(Roles.Liaison, town.EastVillage));

        Assert.Equal("1人", (await liaison.Visit(Path)).TextOf(".page-head .figure"));
        Assert.Equal(404, (await liaison.Visit($"{Path}?unit={town.WestVillage.Id}")).Code);
        Assert.Equal(404, (await liaison.Visit($"{Path}?unit={town.OtherVillage.Id}")).Code);
        Assert.Equal(404, (await liaison.Visit($"{Path}?unit={Guid.CreateVersion7()}")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Days_unit_and_campaign_narrow_the_number(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var campaign = Guid.CreateVersion7();
        await Claim(town, town.EastVillage, campaign);
        await Claim(town, town.WestVillage);
        town.Clock.Advance(TimeSpan.FromDays(1));
        await Claim(town, town.EastVillage);
        var clerk = town.Client(Roles.OfficeClerk);

        Assert.Equal("3人", (await clerk.Visit(Path)).TextOf(".page-head .figure"));
        Assert.Equal("2人", (await clerk.Visit($"{Path}?from=2026-04-03&to=2026-04-03")).TextOf(".page-head .figure"));
        Assert.Equal("2人", (await clerk.Visit($"{Path}?unit={town.EastVillage.Id}")).TextOf(".page-head .figure"));
        Assert.Equal("1人", (await clerk.Visit($"{Path}?campaign={campaign}")).TextOf(".page-head .figure"));
        Assert.Equal("3人", (await clerk.Visit($"{Path}?from=nonsense")).TextOf(".page-head .figure"));
    }

    [Theory, EveryDatabase]
    public async Task A_look_is_noted_once_a_day(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);

        await clerk.Visit(Path);
        await clerk.Visit(Path);
        Assert.Equal(1, await Looks(town));

        await clerk.Visit($"{Path}?unit={town.EastVillage.Id}");
        Assert.Equal(2, await Looks(town));
    }

    [Theory, EveryDatabase]
    public async Task The_excel_file_holds_the_same_rows(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await Claim(town, town.EastVillage);

        var file = await town.Client(Roles.OfficeClerk).Visit($"{Path}?format=xlsx");

        Assert.Equal(200, file.Code);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.ContentType);
    }

    [Theory, EveryDatabase]
    public async Task Strangers_go_to_the_sign_in_page_administrators_are_refused_and_unknown_numbers_are_not_there(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);

        Assert.StartsWith("/sign-in", (await town.Stranger().Visit(Path)).Location, StringComparison.Ordinal);
        Assert.Equal(403, (await town.Client(Roles.AuditAdministrator).Visit(Path)).Code);
        Assert.Equal(404, (await town.Client(Roles.OfficeClerk).Visit("/numbers/no.such")).Code);
    }

    private static async Task<Guid> Claim(Town town, Unit unit, Guid campaign = default)
    {
        await using var db = town.Open();
        var clerk = town.Of(Roles.OfficeClerk);
        var id = db.Record(
            town.ViewerOf(clerk),
            new ResponsibilityClaimed(campaign, Guid.CreateVersion7(), clerk.Person.Id, unit.Id, Roles.Liaison.Key, "abc", "def"),
            campaign
        );
        await db.SaveChangesAsync();
        return id;
    }

    private static async Task<int> Looks(Town town)
    {
        await using var db = town.Open();
        return await db.Set<FactRow>().CountAsync(fact => fact.Kind == "platform.number-opened");
    }
}
