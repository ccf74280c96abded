using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Groups;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Exports;

/// <summary>A group that residents or staff are in, a node that <see cref="DirectiveMeasures.Relayed"/> counts at.</summary>
/// <param name="UnitPath">Path of its unit, as the tree stands today.</param>
/// <param name="FromOn">The day on which it was set up.</param>
/// <param name="UntilOn">The day on which it was dissolved; null while it stands.</param>
public sealed record StandingGroup(Guid Id, string UnitPath, DateOnly FromOn, DateOnly? UntilOn);

/// <summary>Which groups there are to be forwarded into, for those who ask 'so often in each group'.</summary>
public static class StandingGroups
{
    /// <summary>Groups that were set up, of units in the scope; command groups are left out, since nobody is to be reached there.</summary>
    public static async Task<IReadOnlyList<StandingGroup>> Of(Db db, string tenantId, Scope scope) =>
        await (
            from work in db.Set<Group>()
            join unit in db.Units on new { work.TenantId, work.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where
                work.TenantId == tenantId
                && work.SetUpOn != null
                && work.Kind != GroupKind.Command
                && unit.Path.CompareTo(scope.From) >= 0
                && unit.Path.CompareTo(scope.To) < 0
            orderby work.Id
            select new StandingGroup(work.Id, unit.Path, work.SetUpOn!.Value, work.DissolvedOn)
        ).ToListAsync();
}
