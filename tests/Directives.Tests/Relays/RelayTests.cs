using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Issuing;
using Wuzha.Directives.Relays;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;
using static Wuzha.Directives.Tests.DirectiveTown;

namespace Wuzha.Directives.Tests.Relays;

public sealed class RelayTests
{
    [Theory, EveryDatabase]
    public async Task A_forwarder_marks_what_he_sent_and_a_supervisor_confirms(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var group = await town.Group(town.EastVillage, "东沟村反诈宣传群");
        var id = await town.Push();
        var relay = await town.Relay(id, group);
        var (forwarder, witness) = (town.Client(town.Forwarder()), town.Client(town.Witness()));
        var here = $"/relays/{relay.Id}";

        var home = await forwarder.Visit("/");
        Assert.Contains($"转发《{RelayTown.Title}》到东沟村反诈宣传群", home.Text, StringComparison.Ordinal);
        // What goes into groups alone is signed by no unit.
        Assert.Equal(["–"], (await town.Client(Roles.OfficeClerk).Visit("/directives")).TextsOf("td[data-label='签收']"));
        Refused(await witness.Send($"{here}/confirm"), 409, "还没有标记为已转发");
        Refused(await witness.Send($"{here}/send"), 403, "您不是这个群的推送员");
        Went(await forwarder.Submit(home, $"{here}/send"), here);

        town.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(RelayState.Sent, (await town.Relay(id, group)).State);
        Assert.Equal(FakeClock.FridayBeforeQingming, (await town.Relay(id, group)).SentAt);
        Assert.Equal(1, await town.April(DirectiveMeasures.Relayed, town.EastVillage));
        Assert.Equal(1, await town.April(DirectiveMeasures.Relayed, town.Township));
        Assert.Equal(0, await town.April(DirectiveMeasures.Relayed, town.WestVillage));
        Assert.DoesNotContain("转发《", (await forwarder.Visit("/")).Text, StringComparison.Ordinal);
        Refused(await forwarder.Send($"{here}/send"), 409, "已经标记为已转发");
        Refused(await forwarder.Send($"{here}/confirm"), 403, "您不是这个群的监督员");

        var watching = await witness.Visit("/");
        Assert.Contains($"确认《{RelayTown.Title}》已在东沟村反诈宣传群里", watching.Text, StringComparison.Ordinal);
        Went(await witness.Submit(watching, $"{here}/confirm"), here);
        Assert.Equal(1, await town.April(DirectiveMeasures.RelaysConfirmed, town.EastVillage));
        Refused(await witness.Send($"{here}/confirm"), 409, "已经确认过");
        Refused(await forwarder.Send($"{here}/take-back"), 409, "已经确认过");
        Assert.Equal([new DirectiveRelayed(id, group)], await town.Book<DirectiveRelayed>("directives.directive-relayed"));
        Assert.Equal([new RelayConfirmed(id, group)], await town.Book<RelayConfirmed>("directives.relay-confirmed"));
    }

    [Theory, EveryDatabase]
    public async Task What_was_pressed_by_mistake_is_taken_back_and_counts_nothing(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var group = await town.Group(town.EastVillage, "东沟村反诈宣传群");
        var relay = await town.Relay(await town.Push(), group);
        var forwarder = town.Client(town.Forwarder());

        Refused(await forwarder.Send($"/relays/{relay.Id}/take-back"), 409, "还没有标记为已转发");
        Went(
            await forwarder.Send($"/relays/{relay.Id}/send", ("back", $"/directives/{relay.DirectiveId}/relays?state=to-send")),
            $"/directives/{relay.DirectiveId}/relays?state=to-send"
        );
        Went(await forwarder.Send($"/relays/{relay.Id}/take-back", ("back", "//evil.example")), $"/relays/{relay.Id}");
        Assert.Equal(0, await town.April(DirectiveMeasures.Relayed, town.EastVillage));
        Assert.Equal(RelayState.ToSend, (await town.Relay(relay.DirectiveId, group)).State);
        Went(await forwarder.Send($"/relays/{relay.Id}/send"), $"/relays/{relay.Id}");
        Assert.Equal(1, await town.April(DirectiveMeasures.Relayed, town.EastVillage));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_confirms_what_he_sent_himself(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var group = await town.Group(town.EastVillage, "东沟村反诈宣传群", withPeople: false);
        var relay = await town.Relay(await town.Push(), group);
        var clerk = town.Client(Roles.OfficeClerk);
        Went(await clerk.Send($"/relays/{relay.Id}/send"), $"/relays/{relay.Id}");
        Refused(await clerk.Send($"/relays/{relay.Id}/confirm"), 409, "不能是同一个人");
        Assert.Empty(await town.Book<RelayConfirmed>("directives.relay-confirmed"));
        Assert.DoesNotContain("确认：", (await clerk.Visit($"/relays/{relay.Id}")).TextOf(".page-actions"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_is_withdrawn_or_expired_is_forwarded_no_more(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var group = await town.Group(town.EastVillage, "东沟村反诈宣传群");
        var (withdrawn, expired) = (await town.Push(), await town.Push(("title", "警惕刷单返利诈骗")));
        var clerk = town.Client(Roles.OfficeClerk);
        Went(await clerk.Send($"/directives/{withdrawn}/withdraw", ("reason", "内容有误")), $"/directives/{withdrawn}");
        town.Clock.Advance(TimeSpan.FromDays(60));
        await using (var db = town.Open())
            await AskReceipts.Ask(db, Town.TenantId, town.Clock);

        var forwarder = town.Client(town.Forwarder());
        var first = await town.Relay(withdrawn, group);
        Refused(await forwarder.Send($"/relays/{first.Id}/send"), 409, "已经撤回");
        Refused(await forwarder.Send($"/relays/{(await town.Relay(expired, group)).Id}/send"), 409, "已经到期");
        Assert.DoesNotContain("转发《", (await forwarder.Visit("/")).Text, StringComparison.Ordinal);
        Assert.Contains("不用再转发", (await forwarder.Visit($"/relays/{first.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("现在没有等您转发或确认的群", (await forwarder.Visit("/relays")).Text, StringComparison.Ordinal);
        Assert.Empty(await town.Book<DirectiveRelayed>("directives.directive-relayed"));
    }

    [Theory, EveryDatabase]
    public async Task The_list_shows_each_the_groups_of_his_own(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var east = await town.Group(town.EastVillage, "东沟村反诈宣传群");
        var west = await town.Group(town.WestVillage, "西岭村反诈宣传群", withPeople: false);
        var id = await town.Push();
        var (inEast, inWest) = (await town.Relay(id, east), await town.Relay(id, west));
        async Task<IReadOnlyList<string>> Groups(TownClient client, string query = "") =>
            (await client.Visit($"/directives/{id}/relays{query}")).TextsOf("td.card-title, th.card-title");
        var clerk = town.Client(Roles.OfficeClerk);
        var westLiaison = town.Client(town.Of(Roles.Liaison, town.WestVillage));
        var forwarder = town.Client(town.Forwarder());

        Assert.Equal(["东沟村反诈宣传群", "西岭村反诈宣传群"], await Groups(clerk));
        Assert.Equal(["西岭村反诈宣传群"], await Groups(westLiaison));
        // A grid officer who is named in the village's group, above his own grid.
        Assert.Equal(["东沟村反诈宣传群"], await Groups(forwarder));
        Assert.Equal(["西岭村反诈宣传群"], await Groups(clerk, "?q=西岭"));
        Went(await forwarder.Send($"/relays/{inEast.Id}/send"), $"/relays/{inEast.Id}");
        Assert.Equal(["西岭村反诈宣传群"], await Groups(clerk, "?state=to-send"));
        Assert.Equal(["东沟村反诈宣传群"], await Groups(clerk, "?state=to-confirm"));
        Assert.Empty(await Groups(clerk, "?state=confirmed"));
        Assert.Equal(
            2,
            (await clerk.Visit($"/directives/{id}/relays")).Page.QuerySelectorAll("form[action$='/take-back'], form[action$='/send']").Length
        );
        Assert.Empty((await town.Client(Roles.Leader).Visit($"/directives/{id}/relays")).Page.QuerySelectorAll("td form"));
        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            (await clerk.Visit($"/directives/{id}/relays?format=xlsx")).ContentType
        );

        Assert.Equal(302, (await town.Stranger().Visit($"/relays/{inWest.Id}")).Code);
        Assert.Equal(404, (await forwarder.Visit($"/relays/{inWest.Id}")).Code);
        Assert.Equal(404, (await forwarder.Send($"/relays/{inWest.Id}/send")).Code);
        Assert.Equal(404, (await westLiaison.Send($"/relays/{inEast.Id}/confirm")).Code);
        Assert.Equal(404, (await westLiaison.Send($"/relays/{Guid.CreateVersion7()}/take-back")).Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Send($"/relays/{inEast.Id}/send")).Code);
        Assert.Equal(403, (await town.Client(Roles.LobbyManager).Visit($"/directives/{id}/relays")).Code);
        Went(await westLiaison.Send($"/relays/{inWest.Id}/send"), $"/relays/{inWest.Id}");
        Refused(await town.Client(town.Witness()).Send($"/relays/{inEast.Id}/take-back"), 403, "您不是这个群的推送员");
    }

    [Theory, EveryDatabase]
    public async Task The_page_gives_the_words_to_paste_with_the_whole_link(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var group = await town.Group(town.EastVillage, "东沟村反诈宣传群");
        var relay = await town.Relay(await town.Push(), group);
        var page = await town.Client(town.Forwarder()).Visit($"/relays/{relay.Id}");
        var message = page.Page.QuerySelector("wz-copy")!.GetAttribute("data-text");
        Assert.Equal(
            $"【{RelayTown.Title}】近期有人冒充平台客服，以退款为由要求共享屏幕。正规客服不会要求转账。\nhttp://localhost{RelayTown.Notice(relay)}",
            message
        );
        Assert.Contains($"http://localhost{RelayTown.Notice(relay)}", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("svg.qr"));
        Assert.Contains("同一网络同型号的手机可能合并计算", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("section#opens table"));
    }

    [Fact]
    public void A_code_is_its_id_and_nothing_else_is_a_code()
    {
        var id = Guid.CreateVersion7();
        var code = Relay.CodeOf(id);
        Assert.Equal(22, code.Length);
        Assert.Equal(id, Relay.IdOf(code));
        Assert.Null(Relay.IdOf(code[..21]));
        Assert.Null(Relay.IdOf(code[..21] + "*"));
        Assert.Null(Relay.IdOf(""));
    }
}
