using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
using Wuzha.Directives.Relays;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Sheets;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Reports.Tests;

/// <summary>Sections two and three: receipts and relays of the directives of a month.</summary>
public sealed class DirectiveSectionTests
{
    /// <summary>
    /// To the three villages on 3 April: 东沟村 signs in time, 西岭村 late, 南坡村 not. To 东沟村 and the bank: the village returns it. One that was withdrawn, and
    /// one half an hour into May.
    /// </summary>
    private static async Task<BulletinTown> Issued(DatabaseKind kind)
    {
        var town = await BulletinTown.Build(kind);
        var (east, west, bank) = (town.Town.EastVillage, town.Town.WestVillage, town.Town.Bank);
        var all = await Issue(town, "开展集中宣传周活动", ("reach", "units:village"));
        var two = await Issue(town, "核对银行网点宣传点位", ("unit", $"{east.Id}"), ("unit", $"{bank.Id}"));
        var gone = await Issue(town, "发错的一件指令", ("reach", "units:village"));
        BulletinTown.Went(await town.Clerk.Send($"/directives/{gone}/withdraw", ("reason", "发错了对象，另行下发。")));
        BulletinTown.Went(await town.East.Send($"/directives/{two}/receipts/{east.Id}/return", ("returned", "本村没有银行网点。")));
        BulletinTown.Went(await town.East.Send($"/directives/{all}/receipts/{east.Id}/sign"));
        town.At(2026, 4, 9);
        BulletinTown.Went(await town.West.Send($"/directives/{all}/receipts/{west.Id}/sign"));
        town.Town.Clock.Set(new DateTime(2026, 4, 30, 16, 30, 0, DateTimeKind.Utc));
        await Issue(town, "五月第一件指令", ("reach", "units:village"));
        town.At(2026, 5, 6);
        return town;
    }

    private static async Task<Guid> Issue(BulletinTown town, string title, params (string Name, string Value)[] to)
    {
        var clerk = town.Clerk;
        var drafted = await clerk.Send(
            "/directives",
            [
                ("kind", "Directive"),
                ("title", title),
                ("text", "请各单位安排一次集中宣传，有问题联系镇反诈办。"),
                ("signingTime", "one-day"),
                ("toRole", Roles.Liaison.Key),
                ("minutes", "10"),
                .. to,
            ]
        );
        BulletinTown.Went(drafted);
        var id = Guid.Parse(drafted.Location!["/directives/".Length..]);
        BulletinTown.Went(await clerk.Send($"/directives/{id}/issue"));
        return id;
    }

    [Theory, EveryDatabase]
    public async Task Receipts_are_counted_in_the_month_of_issue_and_withdrawn_directives_are_not(DatabaseKind kind)
    {
        await using var town = await Issued(kind);
        var page = await town.Clerk.Visit(town.April);
        Assert.Equal(["2", "1", "0", "1", "0"], BulletinTown.RowOf(page, "receipts", "东沟村"));
        Assert.Equal(["1", "0", "1", "0", "0"], BulletinTown.RowOf(page, "receipts", "西岭村"));
        Assert.Equal(["1", "0", "0", "0", "1"], BulletinTown.RowOf(page, "receipts", "南坡村"));
        Assert.Equal(["1", "0", "0", "0", "1"], BulletinTown.RowOf(page, "receipts", "青溪镇信用社"));
        Assert.Equal(["5", "1", "1", "1", "2"], BulletinTown.RowOf(page, "receipts", "合计"));
        Assert.Contains(
            "本月下发指令 5 件次，按时签收 1 件次（20.00 %），逾期签收 1 件次，退回 1 件次，未签收 2 件次。",
            page.TextsOf(".bulletin-words p")[1]
        );
        var may = await town.Clerk.Visit($"/bulletins/{town.Township.Id}/2026-05");
        Assert.Equal(["3", "0", "0", "0", "3"], BulletinTown.RowOf(may, "receipts", "合计"));
        var paper = ShowBulletinTests.TextOf((await town.Clerk.Visit($"{town.April}/bulletin.docx")).Body);
        Assert.Contains("东沟村|2|1|0|1|0", paper);
        Assert.Contains("按时签收1件次（20.00%）", paper);
    }

    [Theory, EveryDatabase]
    public async Task Every_number_of_receipts_opens_to_as_many_lines(DatabaseKind kind)
    {
        await using var town = await Issued(kind);
        var clerk = town.Clerk;
        var page = await clerk.Visit(town.April);
        var doors = page.Page.QuerySelectorAll("main .door[href*='/receipts']").ToList();
        Assert.True(doors.Count >= 14, $"{doors.Count} doors");
        foreach (var door in doors)
        {
            var list = await clerk.Visit(door.GetAttribute("href")!);
            Assert.Equal(200, list.Code);
            Assert.Equal(int.Parse(door.TextContent), list.TextsOf(".listing tbody tr").Count);
            foreach (var link in list.Page.QuerySelectorAll(".listing tbody a"))
                Assert.Equal(200, (await clerk.Visit(link.GetAttribute("href")!)).Code);
        }
        Assert.Equal(SheetFile.ContentType, (await clerk.Visit($"{town.April}/receipts?format=xlsx")).ContentType);
        Assert.Equal(SheetFile.ContentType, (await clerk.Visit($"{town.April}?table=receipts&format=xlsx")).ContentType);
        // A village sees its own receipts, and what stands behind them.
        var own = await town.East.Visit($"/bulletins/{town.Town.EastVillage.Id}/2026-04");
        Assert.Equal(["2", "1", "0", "1", "0"], BulletinTown.RowOf(own, "receipts", "东沟村"));
        var lines = await town.East.Visit($"/bulletins/{town.Town.EastVillage.Id}/2026-04/receipts");
        Assert.Equal(["核对银行网点宣传点位", "开展集中宣传周活动"], lines.TextsOf("td[data-label='指令']").OrderDescending(StringComparer.Ordinal));
        foreach (var link in lines.Page.QuerySelectorAll(".listing tbody a"))
            Assert.Equal(200, (await town.East.Visit(link.GetAttribute("href")!)).Code);
        Assert.Equal(404, (await town.West.Visit($"/bulletins/{town.Town.EastVillage.Id}/2026-04/receipts")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_receipt_signed_after_issue_stands_beside_what_was_printed(DatabaseKind kind)
    {
        await using var town = await Issued(kind);
        BulletinTown.Went(await town.Clerk.Send($"{town.April}/issue"));
        // No campaign asked anything: the bulletin counts for none.
        Assert.Equal(Guid.Empty, Assert.Single(await town.Facts("reports.bulletin-issued")).CampaignId);
        await using (var db = town.Town.Open())
        {
            var open = await db.Set<Receipt>()
                .Where(one => one.TenantId == Town.TenantId && one.UnitId == town.Town.EastVillage.Id && one.ReturnedAt != null)
                .SingleAsync();
            BulletinTown.Went(await town.East.Send($"/directives/{open.DirectiveId}/receipts/{town.Town.EastVillage.Id}/sign"));
        }
        var page = await town.Clerk.Visit(town.April);
        Assert.Equal(["2", "1", "0（现为 1）", "1（现为 0）", "0"], BulletinTown.RowOf(page, "receipts", "东沟村"));
        Assert.Contains("印发以后有 2 个数字发生变化", page.Text);
    }

    [Theory, EveryDatabase]
    public async Task Relays_are_counted_by_the_village_of_the_group(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Build(kind);
        foreach (var (client, unit) in new[] { (town.East, town.Town.EastVillage), (town.West, town.Town.WestVillage) })
            BulletinTown.Went(
                await client.Send(
                    $"/groups/new/{unit.Id}",
                    ("kind", "Village"),
                    ("name", $"{unit.Name}反诈宣传群"),
                    ("place", "WeChat"),
                    ("setUpOn", "2026-04-01")
                )
            );
        await Issue(town, "转发防骗提示一", ("reach", "groups:village"));
        await Issue(town, "转发防骗提示二", ("reach", "groups:village"));
        await using (var db = town.Town.Open())
        {
            var relays = await db.Set<Relay>().Where(one => one.TenantId == Town.TenantId).ToListAsync();
            Assert.Equal(4, relays.Count);
            var (by, other) = (town.Town.Of(Roles.Liaison).Person.Id, town.Town.Of(Roles.BeatOfficer).Person.Id);
            foreach (var relay in relays.Where(one => one.UnitId == town.Town.EastVillage.Id))
                Assert.Null(relay.Send(by, town.Town.Clock.Now, Guid.CreateVersion7()));
            Assert.Null(relays.First(one => one.SentAt is not null).Confirm(other, town.Town.Clock.Now, Guid.CreateVersion7()));
            var group = await db.Set<Group>().SingleAsync(one => one.TenantId == Town.TenantId && one.UnitId == town.Town.EastVillage.Id);
            foreach (var (day, value) in new[] { (new DateOnly(2026, 4, 3), 30L), (new DateOnly(2026, 4, 30), 4L), (new DateOnly(2026, 5, 1), 500L) })
                db.Add(
                    new Tally
                    {
                        TenantId = Town.TenantId,
                        Measure = DirectiveMeasures.Opens.Key,
                        NodeId = group.Id,
                        Day = day,
                        CampaignId = Guid.Empty,
                        Value = value,
                    }
                );
            await db.SaveChangesAsync();
        }
        town.At(2026, 5, 6);
        var clerk = town.Clerk;
        var page = await clerk.Visit(town.April);
        Assert.Equal(["2", "2", "1", "34"], BulletinTown.RowOf(page, "relays", "东沟村"));
        Assert.Equal(["2", "0", "0", "0"], BulletinTown.RowOf(page, "relays", "西岭村"));
        Assert.Equal("本月应推送 4 群次，已推送 2 群次（50.00 %），监督员确认 1 群次，打开 34 人次。", page.TextsOf(".bulletin-words p")[2]);
        Assert.Contains("不排名、不考核", page.TextOf("[aria-labelledby=section-3]"));
        var doors = page.Page.QuerySelectorAll("main .door[href*='/relays']").ToList();
        Assert.True(doors.Count >= 7, $"{doors.Count} doors");
        foreach (var door in doors)
        {
            var list = await clerk.Visit(door.GetAttribute("href")!);
            Assert.Equal(int.Parse(door.TextContent), list.TextsOf(".listing tbody tr").Count);
            foreach (var link in list.Page.QuerySelectorAll(".listing tbody a"))
                Assert.Equal(200, (await clerk.Visit(link.GetAttribute("href")!)).Code);
        }
        var opens = page.Page.QuerySelector("main .door[href^='/numbers/']")!;
        Assert.Equal("34", opens.TextContent);
        Assert.Contains("34", (await clerk.Visit(opens.GetAttribute("href")!)).TextOf(".page-head .figure"));
        Assert.Equal(
            ["未推送"],
            (await clerk.Visit($"{town.April}/relays?state=waiting")).TextsOf("td[data-label='状态']").Select(text => text[1..]).Distinct()
        );
        Assert.Contains("西岭村|2|0|0|0", ShowBulletinTests.TextOf((await clerk.Visit($"{town.April}/bulletin.docx")).Body));
    }
}
