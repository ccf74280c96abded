using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Grids;

/// <summary>Who answers for a grid in one role.</summary>
/// <param name="Through">Name of the village or entrance through which one does; null for the grid itself.</param>
public sealed record GridOwner(Guid PersonId, Guid AppointmentId, string Name, string Role, string? Through);

/// <summary>
/// 网格责任人 of the grids on a page. Grid chief and officers serve at the grid itself; a beat officer or visiting cadre of the village answers for all its
/// grids, a building head of an entrance for the grid around it.
/// </summary>
public sealed class GridOwners
{
    private static readonly string[] FromVillage = [Roles.BeatOfficer.Key, Roles.VisitingCadre.Key];
    private readonly Dictionary<Guid, List<GridOwner>> byGrid = [];

    public IReadOnlyList<GridOwner> Of(Guid grid, Role role) =>
        byGrid.TryGetValue(grid, out var owners) ? [.. owners.Where(owner => owner.Role == role.Key)] : [];

    private sealed record Row(Guid GridId, Guid UnitId, string UnitName, Guid AppointmentId, Guid PersonId, string Role, byte[] NameSealed);

    /// <param name="ids">The grids to look at; null for all of the scope.</param>
    internal async Task Load(Db db, string tenant, Vault vault, Scope scope, DateOnly today, IReadOnlyList<Guid>? ids)
    {
        if (ids is { Count: 0 })
            return;

        var grids = db.Units.Where(grid =>
            grid.TenantId == tenant
            && grid.Kind == UnitKinds.Grid.Key
            && grid.Path.CompareTo(scope.From) >= 0
            && grid.Path.CompareTo(scope.To) < 0
            && (ids == null || ids.Contains(grid.Id))
        );
        var current =
            from appointment in db.Appointments
            where appointment.TenantId == tenant && appointment.FromOn <= today && (appointment.UntilOn == null || appointment.UntilOn >= today)
            join person in db.People on new { appointment.TenantId, Id = appointment.PersonId } equals new { person.TenantId, person.Id }
            select new { appointment, person };
        var atGrid =
            from grid in grids
            join serving in current on new { grid.TenantId, UnitId = grid.Id } equals new { serving.appointment.TenantId, serving.appointment.UnitId }
            select new Row(
                grid.Id,
                grid.Id,
                grid.Name,
                serving.appointment.Id,
                serving.person.Id,
                serving.appointment.Role,
                serving.person.NameSealed
            );
        var aroundGrid =
            from grid in grids
            join village in db.Units on new { grid.TenantId, Id = grid.ParentId } equals new { village.TenantId, Id = (Guid?)village.Id }
            join serving in current
                on new { village.TenantId, UnitId = village.Id } equals new { serving.appointment.TenantId, serving.appointment.UnitId }
            where FromVillage.Contains(serving.appointment.Role)
            select new Row(
                grid.Id,
                village.Id,
                village.Name,
                serving.appointment.Id,
                serving.person.Id,
                serving.appointment.Role,
                serving.person.NameSealed
            );
        var insideGrid =
            from grid in grids
            join part in db.Units on new { grid.TenantId, ParentId = (Guid?)grid.Id } equals new { part.TenantId, part.ParentId }
            where part.ClosedOn == null
            join serving in current on new { part.TenantId, UnitId = part.Id } equals new { serving.appointment.TenantId, serving.appointment.UnitId }
            select new Row(
                grid.Id,
                part.Id,
                part.Name,
                serving.appointment.Id,
                serving.person.Id,
                serving.appointment.Role,
                serving.person.NameSealed
            );

        foreach (var rows in new[] { atGrid, aroundGrid, insideGrid })
        foreach (var row in await rows.ToListAsync())
            Add(vault, row);
    }

    private void Add(Vault vault, Row row)
    {
        if (!byGrid.TryGetValue(row.GridId, out var owners))
            byGrid.Add(row.GridId, owners = []);
        owners.Add(
            new GridOwner(row.PersonId, row.AppointmentId, vault.Open(row.NameSealed), row.Role, row.UnitId == row.GridId ? null : row.UnitName)
        );
    }
}
