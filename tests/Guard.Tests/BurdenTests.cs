using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Guard.Burdens;
using Wuzha.Guard.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Guard.Tests;

public sealed class BurdenTests
{
    private const int Roster = 20;

    /// <summary>Friday 3 April 2026; its week began on 30 March.</summary>
    private static async Task<Town> Friday(DatabaseKind kind)
    {
        var town = await Town.Build(kind);
        At(town, "2026-04-03 10:00");
        return town;
    }

    private static void At(Town town, string wall) => town.Clock.Set(DateTime.SpecifyKind(DateTime.Parse(wall) - LocalDay.Offset, DateTimeKind.Utc));

    private static async Task<Guid> Record(Town town, Fact fact, string wall)
    {
        await using var db = town.Open();
        var at = DateTime.SpecifyKind(DateTime.Parse(wall) - LocalDay.Offset, DateTimeKind.Utc);
        var id = db.RecordByJob(Town.TenantId, town.Township.Id, fact, at);
        await db.SaveChangesAsync();
        return id;
    }

    private static RosterAsked Ask(Guid unit) => new(Guid.CreateVersion7(), unit, new DateOnly(2026, 4, 10));

    [Theory, EveryDatabase]
    public async Task Every_ask_counts_in_its_week_at_its_unit_and_a_withdrawn_one_does_not(DatabaseKind kind)
    {
        await using var town = await Friday(kind);
        await Record(town, Ask(town.EastVillage.Id), "2026-03-30 00:10");
        await Record(town, Ask(town.EastVillage.Id), "2026-04-03 09:00");
        await Record(town, Ask(town.EastVillage.Id), "2026-03-29 23:50");
        await Record(town, Ask(town.WestVillage.Id), "2026-04-01 09:00");
        var withdrawn = await Record(town, Ask(town.WestVillage.Id), "2026-04-01 10:00");
        await Record(town, new FactWithdrawn(withdrawn), "2026-04-03 09:00");
        await Record(town, new MessageDelivered(Guid.CreateVersion7(), Guid.CreateVersion7(), town.WestVillage.Id, "dry-run"), "2026-04-02 09:00");
        await Record(town, Ask(town.EastVillage.Id), "2026-01-30 09:00");
        var clerk = town.Client(Roles.OfficeClerk);

        var list = await clerk.Visit("/burden?kind=village");

        Assert.Equal("哪个村负担重？", list.Heading);
        Assert.Equal(["东沟村", "西岭村", "南坡村"], list.TextsOf("td.card-title"));
        Assert.Equal(
            ["2", $"{2 * Roster}", "0", "1", $"{Roster}", "0", "2", $"{Roster + 1}", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"],
            list.TextsOf("td.number")
        );
    }

    [Theory, EveryDatabase]
    public async Task A_number_opens_to_what_it_consists_of(DatabaseKind kind)
    {
        await using var town = await Friday(kind);
        await Record(town, Ask(town.EastVillage.Id), "2026-04-01 09:00");
        await Record(town, Ask(town.EastVillage.Id), "2026-03-25 09:00");
        var liaison = town.Client(Roles.Liaison);

        var page = await liaison.Visit($"/burden/{town.EastVillage.Id}");

        Assert.Contains($"这一周 1 件，预计 {Roster} 分钟，要求上传 0 份；每周上限 120 分钟。", page.Text, StringComparison.Ordinal);
        var door = page.Page.QuerySelector("td.number a.door[href*=rosters-asked]")!.GetAttribute("href")!;
        var opened = await liaison.Visit(door);
        Assert.Equal(200, opened.Code);
        Assert.Contains("2026-03-30", door, StringComparison.Ordinal);
        Assert.Contains("要求报送名单", opened.Text, StringComparison.Ordinal);
        Assert.Contains(
            "2026-03-23",
            (await liaison.Visit($"/burden/{town.EastVillage.Id}?week=2026-03-25")).TextOf("caption"),
            StringComparison.Ordinal
        );
        // A week that is not among the nine is answered with this one.
        Assert.Contains(
            "2026-03-30",
            (await liaison.Visit($"/burden/{town.EastVillage.Id}?week=2020-01-01")).TextOf("caption"),
            StringComparison.Ordinal
        );
    }

    [Theory, EveryDatabase]
    public async Task A_liaison_sees_his_village_and_no_other(DatabaseKind kind)
    {
        await using var town = await Friday(kind);
        var liaison = town.Client(Roles.Liaison);

        Assert.Equal(302, (await town.Stranger().Visit("/burden")).Code);
        // Nothing fits, and no unit is asked about.
        Assert.Equal(200, (await liaison.Visit("/burden?q=%00%27&sort=-nothing&kind=xyz&state=xyz")).Code);
        Assert.Equal(["东沟村"], (await liaison.Visit("/burden")).TextsOf("td.card-title"));
        Assert.Equal(404, (await liaison.Visit($"/burden/{town.WestVillage.Id}")).Code);
        Assert.Equal(404, (await town.Client(Roles.OfficeClerk).Visit($"/burden/{town.OtherVillage.Id}")).Code);
        Assert.Equal(403, (await town.Client(Roles.SecurityAdministrator).Visit("/burden")).Code);
        Assert.Equal(Platform.Sheets.SheetFile.ContentType, (await liaison.Visit("/burden?format=xlsx")).ContentType);
    }

    [Theory, EveryDatabase]
    public async Task The_office_sets_the_ceiling_and_who_is_above_it_is_shown(DatabaseKind kind)
    {
        await using var town = await Friday(kind);
        await Record(town, Ask(town.EastVillage.Id), "2026-04-01 09:00");
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Contains("没有单位超过每周 120 分钟", (await clerk.Visit("/burden")).Text, StringComparison.Ordinal);

        foreach (var wrong in (string[])["", "很多", "9", "2401"])
            Assert.Equal(422, (await clerk.Send("/burden/ceiling", ("minutes", wrong))).Code);
        Assert.Equal(403, (await town.Client(Roles.Liaison).Send("/burden/ceiling", ("minutes", "15"))).Code);
        var form = await clerk.Visit("/burden/ceiling");
        Assert.Equal("120", form.Page.QuerySelector("input[name=minutes]")!.GetAttribute("value"));
        Assert.Equal("/burden", (await clerk.Submit(form, "/burden/ceiling", ("minutes", "15"))).Location);
        await clerk.Send("/burden/ceiling", ("minutes", "15"));

        var list = await clerk.Visit("/burden?state=over");
        Assert.Equal(["东沟村"], list.TextsOf("td.card-title"));
        Assert.Contains("超上限 5 分钟", list.Text, StringComparison.Ordinal);
        await using var db = town.Open();
        Assert.Equal(2, await db.Set<FactRow>().CountAsync(fact => fact.TenantId == Town.TenantId && fact.Kind == "guard.burden-ceiling-set"));
        Assert.Equal(15, (await db.Set<BurdenCeiling>().SingleAsync(one => one.TenantId == Town.TenantId)).Minutes);
    }

    [Theory, EveryDatabase]
    public async Task What_a_plan_would_add_is_told_before_it_is_asked(DatabaseKind kind)
    {
        await using var town = await Friday(kind);
        await Record(town, Ask(town.EastVillage.Id), "2026-04-01 09:00");
        await using var db = town.Open();
        var sources = town.Host.Services.GetRequiredService<BurdenSources>();

        var sums = await Burden.Of(
            db,
            sources,
            Town.TenantId,
            [town.EastVillage.Id, town.SouthVillage.Id],
            new DateOnly(2026, 4, 5),
            new BurdenSum(3, 35, 1)
        );

        Assert.Equal(new BurdenSum(4, 35 + Roster, 1), sums[town.EastVillage.Id]);
        Assert.Equal(new BurdenSum(3, 35, 1), sums[town.SouthVillage.Id]);
        Assert.True(sums[town.EastVillage.Id].IsOver(54));
        Assert.False(sums[town.EastVillage.Id].IsOver(55));
    }
}
