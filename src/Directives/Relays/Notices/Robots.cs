using Microsoft.AspNetCore.Http;

namespace Wuzha.Directives.Relays.Notices;

/// <summary>
/// Who opens a notice without anybody reading it: robots, the previews of chat tools, and browsers that fetch ahead. By what they say of themselves; who pretends to be a
/// reader is counted as one, at most once a day.
/// </summary>
internal static class Robots
{
    /// <summary>Parts of user agents, lower case. Search engines, link previews (DingTalkBot-LinkService, LarkBot, TelegramBot …), libraries, monitors.</summary>
    private static readonly string[] Agents =
    [
        "bot",
        "spider",
        "crawl",
        "slurp",
        "preview",
        "facebookexternalhit",
        "whatsapp",
        "skypeuripreview",
        "linkservice",
        "larkurl",
        "mediapartners",
        "curl",
        "wget",
        "python",
        "java/",
        "okhttp",
        "go-http-client",
        "httpclient",
        "libwww",
        "axios",
        "node-fetch",
        "undici",
        "scrapy",
        "phantomjs",
        "headless",
        "lighthouse",
        "monitor",
        "uptime",
        "scanner",
    ];

    private static readonly string[] PurposeHeaders = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];
    private static readonly string[] Purposes = ["prefetch", "prerender", "preview"];

    public static bool Is(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return HttpMethods.IsHead(request.Method)
            || agent.Length == 0
            || Agents.Any(part => agent.Contains(part, StringComparison.OrdinalIgnoreCase))
            || PurposeHeaders.Any(header =>
                Purposes.Any(purpose => request.Headers[header].ToString().Contains(purpose, StringComparison.OrdinalIgnoreCase))
            );
    }
}
