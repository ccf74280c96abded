using Microsoft.Playwright;
using Wuzha.Browser.Tests;
using Wuzha.Platform.Identity;
using Xunit;

[assembly: AssemblyFixture(typeof(Stage))]

namespace Wuzha.Browser.Tests;

/// <summary>One demo town, one host and one browser for the whole run; each role has a context of its own.</summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
    ];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public DemoHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await DemoHost.Start();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = Arguments,
                Env = InChinese(),
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>The browser's own words (choose a file, year, month) are Chinese where its languages are installed (chromium-l10n).</summary>
    private static IEnumerable<KeyValuePair<string, string>> InChinese()
    {
        var variables = Environment
            .GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
        variables["LANGUAGE"] = "zh_CN";
        return variables;
    }

    /// <summary>A browser of its own in which nobody has signed in.</summary>
    public Task<IBrowserContext> Stranger(Screen screen, Action<BrowserNewContextOptions>? adjust = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = Host.Address,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
            IsMobile = screen.IsPhone,
            HasTouch = screen.IsPhone,
        };
        adjust?.Invoke(options);
        return browser.NewContextAsync(options);
    }

    /// <summary>A browser in which the demo person of this role has signed in.</summary>
    public async Task<IBrowserContext> SignedIn(Role role, Screen screen, Action<BrowserNewContextOptions>? adjust = null)
    {
        var context = await Stranger(screen, adjust);
        await context.AddCookiesAsync(await Host.CookiesOf(role));
        return context;
    }
}

/// <summary>A width at which the pages are looked at.</summary>
public sealed record Screen(string Name, int Width, int Height, bool IsPhone)
{
    public static readonly Screen Desk = new("desk", 1440, 900, false);
    public static readonly Screen Phone = new("phone", 390, 844, true);

    public override string ToString() => Name;
}
