using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Wuzha.Browser.Tests;

/// <summary>Follows links from the home page: every kind of page that a role can reach, each once.</summary>
internal sealed partial class Walk(IPage page, string home)
{
    private readonly Queue<string> ahead = new(["/"]);
    private readonly HashSet<string> seen = ["/"];

    /// <summary>The next address of a kind not seen yet; null at the end.</summary>
    public string? Next() => ahead.TryDequeue(out var address) ? address : null;

    /// <summary>Takes up the links of the page that is open. Of addresses that differ only in ids and filters the first stands for all.</summary>
    public async Task TakeLinks()
    {
        var links = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('a[href]')].filter(a => !a.hasAttribute('download') && !a.target).map(a => a.href)"
        );
        foreach (var link in links)
        {
            if (!link.StartsWith(home, StringComparison.Ordinal))
                continue;

            var address = link[home.Length..].Split('#')[0];
            // Sorted the other way round a list looks the same; that every column sorts is proved without a browser.
            if (
                address.Contains("format=xlsx", StringComparison.Ordinal)
                || address.Contains("sort=", StringComparison.Ordinal)
                || File().IsMatch(address.Split('?')[0])
            )
                continue;
            if (seen.Add(Kind(address)))
                ahead.Enqueue(address.Length == 0 ? "/" : address);
        }
    }

    /// <summary><c>/units/018f…/profile?page=2</c> → <c>/units/{id}/profile?page</c>.</summary>
    public static string Kind(string address)
    {
        var parts = address.Split('?', 2);
        var names = parts.Skip(1).SelectMany(words => words.Split('&')).Select(word => word.Split('=')[0]).Order(StringComparer.Ordinal);
        return Id().Replace(parts[0], "{id}") + (parts.Length == 1 ? "" : "?" + string.Join('&', names));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,}|\\d{4}-\\d\\d-\\d\\d")]
    private static partial Regex Id();

    [GeneratedRegex("\\.(xlsx|docx|pdf|png|jpg|csv|zip)$|/download$|/file$")]
    private static partial Regex File();
}
