using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Resources;

public sealed record ResourceRow(
    Guid Id,
    Guid UnitId,
    string UnitName,
    string SortKey,
    string Kind,
    string Name,
    long Amount,
    DateOnly RecordedOn,
    string? Note
)
{
    public string KindName => ResourceKinds.Of(Kind).Name;

    public string Shown => ResourceKinds.Of(Kind).Show(Amount);
}

/// <summary>What one unit and everything under it put in.</summary>
public sealed record ResourceTotal(Guid UnitId, string UnitName, string SortKey, long Funds, long People, long Vehicles, long Printed)
{
    /// <summary>The totals as they are printed, in the order of the kinds.</summary>
    public IReadOnlyList<string> Shown =>
        [
            ResourceKinds.Funds.Show(Funds),
            ResourceKinds.People.Show(People),
            ResourceKinds.Vehicles.Show(Vehicles),
            ResourceKinds.Printed.Show(Printed),
        ];
}

/// <summary>投入了多少？</summary>
internal static class ListResources
{
    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var mayEdit = viewer.May(OrganisationActs.EditResources) && here.IsRunning;
        var rows = Rows(here, db);
        if (query.Filter("kind") is { } kind)
            rows = rows.Where(row => row.Kind == kind);
        if (query.Search.Length > 0)
            rows = rows.Where(row => row.UnitName.Contains(query.Search) || row.Name.Contains(query.Search));
        var listing = await Listing<ResourceRow>.Of(rows.OrderBy(row => row.SortKey).ThenBy(row => row.Id), query, Columns(id, mayEdit));
        if (query.AsSheet)
            return listing.AsSheet("保障投入", viewer);

        return Page.Of<ResourceListPage>(
            new
            {
                here.Head,
                Listing = listing,
                Totals = await Totals(here, db),
                MayEdit = mayEdit,
            }
        );
    }

    internal static IQueryable<ResourceRow> Rows(CampaignHere here, Db db) =>
        db.Database.SqlQuery<ResourceRow>(
            $"""
            select r.id, r.unit_id, u.name as unit_name, u.sort_key, r.kind, r.name, r.amount, r.recorded_on, r.note
            from campaign_resources r
            join units u on u.tenant_id = r.tenant_id and u.id = r.unit_id
            where r.tenant_id = {here.Viewer.TenantId} and r.campaign_id = {here.Campaign.Id}
              and u.path >= {here.Viewer.Scope.From} and u.path < {here.Viewer.Scope.To}
            """
        );

    /// <summary>The viewer's unit with everything under it first, then each unit directly below with everything under that.</summary>
    internal static async Task<IReadOnlyList<ResourceTotal>> Totals(CampaignHere here, Db db)
    {
        var totals = await db
            .Database.SqlQuery<ResourceTotal>(
                $"""
                select c.id as unit_id, c.name as unit_name, c.sort_key,
                    cast(sum(case when r.kind = {ResourceKinds.Funds.Key} then r.amount else 0 end) as bigint) as funds,
                    cast(sum(case when r.kind = {ResourceKinds.People.Key} then r.amount else 0 end) as bigint) as people,
                    cast(sum(case when r.kind = {ResourceKinds.Vehicles.Key} then r.amount else 0 end) as bigint) as vehicles,
                    cast(sum(case when r.kind = {ResourceKinds.Printed.Key} then r.amount else 0 end) as bigint) as printed
                from units c
                join units u on u.tenant_id = c.tenant_id and u.path >= c.path and u.path < substr(c.path, 1, length(c.path) - 1) || '0'
                join campaign_resources r on r.tenant_id = u.tenant_id and r.unit_id = u.id and r.campaign_id = {here.Campaign.Id}
                where c.tenant_id = {here.Viewer.TenantId} and (c.id = {here.Viewer.UnitId} or c.parent_id = {here.Viewer.UnitId})
                group by c.id, c.name, c.sort_key
                """
            )
            .ToListAsync();
        return [.. totals.OrderByDescending(total => total.UnitId == here.Viewer.UnitId).ThenBy(total => total.SortKey, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<Column<ResourceRow>> Columns(Guid id, bool mayEdit) =>
        [
            new("unit", "单位", row => row.UnitName)
            {
                Sort = row => row.SortKey,
                Href = row => mayEdit ? $"/campaigns/{id}/resources/{row.Id}" : null,
            },
            new("kind", "类别", row => row.KindName) { Sort = row => row.Kind, OnCard = true },
            new("name", "名称", row => row.Name),
            new("amount", "数量", row => row.Shown)
            {
                Number = true,
                Sort = row => row.Amount,
                OnCard = true,
            },
            new("recordedOn", "登记日期", row => row.RecordedOn) { Sort = row => row.RecordedOn },
            new("note", "备注", row => row.Note),
        ];
}
