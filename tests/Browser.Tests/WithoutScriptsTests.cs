using Wuzha.Platform.Identity;
using Xunit;

namespace Wuzha.Browser.Tests;

public sealed class WithoutScriptsTests(Stage stage)
{
    [Fact]
    public async Task A_campaign_is_drafted_corrected_and_found_again()
    {
        await using var context = await stage.Stranger(Screen.Desk, options => options.JavaScriptEnabled = false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/campaigns/new");
        await page.FillAsync("form[action='/sign-in'] input[type=text]", stage.Host.NameOf(Roles.OfficeClerk));
        await page.FillAsync("input[type=password]", DemoSignIn.Password);
        await page.Locator("form[action='/sign-in'] button").First.ClickAsync();
        Assert.EndsWith("/campaigns/new", page.Url, StringComparison.Ordinal);

        await page.FillAsync("main input[name=name]", "脚本关闭时起草的行动");
        await page.Locator("main form[action='/campaigns'] button").First.ClickAsync();
        Assert.True(await page.Locator(".error-summary a").CountAsync() > 0, "nothing is said about the missing days");
        Assert.Equal("脚本关闭时起草的行动", await page.InputValueAsync("main input[name=name]"));

        foreach (var (name, day) in (IEnumerable<(string, string)>)[("fromOn", "2026-04-01"), ("untilOn", "2026-12-31")])
            await page.FillAsync($"main input[name={name}]", day);
        await page.Locator("main form[action='/campaigns'] button").First.ClickAsync();
        Assert.Matches("/campaigns/[0-9a-f-]{36}$", page.Url);
        await page.GotoAsync("/campaigns");
        Assert.Contains("脚本关闭时起草的行动", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
