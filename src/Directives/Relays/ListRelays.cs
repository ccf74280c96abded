using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Relays;

/// <summary>哪些群还没转发？ In the order of units, never of who opened most.</summary>
internal static class ListRelays
{
    public static readonly ListFilter States = new("state", "状态", [("to-send", "待转发"), ("to-confirm", "已转发待确认"), ("confirmed", "已确认")]);

    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var rows = RelayRow.All(db, viewer, LocalDay.Today(clock)).Where(row => row.DirectiveId == id);
        // Whoever is named in a group knows of the directive by that, wherever he serves.
        var known = await DirectiveHere.Known(db, viewer, id);
        if (known is not { IsOut: true } && !await rows.AnyAsync())
            return Refusal.NotFound.AsPage();

        var title = known?.Title ?? await rows.Select(row => row.Title).FirstAsync();
        var listing = await Listing<RelayRow>.Of(
            Asked(rows, query).OrderBy(row => row.UnitSortKey).ThenBy(row => row.UnitId).ThenBy(row => row.Kind).ThenBy(row => row.Id),
            query,
            Columns(query, viewer, vault)
        );
        return query.AsSheet
            ? listing.AsSheet("转发到群", viewer)
            : Page.Of<RelayListPage>(
                new
                {
                    Listing = listing,
                    Title = "哪些群还没转发？",
                    Lead = title,
                    Back = $"/directives/{id}",
                    BackTitle = title,
                    SettleHref = viewer.May(DirectivesActs.RelayDirectives) ? $"/directives/{id}/relays/settle" : null,
                }
            );
    }

    /// <summary>All that waits for the viewer, of every directive.</summary>
    internal static async Task<IResult> Mine(ListQuery query, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var rows = RelayRow.All(db, viewer, LocalDay.Today(clock));
        var listing = await Listing<RelayRow>.Of(
            Asked(RelayRow.Waiting(rows, viewer), query).OrderBy(row => row.IssuedAt).ThenBy(row => row.Id),
            query,
            [new Column<RelayRow>("title", "指令", row => row.Title), .. Columns(query, viewer, vault)]
        );
        return query.AsSheet
            ? listing.AsSheet("等我转发或确认的群", viewer)
            : Page.Of<RelayListPage>(
                new
                {
                    Listing = listing,
                    Title = "等我转发或确认的群",
                    Lead = "您是推送员或监督员的群。",
                    Back = "/",
                    BackTitle = "今天",
                }
            );
    }

    private static IQueryable<RelayRow> Asked(IQueryable<RelayRow> rows, ListQuery query)
    {
        rows = query.Filter("state") switch
        {
            "to-send" => rows.Where(row => row.SentAt == null),
            "to-confirm" => rows.Where(row => row.SentAt != null && row.ConfirmedAt == null),
            "confirmed" => rows.Where(row => row.ConfirmedAt != null),
            _ => rows,
        };
        return query.Search.Length == 0 ? rows : rows.Where(row => row.GroupName.Contains(query.Search) || row.UnitName.Contains(query.Search));
    }

    private static Column<RelayRow>[] Columns(ListQuery query, Viewer viewer, Vault vault) =>
        [
            new("group", "工作群", row => row.GroupName) { Href = row => row.Href, OnCard = true },
            new("unit", "单位", row => row.UnitName) { Sort = row => row.UnitSortKey, OnCard = true },
            new("kind", "类别", row => GroupWords.Of(row.Kind)) { Sort = row => row.Kind },
            new("forwarder", "推送员", row => row.ForwarderSealed is { } name ? vault.Open(name) : "缺") { OnCard = true },
            new("state", "状态", row => RelayStateTag.Word(row.State, row.IsOver))
            {
                Cell = row => RelayStateTag.Of(row.State, row.IsOver),
                OnCard = true,
            },
            new("sent", "转发时间", row => row.SentAt) { Sort = row => row.SentAt },
            new("confirmed", "确认时间", row => row.ConfirmedAt) { Sort = row => row.ConfirmedAt },
            new("today", "今天打开", row => row.OpensToday) { Number = true },
            new("opens", "累计打开（人次）", row => row.Opens) { Number = true },
            new("previews", "预览和机器访问", row => row.Previews) { Number = true },
            .. query.AsSheet
                ? Array.Empty<Column<RelayRow>>()
                : [new Column<RelayRow>("acts", "办理", _ => null) { Cell = row => RelayActs.Of(row, viewer, query.Href()), OnCard = true }],
        ];
}
