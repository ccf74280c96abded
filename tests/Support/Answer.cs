using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Wuzha.Support;

/// <summary>What came back: status, where it leads, and the page, parsed.</summary>
/// <param name="Location">Path of the redirect; null when there is none.</param>
/// <param name="Body">The bytes as they came: for files.</param>
public sealed record Answer(HttpStatusCode Status, string? Location, IHtmlDocument Page, byte[] Body)
{
    private static readonly HtmlParser Parser = new();

    public string? ContentType { get; init; }

    public int Code => (int)Status;

    /// <summary>All text of the page as one reads it.</summary>
    public string Text => Page.Body?.TextContent ?? "";

    /// <summary>The main heading.</summary>
    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>Text of the first element that fits; empty when there is none.</summary>
    public string TextOf(string selector) => Page.QuerySelector(selector)?.TextContent.Trim() ?? "";

    /// <summary>Texts of all elements that fit.</summary>
    public IReadOnlyList<string> TextsOf(string selector) => [.. Page.QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        var page = Parser.ParseDocument(type == "text/html" ? System.Text.Encoding.UTF8.GetString(body) : "");
        return new Answer(response.StatusCode, response.Headers.Location?.OriginalString, page, body) { ContentType = type };
    }

    /// <summary>Where a form posts to, and what stands in it as a browser would send it.</summary>
    internal (string Path, IReadOnlyList<(string Name, string Value)> Fields) Form(string? action)
    {
        var forms = Page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").ToList();
        var form = action is null ? forms.Single() : forms.Single(form => form.GetAttribute("action") == action);
        return (form.GetAttribute("action") ?? "", [.. form.Elements.SelectMany(Sent)]);
    }

    private static IEnumerable<(string Name, string Value)> Sent(IElement element) =>
        element switch
        {
            IHtmlInputElement { Name.Length: > 0, Type: "checkbox" or "radio" } box => box.IsChecked ? [(box.Name!, box.Value)] : [],
            IHtmlInputElement { Name.Length: > 0, Type: not ("submit" or "button" or "file") } input => [(input.Name!, input.Value)],
            IHtmlTextAreaElement { Name.Length: > 0 } box => [(box.Name!, box.Value)],
            IHtmlSelectElement { Name.Length: > 0 } select => select.SelectedOptions.Select(option => (select.Name!, option.Value)),
            _ => [],
        };
}
