using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Relays;
using Wuzha.Directives.Relays.Settling;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;
using static Wuzha.Directives.Tests.DirectiveTown;

namespace Wuzha.Directives.Tests.Relays;

public sealed class SettleTests
{
    private static readonly DateOnly Today = new(2026, 10, 13);

    [Theory]
    [InlineData("2026-10-12 09:31 东沟村反诈宣传群", "2026-10-12 09:31:00", "东沟村反诈宣传群")]
    [InlineData("东沟村反诈宣传群\t2026/10/12 9:31:05", "2026-10-12 09:31:05", "东沟村反诈宣传群")]
    [InlineData("东沟村群 10月12日 9:31", "2026-10-12 09:31:00", "东沟村群")]
    [InlineData("2026年10月12日 下午3:05，东沟村群，已发", "2026-10-12 15:05:00", "东沟村群|已发")]
    [InlineData("２０２６－１０－１２　０９：３１　东沟村群", "2026-10-12 09:31:00", "东沟村群")]
    [InlineData("东沟村群,2026-10-12T09:31:00,张三", "2026-10-12 09:31:00", "东沟村群|张三")]
    [InlineData("昨天 21:07 东沟村群", "2026-10-12 21:07:00", "东沟村群")]
    [InlineData("12-30 8:00 东沟村群", "2025-12-30 08:00:00", "东沟村群")]
    [InlineData("2026.10.12 9点31分 东沟村群", "2026-10-12 09:31:00", "东沟村群")]
    [InlineData("上午12:00 2026-10-12 东沟村群", "2026-10-12 12:00:00", "东沟村群")]
    [InlineData("9:31 东沟村群", null, "东沟村群")]
    [InlineData("2026-10-12 东沟村群", null, "东沟村群")]
    [InlineData("2026-13-42 9:31 东沟村群", null, "东沟村群")]
    [InlineData("2026-10-12 25:61 东沟村群", null, null)]
    public void A_line_is_read_as_chat_tools_write_it(string line, string? wall, string? words)
    {
        var read = ChatLine.Read(line, Today).Single();
        Assert.Equal(wall, read.At is { } at ? LocalDay.Wall(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null);
        if (words is not null)
            Assert.Equal(words.Split('|'), read.Words);
    }

    [Fact]
    public void Heads_and_empty_lines_are_passed_over_and_numbers_are_those_of_the_list()
    {
        var lines = ChatLine.Read("\uFEFF群名称,转发时间\r\n\r\n东沟村群,2026-10-12 09:31\r\n", Today);
        Assert.Equal([3], lines.Select(line => line.Number));
    }

    [Theory]
    [InlineData("东沟村反诈宣传群", "东沟村反诈宣传")]
    [InlineData(" 东沟村 反诈（宣传）群 ", "东沟村反诈宣传")]
    [InlineData("ＡＢ村1组群", "ab村1组")]
    [InlineData("群", "群")]
    public void Names_are_compared_without_what_people_leave_away(string name, string key) => Assert.Equal(key, GroupNames.KeyOf(name));

    private sealed record Ground(Town Town, Guid Id, Guid East, Guid West, Guid Second)
    {
        public string Href => $"/directives/{Id}/relays";
    }

    private static async Task<Ground> Plant(DatabaseKind kind)
    {
        var town = await Town.Build(kind);
        var east = await town.Group(town.EastVillage, "东沟村反诈宣传群");
        var second = await town.Group(town.EastVillage, "东沟村二组群");
        var west = await town.Group(town.WestVillage, "西岭村反诈宣传群", withPeople: false);
        var id = await town.Push();
        // Issued on Friday 3 April 2026 at ten; it is Saturday noon now.
        town.Clock.Set(new DateTime(2026, 4, 4, 4, 0, 0, DateTimeKind.Utc));
        return new Ground(town, id, east, west, second);
    }

    private const string Pasted = """
        群名称	转发时间
        2026-04-03 10:31 东沟村反诈宣传群
        4月3日 11:05 东沟村二组
        2026-04-03 10:40 西岭村反诈宣传群
        2026-04-03 10:41 南坡村群
        2026-04-03 10:42 反诈宣传群
        2026-04-05 10:00 东沟村反诈宣传群
        2026-04-03 09:00 西岭村反诈宣传群
        2026-04-03 10:55 东沟村反诈宣传群
        西岭村反诈宣传群
        """;

    private static IReadOnlyList<string> Said(Answer page) =>
        [.. page.TextsOf("main table tbody tr td:last-child").Select(said => said.TrimStart('✓'))];

    [Theory, EveryDatabase]
    public async Task A_pasted_list_is_looked_at_and_then_settles_all_that_fits(DatabaseKind kind)
    {
        var ground = await Plant(kind);
        await using var town = ground.Town;
        var clerk = town.Client(Roles.OfficeClerk);
        var preview = await clerk.Send($"{ground.Href}/settle", ("list", Pasted));

        Assert.Equal(200, preview.Code);
        var said = Said(preview);
        string[] wanted =
        [
            "标记已转发",
            "标记已转发",
            "标记已转发",
            "没有找到这个群",
            "可能是东沟村反诈宣传群、西岭村反诈宣传群",
            "时间还没到",
            "早于下发时间（2026-04-03 10:00）",
            "同一个群第 2 行已有",
            "没有读出日期和时间",
        ];
        Assert.Equal(wanted.Length, said.Count);
        Assert.All(wanted.Zip(said), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Contains("共 9 行，可以登记 3 行", preview.Text, StringComparison.Ordinal);
        Assert.Empty(await town.Book<DirectiveRelayed>("directives.directive-relayed"));

        Went(await clerk.Submit(preview, $"{ground.Href}/settle/confirm"), ground.Href);
        var east = await town.Relay(ground.Id, ground.East);
        Assert.Equal(new DateTime(2026, 4, 3, 2, 31, 0, DateTimeKind.Utc), east.SentAt);
        Assert.Equal(town.Of(Roles.OfficeClerk).Person.Id, east.SentBy);
        Assert.Equal(new DateTime(2026, 4, 3, 3, 5, 0, DateTimeKind.Utc), (await town.Relay(ground.Id, ground.Second)).SentAt);
        Assert.Equal(2, await town.April(DirectiveMeasures.Relayed, town.EastVillage));
        Assert.Equal(3, await town.April(DirectiveMeasures.Relayed, town.Township));
        await using (var db = town.Open())
        {
            var fact = await db.Set<FactRow>()
                .SingleAsync(one => one.TenantId == Town.TenantId && one.Id == east.SentFactId, TestContext.Current.CancellationToken);
            Assert.Equal((new DateOnly(2026, 4, 3), east.SentAt, FactSource.Import), (fact.OnDay, fact.OccurredAt, fact.Source));
        }

        // Sent again from the same page: nothing is left to do.
        Refused(await clerk.Submit(preview, $"{ground.Href}/settle/confirm"), 409, "没有可以登记的群");
        Assert.Equal(3, (await town.Book<DirectiveRelayed>("directives.directive-relayed")).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_supervisor_settles_what_he_saw_and_never_what_he_sent(DatabaseKind kind)
    {
        var ground = await Plant(kind);
        await using var town = ground.Town;
        var witness = town.Client(town.Witness());
        var refusedAsForwarder = await witness.Send($"{ground.Href}/settle", ("list", "2026-04-03 10:31 东沟村反诈宣传群"));
        Assert.Contains("您不是这个群的推送员", Said(refusedAsForwarder).Single(), StringComparison.Ordinal);

        var second = await town.Relay(ground.Id, ground.Second);
        Went(await town.Client(town.Forwarder()).Send($"/relays/{second.Id}/send"), $"/relays/{second.Id}");
        var preview = await witness.Send(
            $"{ground.Href}/settle",
            ("list", "2026-04-03 10:31 东沟村反诈宣传群\n2026-04-04 11:58 东沟村二组群\n2026-04-03 10:31 西岭村反诈宣传群"),
            ("witness", "true")
        );
        Assert.Equal(["标记已转发并确认", "确认"], Said(preview).Take(2));
        // Not named there and out of his scope: to him there is no such group.
        Assert.Equal("东沟村反诈宣传群", preview.TextsOf("main table tbody tr td:nth-child(3)")[0]);
        Went(await witness.Submit(preview, $"{ground.Href}/settle/confirm"), ground.Href);

        var east = await town.Relay(ground.Id, ground.East);
        Assert.Equal((town.Forwarder().Person.Id, town.Witness().Person.Id), (east.SentBy!.Value, east.ConfirmedBy!.Value));
        Assert.Equal(RelayState.Confirmed, (await town.Relay(ground.Id, ground.Second)).State);
        Assert.Equal(2, await town.April(DirectiveMeasures.RelaysConfirmed, town.EastVillage));
        Assert.Equal(2, await town.April(DirectiveMeasures.Relayed, town.EastVillage));
        Assert.Equal(RelayState.ToSend, (await town.Relay(ground.Id, ground.West)).State);
    }

    [Theory, EveryDatabase]
    public async Task What_somebody_marked_meanwhile_is_looked_at_again(DatabaseKind kind)
    {
        var ground = await Plant(kind);
        await using var town = ground.Town;
        var clerk = town.Client(Roles.OfficeClerk);
        var preview = await clerk.Send($"{ground.Href}/settle", ("list", Pasted));
        var east = await town.Relay(ground.Id, ground.East);
        Went(await town.Client(town.Forwarder()).Send($"/relays/{east.Id}/send"), $"/relays/{east.Id}");

        var changed = await clerk.Submit(preview, $"{ground.Href}/settle/confirm");
        Refused(changed, 409, "名单没有登记");
        Assert.Contains("已经标记过", Said(changed)[0], StringComparison.Ordinal);
        Assert.Single(await town.Book<DirectiveRelayed>("directives.directive-relayed"));
        Went(await clerk.Submit(changed, $"{ground.Href}/settle/confirm"), ground.Href);
        Assert.Equal(3, (await town.Book<DirectiveRelayed>("directives.directive-relayed")).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_file_is_read_in_either_encoding_and_nothing_typed_is_lost(DatabaseKind kind)
    {
        var ground = await Plant(kind);
        await using var town = ground.Town;
        var clerk = town.Client(Roles.OfficeClerk);
        var csv = "群名称,时间\r\n东沟村反诈宣传群,2026-04-03 10:31\r\n";
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!])
        {
            var preview = await clerk.Upload($"{ground.Href}/settle", "file", "导出.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(csv)]);
            Assert.Equal(["标记已转发"], Said(preview));
        }
        Refused(await clerk.Send($"{ground.Href}/settle", ("list", "")), 422, "请粘贴名单");
        Refused(await clerk.Upload($"{ground.Href}/settle", "file", "截图.png", [1, 2, 3], ("list", "东沟村")), 422, "不是可用的文件");
        Assert.Equal("东沟村", (await clerk.Upload($"{ground.Href}/settle", "file", "截图.png", [1], ("list", "东沟村"))).TextOf("textarea"));
    }

    [Theory, EveryDatabase]
    public async Task Only_who_has_part_in_it_settles(DatabaseKind kind)
    {
        var ground = await Plant(kind);
        await using var town = ground.Town;
        Assert.Equal(302, (await town.Stranger().Visit($"{ground.Href}/settle")).Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Visit($"{ground.Href}/settle")).Code);
        Assert.Equal(404, (await town.Client(Roles.Teacher).Visit($"{ground.Href}/settle")).Code);
        Assert.Equal(404, (await town.Client(Roles.Teacher).Send($"{ground.Href}/settle", ("list", Pasted))).Code);
        Assert.Equal(404, (await town.Client(Roles.Teacher).Send($"{ground.Href}/settle/confirm", ("list", Pasted))).Code);
        Assert.Equal(200, (await town.Client(town.Forwarder()).Visit($"{ground.Href}/settle")).Code);
        // Another's group stands in no list of his.
        var west = town.Client(town.Of(Roles.Liaison, town.WestVillage));
        Assert.Contains(
            "没有找到这个群",
            Said(await west.Send($"{ground.Href}/settle", ("list", "2026-04-03 10:31 东沟村反诈宣传群"))).Single(),
            StringComparison.Ordinal
        );
    }
}
