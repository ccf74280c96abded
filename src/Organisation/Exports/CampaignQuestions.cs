using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Groups;
using Wuzha.Organisation.Units;
using Wuzha.Platform;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Exports;

/// <summary>责任单位: one unit that takes part in a campaign, with what quotas are counted on.</summary>
public sealed record CampaignUnit
{
    public required Guid Id { get; init; }
    public required string Path { get; init; }

    /// <summary>Key of the kind, see <see cref="UnitKinds"/>.</summary>
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string SortKey { get; init; }

    /// <summary>People who live there, or who work there where the unit is no village; null when nobody has counted.</summary>
    public int? Population { get; init; }
    public int? Households { get; init; }

    /// <summary>The day of both figures.</summary>
    public DateOnly? CountedOn { get; init; }

    /// <summary>Standing grids, villagers' groups and classes directly under it.</summary>
    public required int Grids { get; init; }
    public required int VillagersGroups { get; init; }
    public required int Classes { get; init; }
}

/// <summary>What other modules may ask about campaigns.</summary>
public static class CampaignQuestions
{
    /// <summary>The campaign, when this viewer may know of it; null otherwise.</summary>
    public static async Task<CampaignHead?> Find(Db db, Viewer viewer, Guid campaignId, TimeProvider clock) =>
        (await CampaignHere.Read(campaignId, db, viewer, clock)).Is(out var here, out _) ? here.Head : null;

    /// <summary>Campaigns this viewer may know of, latest first.</summary>
    public static async Task<IReadOnlyList<CampaignHead>> Known(Db db, Viewer viewer, DateOnly today) =>
        await Heads(
            db,
            CampaignHere.Known(db, viewer),
            today,
            campaign => campaign.IssuingUnitId == viewer.UnitId && viewer.May(OrganisationActs.EditCampaigns)
        );

    /// <summary>What runs in a tenant on a day, whoever asks: for jobs. Nobody may edit by it.</summary>
    public static Task<IReadOnlyList<CampaignHead>> Running(Db db, string tenantId, DateOnly today) =>
        Heads(
            db,
            db.Set<Campaign>()
                .Where(campaign =>
                    campaign.TenantId == tenantId && campaign.StartedAt != null && campaign.EndedAt == null && campaign.UntilOn >= today
                ),
            today,
            _ => false
        );

    /// <summary>What is over on a day, ended by its office or past its last day, whoever asks: for jobs.</summary>
    public static async Task<IReadOnlyList<Guid>> Over(Db db, string tenantId, DateOnly today) =>
        await db.Set<Campaign>()
            .Where(campaign => campaign.TenantId == tenantId && campaign.StartedAt != null && (campaign.EndedAt != null || campaign.UntilOn < today))
            .Select(campaign => campaign.Id)
            .ToListAsync();

    /// <summary>Everything that takes part in a campaign on a day, whoever asks, in the order of lists.</summary>
    public static async Task<IReadOnlyList<CampaignUnit>> Units(Db db, string tenantId, Guid campaignId, DateOnly today)
    {
        var issuer = await (
            from campaign in db.Set<Campaign>()
            join unit in db.Units on new { campaign.TenantId, Id = campaign.IssuingUnitId } equals new { unit.TenantId, unit.Id }
            where campaign.TenantId == tenantId && campaign.Id == campaignId
            select unit
        )
            .AsNoTracking()
            .SingleOrDefaultAsync();
        return issuer is null ? [] : await Counted(db, issuer, CampaignHere.Participants(db, campaignId, issuer, today));
    }

    /// <summary>设在: the unit in which the office of a campaign sits, the first where there are several; null when none is entered.</summary>
    public static Task<Guid?> OfficeSeat(Db db, string tenantId, Guid campaignId) =>
        db.Set<CampaignBody>()
            .Where(body => body.TenantId == tenantId && body.CampaignId == campaignId && body.Kind == BodyKind.Office)
            .OrderBy(body => body.Position)
            .ThenBy(body => body.Id)
            .Select(body => (Guid?)body.UnitId)
            .FirstOrDefaultAsync();

    /// <summary>What would take part in a campaign of this unit's office if nobody were taken out.</summary>
    public static async Task<IReadOnlyList<CampaignUnit>> UnitsUnder(Db db, string tenantId, Guid issuingUnitId, DateOnly today)
    {
        var issuer = await db.Units.AsNoTracking().SingleAsync(unit => unit.TenantId == tenantId && unit.Id == issuingUnitId);
        return await Counted(db, issuer, CampaignHere.Participants(db, Guid.Empty, issuer, today));
    }

    private static async Task<IReadOnlyList<CampaignUnit>> Counted(Db db, Unit issuer, IQueryable<Unit> units)
    {
        var tenant = issuer.TenantId;
        return await (
            from unit in units
            join profile in db.Set<UnitProfile>() on new { unit.TenantId, unit.Id } equals new { profile.TenantId, Id = profile.UnitId } into profiles
            from profile in profiles.DefaultIfEmpty()
            orderby unit.SortKey, unit.Id
            select new CampaignUnit
            {
                Id = unit.Id,
                Path = unit.Path,
                Kind = unit.Kind,
                Name = unit.Name,
                SortKey = unit.SortKey,
                Population = profile.Population,
                Households = profile.Households,
                CountedOn = profile.CountedOn,
                Grids = db.Units.Count(part =>
                    part.TenantId == tenant && part.ParentId == unit.Id && part.Kind == UnitKinds.Grid.Key && part.ClosedOn == null
                ),
                VillagersGroups = db.Units.Count(part =>
                    part.TenantId == tenant && part.ParentId == unit.Id && part.Kind == UnitKinds.VillagersGroup.Key && part.ClosedOn == null
                ),
                Classes = db.Units.Count(part =>
                    part.TenantId == tenant && part.ParentId == unit.Id && part.Kind == UnitKinds.Class.Key && part.ClosedOn == null
                ),
            }
        ).ToListAsync();
    }

    private static async Task<IReadOnlyList<CampaignHead>> Heads(Db db, IQueryable<Campaign> campaigns, DateOnly today, Func<Campaign, bool> mayEdit)
    {
        var rows = await (
            from campaign in campaigns
            join unit in db.Units on new { campaign.TenantId, Id = campaign.IssuingUnitId } equals new { unit.TenantId, unit.Id }
            orderby campaign.FromOn descending, campaign.Id
            select new { campaign, unit }
        )
            .AsNoTracking()
            .ToListAsync();
        return [.. rows.Select(row => row.campaign.Head(row.unit, today, mayEdit(row.campaign)))];
    }
}
