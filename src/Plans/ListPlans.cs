using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

public sealed record PlanRow
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public string? Authority { get; init; }
    public required string UnitName { get; init; }
    public required PlanState State { get; init; }
    public required int Proposals { get; init; }
    public required int Decided { get; init; }
    public required DateTime ReadAt { get; init; }
}

internal static class ListPlans
{
    internal static readonly ListFilter States = new(
        "state",
        "状态",
        [.. Enum.GetValues<PlanState>().Select(state => ($"{state}".ToLowerInvariant(), PlanHead.NameOf(state)))]
    );

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer)
    {
        var known = PlanHere.Known(db, viewer);
        // Discarded plans are out of the way unless asked for.
        known =
            Enum.TryParse<PlanState>(query.Filter("state"), ignoreCase: true, out var state) ? known.Where(plan => plan.State == state)
            : query.Filter("state") is null ? known.Where(plan => plan.State != PlanState.Discarded)
            : known;
        if (query.Search.Length > 0)
            known = known.Where(plan => plan.Title!.Contains(query.Search) || plan.DocNumber!.Contains(query.Search));

        var rows =
            from plan in known
            join unit in db.Units on new { plan.TenantId, Id = plan.UnitId } equals new { unit.TenantId, unit.Id }
            orderby plan.ReadAt descending, plan.Id
            select new PlanRow
            {
                Id = plan.Id,
                Title = plan.Title ?? "（没有标题的方案）",
                Authority = plan.Authority,
                UnitName = unit.Name,
                State = plan.State,
                Proposals = db.Set<Proposal>().Count(proposal => proposal.TenantId == viewer.TenantId && proposal.PlanId == plan.Id),
                Decided = db.Set<Proposal>()
                    .Count(proposal => proposal.TenantId == viewer.TenantId && proposal.PlanId == plan.Id && proposal.Decision != Decision.Open),
                ReadAt = plan.ReadAt,
            };
        var listing = await Listing<PlanRow>.Of(rows, query, Columns);
        return query.AsSheet
            ? listing.AsSheet("方案", viewer)
            : Page.Of<PlanListPage>(new { Listing = listing, MayRead = viewer.May(PlansActs.EditPlans) });
    }

    private static readonly IReadOnlyList<Column<PlanRow>> Columns =
    [
        new("title", "方案", row => row.Title) { Href = row => $"/plans/{row.Id}", Sort = row => row.Title },
        new("authority", "发文机关", row => row.Authority),
        new("unit", "读入单位", row => row.UnitName),
        new("state", "状态", row => PlanHead.NameOf(row.State))
        {
            Cell = row => PlanStateTag.Of(row.State),
            Sort = row => row.State,
            OnCard = true,
        },
        new("decided", "已审任务", row => $"{row.Decided} / {row.Proposals} 条") { Number = true, OnCard = true },
        new("read", "读入时间", row => row.ReadAt) { Sort = row => row.ReadAt },
    ];
}
