using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

public sealed record ReceiptRow
{
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required string UnitSortKey { get; init; }
    public required DateTime? SignedAt { get; init; }
    public required DateTime? ReturnedAt { get; init; }
    public required string? ReturnedReason { get; init; }

    public string StateName =>
        SignedAt is not null ? "已签收"
        : ReturnedAt is not null ? "已退回"
        : "未签收";
}

/// <summary>谁还没签收？ In the order of the units, never of who was first.</summary>
internal static class ListReceipts
{
    public static readonly ListFilter States = new("state", "状态", [("open", "未签收"), ("signed", "已签收"), ("returned", "已退回")]);

    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer)
    {
        var title = await DirectiveHere
            .Known(db, viewer)
            .Where(directive => directive.Id == id && directive.IssuedAt != null)
            .Select(directive => directive.Title)
            .SingleOrDefaultAsync();
        if (title is null)
            return Refusal.NotFound.AsPage();

        var rows = ShowDirective.Rows(db, viewer, id);
        rows = query.Filter("state") switch
        {
            "open" => rows.Where(row => row.SignedAt == null && row.ReturnedAt == null),
            "signed" => rows.Where(row => row.SignedAt != null),
            "returned" => rows.Where(row => row.ReturnedAt != null),
            _ => rows,
        };
        if (query.Search.Length > 0)
            rows = rows.Where(row => row.UnitName.Contains(query.Search));
        var listing = await Listing<ReceiptRow>.Of(
            rows.OrderBy(row => row.UnitSortKey).ThenBy(row => row.UnitId),
            query,
            new Column<ReceiptRow>("unit", "单位", row => row.UnitName) { Sort = row => row.UnitSortKey },
            new Column<ReceiptRow>("state", "状态", row => row.StateName) { OnCard = true },
            new Column<ReceiptRow>("signed", "签收时间", row => row.SignedAt) { OnCard = true },
            new Column<ReceiptRow>("reason", "退回原因", row => row.ReturnedReason)
        );
        return query.AsSheet
            ? listing.AsSheet("签收情况", viewer)
            : Page.Of<ReceiptListPage>(
                new
                {
                    Listing = listing,
                    Title = title,
                    Href = $"/directives/{id}",
                }
            );
    }
}
