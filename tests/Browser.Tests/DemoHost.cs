using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Wuzha.Platform.Identity;
using Xunit;

namespace Wuzha.Browser.Tests;

/// <summary>The real program as <c>./run.sh</c> starts it: a freshly planted demo town on a free port, in a process of its own.</summary>
public sealed partial class DemoHost : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;
    private readonly Dictionary<string, string> names = [];
    private readonly List<string> everyone = [];
    private readonly Dictionary<string, List<System.Net.Cookie>> signedIn = [];
    private readonly SemaphoreSlim one = new(1, 1);

    private DemoHost(Process process, string folder, string address) => (this.process, this.folder, Address) = (process, folder, address);

    /// <summary><c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; }

    /// <summary>Roles that somebody in the demo town can sign in with.</summary>
    public bool Has(Role role) => names.ContainsKey(role.Name);

    /// <summary>Everyone's sign-in name, as the program says them at its start.</summary>
    public IReadOnlyCollection<string> SignInNames => everyone;

    /// <summary>What the demo person of this role types to sign in.</summary>
    public string NameOf(Role role) => names[role.Name];

    public static async Task<DemoHost> Start()
    {
        var folder = Directory.CreateTempSubdirectory("wuzha-browser-").FullName;
        var port = FreePort();
        var program = Path.Combine(Paths.Root, "src/Web/bin", Configuration, "net10.0/wuzha.dll");
        var start = new ProcessStartInfo("dotnet", [program, "demo", "--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("WUZHA_POSTGRES");
        var host = new DemoHost(Process.Start(start)!, folder, $"http://127.0.0.1:{port}");
        await host.Listen();
        return host;
    }

    /// <summary>Reads what the program says until it serves: the demo accounts stand there.</summary>
    private async Task Listen()
    {
        var said = new List<string>();
        _ = process.StandardError.ReadToEndAsync().ContinueWith(text => said.Add(text.GetAwaiter().GetResult()), TaskScheduler.Default);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        _ = Task.Run(
            async () =>
            {
                while (await process.StandardOutput.ReadLineAsync() is { } line)
                {
                    said.Add(line);
                    if (Account().Match(line) is not { Success: true } account)
                        continue;
                    // The demo is about its township: where the county has somebody of the role too, the township's stands for it.
                    if (account.Groups[3].Value.EndsWith('镇') || !names.ContainsKey(account.Groups[2].Value))
                        names[account.Groups[2].Value] = account.Groups[1].Value;
                    everyone.Add(account.Groups[1].Value);
                }
            },
            patience.Token
        );
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        while (true)
        {
            Assert.False(process.HasExited, "The host ended:\n" + string.Join('\n', said));
            try
            {
                if ((await client.GetAsync("/ready", patience.Token)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, patience.Token);
            }
        }
    }

    /// <summary>Cookies of a real sign-in through the form; done once for each role.</summary>
    public async Task<IReadOnlyList<Microsoft.Playwright.Cookie>> CookiesOf(Role role)
    {
        await one.WaitAsync();
        try
        {
            if (!signedIn.TryGetValue(role.Key, out var cookies))
                signedIn[role.Key] = cookies = await SignIn(role);
            return
            [
                .. cookies.Select(cookie => new Microsoft.Playwright.Cookie
                {
                    Name = cookie.Name,
                    Value = cookie.Value,
                    Url = Address,
                    HttpOnly = cookie.HttpOnly,
                }),
            ];
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A plain client, for requests that need no browser. Follows no redirect.</summary>
    public async Task<HttpClient> Client(Role? role)
    {
        var jar = new CookieContainer();
        if (role is not null)
        {
            await CookiesOf(role);
            foreach (System.Net.Cookie cookie in signedIn[role.Key])
                jar.Add(new Uri(Address), new System.Net.Cookie(cookie.Name, cookie.Value));
        }
        return new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
    }

    private async Task<List<System.Net.Cookie>> SignIn(Role role)
    {
        var jar = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(Address),
        };
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync("/sign-in"));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([
            new("name", NameOf(role)),
            new("password", DemoSignIn.Password),
            new("__RequestVerificationToken", token),
        ]);
        using var answer = await client.PostAsync("/sign-in", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return [.. jar.GetAllCookies().Cast<System.Net.Cookie>()];
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        one.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    [GeneratedRegex(@"^  (\S+) +([^\s（]+)（(.+)）$")]
    private static partial Regex Account();
}
