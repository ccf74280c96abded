using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Wuzha.Browser.Tests;

/// <summary>A form as it stands on a page: where it goes, and the fields that one fills.</summary>
internal sealed record FoundForm(string Page, string Action, bool HasFile, IReadOnlyList<FoundField> Fields)
{
    /// <summary>Forms of one kind differ only in ids.</summary>
    public string Kind =>
        $"{Walk.Kind(Action.Split('?')[0])} {string.Join(',', Fields.Where(one => !one.Hidden).Select(one => one.Name).Distinct())}";
}

internal sealed record FoundField(string Name, string Type, string Value, bool Hidden)
{
    /// <summary>What is typed here stands here again when the form comes back.</summary>
    public bool KeepsWords => Type is "text" or "textarea" or "search" or "tel";
}

/// <summary>All forms on all pages that a role reaches, found by plain requests.</summary>
internal sealed class FormWalk(HttpClient client)
{
    private static readonly HtmlParser Parser = new();

    public async Task<IReadOnlyList<FoundForm>> All()
    {
        var forms = new Dictionary<string, FoundForm>();
        var ahead = new Queue<string>(["/"]);
        var seen = new HashSet<string> { "/" };
        while (ahead.TryDequeue(out var address))
        {
            using var answer = await client.GetAsync(address);
            if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;

            var page = Parser.ParseDocument(await answer.Content.ReadAsStringAsync());
            foreach (var form in FormsOf(page, address))
                forms.TryAdd(form.Kind, form);
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]))
                if (!link.Contains("format=xlsx", StringComparison.Ordinal) && seen.Add(Walk.Kind(link)))
                    ahead.Enqueue(link);
        }
        return [.. forms.Values];
    }

    private static IEnumerable<FoundForm> FormsOf(IHtmlDocument page, string address) =>
        from form in page.QuerySelectorAll<IHtmlFormElement>("form[method=post]")
        let fields = form.Elements.SelectMany(FieldOf).ToList()
        select new FoundForm(address, form.GetAttribute("action") ?? address, fields.Any(field => field.Type == "file"), fields);

    private static IEnumerable<FoundField> FieldOf(IElement element) =>
        element switch
        {
            IHtmlInputElement { Name.Length: > 0, Type: not ("submit" or "button") } input =>
            [
                new FoundField(input.Name!, input.Type, input.Value, input.Type == "hidden"),
            ],
            IHtmlTextAreaElement { Name.Length: > 0 } box => [new FoundField(box.Name!, "textarea", box.Value, false)],
            IHtmlSelectElement { Name.Length: > 0 } select => [new FoundField(select.Name!, "select", select.Value ?? "", false)],
            _ => [],
        };

    /// <summary>Sends a form with every visible field set to the same nonsense; hidden ones stay.</summary>
    public async Task<(int Status, IHtmlDocument Page)> Send(FoundForm form, string nonsense)
    {
        var fields = form.Fields.DistinctBy(field => field.Name).Where(field => field.Type != "file");
        using var content = new MultipartFormDataContent();
        foreach (var field in fields)
            content.Add(new StringContent(field.Hidden ? field.Value : nonsense), field.Name);
        using var answer = await client.PostAsync(form.Action, content);
        return ((int)answer.StatusCode, Parser.ParseDocument(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Sends a file; where it is taken, the answer is the preview it leads to.</summary>
    public async Task<(int Status, IHtmlDocument Page)> Upload(FoundForm form, string fileName, byte[] bytes)
    {
        using var content = new MultipartFormDataContent();
        foreach (var field in form.Fields.DistinctBy(field => field.Name))
            if (field.Type == "file")
                content.Add(new ByteArrayContent(bytes), field.Name, fileName);
            else
                content.Add(new StringContent(field.Value), field.Name);
        using var answer = await client.PostAsync(form.Action, content);
        if (answer.Headers.Location is not { } preview)
            return ((int)answer.StatusCode, Parser.ParseDocument(await answer.Content.ReadAsStringAsync()));

        using var shown = await client.GetAsync(preview);
        return ((int)shown.StatusCode, Parser.ParseDocument(await shown.Content.ReadAsStringAsync()));
    }
}
