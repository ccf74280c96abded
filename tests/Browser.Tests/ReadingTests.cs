using Microsoft.Playwright;
using Wuzha.Platform.Identity;
using Xunit;

namespace Wuzha.Browser.Tests;

/// <summary>The same pages for those who see, type or print differently.</summary>
public sealed class ReadingTests(Stage stage)
{
    private static readonly string[] Addresses = ["/", "/units", "/people", "/grids", "/campaigns", "/campaigns/new", "/search?q=村", "/calendar"];

    [Fact]
    public async Task At_200_percent_no_page_needs_sideways_scrolling()
    {
        // A 1440 screen at 200 % leaves 720 CSS pixels.
        await using var context = await stage.SignedIn(
            Roles.OfficeClerk,
            new Screen("zoomed", 720, 450, false),
            options => options.DeviceScaleFactor = 2
        );
        Faults.None(await LookAt(await context.NewPageAsync()));
    }

    [Fact]
    public async Task Large_type_is_larger_and_fits()
    {
        foreach (var screen in (Screen[])[Screen.Desk, Screen.Phone])
        {
            await using var context = await stage.SignedIn(Roles.OfficeClerk, screen);
            var page = await context.NewPageAsync();
            await page.GotoAsync("/");
            var before = await LetterSize(page);
            await context.AddCookiesAsync([
                new Cookie
                {
                    Name = "wuzha-large-type",
                    Value = "1",
                    Url = stage.Host.Address,
                },
            ]);

            Faults.None(await LookAt(page));
            await page.GotoAsync("/");
            Assert.True(await LetterSize(page) >= before * 1.2, $"{screen}: {before} → {await LetterSize(page)}");
        }
    }

    [Fact]
    public async Task Large_type_is_switched_on_and_off_by_its_button()
    {
        await using var context = await stage.Stranger(Screen.Desk);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        var before = await LetterSize(page);

        await page.Locator("form[action='/large-type'] button").First.ClickAsync();
        Assert.True(await LetterSize(page) > before);
        await page.Locator("form[action='/large-type'] button").First.ClickAsync();
        Assert.Equal(before, await LetterSize(page));
    }

    [Fact]
    public async Task A_printed_list_shows_the_list_and_none_of_the_frame()
    {
        await using var context = await stage.SignedIn(Roles.OfficeClerk, Screen.Desk);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/people");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await page.Locator("main table").First.IsVisibleAsync());
        Assert.True(await page.Locator("h1").IsVisibleAsync());
        Assert.Equal(0, await page.Locator("nav:visible, main button:visible, .skip-link:visible").CountAsync());
        var paper = await page.PdfAsync(new PagePdfOptions { Format = "A4" });
        Assert.True(paper.Length > 5_000 && paper.AsSpan(0, 5).SequenceEqual("%PDF-"u8), "no PDF");
    }

    [Fact]
    public async Task A_page_that_is_not_there_and_one_that_is_not_allowed_say_so_in_the_same_frame()
    {
        await using var context = await stage.SignedIn(Roles.Liaison, Screen.Desk);
        var check = new PageCheck(await context.NewPageAsync(), stage.Host.SignInNames);

        Faults.None([
            .. await check.Open("/nothing-here", expect: 404),
            .. await check.Open("/units/01900000-0000-7000-8000-000000000000", expect: 404),
            .. await check.Open("/campaigns/new", expect: 403),
        ]);
    }

    private async Task<IReadOnlyList<string>> LookAt(IPage page)
    {
        var check = new PageCheck(page, stage.Host.SignInNames);
        var faults = new List<string>();
        foreach (var address in Addresses)
            faults.AddRange(await check.Open(address, accessibility: false));
        return faults;
    }

    private static Task<double> LetterSize(IPage page) =>
        page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize)");
}
