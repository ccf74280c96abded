using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Home;

namespace Wuzha.Directives.Issuing;

/// <summary>What directives put on 今天: mine to sign, with one press, and for the office who has not.</summary>
internal static class DirectiveHome
{
    public static void Put(HomeBoard home)
    {
        home.ToDo(
            new HomeSource(DirectivesActs.SignReceipts, ask => Mine(ask).CountAsync(), MineItems, "/directives?state=mine")
            {
                Example = "签收《关于防范冒充客服诈骗的预警》",
            }
        );
        home.Waiting(
            new HomeSource(DirectivesActs.IssueDirectives, ask => Open(ask).CountAsync(), OpenItems, "/directives?state=open")
            {
                Example = "4 个单位还没签收《关于防范冒充客服诈骗的预警》",
            }
        );
    }

    private static IQueryable<DirectiveRow> Mine(HomeQuestion ask) => ListDirectives.Rows(ask.Db, ask.Viewer).Where(row => row.IsMine);

    private static async Task<IReadOnlyList<HomeItem>> MineItems(HomeQuestion ask) =>
        [
            .. (await Mine(ask).OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(HomeQuestion.Rows).ToListAsync()).Select(row => new HomeItem(
                $"签收《{row.Title}》",
                $"/directives/{row.Id}"
            )
            {
                Detail = row.IssuerName,
                DueOn = LocalDay.Of(row.DueAt!.Value),
                InPlace = ("签收", $"/directives/{row.Id}/receipts/{ask.Viewer.UnitId}/sign"),
            }),
        ];

    /// <summary>Directives of this office that some unit has neither signed nor returned.</summary>
    private static IQueryable<Directive> Open(HomeQuestion ask) =>
        DirectiveHere
            .Known(ask.Db, ask.Viewer)
            .Where(directive =>
                directive.UnitId == ask.Viewer.UnitId
                && directive.IssuedAt != null
                && directive.WithdrawnAt == null
                && ask.Db.Set<Receipt>()
                    .Any(receipt =>
                        receipt.TenantId == ask.Viewer.TenantId
                        && receipt.DirectiveId == directive.Id
                        && receipt.SignedAt == null
                        && receipt.ReturnedAt == null
                    )
            );

    private static async Task<IReadOnlyList<HomeItem>> OpenItems(HomeQuestion ask)
    {
        var open = await Open(ask)
            .OrderBy(directive => directive.DueAt)
            .ThenBy(directive => directive.Id)
            .Take(HomeQuestion.Rows)
            .Select(directive => new
            {
                directive.Id,
                directive.Title,
                directive.DueAt,
                Count = ask.Db.Set<Receipt>()
                    .Count(receipt =>
                        receipt.TenantId == ask.Viewer.TenantId
                        && receipt.DirectiveId == directive.Id
                        && receipt.SignedAt == null
                        && receipt.ReturnedAt == null
                    ),
            })
            .ToListAsync();
        return
        [
            .. open.Select(one => new HomeItem($"{one.Count} 个单位还没签收《{one.Title}》", $"/directives/{one.Id}/receipts?state=open")
            {
                DueOn = LocalDay.Of(one.DueAt!.Value),
            }),
        ];
    }
}
