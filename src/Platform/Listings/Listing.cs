using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Wuzha.Platform.Listings;

/// <summary>One column of a list: what it is called, what stands in it, and how it sorts.</summary>
/// <param name="Key">Word in the address; also the order of the columns in Excel.</param>
/// <param name="Title">Head of the column.</param>
/// <param name="Value">The plain value, for Excel and for a cell without its own <see cref="Cell"/>.</param>
public sealed record Column<TRow>(string Key, string Title, Func<TRow, object?> Value)
{
    /// <summary>What to sort by; null for a column that cannot be sorted.</summary>
    public Expression<Func<TRow, object?>>? Sort { get; init; }

    /// <summary>Right-aligned, tabular figures.</summary>
    public bool Number { get; init; }

    /// <summary>How the cell looks on the page when plain text is not enough.</summary>
    public Func<TRow, RenderFragment>? Cell { get; init; }

    /// <summary>Where the cell's text leads.</summary>
    public Func<TRow, string?>? Href { get; init; }

    /// <summary>Also shown when the row becomes a card on a phone (two or three columns; the first always is).</summary>
    public bool OnCard { get; init; }
}

/// <summary>One page of a list, ready to be shown, printed or exported: the one component for every list of the product.</summary>
public sealed class Listing<TRow>
{
    private readonly IAsyncEnumerable<TRow> ordered;

    private Listing(
        IAsyncEnumerable<TRow> ordered,
        IReadOnlyList<Column<TRow>> columns,
        ListQuery query,
        (IReadOnlyList<TRow> Rows, int Page, int Total) shown
    ) => (this.ordered, Columns, Query, Rows, Page, Total) = (ordered, columns, query, shown.Rows, shown.Page, shown.Total);

    public IReadOnlyList<Column<TRow>> Columns { get; }
    public ListQuery Query { get; }
    public IReadOnlyList<TRow> Rows { get; }

    /// <summary>The page that is shown: the one asked for, or the last one when there are fewer.</summary>
    public int Page { get; }

    /// <summary>Rows of all pages together.</summary>
    public int Total { get; }

    public int Pages => PagesFor(Total);

    /// <summary>Counts, sorts and fetches one page. <paramref name="rows"/> is already narrowed by scope, search and filters, and in the list's own order.</summary>
    public static async Task<Listing<TRow>> Of(IQueryable<TRow> rows, ListQuery query, params IReadOnlyList<Column<TRow>> columns)
    {
        var inOrder = Sorted(rows, query, columns);
        if (query.AsSheet)
            return new Listing<TRow>(inOrder.AsAsyncEnumerable(), columns, query, ([], 1, 0));

        var total = await rows.CountAsync();
        var number = Math.Min(query.Page, PagesFor(total));
        var page = await inOrder.Skip((number - 1) * ListQuery.RowsPerPage).Take(ListQuery.RowsPerPage).ToListAsync();
        return new Listing<TRow>(inOrder.AsAsyncEnumerable(), columns, query, (page, number, total));
    }

    /// <summary>The same from rows that are already at hand: names that had to be unsealed, figures put together from several questions.</summary>
    public static Listing<TRow> OfRows(IReadOnlyList<TRow> rows, ListQuery query, params IReadOnlyList<Column<TRow>> columns)
    {
        var inOrder = Sorted(rows.AsQueryable(), query, columns).ToList();
        var number = Math.Min(query.Page, PagesFor(inOrder.Count));
        var page = inOrder.Skip((number - 1) * ListQuery.RowsPerPage).Take(ListQuery.RowsPerPage).ToList();
        return new Listing<TRow>(inOrder.ToAsyncEnumerable(), columns, query, (page, number, inOrder.Count));
    }

    /// <summary>All rows in order, streamed: the Excel file of exactly this list.</summary>
    public IAsyncEnumerable<TRow> AllRows() => ordered;

    /// <summary>By the column asked for; rows that are equal there stay in the list's own order, or one could stand on two pages and another on none.</summary>
    private static IQueryable<TRow> Sorted(IQueryable<TRow> rows, ListQuery query, IReadOnlyList<Column<TRow>> columns)
    {
        if (columns.FirstOrDefault(column => column.Key == query.Sort)?.Sort is not { } sort)
            return rows;

        var own = new Stack<MethodCallExpression>();
        var source = rows.Expression;
        while (
            source is MethodCallExpression { Method: { Name: var name, DeclaringType: var type } } step && type == typeof(Queryable) && Ordering(name)
        )
        {
            own.Push(step);
            source = step.Arguments[0];
        }
        var unordered = rows.Provider.CreateQuery<TRow>(source);
        var sorted = (query.Descending ? unordered.OrderByDescending(sort) : unordered.OrderBy(sort)).Expression;
        foreach (var step in own)
            sorted = Expression.Call(
                typeof(Queryable),
                step.Method.Name.Replace("OrderBy", "ThenBy", StringComparison.Ordinal),
                step.Method.GetGenericArguments(),
                sorted,
                step.Arguments[1]
            );
        return rows.Provider.CreateQuery<TRow>(sorted);
    }

    private static bool Ordering(string method) => method is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending";

    private static int PagesFor(int total) => Math.Max(1, (total + ListQuery.RowsPerPage - 1) / ListQuery.RowsPerPage);
}
