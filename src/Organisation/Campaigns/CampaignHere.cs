using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Campaigns;

/// <summary>One campaign as the one who asks may see it.</summary>
internal sealed record CampaignHere(Campaign Campaign, Unit Issuer, Viewer Viewer, DateOnly Today)
{
    /// <summary>Kinds of units that answer for something of their own. Grids, groups, entrances and classes are parts of one.</summary>
    private static readonly string[] ResponsibleKinds =
    [
        .. UnitKinds
            .All.Except([UnitKinds.County, UnitKinds.Grid, UnitKinds.VillagersGroup, UnitKinds.Entrance, UnitKinds.Class])
            .Select(kind => kind.Key),
    ];

    public bool IsIssuer => Viewer.UnitId == Campaign.IssuingUnitId;

    public bool MayEdit => IsIssuer && Viewer.May(OrganisationActs.EditCampaigns);

    public bool IsRunning => Campaign.State(Today) == CampaignState.Running;

    public CampaignHead Head => Campaign.Head(Issuer, Today, MayEdit);

    /// <summary>责任单位: everything that takes part, whoever asks.</summary>
    public IQueryable<Unit> AllUnits(Db db) => Participants(db, Campaign.Id, Issuer, Today);

    /// <summary>Everything under the issuing unit that answers for something of its own, stands on that day, and was not taken out.</summary>
    public static IQueryable<Unit> Participants(Db db, Guid campaign, Unit issuingUnit, DateOnly today)
    {
        var (tenant, issuer, scope) = (issuingUnit.TenantId, issuingUnit.Id, issuingUnit.Scope);
        return db.Units.Where(unit =>
            unit.TenantId == tenant
            && unit.Path.CompareTo(scope.From) >= 0
            && unit.Path.CompareTo(scope.To) < 0
            && unit.Id != issuer
            && ResponsibleKinds.Contains(unit.Kind)
            && (unit.ClosedOn == null || unit.ClosedOn >= today)
            && !db.Set<CampaignExclusion>()
                .Any(exclusion => exclusion.TenantId == tenant && exclusion.CampaignId == campaign && exclusion.UnitId == unit.Id)
        );
    }

    /// <summary>The responsible units inside the scope of the one who asks.</summary>
    public IQueryable<Unit> Units(Db db)
    {
        var scope = Viewer.Scope;
        return AllUnits(db).Where(unit => unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0);
    }

    /// <summary>What could take part if it were not excluded, in the viewer's scope.</summary>
    public IQueryable<Unit> Excluded(Db db)
    {
        var (tenant, campaign) = (Viewer.TenantId, Campaign.Id);
        return db.Units.Where(unit =>
            unit.TenantId == tenant
            && db.Set<CampaignExclusion>()
                .Any(exclusion => exclusion.TenantId == tenant && exclusion.CampaignId == campaign && exclusion.UnitId == unit.Id)
        );
    }

    /// <summary>
    /// Campaigns this viewer may know of: those issued inside the scope, and those issued by a unit above, which ask something of the viewer's unit. A
    /// draft is known to the issuing unit alone.
    /// </summary>
    public static IQueryable<Campaign> Known(Db db, Viewer viewer)
    {
        var above = UnitHead.Ancestors(viewer.Scope.From);
        var (tenant, own, scope) = (viewer.TenantId, viewer.UnitId, viewer.Scope);
        return db.Set<Campaign>()
            .Where(campaign =>
                campaign.TenantId == tenant
                && (campaign.StartedAt != null || campaign.IssuingUnitId == own)
                && (
                    above.Contains(campaign.IssuingUnitId)
                    || db.Units.Any(unit =>
                        unit.TenantId == tenant
                        && unit.Id == campaign.IssuingUnitId
                        && unit.Path.CompareTo(scope.From) >= 0
                        && unit.Path.CompareTo(scope.To) < 0
                    )
                )
            );
    }

    /// <summary>The campaign, for reading.</summary>
    public static async Task<Result<CampaignHere>> Read(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        var campaign = await Known(db, viewer).SingleOrDefaultAsync(campaign => campaign.Id == id);
        if (campaign is null)
            return Refusal.NotFound;

        var issuer = await db.Units.SingleAsync(unit => unit.TenantId == viewer.TenantId && unit.Id == campaign.IssuingUnitId);
        return new CampaignHere(campaign, issuer, viewer, LocalDay.Today(clock));
    }

    /// <summary>The campaign, for a change that only the office of the issuing unit makes.</summary>
    public static async Task<Result<CampaignHere>> Edit(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal;

        return here.IsIssuer ? here : OrganisationRefusals.OnlyTheIssuingOffice.With(("unit", here.Issuer.Name));
    }

    /// <summary>The campaign, for something that is only done while it runs.</summary>
    public static async Task<Result<CampaignHere>> Running(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal;

        return here.IsRunning ? here : OrganisationRefusals.CampaignNotRunning;
    }

    /// <summary>One responsible unit inside the viewer's scope; null when there is none such.</summary>
    public Task<Unit?> UnitOf(Db db, Guid unitId) => Units(db).SingleOrDefaultAsync(unit => unit.Id == unitId);
}
