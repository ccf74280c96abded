using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>One role with what it may do and how many hold it today.</summary>
public sealed record RolePermissions(string Key, string Name, bool SignsIn, int Holders, IReadOnlyList<string> Acts);

/// <summary>岗位权限表: what each role may do, from the very table that the gate asks, and how many hold it.</summary>
internal static class ShowPermissions
{
    internal static async Task<IResult> Get(Db db, Viewer viewer, RoleActs acts, TimeProvider clock)
    {
        var today = LocalDay.Today(clock);
        var holders = await db
            .Appointments.Where(a => a.TenantId == viewer.TenantId && a.FromOn <= today && (a.UntilOn == null || a.UntilOn >= today))
            .GroupBy(a => a.Role)
            .Select(role => new { role.Key, Count = role.Select(a => a.PersonId).Distinct().Count() })
            .ToDictionaryAsync(role => role.Key, role => role.Count);
        var rows = Roles.All.Select(role => new RolePermissions(
            role.Key,
            role.Name,
            role.SignsIn,
            holders.GetValueOrDefault(role.Key),
            [.. acts.Named(role.Key).Select(act => act.Name)]
        ));
        return Page.Of<PermissionsPage>(new { Rows = rows.ToList() });
    }
}
