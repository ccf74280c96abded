using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Relays;
using Wuzha.Directives.Relays.Notices;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;
using Wuzha.Support;
using Xunit;
using static Wuzha.Directives.Tests.DirectiveTown;

namespace Wuzha.Directives.Tests.Relays;

public sealed class NoticeTests
{
    private const int MostBytes = 30 * 1024;

    private static async Task<Relay> Forwarded(Town town, params (string Name, string Value)[] more)
    {
        var group = await town.Group(town.EastVillage, "东沟村反诈宣传群");
        return await town.Relay(await town.Push(more), group);
    }

    private static async Task<(long Opens, long Previews)> Counted(Town town, Relay relay)
    {
        await using var db = town.Open();
        var days = await db.Set<RelayDay>().Where(day => day.TenantId == Town.TenantId && day.RelayId == relay.Id).ToListAsync();
        var (opens, previews) = (days.Sum(day => day.Opens), days.Sum(day => day.Previews));
        // What the page shows is what the measures say.
        Assert.Equal(
            (opens, previews),
            (await town.April(DirectiveMeasures.Opens, town.EastVillage), await town.April(DirectiveMeasures.Previews, town.EastVillage))
        );
        return (opens, previews);
    }

    private static async Task<int> Seen(TownClient client, Relay relay)
    {
        using var response = await client.PostAsync(RelayTown.Notice(relay) + "/seen", null, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_reads_the_notice_and_leaves_with_no_cookie(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var relay = await Forwarded(town);
        var resident = town.Resident();
        using var response = await resident.GetAsync(RelayTown.Notice(relay), TestContext.Current.CancellationToken);
        var page = await Answer.Of(response);

        Assert.Equal(200, page.Code);
        Assert.Equal(RelayTown.Title, page.Heading);
        Assert.Equal(RelayTown.Title, page.Page.Title);
        Assert.Contains("青溪镇　2026年4月3日", page.Text, StringComparison.Ordinal);
        Assert.Contains(RelayTown.Text, page.Text, StringComparison.Ordinal);
        Assert.Contains("96110", page.TextOf(".call"), StringComparison.Ordinal);
        Assert.True(page.Page.QuerySelector("button[data-read]")!.HasAttribute("hidden"));
        Assert.Empty(page.Page.QuerySelectorAll("form, input, header, nav"));
        Assert.DoesNotContain("东沟村反诈宣传群", page.Text, StringComparison.Ordinal);

        string Header(string name) => string.Join(';', response.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Contains("noindex", Header("X-Robots-Tag"), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("form-action 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal((0L, 0L), await Counted(town, relay));
    }

    [Theory, EveryDatabase]
    public async Task Not_even_a_clerks_own_session_is_renewed_by_a_notice(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var relay = await Forwarded(town);
        // More than half of the session is over: any other page would renew it.
        var clerk = town.Client(town.Of(Roles.OfficeClerk), town.Clock.Now - Session.Idle * 0.75);
        using var other = await clerk.GetAsync("/help", TestContext.Current.CancellationToken);
        using var notice = await town.Client(town.Of(Roles.OfficeClerk), town.Clock.Now - Session.Idle * 0.75)
            .GetAsync(RelayTown.Notice(relay), TestContext.Current.CancellationToken);

        Assert.True(other.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, notice.StatusCode);
        Assert.False(notice.Headers.Contains("Set-Cookie"));
    }

    [Theory, EveryDatabase]
    public async Task The_whole_page_weighs_less_than_30_kilobytes(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        // As much text as a directive may hold.
        var relay = await Forwarded(town, ("text", string.Concat(Enumerable.Range(0, 4000).Select(at => (char)(0x4E00 + at * 5)))));
        var resident = town.Resident();
        var page = await resident.Visit(RelayTown.Notice(relay));
        var addresses = page
            .Page.QuerySelectorAll("link[href], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Append(page.Page.QuerySelector("noscript img")!.GetAttribute("src")!)
            .ToList();
        var bytes = page.Body.Length;
        foreach (var address in addresses)
        {
            var part = await resident.Visit(address);
            Assert.Equal(200, part.Code);
            bytes += part.Body.Length;
        }

        Assert.Equal(4, addresses.Count);
        Assert.Contains(addresses, address => address.EndsWith(".js", StringComparison.Ordinal) && address != "/dist/notice.js");
        // Uncompressed, at one byte too many for every browser.
        Assert.InRange(bytes, 12_000, MostBytes);
    }

    [Theory, EveryDatabase]
    public async Task What_was_passed_on_carries_the_words_of_all_who_passed_it_on(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await town.Group(town.EastVillage, "东沟村反诈宣传群");
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await town.Push(("reach", "units:village"));
        var east = town.Client(town.Of(Roles.Liaison, town.EastVillage));
        var below = Created(
            await east.Send(
                $"/directives/{id}/pass-on",
                ("text", "请各组组长再念一遍。"),
                ("signingTime", "two-days"),
                ("toRole", Roles.GridChief.Key),
                ("minutes", "5"),
                ("reach", "groups:village")
            ),
            "/directives/"
        );
        await using var db = town.Open();
        var relay = await db.Set<Relay>()
            .SingleAsync(one => one.TenantId == Town.TenantId && one.DirectiveId == below, TestContext.Current.CancellationToken);

        var page = await town.Resident().Visit(RelayTown.Notice(relay));
        Assert.Contains("青溪镇　2026年4月3日", page.Text, StringComparison.Ordinal);
        Assert.Contains(RelayTown.Text, page.Text, StringComparison.Ordinal);
        Assert.Contains("东沟村 补充：", page.Text, StringComparison.Ordinal);
        Assert.Contains("请各组组长再念一遍。", page.Text, StringComparison.Ordinal);

        Went(await clerk.Send($"/directives/{id}/withdraw", ("reason", "内容有误")), $"/directives/{id}");
        var gone = await town.Resident().Visit(RelayTown.Notice(relay));
        Assert.Equal(410, gone.Code);
        Assert.Equal("这条通知已撤回", gone.Heading);
        Assert.DoesNotContain(RelayTown.Text, gone.Text, StringComparison.Ordinal);
        Assert.Equal(410, await Seen(town.Resident(), relay));
        Assert.Equal((0L, 0L), await Counted(town, relay));
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_code_opens_nothing_and_counts_nothing(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var relay = await Forwarded(town);
        var resident = town.Resident();
        foreach (
            var address in (string[])
                [
                    $"/n/{Town.TenantId}/{Relay.CodeOf(Guid.CreateVersion7())}",
                    $"/n/{Town.OtherTenantId}/{Relay.CodeOf(relay.Id)}",
                    $"/n/{Town.TenantId}/{new string('*', 22)}",
                    $"/n/%27%20or/{Relay.CodeOf(relay.Id)}",
                ]
        )
        {
            var answer = await resident.Visit(address);
            Assert.Equal(404, answer.Code);
            Assert.Equal("没有这条通知", answer.Heading);
            Assert.Equal(404, (await resident.Post(address + "/seen")).Code);
            Assert.Equal(404, (await resident.Visit(address + "/seen.gif")).Code);
        }
        Assert.Equal((0L, 0L), await Counted(town, relay));
    }

    [Theory, EveryDatabase]
    public async Task One_device_counts_once_a_day_and_robots_apart(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var relay = await Forwarded(town);
        var phone = town.Resident();
        Assert.Equal(200, await Seen(phone, relay));
        Assert.Equal(200, await Seen(phone, relay));
        Assert.Equal(200, (await phone.Visit(RelayTown.Notice(relay) + "/seen.gif")).Code);
        Assert.Equal((1L, 0L), await Counted(town, relay));

        // Another phone of the same make elsewhere, and another make at the same place.
        await Seen(town.Resident(), relay);
        phone.DefaultRequestHeaders.Remove("User-Agent");
        phone.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", RelayTown.Phone(2));
        await Seen(phone, relay);
        Assert.Equal((3L, 0L), await Counted(town, relay));

        town.Clock.Advance(TimeSpan.FromDays(1));
        await Seen(phone, relay);
        Assert.Equal((4L, 0L), await Counted(town, relay));

        var robot = town.Resident("Mozilla/5.0 (compatible; DingTalkBot-LinkService/1.0)");
        await robot.Visit(RelayTown.Notice(relay));
        await robot.Visit(RelayTown.Notice(relay));
        await Seen(robot, relay);
        Assert.Equal((4L, 1L), await Counted(town, relay));
        using (var head = new HttpRequestMessage(HttpMethod.Head, RelayTown.Notice(relay)))
        using (var answer = await town.Resident(RelayTown.Phone(3)).SendAsync(head, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using (var ahead = new HttpRequestMessage(HttpMethod.Get, RelayTown.Notice(relay)))
        {
            ahead.Headers.Add("Sec-Purpose", "prefetch;prerender");
            using var answer = await town.Resident(RelayTown.Phone(4)).SendAsync(ahead, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.Equal((4L, 3L), await Counted(town, relay));

        using (var elsewhere = new HttpRequestMessage(HttpMethod.Post, RelayTown.Notice(relay) + "/seen"))
        {
            elsewhere.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await town.Resident(RelayTown.Phone(5)).SendAsync(elsewhere, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        Assert.Equal((4L, 3L), await Counted(town, relay));
        var page = await town.Client(town.Forwarder()).Visit($"/relays/{relay.Id}");
        Assert.Contains("今天 1人次，累计 4人次；另有预览和机器访问 3次", page.TextOf("section[aria-labelledby=opens]"), StringComparison.Ordinal);
        Assert.Equal(["2026-04-04", "2026-04-03"], page.TextsOf("section[aria-labelledby=opens] tbody th"));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_of_the_device_stands_anywhere_and_the_days_secret_goes(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var relay = await Forwarded(town);
        var phone = town.Resident("Mozilla/5.0 (Linux; Android 10; UNUSUAL-9931) MicroMessenger/8.0.99");
        await phone.Visit(RelayTown.Notice(relay));
        using (var body = new StringContent("""{"name":"张三三","phone":"13800009931"}""", Encoding.UTF8, "application/json"))
        using (var answer = await phone.PostAsync(RelayTown.Notice(relay) + "/seen", body, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var cancel = TestContext.Current.CancellationToken;
        await using (var db = town.Open())
        {
            var fact = await db.Set<FactRow>().SingleAsync(one => one.TenantId == Town.TenantId && one.Kind == "directives.notice-opened", cancel);
            Assert.Equal(Guid.Empty, fact.ActorId);
            Assert.Equal(FactSource.Resident, fact.Source);
            Assert.Equal($$"""{"directiveId":"{{relay.DirectiveId}}","groupId":"{{relay.GroupId}}"}""", fact.Payload);
            Assert.Equal((0, 0), (fact.OccurredAt.Minute, fact.OccurredAt.Second));
            Assert.Equal(fact.OccurredAt, fact.RecordedAt);
            Assert.Equal(32, (await db.Set<OpenSecret>().SingleAsync(one => one.TenantId == Town.TenantId, cancel)).Secret.Length);
            Assert.Empty(await EveryText(db, ["UNUSUAL-9931", "MicroMessenger", "10.0.0.", "13800009931", "张三三"]));
        }

        // Still known tomorrow, for what is under way at midnight; gone the day after.
        town.Clock.Advance(TimeSpan.FromDays(1));
        await Seen(phone, relay);
        await Forget(town);
        Assert.Equal(2, await Secrets(town));
        town.Clock.Advance(TimeSpan.FromDays(1));
        await Forget(town);
        Assert.Equal(1, await Secrets(town));
        town.Clock.Advance(TimeSpan.FromDays(1));
        await Forget(town);
        Assert.Equal(0, await Secrets(town));
    }

    private static async Task Forget(Town town)
    {
        await using var db = town.Open();
        await OpenSecret.Forget(town.Host.Services, db, new JobRun(Town.TenantId, Guid.CreateVersion7(), "", 1));
    }

    private static async Task<int> Secrets(Town town)
    {
        await using var db = town.Open();
        return await db.Set<OpenSecret>().CountAsync(one => one.TenantId == Town.TenantId);
    }

    /// <summary>Columns of text, of any table, in which one of the words stands. The keys of cookies name versions of libraries, which look like addresses.</summary>
    private static async Task<IReadOnlyList<string>> EveryText(Platform.Storage.Db db, IReadOnlyList<string> words)
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not (null or "session_keys")))
        foreach (var property in type.GetProperties().Where(property => property.ClrType == typeof(string)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select {property.GetColumnName()} from {type.GetTableName()} where {property.GetColumnName()} is not null";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                if (words.FirstOrDefault(word => reader.GetString(0).Contains(word, StringComparison.Ordinal)) is { } word)
                    found.Add($"{type.GetTableName()}.{property.GetColumnName()}: {word}");
        }
        return found;
    }

    [Theory, EveryDatabase]
    public async Task Opens_are_devices_times_relays_times_days_whatever_the_order(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var east = await town.Group(town.EastVillage, "东沟村反诈宣传群");
        var west = await town.Group(town.WestVillage, "西岭村反诈宣传群", withPeople: false);
        var id = await town.Push();
        Relay[] relays = [await town.Relay(id, east), await town.Relay(id, west)];
        TownClient[] places = [town.Stranger(), town.Stranger(), town.Stranger()];
        const int seed = 20260403;
        var random = new Random(seed);
        var (expected, robots) = (new HashSet<(int Relay, int Place, int Agent, int Day)>(), new HashSet<(int Relay, int Place, int Day)>());
        var day = 0;
        for (var step = 0; step < 120; step++)
        {
            if (random.Next(20) == 0)
            {
                day++;
                town.Clock.Advance(TimeSpan.FromDays(1));
            }
            var (relay, place, agent, isRobot) = (random.Next(2), random.Next(3), random.Next(3), random.Next(6) == 0);
            using var ask =
                isRobot ? new HttpRequestMessage(HttpMethod.Get, RelayTown.Notice(relays[relay]))
                : random.Next(2) == 0 ? new HttpRequestMessage(HttpMethod.Post, RelayTown.Notice(relays[relay]) + "/seen")
                : new HttpRequestMessage(HttpMethod.Get, RelayTown.Notice(relays[relay]) + "/seen.gif");
            ask.Headers.TryAddWithoutValidation("User-Agent", isRobot ? "Bytespider" : RelayTown.Phone(agent));
            using var answer = await places[place].SendAsync(ask, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            if (isRobot)
                robots.Add((relay, place, day));
            else
                expected.Add((relay, place, agent, day));
        }

        await using var db = town.Open();
        for (var relay = 0; relay < relays.Length; relay++)
        {
            var relayId = relays[relay].Id;
            var days = await db.Set<RelayDay>()
                .Where(one => one.TenantId == Town.TenantId && one.RelayId == relayId)
                .ToListAsync(TestContext.Current.CancellationToken);
            Assert.True(expected.Count(one => one.Relay == relay) == days.Sum(one => one.Opens), $"seed {seed}, relay {relay}");
            Assert.True(robots.Count(one => one.Relay == relay) == days.Sum(one => one.Previews), $"seed {seed}, relay {relay}");
        }
        Assert.Equal(expected.Count, await town.April(DirectiveMeasures.Opens, town.Township));
        Assert.Equal(robots.Count, await town.April(DirectiveMeasures.Previews, town.Township));
    }

    [Fact]
    public async Task So_many_a_minute_from_one_address_and_no_more()
    {
        await using var town = await Town.Build();
        var greedy = town.Resident();
        var address = $"/n/{Town.TenantId}/{Relay.CodeOf(Guid.Empty)}";
        var codes = new List<int>();
        for (var ask = 0; ask < 620; ask++)
            codes.Add((await greedy.Visit(address)).Code);

        Assert.Equal(404, codes[0]);
        Assert.Equal(429, codes[^1]);
        Assert.Equal(404, (await town.Resident().Visit(address)).Code);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_phone_that_changes_the_end_of_its_address_stays_the_same(string one, string other, bool isSame)
    {
        static byte[] Of(string address)
        {
            var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            return Visitor.NetworkOf(context);
        }
        Assert.Equal(isSame, Of(one).SequenceEqual(Of(other)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("curl/8.5.0", true)]
    [InlineData("Mozilla/5.0 (compatible; Baiduspider/2.0)", true)]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 HeadlessChrome/120.0", true)]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 10; LIO-AN00) AppleWebKit/537.36 Chrome/86.0 XWEB/3262 MMWEBSDK/2022 Mobile Safari/537.36 MicroMessenger/8.0.20",
        false
    )]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 wxwork/4.0.8 MicroMessenger/7.0.1", false)]
    [InlineData("Mozilla/5.0 (Linux; U; Android 9; zh-cn) AppleWebKit/537.36 HuaweiBrowser/12.0 Mobile", false)]
    [InlineData("Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 Mobile baiduboxapp/13.0", false)]
    [InlineData("Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 AliApp(DingTalk/6.5.20) com.alibaba.android.rimet", false)]
    public void Robots_are_known_by_their_names_and_chat_browsers_are_none(string agent, bool isRobot)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Headers.UserAgent = agent;
        Assert.Equal(isRobot, Robots.Is(context.Request));
    }
}
