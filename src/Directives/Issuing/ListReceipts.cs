using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>谁还没签收？ In the order of the units, never of who was first.</summary>
internal static class ListReceipts
{
    public static readonly ListFilter States = new(
        "state",
        "状态",
        [("open", "未签收"), ("signed", "已签收"), ("late", "逾期签收"), ("returned", "已退回")]
    );

    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await DirectiveHere.Known(db, viewer, id) is not { IsOut: true } directive)
            return Refusal.NotFound.AsPage();

        var rows = ShowDirective.Rows(db, viewer, directive);
        rows = query.Filter("state") switch
        {
            "open" => rows.Where(row => row.SignedAt == null && row.ReturnedAt == null),
            "signed" => rows.Where(row => row.SignedAt != null),
            "late" => rows.Where(row => row.SignedAt > row.DueAt),
            "returned" => rows.Where(row => row.SignedAt == null && row.ReturnedAt != null),
            _ => rows,
        };
        if (query.Search.Length > 0)
            rows = rows.Where(row => row.UnitName.Contains(query.Search));
        var now = clock.GetUtcNow().UtcDateTime;
        var listing = await Listing<ReceiptRow>.Of(
            ShowDirective.InOrder(rows, directive),
            query,
            new Column<ReceiptRow>("unit", "单位", row => row.UnitName),
            new Column<ReceiptRow>("state", "状态", row => ReceiptTag.Word(row.SignedAt, row.ReturnedAt, row.DueAt, directive.State, now))
            {
                Cell = row => ReceiptTag.Of(row.SignedAt, row.ReturnedAt, row.DueAt, directive.State, now),
                OnCard = true,
            },
            new Column<ReceiptRow>("signed", "签收时间", row => row.SignedAt) { OnCard = true },
            new Column<ReceiptRow>("reason", "退回原因", row => row.SignedAt == null ? row.ReturnedReason : null)
        );
        return query.AsSheet
            ? listing.AsSheet("签收情况", viewer)
            : Page.Of<ReceiptListPage>(
                new
                {
                    Listing = listing,
                    directive.Title,
                    Href = $"/directives/{id}",
                }
            );
    }
}
