using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Plans.Implementation;

/// <summary>One unit that was asked for its own plan.</summary>
public sealed record ImplementationRow
{
    public required Guid UnitId { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string SortKey { get; init; }
    public required ImplementationState State { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateOnly? FiledOn { get; init; }

    /// <summary>How often it was filed.</summary>
    public required int Filings { get; init; }

    public string KindName => UnitKinds.Of(Kind).Name;

    public bool IsOwed => State is ImplementationState.Asked or ImplementationState.Returned;

    public string StateName(DateOnly today) => Word(State, DueOn, today);

    public static string Word(ImplementationState state, DateOnly dueOn, DateOnly today) =>
        state switch
        {
            ImplementationState.Filed => "已报送，待审",
            ImplementationState.Approved => "已批准",
            ImplementationState.Released => "不再要求",
            ImplementationState.Returned => today > dueOn ? $"退回后逾期 {today.DayNumber - dueOn.DayNumber} 天" : "已退回，待重报",
            _ => today > dueOn ? $"逾期 {today.DayNumber - dueOn.DayNumber} 天" : "未报",
        };

    public static WorkState Work(ImplementationState state, DateOnly dueOn, DateOnly today) =>
        state switch
        {
            ImplementationState.Approved => WorkState.Done,
            ImplementationState.Released => WorkState.NotApplicable,
            ImplementationState.Filed => WorkState.Todo,
            _ => today > dueOn ? WorkState.Overdue : WorkState.Todo,
        };
}

/// <summary>How many units were asked, and what became of it.</summary>
public sealed record ImplementationCounts(int Asked, int Unfiled, int Overdue, int Waiting, int Approved);

/// <summary>谁还没报实施方案？</summary>
internal static class ListImplementationPlans
{
    internal static readonly ListFilter States = new(
        "state",
        "状态",
        [("unfiled", "未报（含退回）"), ("overdue", "逾期未报"), ("filed", "待审"), ("approved", "已批准"), ("released", "不再要求")]
    );

    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await ImplementationHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var rows = Filtered(Rows(here, db), query.Filter(States.Name), here.Today);
        if (query.Search.Length > 0)
            rows = rows.Where(row => row.Name.Contains(query.Search));
        // What is still owed stands first, then what waits for a decision.
        var listing = await Listing<ImplementationRow>.Of(
            rows.OrderBy(row => row.State).ThenBy(row => row.SortKey).ThenBy(row => row.UnitId),
            query,
            Columns(here)
        );
        return query.AsSheet
            ? listing.AsSheet("实施方案报送情况", viewer)
            : Page.Of<ImplementationListPage>(
                new
                {
                    here.Head,
                    Listing = listing,
                    Counts = await Count(here, db),
                    MayAsk = here.IsOffice && here.IsRunning,
                }
            );
    }

    internal static IQueryable<ImplementationRow> Rows(ImplementationHere here, Db db) =>
        from plan in here.Plans(db)
        join unit in db.Units on new { plan.TenantId, Id = plan.UnitId } equals new { unit.TenantId, unit.Id }
        select new ImplementationRow
        {
            UnitId = plan.UnitId,
            Name = unit.Name,
            Kind = unit.Kind,
            SortKey = unit.SortKey,
            State = plan.State,
            DueOn = plan.DueOn,
            FiledOn = plan.FiledOn,
            Filings = plan.LastNumber,
        };

    private static IQueryable<ImplementationRow> Filtered(IQueryable<ImplementationRow> rows, string? state, DateOnly today) =>
        state switch
        {
            "unfiled" => rows.Where(row => row.State == ImplementationState.Asked || row.State == ImplementationState.Returned),
            "overdue" => rows.Where(row =>
                (row.State == ImplementationState.Asked || row.State == ImplementationState.Returned) && row.DueOn < today
            ),
            "filed" => rows.Where(row => row.State == ImplementationState.Filed),
            "approved" => rows.Where(row => row.State == ImplementationState.Approved),
            "released" => rows.Where(row => row.State == ImplementationState.Released),
            _ => rows.Where(row => row.State != ImplementationState.Released),
        };

    private static async Task<ImplementationCounts> Count(ImplementationHere here, Db db)
    {
        var today = here.Today;
        var counts = await here.Plans(db)
            .Where(plan => plan.State != ImplementationState.Released)
            .GroupBy(plan => new { plan.State, IsOver = plan.DueOn < today })
            .Select(group => new
            {
                group.Key.State,
                group.Key.IsOver,
                Count = group.Count(),
            })
            .ToListAsync();
        var owed = counts.Where(one => one.State is ImplementationState.Asked or ImplementationState.Returned).ToList();
        return new ImplementationCounts(
            counts.Sum(one => one.Count),
            owed.Sum(one => one.Count),
            owed.Where(one => one.IsOver).Sum(one => one.Count),
            counts.Where(one => one.State == ImplementationState.Filed).Sum(one => one.Count),
            counts.Where(one => one.State == ImplementationState.Approved).Sum(one => one.Count)
        );
    }

    private static IReadOnlyList<Column<ImplementationRow>> Columns(ImplementationHere here) =>
        [
            new("name", "单位", row => row.Name) { Href = row => $"{here.Href}/{row.UnitId}", Sort = row => row.SortKey },
            new("kind", "类别", row => row.KindName) { Sort = row => row.Kind },
            new("state", "状态", row => row.StateName(here.Today))
            {
                Cell = row => ImplementationStateTag.Of(row.State, row.DueOn, here.Today),
                Sort = row => row.State,
                OnCard = true,
            },
            new("dueOn", "期限", row => row.DueOn) { Sort = row => row.DueOn, OnCard = true },
            new("filedOn", "报送日期", row => row.FiledOn) { Sort = row => row.FiledOn },
            new("filings", "报送次数", row => row.Filings) { Number = true, Sort = row => row.Filings },
        ];
}
