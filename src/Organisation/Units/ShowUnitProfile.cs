using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Units;

/// <summary>资料 of a unit.</summary>
public sealed record UnitProfileView(
    UnitHead Head,
    UnitProfile? Profile,
    IReadOnlyDictionary<string, int> Audiences,
    IReadOnlyList<FormerUnitName> Former,
    UnitRights Rights
);

internal static class ShowUnitProfile
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer)
    {
        if (await UnitHead.Of(db, viewer, id) is not { } head)
            return Refusal.NotFound.AsPage();

        var former = await db.Set<FormerUnitName>()
            .Where(name => name.TenantId == viewer.TenantId && name.UnitId == id)
            .OrderByDescending(name => name.UntilOn)
            .ToListAsync();
        return Page.Of<UnitProfilePage>(
            new
            {
                View = new UnitProfileView(
                    head,
                    await Profile(db, viewer.TenantId, id),
                    await AudiencesOf(db, viewer.TenantId, id),
                    former,
                    UnitRights.Of(viewer, head)
                ),
            }
        );
    }

    internal static Task<UnitProfile?> Profile(Db db, string tenant, Guid unitId) =>
        db.Set<UnitProfile>().SingleOrDefaultAsync(profile => profile.TenantId == tenant && profile.UnitId == unitId);

    internal static Task<Dictionary<string, int>> AudiencesOf(Db db, string tenant, Guid unitId) =>
        db.Set<UnitAudience>()
            .Where(audience => audience.TenantId == tenant && audience.UnitId == unitId)
            .ToDictionaryAsync(audience => audience.Audience, audience => audience.People);
}
