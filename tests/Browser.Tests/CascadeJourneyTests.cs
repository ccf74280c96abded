using Microsoft.Playwright;
using Wuzha.Platform.Identity;
using Xunit;

namespace Wuzha.Browser.Tests;

/// <summary>
/// Five screens at once: the office issues and watches, a village signs, passes on and forwards into its group, a grid signs, a resident opens the notice from
/// the group, a supervisor confirms, the office looks who is being reminded and withdraws.
/// </summary>
public sealed class CascadeJourneyTests(Stage stage)
{
    /// <summary>An ordinary phone: the browser of the tests calls itself headless, and is counted as a robot.</summary>
    private const string Phone =
        "Mozilla/5.0 (Linux; Android 12; V2055A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.47";

    private const string Title = "今冬防骗集中宣传安排";

    [Fact]
    public async Task A_directive_goes_down_all_levels_and_back()
    {
        await using var desk = await stage.SignedIn(Roles.OfficeClerk, Screen.Desk);
        await using var village = await stage.SignedIn(Roles.Liaison, Screen.Phone);
        await using var grid = await stage.SignedIn(Roles.GridChief, Screen.Phone);
        await using var supervisor = await stage.SignedIn(Roles.DirectResponsible, Screen.Phone);
        await using var street = await stage.Stranger(Screen.Phone, options => options.UserAgent = Phone);
        var (office, liaison, chief) = (await desk.NewPageAsync(), await village.NewPageAsync(), await grid.NewPageAsync());
        var (witness, resident) = (await supervisor.NewPageAsync(), await street.NewPageAsync());

        var directive = await Issue(office, stage);
        Assert.Contains("已签收 0", await office.InnerTextAsync("#sentence"), StringComparison.Ordinal);

        // One press on the phone, and the page of the office says so without a reload.
        await liaison.GotoAsync("/");
        await Shots.Keep(liaison, "directive-today-phone");
        await liaison
            .Locator($"li:has-text('签收《{Title}》'), tr:has-text('签收《{Title}》')")
            .First.Locator("button:has-text('签收')")
            .ClickAsync();
        await liaison.WaitForLoadStateAsync();
        await Assertions.Expect(office.Locator("#sentence")).ToContainTextAsync("已签收 1", new() { Timeout = 30_000 });
        await Shots.Keep(office, "directive-desk");

        // Down one level, with words of the village's own.
        await liaison.GotoAsync($"{directive}/pass-on");
        await liaison.FillAsync("textarea[name=text]", "各网格长这周把本网格走一遍，资料到村委会领取。");
        await liaison.CheckAsync("input[name=reach][value='units:grid']");
        await Shots.Keep(liaison, "pass-on-phone");
        await liaison.ClickAsync("main form.form button.btn-primary, main wz-form button.btn-primary");
        await liaison.WaitForLoadStateAsync();
        var below = new Uri(liaison.Url).AbsolutePath;
        Assert.NotEqual(directive, below);
        await chief.GotoAsync(below);
        Assert.Contains("各网格长这周把本网格走一遍", await chief.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("请各村（社区）本周安排一次集中宣传", await chief.InnerTextAsync("main"), StringComparison.Ordinal);
        await chief.ClickAsync("main button:has-text('签收')");
        await chief.WaitForLoadStateAsync();
        await Shots.Keep(chief, "signed-phone");

        // Into the group of the village; a resident opens it there, a supervisor confirms it.
        await liaison.GotoAsync($"{directive}/relays");
        await liaison.ClickAsync("main a:has-text('柏栖村')");
        await liaison.WaitForURLAsync("**/relays/**");
        var relay = new Uri(liaison.Url).AbsolutePath;
        var notice = await liaison.GetAttributeAsync("a[href*='/n/']", "href");
        await liaison.Locator("main button:has-text('已转发')").First.ClickAsync();
        await liaison.WaitForLoadStateAsync();
        await Shots.Keep(liaison, "relay-phone");

        var check = new PageCheck(resident, stage.Host.SignInNames);
        await resident.GotoAsync(new Uri(notice!, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } whole ? whole.PathAndQuery : notice!);
        Assert.Contains(Title, await resident.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.Empty(await street.CookiesAsync());
        Assert.Empty(await check.Look());
        await Shots.Keep(resident, "notice-phone");
        await resident.WaitForTimeoutAsync(3500);

        await witness.GotoAsync(relay);
        Assert.Contains("累计 1", (await witness.InnerTextAsync("main")).Replace(" ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        await witness.Locator("main button:has-text('确认')").First.ClickAsync();
        await witness.WaitForLoadStateAsync();
        await Shots.Keep(witness, "confirmed-phone");

        await office.GotoAsync($"{directive}/cascade");
        Assert.Contains("第 2 级", await office.InnerTextAsync("main"), StringComparison.Ordinal);
        await Shots.Keep(office, "cascade-desk");
        await liaison.GotoAsync($"{below}/cascade");
        Assert.Equal(0, await liaison.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await Shots.Keep(liaison, "cascade-phone");
        await office.GotoAsync("/escalations?state=open");
        Assert.Contains("指令签收", await office.InnerTextAsync("main"), StringComparison.Ordinal);
        await Shots.Keep(office, "escalations-desk");

        // Withdrawn at the root: gone everywhere.
        await office.GotoAsync(directive);
        await office.ClickAsync("details.confirm summary:has-text('撤回')");
        await office.FillAsync("details.confirm input[name=reason], details.confirm textarea[name=reason]", "时间冲突，下周重新安排。");
        await office.ClickAsync("details.confirm button:has-text('撤回')");
        await office.WaitForLoadStateAsync();
        await Shots.Keep(office, "withdrawn-desk");
        await chief.ReloadAsync();
        Assert.Contains("已撤回，不用再办", await chief.InnerTextAsync("main"), StringComparison.Ordinal);
        var gone = await resident.ReloadAsync();
        Assert.Equal(410, gone!.Status);
        Assert.Contains("已撤回", await resident.InnerTextAsync("body"), StringComparison.Ordinal);
    }

    private static async Task<string> Issue(IPage office, Stage stage)
    {
        await office.GotoAsync("/directives/new");
        await office.FillAsync("input[name=title]", Title);
        await office.FillAsync(
            "textarea[name=text]",
            "请各村（社区）本周安排一次集中宣传，重点讲冒充客服、刷单返利两类骗局，资料到平安法治办公室领取。"
        );
        await office.CheckAsync("input[name=reach][value='units:village']");
        await office.CheckAsync("input[name=reach][value='groups:village']");
        await office.FillAsync("input[name=minutes]", "5");
        await Shots.Keep(office, "directive-form-desk");
        await office.ClickAsync("main wz-form button.btn-primary");
        await office.WaitForURLAsync(address => Walk.Kind(new Uri(address).AbsolutePath) == "/directives/{id}");
        await Shots.Keep(office, "directive-draft-desk");
        var address = new Uri(office.Url).AbsolutePath;
        // In a week in which the villages have much to do already, a leader decides.
        if (await office.Locator("main button:has-text('提请批准')").CountAsync() > 0)
        {
            await office.Locator("main input[name=approver]").First.CheckAsync();
            await office.ClickAsync("main button:has-text('提请批准')");
            await office.WaitForLoadStateAsync();
            await using var desk = await stage.SignedIn(Roles.Leader, Screen.Desk);
            var leader = await desk.NewPageAsync();
            await leader.GotoAsync(address);
            await leader.ClickAsync("main button:has-text('批准')");
            await leader.WaitForLoadStateAsync();
            await office.GotoAsync(address);
        }
        await office.ClickAsync("main button:has-text('下发')");
        await office.WaitForLoadStateAsync();
        return new Uri(office.Url).AbsolutePath;
    }
}
