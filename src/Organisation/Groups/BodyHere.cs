using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Groups;

/// <summary>One body as the one who asks may change it: the office all of them, a unit its own group.</summary>
internal sealed record BodyHere(CampaignHere Campaign, CampaignBody Body, Unit Unit)
{
    public static bool MayEdit(CampaignHere here, BodyKind kind, Guid unitId) =>
        here.MayEdit || kind == BodyKind.UnitGroup && unitId == here.Viewer.UnitId && here.Viewer.May(OrganisationActs.EditCampaignBodies);

    /// <summary>The bodies the viewer sees: the campaign's own, and the groups of the units in scope.</summary>
    public static IQueryable<CampaignBody> Seen(Db db, CampaignHere here)
    {
        var (tenant, campaign, scope) = (here.Viewer.TenantId, here.Campaign.Id, here.Viewer.Scope);
        return db.Set<CampaignBody>()
            .Where(body =>
                body.TenantId == tenant
                && body.CampaignId == campaign
                && (
                    body.Kind != BodyKind.UnitGroup
                    || db.Units.Any(unit =>
                        unit.TenantId == tenant && unit.Id == body.UnitId && unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0
                    )
                )
            );
    }

    public static async Task<Result<BodyHere>> Edit(Guid id, Guid bodyId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal;
        if (await Seen(db, here).SingleOrDefaultAsync(body => body.Id == bodyId) is not { } body)
            return Refusal.NotFound;
        if (!MayEdit(here, body.Kind, body.UnitId))
            return OrganisationRefusals.OnlyTheIssuingOffice.With(("unit", here.Issuer.Name));

        return new BodyHere(here, body, await db.Units.SingleAsync(unit => unit.TenantId == viewer.TenantId && unit.Id == body.UnitId));
    }

    public async Task<IReadOnlyList<CampaignSeat>> Seats(Db db) =>
        [
            .. (
                await db.Set<CampaignSeat>()
                    .Where(seat => seat.TenantId == Body.TenantId && seat.BodyId == Body.Id)
                    .OrderBy(seat => seat.Kind)
                    .ThenBy(seat => seat.Position)
                    .ToListAsync()
            ).Where(seat => seat.IsCurrent(Campaign.Today)),
        ];

    /// <summary>Units a body may sit in, or a person be seconded from: the issuing unit and those that take part.</summary>
    public static async Task<IReadOnlyList<Unit>> Places(Db db, CampaignHere here) =>
        [here.Issuer, .. await here.AllUnits(db).OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).ToListAsync()];
}
