using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Grids;

/// <summary>A unit and a role that nobody holds there.</summary>
public sealed record UnownedRow(Guid UnitId, string UnitName, string Kind, string SortKey, string? ParentName, string Role);

public sealed record UnownedView(Listing<UnownedRow> List, bool MayAssign);

/// <summary>谁还没有责任人？ Every unit without the people it must have: the four of a unit, chief and officer of a grid, head of an entrance.</summary>
internal static class ListUnowned
{
    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        var rows = Rows(db, viewer, LocalDay.Today(clock));
        if (query.Filter("role") is { } role)
            rows = rows.Where(row => row.Role == role);
        if (query.Filter("kind") is { } kind)
            rows = rows.Where(row => row.Kind == kind);
        if (query.Search is { Length: > 0 } words)
            rows = rows.Where(row => row.UnitName.Contains(words) || row.ParentName!.Contains(words));
        var mayAssign = viewer.May(OrganisationActs.EditPeople);
        var list = await Listing<UnownedRow>.Of(
            rows.OrderBy(row => row.SortKey).ThenBy(row => row.UnitId).ThenBy(row => row.Role),
            query,
            Columns(mayAssign && !query.AsSheet)
        );
        return query.AsSheet ? list.AsSheet("没有责任人的单位", viewer) : Page.Of<UnownedPage>(new { View = new UnownedView(list, mayAssign) });
    }

    /// <summary>The roles each kind of unit must have filled (township plan: four rosters; grids: chief and officer; buildings: head).</summary>
    internal static IQueryable<UnownedRow> Rows(Db db, Viewer viewer, DateOnly today) =>
        db.Database.SqlQuery<UnownedRow>(
            $"""
            select u.id as unit_id, u.name as unit_name, u.kind, u.sort_key, p.name as parent_name, r.role
            from units u
            join (
                select 'grid-chief' as role, 'grid' as at_kind
                union all select 'grid-officer', 'grid'
                union all select 'building-head', 'entrance'
                union all select 'teacher', 'class'
                union all select 'first-responsible', 'any'
                union all select 'direct-responsible', 'any'
                union all select 'liaison', 'any'
                union all select 'lecturer', 'any'
            ) r on r.at_kind = u.kind or (r.at_kind = 'any' and u.kind not in ('county', 'township', 'grid', 'entrance', 'class', 'villagers-group'))
            left join units p on p.tenant_id = u.tenant_id and p.id = u.parent_id
            where u.tenant_id = {viewer.TenantId} and u.path >= {viewer.Scope.From} and u.path < {viewer.Scope.To} and u.closed_on is null
              and not exists (
                select 1 from appointments a
                where a.tenant_id = u.tenant_id and a.unit_id = u.id and a.role = r.role
                  and a.from_on <= {today} and (a.until_on is null or a.until_on >= {today}))
            """
        );

    private static IReadOnlyList<Column<UnownedRow>> Columns(bool withActs)
    {
        List<Column<UnownedRow>> columns =
        [
            new("unit", "单位", row => row.UnitName) { Sort = row => row.SortKey, Href = row => $"/units/{row.UnitId}" },
            new("kind", "类别", row => UnitKinds.Of(row.Kind).Name) { Sort = row => row.Kind },
            new("parent", "上级", row => row.ParentName) { OnCard = true },
            new("role", "缺什么", row => $"没有{Roles.Of(row.Role).Name}") { Sort = row => row.Role, OnCard = true },
        ];
        if (withActs)
            columns.Add(
                new("act", "办理", row => $"登记{Roles.Of(row.Role).Name}")
                {
                    Href = row => $"/people/new?unit={row.UnitId}&role={row.Role}",
                    OnCard = true,
                }
            );
        return columns;
    }
}
