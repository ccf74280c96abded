using Wuzha.Duties.Exports;
using Wuzha.Platform.Units;
using Wuzha.Reports.Bulletins;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Reports.Tests;

/// <summary>Units below units: a row stands for everything under it.</summary>
public sealed class CountyTests
{
    [Theory, EveryDatabase]
    public async Task What_stands_below_a_unit_is_counted_in_its_row_and_opens_to_its_own_bulletin(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Build(kind);
        var (east, school) = (town.Town.EastVillage, town.Town.School);
        var kindergarten = await Below(town, school);
        var timing = Timing.Once(BulletinTown.First, new DateOnly(2026, 4, 20));
        await town.Opened("开展防骗教育", "event", timing, school, kindergarten, east);
        town.At(2026, 5, 6);
        var page = await town.Clerk.Visit(town.April);
        Assert.Contains("4月，全镇 3 个单位应完成任务 3 项次", page.Text);
        Assert.Equal(["2", "0", "0", "2", "0"], BulletinTown.RowOf(page, "units", school.Name));
        Assert.Contains("青溪镇中心小学：开展防骗教育（2 个单位没有完成）", page.Text);
        var below = await town.Clerk.Visit($"/bulletins/{school.Id}/2026-04");
        Assert.Equal(["1", "0", "0", "1", "0"], BulletinTown.RowOf(below, "units", school.Name));
        Assert.Equal(["1", "0", "0", "1", "0"], BulletinTown.RowOf(below, "units", "中心小学附属幼儿园"));
        foreach (var door in page.Page.QuerySelectorAll("main a[href^='/']"))
            Assert.Equal(200, (await town.Clerk.Visit(door.GetAttribute("href")!)).Code);
    }

    [Fact]
    public void A_path_leads_through_the_row_it_is_counted_in()
    {
        var (top, middle, low) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var above = Unit.PathUnder(null, top);
        var path = Unit.PathUnder(above, middle);
        Assert.Null(BulletinPlaces.Through(above, above));
        Assert.Equal(middle, BulletinPlaces.Through(above, path));
        Assert.Equal(middle, BulletinPlaces.Through(above, Unit.PathUnder(path, low)));
    }

    private static async Task<Unit> Below(BulletinTown town, Unit parent)
    {
        await using var db = town.Town.Open();
        var id = Guid.CreateVersion7();
        var unit = UnitTree.Add(db, Town.TenantId, parent, id, UnitKinds.School.Key, "中心小学附属幼儿园", "500009", new DateOnly(2026, 1, 1));
        await db.SaveChangesAsync();
        return unit;
    }
}
