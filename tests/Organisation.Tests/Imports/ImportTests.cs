using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Units;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Imports;

public sealed class ImportTests
{
    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<(TownClient Clerk, Answer Preview, string Href)> Upload(Town town, string what, string name, byte[] file)
    {
        var clerk = town.Client(Roles.OfficeClerk);
        var taken = await clerk.Upload($"/imports/{what}", "file", name, file);
        Assert.Equal(302, taken.Code);
        return (clerk, await clerk.Visit(taken.Location!), taken.Location!);
    }

    private static async Task<Answer> Commit(Town town, string what, string name, byte[] file)
    {
        var (clerk, preview, href) = await Upload(town, what, name, file);
        return await clerk.Submit(preview, href);
    }

    [Theory, EveryDatabase]
    public async Task Units_come_in_with_parents_of_the_same_file_figures_and_facts(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var table = Csv(
            "单位名称,上级单位,人口,户数,统计日期\n北坡村第一网格,北坡村,300,90,2026-03-01\n北坡村,,\"1,236\",377,2026年3月1日\n东沟村,,900,300,2026-03-01\n青溪茶厂,,46,,2026-03-01\n"
        );

        var done = await Commit(town, "units", "单位.csv", table);

        Assert.Equal(303, done.Code);
        await using var db = town.Open();
        var village = await db.Units.SingleAsync(unit => unit.TenantId == Town.TenantId && unit.Name == "北坡村");
        var grid = await db.Units.SingleAsync(unit => unit.TenantId == Town.TenantId && unit.Name == "北坡村第一网格");
        Assert.Equal(("village", town.Township.Id), (village.Kind, village.ParentId!.Value));
        Assert.Equal(village.Id, grid.ParentId);
        Assert.StartsWith(village.Path, grid.Path, StringComparison.Ordinal);
        Assert.Equal("enterprise", (await db.Units.SingleAsync(unit => unit.TenantId == Town.TenantId && unit.Name == "青溪茶厂")).Kind);
        var profile = await db.Set<UnitProfile>().SingleAsync(profile => profile.TenantId == Town.TenantId && profile.UnitId == town.EastVillage.Id);
        Assert.Equal((900, 300), (profile.Population, profile.Households));
        Assert.Equal(3, (await town.Facts<UnitOpened>("organisation.unit-opened")).Count);
        Assert.Equal(4, (await town.Facts<UnitCounted>("organisation.unit-counted")).Count);
        Assert.All(
            await db.Set<FactRow>().Where(fact => fact.TenantId == Town.TenantId).ToListAsync(),
            fact => Assert.Equal(FactSource.Import, fact.Source)
        );
    }

    [Theory]
    [InlineData(
        "units",
        "单位名称,类别,上级单位,人口,统计日期\n北坡村,村（社区）,没有的镇,很多,2026-03-01\n北坡村第一网格,网格,北坡村,300,2026-03-01\n青溪,,,几个,\n",
        "没有“没有的镇”",
        "看不出是哪一类单位"
    )]
    [InlineData("people", "单位,姓名,电话,职务,角色\n没有的村,江小舟,1380,干事,联络员\n", "没有“没有的村”", "电话")]
    [InlineData(
        "rosters",
        "单位,第一责任人姓名,第一责任人电话,具体责任人姓名,具体责任人电话,联络员姓名,联络员电话\n没有的村,江小舟,1380,,,,\n",
        "没有“没有的村”",
        "电话"
    )]
    [InlineData("grids", "村,网格名称,户数,人口,统计日期\n没有的村,第一网格,很多,300,2027-03-01\n", "没有“没有的村”", "不能晚于今天")]
    public async Task One_preview_names_all_faults_of_a_row(string what, string table, string unknown, string other)
    {
        await using var town = await Town.Build();
        var (_, preview, _) = await Upload(town, what, "表.csv", Csv(table));
        Assert.Contains(unknown, preview.Text, StringComparison.Ordinal);
        Assert.Contains(other, preview.Text, StringComparison.Ordinal);
        // Whoever stands below a line with a wrong cell is not unknown because of it.
        Assert.DoesNotContain("没有“北坡村”", preview.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_again_changes_nothing(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var units = Csv("单位名称,类别,人口,统计日期\n北坡村,村（社区）,1236,2026-03-01\n");
        var people = Csv("单位,姓名,电话,职务,角色\n北坡村,江小舟,13800007777,综治专干,联络员、宣讲员\n北坡村,柳青禾,,会计,宣讲员\n");
        await Commit(town, "units", "单位.csv", units);
        await Commit(town, "people", "人员.csv", people);
        var before = (await town.Facts<PersonAppointed>("organisation.person-appointed")).Count;
        Assert.Equal(3, before);

        foreach (var (what, table) in new[] { ("units", units), ("people", people) })
        {
            var (_, preview, _) = await Upload(town, what, "再来.csv", table);
            Assert.Contains("都已在册", preview.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, (await town.Facts<PersonAppointed>("organisation.person-appointed")).Count);
        await using var db = town.Open();
        Assert.Single(await db.Units.Where(unit => unit.TenantId == Town.TenantId && unit.Name == "北坡村").ToListAsync());
        var village = (await db.Units.SingleAsync(unit => unit.TenantId == Town.TenantId && unit.Name == "北坡村")).Id;
        Assert.Equal(3, await db.Appointments.CountAsync(appointment => appointment.TenantId == Town.TenantId && appointment.UnitId == village));
    }

    [Theory, EveryDatabase]
    public async Task One_wrong_cell_stops_the_whole_file(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var table = Csv(
            "单位名称,类别,上级单位,人口,户数,统计日期\n北坡村,村（社区）,,1236,377,2026-03-01\n南岭村,村（社区）,没有这个镇,1236,377,2026-03-01\n西岗村,村（社区）,,一千二,377,2026-03-01\n北坡小学,学校,东沟村第一网格,,,\n"
        );

        var (clerk, preview, href) = await Upload(town, "units", "单位.csv", table);

        Assert.Contains("没有“没有这个镇”", preview.Text, StringComparison.Ordinal);
        Assert.Contains("1200", preview.Text, StringComparison.Ordinal);
        Assert.Contains("不能放在网格下面", preview.Text, StringComparison.Ordinal);
        Assert.True((await clerk.Send(href)).Code >= 400);
        await using var db = town.Open();
        Assert.False(await db.Units.AnyAsync(unit => unit.TenantId == Town.TenantId && unit.Name == "北坡村"));
    }

    [Theory, EveryDatabase]
    public async Task A_printed_roster_with_title_two_header_rows_and_merged_cells_is_read(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var book = new NastyBook()
            .Row(1, "青溪镇反诈责任人员名单")
            .Merge("A1:I1")
            .Row(3, "序号", "单 位", "第一责任人", "", "具体责任人", "", "联络员", "", "宣讲员", "")
            .Merge("A3:A4")
            .Merge("B3:B4")
            .Merge("C3:D3")
            .Merge("E3:F3")
            .Merge("G3:H3")
            .Merge("I3:J3")
            .Row(4, "", "", "姓名", "电话", "姓名", "电话", "姓名", "电话", "姓名", "电话")
            .Row(
                5,
                "1",
                "南坡村",
                "江 松",
                "１３８００００７００１",
                "柳竹",
                "13800007002",
                "苏兰",
                "138 0000 7003",
                "夏枫、秦樟",
                "13800007004、13800007005"
            )
            .Row(7, "2", "青溪镇信用社", "叶桐", "13800007006", "", "", "江松", "13800007001", "", "")
            .Row(8, "填表人：岑槐");

        var done = await Commit(town, "rosters", "责任人员名单.xlsx", book.Bytes());

        Assert.Equal(303, done.Code);
        var appointed = await town.Facts<PersonAppointed>("organisation.person-appointed");
        Assert.Equal(7, appointed.Count);
        Assert.Equal(2, appointed.Count(fact => fact.UnitId == town.SouthVillage.Id && fact.Role == "lecturer"));
        var first = appointed.Single(fact => fact.UnitId == town.SouthVillage.Id && fact.Role == "first-responsible");
        Assert.Equal(first.PersonId, appointed.Single(fact => fact.UnitId == town.Bank.Id && fact.Role == "liaison").PersonId);
    }

    [Theory, EveryDatabase]
    public async Task A_roster_with_one_short_head_row_gives_each_role_its_own_phone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var table = Csv(
            "序号,村（社区）,第一责任人,电话,具体责任人,职务,电话,联络员,联系电话（手机）,宣讲员,电话\n"
                + "1,南坡村,江松,13800007001,柳竹,副主任,13800007002,苏兰,13800007003,夏枫,\n"
        );

        Assert.Equal(303, (await Commit(town, "rosters", "名单.csv", table)).Code);

        var clerk = town.Client(Roles.OfficeClerk);
        foreach (var (phone, name) in new[] { ("13800007001", "江松"), ("13800007002", "柳竹"), ("13800007003", "苏兰") })
            Assert.Equal(name, Assert.Single((await clerk.Visit($"/people?q={phone}")).TextsOf("main tbody td:first-child")));
        var named = Assert.Single((await clerk.Visit("/people?q=夏枫")).TextsOf("main tbody tr"));
        Assert.Contains("未登记", named, StringComparison.Ordinal);
        Assert.Contains("副主任", (await clerk.Visit("/people?q=柳竹")).TextOf("main tbody tr"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Names_phones_and_roles_that_do_not_fit_are_told_by_row(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Of(Roles.Liaison);
        var table = Csv(
            "单位,姓名,电话,角色\n"
                + $"南坡村,江小舟,{liaison.Phone},联络员\n"
                + "南坡村,柳青禾,1234,联络员\n"
                + "南坡村,苏兰,13800007001,网格员\n"
                + "南坡村,夏枫,13800007002,团长\n"
                + "无名村,秦樟,13800007003,联络员\n"
                + "青溪镇,叶桐,13800007004,系统管理员\n"
        );

        var (_, preview, _) = await Upload(town, "people", "人员.csv", table);

        foreach (var says in (string[])["不是同一个人", "不是有效号码", "不设网格员", "没有“团长”这个角色", "没有“无名村”", "不设系统管理员"])
            Assert.Contains(says, preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(liaison.Name, preview.TextOf("main"), StringComparison.Ordinal);
        Assert.Empty(await town.Facts<PersonAppointed>("organisation.person-appointed"));
    }

    [Theory, EveryDatabase]
    public async Task Grids_come_in_with_their_owners(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var table = Csv(
            "村（社区）,网格名称,户数,人口,统计日期,网格长,网格长电话,网格员,网格员电话\n"
                + "南坡村,南坡村第一网格,96,312,2026-03-01,江松,13800007001,柳竹,13800007002\n"
                + "东沟村,东沟村第二网格,88,290,2026-03-01,江松,13800007001,,\n"
        );

        var done = await Commit(town, "grids", "网格.csv", table);

        Assert.Equal(303, done.Code);
        var clerk = town.Client(Roles.OfficeClerk);
        var rows = (await clerk.Visit("/grids?q=南坡村")).TextsOf("main tbody tr");
        Assert.Contains("江松", Assert.Single(rows), StringComparison.Ordinal);
        Assert.Equal(3, (await town.Facts<PersonAppointed>("organisation.person-appointed")).Count);
        var (_, again, _) = await Upload(town, "grids", "网格.csv", table);
        Assert.Contains("都已在册", again.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_office_imports(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        foreach (var what in (string[])["units", "people", "rosters", "grids"])
        {
            Assert.Equal(302, (await town.Stranger().Visit($"/imports/{what}")).Code);
            Assert.Equal(403, (await town.Client(Roles.Liaison).Visit($"/imports/{what}")).Code);
            Assert.Equal(200, (await town.Client(Roles.OfficeClerk).Visit($"/imports/{what}")).Code);
            Assert.Equal(200, (await town.Client(Roles.OfficeClerk).Visit($"/imports/{what}/template")).Code);
        }
    }

    [Theory, EveryDatabase]
    public async Task Five_thousand_people_come_in_at_once(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var table = new StringBuilder("单位,姓名,电话,职务,角色\n");
        for (var i = 0; i < 5000; i++)
            table.Append($"南坡村,江甲{"子丑寅卯辰巳午未申酉"[i % 10]}{"松竹兰枫樟"[i / 10 % 5]},1399{i:0000000},村民代表,宣讲员\n");
        var watch = Stopwatch.StartNew();

        var done = await Commit(town, "people", "人员.csv", Csv(table.ToString()));

        TestContext.Current.TestOutputHelper?.WriteLine($"5 000 people previewed and written in {watch.ElapsedMilliseconds} ms");
        Assert.Equal(303, done.Code);
        Assert.Equal(5000, await town.Tally("organisation.people-appointed", town.SouthVillage.Id));
    }
}
