using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Forms;

namespace Wuzha.Platform.Listings;

/// <summary>What a list's address says: <c>?q=words&amp;sort=-name&amp;page=2&amp;kind=village&amp;format=xlsx</c>. Every list understands the same words, so it can be bookmarked.</summary>
public sealed record ListQuery
{
    public const int RowsPerPage = 50;

    private static readonly DayField DayField = new("day", "日期");

    /// <summary>Path without the query, for the links of the list itself.</summary>
    public required string Path { get; init; }

    /// <summary>Search words, trimmed; empty for none.</summary>
    public string Search { get; init; } = "";

    /// <summary>Key of the column to sort by; null for the list's own order.</summary>
    public string? Sort { get; init; }
    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True for the Excel file of exactly this list.</summary>
    public bool AsSheet { get; init; }

    /// <summary>The other parameters: the list's own filters.</summary>
    public required IReadOnlyDictionary<string, string> Filters { get; init; }

    public string? Filter(string name) => Filters.GetValueOrDefault(name);

    /// <summary>The day of a filter, typed as in a form; null for none and for what is no day (the list says so beside it).</summary>
    public DateOnly? Day(string name) => Filter(name) is { } typed ? DayField.Parse(Field<string>.Fold(typed)).Value : null;

    /// <summary>Bound by minimal API: name a parameter of type <see cref="ListQuery"/>.</summary>
    public static ValueTask<ListQuery?> BindAsync(HttpContext context)
    {
        var words = context.Request.Query;
        var sort = words["sort"].ToString();
        return ValueTask.FromResult<ListQuery?>(
            new ListQuery
            {
                Path = context.Request.Path,
                Search = Readable(words["q"].ToString()).Trim() is var search && search.Length > 60 ? search[..60] : search,
                Sort = sort.Length == 0 ? null : sort.TrimStart('-'),
                Descending = sort.StartsWith('-'),
                Page = int.TryParse(words["page"], out var page) && page is > 0 and < 1_000_000 ? page : 1,
                AsSheet = words["format"] == "xlsx",
                Filters = words
                    .Where(word => word.Key is not ("q" or "sort" or "page" or "format") && word.Value.ToString().Length is > 0 and <= 100)
                    .ToDictionary(word => word.Key, word => Readable(word.Value.ToString())),
            }
        );
    }

    /// <summary>PostgreSQL takes no zero byte in a text; nobody types one.</summary>
    private static string Readable(string words) => string.Concat(words.Where(c => !char.IsControl(c)));

    /// <summary>The address of this list with one thing changed.</summary>
    public string Href(int? page = null, string? sort = null, bool sheet = false)
    {
        var words = new List<string>();
        if (Search.Length > 0)
            words.Add("q=" + Uri.EscapeDataString(Search));
        words.AddRange(Filters.Select(filter => $"{Uri.EscapeDataString(filter.Key)}={Uri.EscapeDataString(filter.Value)}"));
        var order = sort ?? (Sort is null ? null : (Descending ? "-" : "") + Sort);
        if (order is not null)
            words.Add("sort=" + Uri.EscapeDataString(order));
        if (page is > 1)
            words.Add($"page={page}");
        if (sheet)
            words.Add("format=xlsx");
        return words.Count == 0 ? Path : $"{Path}?{string.Join('&', words)}";
    }
}
