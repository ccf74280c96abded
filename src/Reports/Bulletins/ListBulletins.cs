using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Reports.Bulletins;

/// <summary>One month of one unit.</summary>
public sealed record BulletinRow
{
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly MonthOn { get; init; }
    public DateTime? IssuedAt { get; init; }

    /// <summary>The month had ended when the list was made.</summary>
    public required bool IsOver { get; init; }

    public BulletinMonth Month => new(MonthOn);

    public string Href => BulletinHere.HrefOf(UnitId, Month);

    public string State =>
        IssuedAt is not null ? "已印发"
        : IsOver ? "未印发"
        : "本月未结束";
}

/// <summary>有哪些通报？ Each month in which a campaign ran: of the units that issue campaigns, and of the viewer's own.</summary>
internal static class ListBulletins
{
    private static readonly ListFilter States = new("state", "状态", [("issued", "已印发"), ("draft", "未印发"), ("running", "本月未结束")]);

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        var rows = (await Rows(db, viewer, LocalDay.Today(clock)))
            .Where(row =>
                row.UnitName.Contains(query.Search, StringComparison.OrdinalIgnoreCase)
                || row.Month.Name.Contains(query.Search, StringComparison.Ordinal)
            )
            .Where(row => query.Filter(States.Name) is not { } state || States.Options.All(one => one.Value != state) || StateOf(row) == state)
            .ToList();
        var listing = Listing<BulletinRow>.OfRows(rows, query, Columns);
        return query.AsSheet
            ? listing.AsSheet("通报", viewer)
            : Page.Of<BulletinListPage>(new { Listing = listing, Filters = (IReadOnlyList<ListFilter>)[States] });
    }

    /// <summary>Latest month first, then as units stand in lists.</summary>
    internal static async Task<IReadOnlyList<BulletinRow>> Rows(Db db, Viewer viewer, DateOnly today)
    {
        var campaigns = (await CampaignQuestions.Known(db, viewer, today)).Where(campaign => campaign.State != CampaignState.Draft);
        var months = campaigns.SelectMany(campaign => MonthsOf(campaign, viewer, today)).ToHashSet();
        var issued = await Issued(db, viewer);
        months.UnionWith(issued.Keys);
        var units = months.Select(month => month.UnitId).Distinct().ToList();
        var names = await db
            .Units.Where(unit => unit.TenantId == viewer.TenantId && EF.Parameter(units).Contains(unit.Id))
            .Select(unit => new
            {
                unit.Id,
                unit.Name,
                unit.SortKey,
            })
            .ToDictionaryAsync(unit => unit.Id);
        return
        [
            .. months
                .Where(month => names.ContainsKey(month.UnitId))
                .OrderByDescending(month => month.MonthOn)
                .ThenBy(month => names[month.UnitId].SortKey, StringComparer.Ordinal)
                .ThenBy(month => month.UnitId)
                .Select(month => new BulletinRow
                {
                    UnitId = month.UnitId,
                    UnitName = names[month.UnitId].Name,
                    MonthOn = month.MonthOn,
                    IssuedAt = issued.TryGetValue(month, out var at) ? at : null,
                    IsOver = new BulletinMonth(month.MonthOn).IsOver(today),
                }),
        ];
    }

    /// <summary>A campaign from above is told about at the viewer's own unit.</summary>
    private static IEnumerable<(Guid UnitId, DateOnly MonthOn)> MonthsOf(CampaignHead campaign, Viewer viewer, DateOnly today)
    {
        var last = campaign.EndedOn ?? campaign.UntilOn;
        for (
            var month = BulletinMonth.Of(campaign.FromOn);
            month.FirstOn <= last && month.FirstOn <= today;
            month = BulletinMonth.Of(month.LastOn.AddDays(1))
        )
        {
            if (viewer.Scope.Covers(campaign.IssuerScope.From))
                yield return (campaign.IssuingUnitId, month.FirstOn);
            if (campaign.IssuingUnitId != viewer.UnitId)
                yield return (viewer.UnitId, month.FirstOn);
        }
    }

    private static async Task<Dictionary<(Guid UnitId, DateOnly MonthOn), DateTime>> Issued(Db db, Viewer viewer)
    {
        var scope = viewer.Scope;
        var rows = await (
            from one in db.Set<Bulletin>()
            join unit in db.Units on new { one.TenantId, one.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where one.TenantId == viewer.TenantId && one.WithdrawnAt == null
            where unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0
            select new
            {
                one.UnitId,
                one.MonthOn,
                one.IssuedAt,
            }
        ).ToListAsync();
        return rows.ToDictionary(row => (row.UnitId, row.MonthOn), row => row.IssuedAt);
    }

    private static string StateOf(BulletinRow row) =>
        row.IssuedAt is not null ? "issued"
        : row.IsOver ? "draft"
        : "running";

    private static readonly Column<BulletinRow>[] Columns =
    [
        new("month", "月份", row => row.Month.Name) { Sort = row => row.MonthOn, Href = row => row.Href },
        new("unit", "单位", row => row.UnitName) { Sort = row => row.UnitName, OnCard = true },
        new("state", "状态", row => row.State)
        {
            Sort = row => row.State,
            Cell = BulletinCells.State,
            OnCard = true,
        },
        new("issued", "印发时间", row => row.IssuedAt) { Sort = row => row.IssuedAt, OnCard = true },
    ];
}
