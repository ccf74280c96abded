using Microsoft.Playwright;
using Wuzha.Platform.Identity;
using Xunit;

namespace Wuzha.Browser.Tests;

public sealed class WithoutMouseTests(Stage stage)
{
    private const string Focused =
        "() => { const e = document.activeElement; return e.tagName + '|' + (e.getAttribute('href') ?? e.getAttribute('name') ?? e.textContent.trim()); }";

    /// <summary>The link with these words, in the words of <see cref="Focused"/>.</summary>
    private const string LinkTo =
        "words => 'A|' + [...document.querySelectorAll('main a')].find(a => a.textContent.trim() === words).getAttribute('href')";

    /// <summary>What has the focus shows it: by an outline, a shadow, or a border that differs from the unfocused one.</summary>
    private const string FocusShows = """
        () => {
            const e = document.activeElement, s = getComputedStyle(e);
            return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none';
        }
        """;

    [Fact]
    public async Task One_signs_in_finds_a_village_and_opens_it_by_keyboard_alone()
    {
        await using var context = await stage.Stranger(Screen.Desk);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await TabTo(page, "INPUT|name");
        await page.Keyboard.TypeAsync(stage.Host.NameOf(Roles.OfficeClerk));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(DemoSignIn.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));

        // The first stop is the way past the frame.
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("A|#main", await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "A|/units");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/units");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("柏栖村");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/units?q=**");
        await page.Keyboard.PressAsync("Tab");
        await TabTo(page, await page.EvaluateAsync<string>(LinkTo, "柏栖村"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => Walk.Kind(new Uri(address).AbsolutePath) == "/units/{id}");
        Assert.Equal("柏栖村", await page.InnerTextAsync("h1"));
    }

    [Fact]
    public async Task Every_stop_of_the_tab_key_is_seen_and_the_end_is_reached()
    {
        await using var context = await stage.SignedIn(Roles.OfficeClerk, Screen.Desk);
        var page = await context.NewPageAsync();
        var unseen = new List<string>();
        foreach (var address in (string[])["/", "/units/new", "/campaigns/new", "/people"])
        {
            await page.GotoAsync(address);
            var stops = 0;
            while (stops < 400)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<bool>("() => document.activeElement === document.body"))
                    break;
                stops++;
                if (!await page.EvaluateAsync<bool>(FocusShows))
                    unseen.Add($"{address}: {await page.EvaluateAsync<string>(Focused)}");
            }
            Assert.InRange(stops, 5, 399);
        }
        Faults.None(unseen);
    }

    private static async Task TabTo(IPage page, string what)
    {
        for (var i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>(Focused) == what)
                return;
        }
        Assert.Fail($"The tab key never comes to {what}.");
    }
}
