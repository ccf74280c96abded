using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Wuzha.Support;

namespace Wuzha.Browser.Tests;

/// <summary>What is looked at on every page, whoever opens it.</summary>
internal sealed partial class PageCheck
{
    /// <summary>Asked at once, since each question is a way to the browser and back.</summary>
    private const string Sight = """
        () => {
            // Text as one sees it; what is typed or shown as it is (keys, commands, sign-in names) stands in its own elements.
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, node =>
                node.parentElement.closest('code, kbd, pre, samp, script, style, template, [data-verbatim]') || !node.parentElement.checkVisibility()
                    ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
            const words = [];
            while (walker.nextNode()) words.push(walker.currentNode.textContent);
            for (const named of document.querySelectorAll('[placeholder], [title], [aria-label], img[alt]'))
                words.push(named.getAttribute('placeholder') ?? '', named.getAttribute('title') ?? '', named.getAttribute('aria-label') ?? '', named.getAttribute('alt') ?? '');
            const root = document.documentElement, overflow = root.scrollWidth - root.clientWidth;
            return {
                text: words.join('\n'),
                overflow,
                widest: overflow <= 1 ? '' : [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1)
                    .map(e => e.tagName.toLowerCase() + (e.className ? '.' + String(e.className).split(' ')[0] : '')).slice(0, 4).join(' '),
                title: document.title,
                heads: document.querySelectorAll('h1').length,
            };
        }
        """;

    /// <summary>Everything else that axe found is not even sent over.</summary>
    private static readonly AxeRunOptions OnlyFaults = new() { ResultTypes = [ResultType.Violations], Iframes = false };

    /// <summary>Colours are the same at every width, and to measure them takes longer than all the rest.</summary>
    private static readonly AxeRunOptions OnlyFaultsOfLayout = new()
    {
        ResultTypes = [ResultType.Violations],
        Iframes = false,
        Rules = new Dictionary<string, RuleOptions> { ["color-contrast"] = new() { Enabled = false } },
    };

    private readonly List<string> noise = [];
    private readonly IPage page;
    private readonly Regex names;
    private readonly bool colours;

    /// <param name="verbatim">Words that may stand on a page as they are: sign-in names.</param>
    /// <param name="colours">Axe measures contrast too: once is enough, at any width.</param>
    public PageCheck(IPage page, IEnumerable<string> verbatim, bool colours = true)
    {
        (this.page, this.colours) = (page, colours);
        // Longest first, or county-clerk would leave county- behind.
        names = new Regex(string.Join('|', verbatim.OrderByDescending(name => name.Length).Select(Regex.Escape)));
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                noise.Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => noise.Add($"script: {error}");
        page.RequestFailed += (_, request) =>
        {
            // A prefetch that the next click made needless is no fault.
            if (request.Failure is not "net::ERR_ABORTED")
                noise.Add($"request: {request.Url} {request.Failure}");
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500)
                noise.Add($"{answer.Status}: {answer.Url}");
        };
    }

    /// <summary>Opens an address and says all that is wrong with the page.</summary>
    /// <param name="expect">Status that is right for this address.</param>
    /// <param name="accessibility">Also asks axe (about a second).</param>
    public async Task<IReadOnlyList<string>> Open(string address, int expect = 200, bool accessibility = true)
    {
        noise.Clear();
        var answer = await page.GotoAsync(address);
        var faults = new List<string>();
        if (answer!.Status != expect)
            faults.Add($"status {answer.Status}");
        if (expect >= 400)
            noise.RemoveAll(line => line.Contains($"status of {expect}", StringComparison.Ordinal));
        faults.AddRange(await Look(accessibility));
        return [.. faults.Select(fault => $"{address}: {fault}")];
    }

    /// <summary>All that is wrong with the page as it now stands.</summary>
    public async Task<IReadOnlyList<string>> Look(bool accessibility = true)
    {
        var faults = new List<string>(noise);
        noise.Clear();
        var seen = await page.EvaluateAsync<Seen>(Sight);
        if (seen.Overflow > 1)
            faults.Add($"{seen.Overflow} pixels wider than the screen ({seen.Widest})");
        faults.AddRange(Chinese.Faults(Figures().Replace(names.Replace(seen.Text, " "), " ")).Distinct());
        if (seen.Title.Length == 0)
            faults.Add("no title");
        if (seen.Heads != 1)
            faults.Add($"{seen.Heads} main headings");
        if (accessibility)
            faults.AddRange(await Axe());
        return faults;
    }

    private async Task<IEnumerable<string>> Axe()
    {
        var result = await page.RunAxe(colours ? OnlyFaults : OnlyFaultsOfLayout);
        return from violation in result.Violations
            where violation.Impact is "serious" or "critical"
            select $"{violation.Id} ({violation.Impact}): {violation.Nodes.Length} × {violation.Nodes[0].Html}";
    }

    private sealed class Seen
    {
        public string Text { get; set; } = "";
        public int Overflow { get; set; }
        public string Widest { get; set; } = "";
        public string Title { get; set; } = "";
        public int Heads { get; set; }
    }

    /// <summary>Numbers of documents, hashes and keys are no words.</summary>
    [GeneratedRegex(@"\b(?=[A-Za-z0-9-]*\d)[A-Za-z0-9-]{3,}\b")]
    private static partial Regex Figures();
}
