using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Rosters;

/// <summary>The roster of one unit as the one who asks may see it.</summary>
internal sealed record RosterHere(CampaignHere Campaign, Unit Unit, Roster? Roster, IReadOnlyList<RosterEntry> Entries)
{
    /// <summary>The roster of a unit that takes part and lies in the viewer's scope.</summary>
    public static async Task<Result<RosterHere>> Read(Guid id, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal;
        if (await here.UnitOf(db, unitId) is not { } unit)
            return Refusal.NotFound;

        var roster = await db.Set<Roster>()
            .SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.CampaignId == id && one.UnitId == unitId);
        var entries = await db.Set<RosterEntry>()
            .Where(entry => entry.TenantId == viewer.TenantId && entry.CampaignId == id && entry.UnitId == unitId)
            .OrderBy(entry => entry.Position)
            .ThenBy(entry => entry.Id)
            .ToListAsync();
        return new RosterHere(here, unit, roster, entries);
    }

    /// <summary>The same, for a change: only while the campaign runs and after the office has asked.</summary>
    public static async Task<Result<RosterHere>> Change(Guid id, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await Read(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal;
        if (!here.Campaign.IsRunning)
            return OrganisationRefusals.CampaignNotRunning;

        return here.Roster is { IsAsked: true } ? here : OrganisationRefusals.RosterNotAsked;
    }
}
