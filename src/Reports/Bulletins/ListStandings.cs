using Microsoft.AspNetCore.Http;
using Wuzha.Duties.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Reports.Bulletins;

/// <summary>这个数怎么来的？ The standings that a number of a bulletin counts, one by one; each opens to its facts.</summary>
internal static class ListStandings
{
    internal const string UnitFilter = "unit";
    internal const string DutyFilter = "duty";

    internal static readonly ListFilter States = new(
        "state",
        "状态",
        [
            ("asked", "应完成"),
            ("met", "按时完成"),
            ("late", "逾期完成"),
            ("overdue", "逾期未完成"),
            ("open", "还没到期"),
            ("waived", "免除"),
            ("behind", "现在逾期（含以前各月）"),
        ]
    );

    internal static async Task<IResult> Get(Guid unitId, string month, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await BulletinHere.Read(unitId, month, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var all = await MonthLines.Of(db, here, await BulletinPlaces.Load(db, here));
        var listing = Listing<MonthLine>.OfRows(Narrow(all, query), query, Columns);
        if (query.AsSheet)
            return listing.AsSheet($"{here.Unit.Name}{here.Month.Name}任务明细", viewer);

        var issued = await here.Issued(db);
        return Page.Of<StandingListPage>(
            new
            {
                Title = $"{here.Unit.Name}{here.Month.Name}任务明细",
                here.Href,
                here.Now,
                IsIssued = issued is not null,
                Listing = listing,
                Filters = (IReadOnlyList<ListFilter>)[States, Units(all), Duties(all)],
            }
        );
    }

    /// <summary>What a filter does not know leaves nothing out but what is not of the month.</summary>
    internal static IReadOnlyList<MonthLine> Narrow(IReadOnlyList<MonthLine> all, ListQuery query)
    {
        var state = query.Filter(States.Name);
        var found = all.Where(line => Fits(line, state) && line.UnitName.Contains(query.Search, StringComparison.OrdinalIgnoreCase));
        if (Guid.TryParse(query.Filter(UnitFilter), out var row))
            found = found.Where(line => line.RowId == row);
        if (Guid.TryParse(query.Filter(DutyFilter), out var duty))
        {
            // Earlier and later forms of a duty share campaign and number.
            var same = all.FirstOrDefault(line => line.DutyId == duty);
            found = found.Where(line => same is not null && line.CampaignId == same.CampaignId && line.Number == same.Number);
        }
        return [.. found];
    }

    private static bool Fits(MonthLine line, string? state) =>
        state == "behind"
            ? line.Standing.State == StandingState.Overdue
            : line.IsOfMonth
                && state switch
                {
                    "asked" => line.Standing.State != StandingState.Waived,
                    "met" => line.Standing.State == StandingState.Met,
                    "late" => line.Standing.State == StandingState.MetLate,
                    "overdue" => line.Standing.State == StandingState.Overdue,
                    "open" => line.Standing.State is StandingState.Due or StandingState.NotYet,
                    "waived" => line.Standing.State == StandingState.Waived,
                    _ => true,
                };

    private static ListFilter Units(IReadOnlyList<MonthLine> all) =>
        new(UnitFilter, "单位", [.. all.DistinctBy(line => line.RowId).Select(line => (line.RowId.ToString(), line.RowName))]);

    private static ListFilter Duties(IReadOnlyList<MonthLine> all) =>
        new(
            DutyFilter,
            "任务",
            [
                .. all.GroupBy(line => (line.CampaignId, line.Number))
                    .OrderBy(duty => duty.Key.Number)
                    .Select(duty => duty.MaxBy(line => line.DutyFromOn)!)
                    .Select(line => (line.DutyId.ToString(), line.Name)),
            ]
        );

    private static readonly Column<MonthLine>[] Columns =
    [
        new("unit", "单位", line => line.UnitName)
        {
            Sort = line => line.SortKey,
            Href = line => line.Href,
            OnCard = true,
        },
        new("duty", "任务", line => line.Name) { Sort = line => line.Number, OnCard = true },
        new("from", "本期开始", line => line.Standing.Period.FromOn) { Sort = line => line.Standing.Period.FromOn },
        new("due", "期限", line => line.Standing.Period.DueOn) { Sort = line => line.Standing.Period.DueOn, OnCard = true },
        new("value", "完成", line => line.Standing.Value) { Number = true, OnCard = true },
        new("required", "应完成", line => line.Standing.Required) { Number = true },
        new("reached", "完成日期", line => line.Standing.ReachedOn) { Sort = line => line.Standing.ReachedOn },
        new("state", "状态", line => Standing.NameOf(line.Standing.State))
        {
            Sort = line => line.Standing.State,
            Cell = line => StandingCells.State(line.Standing.State),
            OnCard = true,
        },
    ];
}
