using System.CommandLine;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.CommandLine;

/// <summary>Serves an installation.</summary>
internal static class ServeCommand
{
    private static readonly Option<string[]> Urls = new("--urls")
    {
        Description = $"监听地址，可写多个（默认 {HostFlags.Loopback}） | addresses to listen on (default {HostFlags.Loopback})",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Certificate = new("--certificate")
    {
        Description = "HTTPS 证书（PEM 或 PFX） | certificate for https (PEM or PFX)",
    };
    private static readonly Option<string?> Key = new("--key") { Description = "证书私钥（PEM） | private key of the certificate (PEM)" };

    private static readonly Option<string[]> BehindProxy = new("--behind-proxy")
    {
        Description = "反向代理的地址或网段，只信任它们转来的来源地址 | addresses or networks of reverse proxies that are believed",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> JsonLogs = new("--json-logs") { Description = "日志每行一个 JSON | logs as one JSON object a line" };

    public static Command Define(Terminal terminal)
    {
        var command = new Command("serve", "启动服务 | serve an installation") { Urls, Certificate, Key, BehindProxy, JsonLogs };
        command.SetAction((parsed, cancellation) => Run(terminal, Commands.OptionsOf(parsed), FlagsOf(parsed), cancellation));
        return command;
    }

    private static HostFlags FlagsOf(ParseResult parsed)
    {
        var written = ServeSettings.Read(Commands.OptionsOf(parsed));
        return new HostFlags
        {
            Urls = parsed.GetValue(Urls) is { Length: > 0 } urls ? urls : written.Urls ?? [HostFlags.Loopback],
            CertificateFile = parsed.GetValue(Certificate) ?? written.Certificate,
            KeyFile = parsed.GetValue(Key) ?? written.Key,
            Proxies = parsed.GetValue(BehindProxy) is { Length: > 0 } proxies ? proxies : written.Proxies ?? [],
            JsonLogs = parsed.GetValue(JsonLogs),
        };
    }

    /// <summary>Refuses what would not be safe, then serves until it is told to stop.</summary>
    public static async Task<int> Run(Terminal terminal, WuzhaOptions options, HostFlags flags, CancellationToken cancellation)
    {
        if (WrongFlag(terminal, flags) is { } wrong)
            return wrong;

        await using (var parts = Parts.Of(options))
        {
            await using var scope = parts.CreateAsyncScope();
            var db = scope.ServiceProvider.OpenDb();
            await Schema.BringUpToDate(db, cancellation);
            if (await WrongDatabase(terminal, db, flags, cancellation) is { } no)
                return no;

            flags = flags with { Hosts = await HostsOf(db, flags, cancellation) };
        }

        await using var app = WuzhaHost.Build(options, flags);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken)
        {
            // What works in the background has started before the listening fails.
            await app.StopAsync(CancellationToken.None);
            return Commands.Refuse(
                terminal,
                $"无法监听 {string.Join(' ', flags.Urls)}：{taken.Message} 请换一个端口，或先停掉占用它的程序。",
                $"Cannot listen on {string.Join(' ', flags.Urls)}: {taken.Message} Choose another port, or stop what uses it."
            );
        }

        await terminal.Out.WriteLineAsync($"已启动：{string.Join(' ', app.Urls)} | Serving. 按 Ctrl+C 停止 | Ctrl+C stops.");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static int? WrongFlag(Terminal terminal, HostFlags flags)
    {
        if (flags.Urls.FirstOrDefault(url => !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) is { } bad)
            return Commands.Refuse(
                terminal,
                $"“{bad}”不是监听地址，请写成 http://127.0.0.1:5080 这样。",
                $"'{bad}' is no address to listen on; write it like http://127.0.0.1:5080."
            );
        if (flags.Urls.Any(url => url.StartsWith("https:", StringComparison.Ordinal)) && flags.CertificateFile is null)
            return Commands.Refuse(
                terminal,
                "https 地址需要证书，请用 --certificate（和 --key）指定。",
                "An https address needs a certificate: give --certificate (and --key)."
            );
        if (new[] { flags.CertificateFile, flags.KeyFile }.OfType<string>().FirstOrDefault(file => !File.Exists(file)) is { } missing)
            return Commands.Refuse(terminal, $"找不到文件 {missing}，请核对路径。", $"There is no file {missing}; check the path.");
        if (flags.Proxies.FirstOrDefault(proxy => !IPNetwork.TryParse(proxy, out _) && !IPAddress.TryParse(proxy, out _)) is { } unclear)
            return Commands.Refuse(
                terminal,
                $"“{unclear}”不是地址或网段，请写成 10.0.0.2 或 10.0.0.0/24 这样。",
                $"'{unclear}' is neither an address nor a network; write it like 10.0.0.2 or 10.0.0.0/24."
            );
        // Passwords must not travel in the clear (GB/T 22239 ID-c).
        return flags.Proxies.Length == 0 && flags.Urls.Any(url => url.StartsWith("http:", StringComparison.Ordinal) && !IsLoopback(url))
            ? Commands.Refuse(
                terminal,
                "不加密的 http 只能监听本机（127.0.0.1）。请配置证书改用 https，或放在反向代理后面并用 --behind-proxy 指明代理地址。",
                "Plain http listens on this machine only (127.0.0.1). Give a certificate and use https, or stand behind a reverse proxy and name it with --behind-proxy."
            )
            : null;
    }

    private static async Task<int?> WrongDatabase(Terminal terminal, Db db, HostFlags flags, CancellationToken cancellation)
    {
        if (await db.Accounts.AnyAsync(account => account.IsDemo, cancellation) && !(flags.IsDemo && flags.Urls.All(IsLoopback)))
            return Commands.Refuse(
                terminal,
                "这个数据库里有演示账号，不能作为正式系统启动。看演示请用 wuzha demo；正式使用请换一个数据文件夹，运行 wuzha setup。",
                "This database holds demo accounts and is not served as a real installation. Use 'wuzha demo', or another data folder with 'wuzha setup'."
            );
        return await db.Tenants.AnyAsync(cancellation)
            ? null
            : Commands.Refuse(
                terminal,
                "这里还没有建好的系统。请先运行 wuzha setup（正式）或 wuzha demo（演示）。",
                "There is no installation here yet. Run 'wuzha setup' (real) or 'wuzha demo' (demo) first."
            );
    }

    /// <summary>Only the public addresses of the tenants and this machine itself are answered.</summary>
    private static async Task<string[]> HostsOf(Db db, HostFlags flags, CancellationToken cancellation)
    {
        var addresses = await db.Tenants.Select(tenant => tenant.PublicAddress).ToListAsync(cancellation);
        return
        [
            .. addresses
                .Concat(flags.Urls)
                .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : "")
                .Where(host => host is not ("" or "0.0.0.0" or "[::]" or "*" or "+"))
                .Concat(["localhost", "127.0.0.1", "[::1]"])
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static bool IsLoopback(string url) => new Uri(url).IsLoopback;
}
