using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Units;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Grids;

/// <summary>One grid with its figures; who answers for it stands in <see cref="GridOwners"/>.</summary>
public sealed record GridRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string SortKey { get; init; }
    public required Guid? VillageId { get; init; }
    public required string? VillageName { get; init; }
    public required string? VillageSortKey { get; init; }
    public required int? Population { get; init; }
    public required int? Households { get; init; }
    public required DateOnly? CountedOn { get; init; }
    public required int Chiefs { get; init; }
    public required int Officers { get; init; }
}

public sealed record GridsView(
    Listing<GridRow> List,
    GridOwners Owners,
    UnitHead? Unit,
    int WithoutChief,
    int WithoutOfficer,
    bool MayAssign,
    bool MayImport
);

/// <summary>网格: each grid's figures and who answers for it; what is missing is marked.</summary>
internal static class ListGrids
{
    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var unit = Guid.TryParse(query.Filter("unit"), out var unitId) ? await UnitHead.Of(db, viewer, unitId) : null;
        if (query.Filter("unit") is not null && unit is null)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var scope = unit?.Scope ?? viewer.Scope;
        var all = Rows(db, viewer.TenantId, scope, today);
        var shown = Narrow(all, query);
        var owners = new GridOwners();
        var list = await Listing<GridRow>.Of(
            shown.OrderBy(row => row.VillageSortKey).ThenBy(row => row.VillageId).ThenBy(row => row.SortKey).ThenBy(row => row.Id),
            query,
            Columns(owners)
        );
        if (query.AsSheet)
        {
            await owners.Load(db, viewer.TenantId, vault, scope, today, ids: null);
            return list.AsSheet("网格责任人", viewer);
        }

        await owners.Load(db, viewer.TenantId, vault, scope, today, [.. list.Rows.Select(row => row.Id)]);
        return Page.Of<GridsPage>(
            new
            {
                View = new GridsView(
                    list,
                    owners,
                    unit,
                    await all.CountAsync(row => row.Chiefs == 0),
                    await all.CountAsync(row => row.Officers == 0),
                    viewer.May(OrganisationActs.EditPeople),
                    viewer.May(OrganisationActs.ImportUnitsAndPeople)
                ),
            }
        );
    }

    private static IQueryable<GridRow> Narrow(IQueryable<GridRow> rows, ListQuery query)
    {
        rows = query.Filter("gap") switch
        {
            "chief" => rows.Where(row => row.Chiefs == 0),
            "officer" => rows.Where(row => row.Officers == 0),
            "figures" => rows.Where(row => row.Households == null || row.Population == null),
            _ => rows,
        };
        var words = query.Search;
        return words.Length == 0 ? rows : rows.Where(row => row.Name.Contains(words) || row.VillageName!.Contains(words));
    }

    internal static IQueryable<GridRow> Rows(Db db, string tenant, Scope scope, DateOnly today)
    {
        var (chief, officer) = (Roles.GridChief.Key, Roles.GridOfficer.Key);
        var current = db.Appointments.Where(appointment =>
            appointment.TenantId == tenant && appointment.FromOn <= today && (appointment.UntilOn == null || appointment.UntilOn >= today)
        );
        return from grid in db.Units
            where
                grid.TenantId == tenant
                && grid.Kind == UnitKinds.Grid.Key
                && grid.ClosedOn == null
                && grid.Path.CompareTo(scope.From) >= 0
                && grid.Path.CompareTo(scope.To) < 0
            join village in db.Units
                on new { grid.TenantId, Id = grid.ParentId } equals new { village.TenantId, Id = (Guid?)village.Id }
                into villages
            from village in villages.DefaultIfEmpty()
            join profile in db.Set<UnitProfile>() on new { grid.TenantId, grid.Id } equals new { profile.TenantId, Id = profile.UnitId } into profiles
            from profile in profiles.DefaultIfEmpty()
            select new GridRow
            {
                Id = grid.Id,
                Name = grid.Name,
                SortKey = grid.SortKey,
                VillageId = village.Id,
                VillageName = village.Name,
                VillageSortKey = village.SortKey,
                Population = profile.Population,
                Households = profile.Households,
                CountedOn = profile.CountedOn,
                Chiefs = current.Count(appointment => appointment.UnitId == grid.Id && appointment.Role == chief),
                Officers = current.Count(appointment => appointment.UnitId == grid.Id && appointment.Role == officer),
            };
    }

    private static IReadOnlyList<Column<GridRow>> Columns(GridOwners owners) =>
        [
            new("name", "网格", row => row.Name) { Sort = row => row.SortKey, Href = row => $"/units/{row.Id}" },
            new("village", "村（社区）", row => row.VillageName)
            {
                Sort = row => row.VillageSortKey,
                Href = row => $"/units/{row.VillageId}",
                OnCard = true,
            },
            new("households", "户数", row => row.Households) { Sort = row => row.Households, Number = true },
            new("population", "人口", row => row.Population) { Sort = row => row.Population, Number = true },
            OwnerColumns.Of(owners, Roles.GridChief, needed: true),
            OwnerColumns.Of(owners, Roles.GridOfficer, needed: true),
            OwnerColumns.Of(owners, Roles.BeatOfficer, needed: false),
            OwnerColumns.Of(owners, Roles.BuildingHead, needed: false),
            OwnerColumns.Of(owners, Roles.VisitingCadre, needed: false),
        ];
}
