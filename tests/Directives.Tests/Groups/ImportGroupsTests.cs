using System.Text;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Groups;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Directives.Tests.Groups;

public sealed class ImportGroupsTests
{
    private static async Task<(TownClient Client, Answer Preview, string Href)> Upload(Town town, string table, TownClient? client = null)
    {
        client ??= town.Client(Roles.OfficeClerk);
        var taken = await client.Upload("/imports/groups", "file", "工作群.csv", Encoding.UTF8.GetBytes(table));
        Assert.Equal(302, taken.Code);
        return (client, await client.Visit(taken.Location!), taken.Location!);
    }

    private static async Task<Answer> Commit(Town town, string table)
    {
        var (client, preview, href) = await Upload(town, table);
        return await client.Submit(preview, href);
    }

    private static async Task<List<Group>> Standing(Town town)
    {
        await using var db = town.Open();
        return await db.Set<Group>().AsNoTracking().Where(group => group.TenantId == Town.TenantId).OrderBy(group => group.Name).ToListAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_table_of_groups_comes_in_with_people_days_and_counts(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var campaign = await town.Running();
        var (forwarder, witness) = (town.Of(Roles.Liaison, town.EastVillage), town.Of(Roles.GridChief, town.EastFirstGrid));
        var done = await Commit(
            town,
            "单位,群名称,类别,建在哪里,专项行动,推送员,监督员,要求建成日期,建成日期,群成员数,统计日期\n"
                + $"东沟村,东沟村反诈宣传群,村（社区）群,微信,2026年全民反诈专项行动,{forwarder.Name},{witness.Name},,2026-03-15,180,2026-03-31\n"
                + "西岭村,西岭村反诈宣传群,,,,,,2026-04-20,,,\n"
        );

        Assert.Equal(303, done.Code);
        var groups = await Standing(town);
        var (east, west) = (groups.Single(group => group.UnitId == town.EastVillage.Id), groups.Single(group => group.UnitId == town.WestVillage.Id));
        Assert.Equal((GroupKind.Village, GroupPlace.WeChat, campaign), (east.Kind, east.Place, east.CampaignId!.Value));
        Assert.Equal((forwarder.Person.Id, witness.Person.Id, (Guid?)null), (east.ForwarderId!.Value, east.WitnessId!.Value, east.SecondWitnessId));
        Assert.Equal((new DateOnly(2026, 3, 15), 180, new DateOnly(2026, 3, 31)), (east.SetUpOn!.Value, east.Members!.Value, east.CountedOn!.Value));
        Assert.Equal((GroupKind.Village, new DateOnly(2026, 4, 20)), (west.Kind, west.DueOn!.Value));
        Assert.Null(west.SetUpOn);
        Assert.Equal(2, (await town.Book<GroupRegistered>("directives.group-registered")).Count);
        Assert.Single(await town.Book<GroupSetUp>("directives.group-set-up"));

        await using var db = town.Open();
        Assert.Equal(
            1,
            await Tallies.Sum(
                db,
                Town.TenantId,
                DirectiveMeasures.GroupsSetUp,
                town.EastVillage.Scope,
                new DateOnly(2026, 1, 1),
                new DateOnly(2026, 4, 30)
            )
        );
        Assert.All(
            await db.Set<FactRow>().Where(fact => fact.TenantId == Town.TenantId && fact.Kind.StartsWith("directives.group")).ToListAsync(),
            fact => Assert.Equal(FactSource.Import, fact.Source)
        );
    }

    [Theory, EveryDatabase]
    public async Task The_same_table_again_changes_nothing_and_blank_cells_keep_what_stands(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Of(Roles.Liaison, town.EastVillage).Name;
        var table = $"单位,群名称,推送员,建成日期,群成员数\n东沟村,东沟村反诈宣传群,{liaison},2026-03-15,180\n";
        Assert.Equal(303, (await Commit(town, table)).Code);
        var (_, again, _) = await Upload(town, table);
        Assert.Contains("都已在册", again.Text, StringComparison.Ordinal);

        var (client, preview, href) = await Upload(town, "单位,群名称,推送员,群成员数\n东沟村,东沟村反诈宣传群,,210\n");
        Assert.Contains("群成员数 180 → 210", preview.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await client.Submit(preview, href)).Code);

        var group = Assert.Single(await Standing(town));
        Assert.Equal((210, new DateOnly(2026, 3, 15)), (group.Members!.Value, group.SetUpOn!.Value));
        Assert.Equal(town.Of(Roles.Liaison, town.EastVillage).Person.Id, group.ForwarderId);
        Assert.Single(await town.Book<GroupSetUp>("directives.group-set-up"));
        Assert.Single(await town.Book<GroupChanged>("directives.group-changed"));
    }

    [Fact]
    public async Task What_does_not_fit_is_named_and_nothing_is_written()
    {
        await using var town = await Town.Build();
        var liaison = town.Of(Roles.Liaison, town.EastVillage).Name;
        var (client, preview, href) = await Upload(
            town,
            "单位,群名称,专项行动,推送员,监督员,建成日期,群成员数\n"
                + "没有的村,甲群,,,,2026-03-15,\n"
                + "东沟村,乙群,去年的行动,,,2026-03-15,\n"
                + $"东沟村,丙群,,{liaison},{liaison},2026-03-15,\n"
                + "东沟村,丁群,,柳无此人,,2026-03-15,\n"
                + "东沟村,戊群,,,,2027-03-15,\n"
                + "东沟村,己群,,,,,30\n"
                + "东沟村,庚群,,,甲、乙、丙,2026-03-15,\n"
                + "东沟村,辛群,,,,2026-03-15,\n"
                + "东沟村,辛群,,,,2026-03-15,\n"
        );

        foreach (
            var sentence in (string[])
                [
                    "没有“没有的村”",
                    "没有正在进行的专项行动叫“去年的行动”",
                    "不能是推送员本人",
                    "没有叫“柳无此人”的任职人员",
                    "不能晚于今天",
                    "还没建的群请填要求建成日期",
                    "最多登记两名监督员",
                    "重复",
                ]
        )
            Assert.Contains(sentence, preview.Text, StringComparison.Ordinal);
        Assert.NotEqual(303, (await client.Send(href)).Code);
        Assert.Empty(await Standing(town));
    }

    [Fact]
    public async Task A_village_brings_in_its_own_groups_and_nobody_elses()
    {
        await using var town = await Town.Build();
        var east = town.Client(town.Of(Roles.Liaison, town.EastVillage));
        var (_, preview, _) = await Upload(town, "单位,群名称,建成日期\n西岭村,西岭村反诈宣传群,2026-03-15\n", east);

        Assert.Contains("管辖范围内没有“西岭村”", preview.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await town.Client(Roles.PoliceAnalyst).Visit("/imports/groups")).Code);
        Assert.Equal(["批量导入"], (await east.Visit("/groups")).TextsOf("a[href='/imports/groups']"));
    }
}
