using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Wuzha.Bench;

/// <summary>The real program on the demo township: how fast it is ready, what it holds when idle, and what a list page costs.</summary>
internal static partial class HostWork
{
    private const int Pages = 200;

    public static async Task Start()
    {
        var folder = Places.Folder("start");
        // The first start plants the town; the second is the one that counts.
        using (var first = new Running(folder))
            await first.Ready();
        var times = new List<double>();
        var idle = 0L;
        for (var round = 0; round < 3; round++)
        {
            using var again = new Running(folder);
            times.Add(await again.Ready());
            await Task.Delay(TimeSpan.FromSeconds(5));
            idle = again.MegaBytes();
        }
        times.Sort();
        var figure = string.Create(CultureInfo.InvariantCulture, $"{times[1]:0.00}s,{idle}MB");
        Ratio.Limit("P11", figure, "1.00s,120MB", times[1] <= 1 && idle <= 120);
    }

    /// <summary>
    /// Pages as they are used: a list with search, sorting and pages, a tree that stands whole on one page, the homes of the office and of a unit, and the
    /// duties of a unit and of the whole township.
    /// </summary>
    public static async Task List()
    {
        using var running = new Running(Places.Folder("list"));
        await running.Ready();
        await running.SignIn("clerk");
        var campaign = await running.First("/campaigns", "/campaigns/[0-9a-f-]{36}");
        var board = $"{campaign}/board";
        var village = await running.First(board, "/units/[0-9a-f-]{36}/duties");
        foreach (
            var (page, path) in new[]
            {
                ("/", "/"),
                ("/people", "/people"),
                ("/units", "/units"),
                ("/campaigns/{id}/board", board),
                ("/units/{id}/duties", village),
            }
        )
            await Measure(running, page, path);

        using var unit = running.SomebodyElse();
        await unit.SignIn("liaison1");
        foreach (var page in (string[])["/", "/duties"])
            await Measure(unit, $"{page} of a unit", page);
    }

    private static async Task Measure(Running running, string name, string path)
    {
        var taken = new List<double>();
        var bytes = 0;
        for (var i = 0; i < Pages; i++)
        {
            var watch = Stopwatch.StartNew();
            bytes = (await running.OverTheWire(path)).Length;
            if (i >= Pages / 4)
                taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        foreach (var asset in await running.AssetsOf(path))
            bytes += (await running.OverTheWire(asset)).Length;
        taken.Sort();
        var figure = string.Create(CultureInfo.InvariantCulture, $"{taken[taken.Count / 2]:0.0}ms,{bytes / 1024.0:0}KB");
        Ratio.Limit($"P14 {name}", figure, "15ms,60KB", taken[taken.Count / 2] <= 15 && bytes <= 60 * 1024);
    }

    /// <summary>One process of the program, and one browser.</summary>
    private sealed class Running : IDisposable
    {
        private readonly Process? process;
        private readonly Stopwatch since = Stopwatch.StartNew();
        private readonly Uri address;
        private readonly HttpClient browser;
        private readonly HttpClient wire;

        public Running(string folder)
            : this(new Uri($"http://127.0.0.1:{Random.Shared.Next(20000, 40000)}"))
        {
            var program = Environment.GetEnvironmentVariable("BENCH_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "wuzha.dll");
            process = Process.Start(
                new ProcessStartInfo("dotnet")
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    ArgumentList = { program, "demo", "--data", folder, "--port", address.Port.ToString(CultureInfo.InvariantCulture) },
                }
            )!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        private Running(Uri address)
        {
            this.address = address;
            var cookies = new CookieContainer();
            browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AutomaticDecompression = DecompressionMethods.All });
            // Asks for compressed answers and leaves them as they came: what is counted is what goes over the wire.
            wire = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies });
            (browser.BaseAddress, wire.BaseAddress) = (address, address);
            wire.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        }

        /// <summary>Another browser at the same process.</summary>
        public Running SomebodyElse() => new(address);

        /// <summary>Seconds until the sign-in page is there.</summary>
        public async Task<double> Ready()
        {
            while (true)
            {
                try
                {
                    using var answer = await browser.GetAsync("/sign-in");
                    if (answer.IsSuccessStatusCode)
                        return since.Elapsed.TotalSeconds;
                }
                catch (HttpRequestException refused)
                {
                    if (process!.HasExited)
                        throw new InvalidOperationException($"The program ended by itself with {process.ExitCode}.", refused);
                }
                await Task.Delay(10);
            }
        }

        public long MegaBytes()
        {
            process!.Refresh();
            return process.WorkingSet64 / 1024 / 1024;
        }

        /// <summary>Enters as one of the persons whom the demo's sign-in page offers.</summary>
        public async Task SignIn(string name)
        {
            var page = await browser.GetStringAsync("/sign-in");
            var form = DemoForm()
                .Matches(page)
                .Select(match => match.Value)
                .First(one => one.Contains($"value=\"{name}\"", StringComparison.Ordinal));
            using var fields = new FormUrlEncodedContent(
                Hidden()
                    .Matches(form)
                    .Select(match => KeyValuePair.Create(WebUtility.HtmlDecode(match.Groups[1].Value), WebUtility.HtmlDecode(match.Groups[2].Value)))
            );
            using var answer = await browser.PostAsync("/sign-in", fields);
            answer.EnsureSuccessStatusCode();
        }

        /// <summary>The first address of a kind that a page names.</summary>
        public async Task<string> First(string page, string kind) => Regex.Match(await browser.GetStringAsync(page), kind).Value;

        public async Task<byte[]> OverTheWire(string path)
        {
            using var answer = await wire.GetAsync(path);
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadAsByteArrayAsync();
        }

        /// <summary>Style sheets and scripts that a page names.</summary>
        public async Task<IReadOnlyList<string>> AssetsOf(string path) =>
            [.. Asset().Matches(await browser.GetStringAsync(path)).Select(match => match.Groups[1].Value).Distinct()];

        public void Dispose()
        {
            if (process is not null)
            {
                process.Kill();
                process.WaitForExit();
                process.Dispose();
            }
            browser.Dispose();
            wire.Dispose();
        }
    }

    [GeneratedRegex("<form method=\"post\" action=\"/sign-in\">(?:(?!</form>).)*value=\"Wuzha-demo-2026\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex DemoForm();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("(?:href|src)=\"(/[^\"]+\\.(?:css|js))\"")]
    private static partial Regex Asset();
}
