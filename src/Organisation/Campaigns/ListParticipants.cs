using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Campaigns;

public sealed record Participant
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string? ParentName { get; init; }

    public string KindName => UnitKinds.Of(Kind).Name;
}

/// <summary>哪些单位参加？ Everything under the issuing unit, except what its office took out.</summary>
internal static class ListParticipants
{
    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var units = here.Units(db);
        if (query.Filter("kind") is { } kind)
            units = units.Where(unit => unit.Kind == kind);
        if (query.Search.Length > 0)
            units = units.Where(unit => unit.Name.Contains(query.Search));
        var listing = await Listing<Participant>.Of(Rows(db, units), query, Columns(id));
        if (query.AsSheet)
            return listing.AsSheet("参加单位", viewer);

        var excluded = here.MayEdit ? await Rows(db, here.Excluded(db)).ToListAsync() : [];
        return Page.Of<ParticipantsPage>(
            new
            {
                here.Head,
                Listing = listing,
                Excluded = excluded,
            }
        );
    }

    private static IQueryable<Participant> Rows(Db db, IQueryable<Unit> units) =>
        from unit in units
        join parent in db.Units on new { unit.TenantId, Id = unit.ParentId } equals new { parent.TenantId, Id = (Guid?)parent.Id } into parents
        from parent in parents.DefaultIfEmpty()
        orderby unit.SortKey, unit.Id
        select new Participant
        {
            Id = unit.Id,
            Name = unit.Name,
            Kind = unit.Kind,
            ParentName = parent.Name,
        };

    private static IReadOnlyList<Column<Participant>> Columns(Guid id) =>
        [
            new("name", "单位", row => row.Name) { Href = row => $"/campaigns/{id}/units/{row.Id}" },
            new("kind", "类别", row => row.KindName) { Sort = row => row.Kind, OnCard = true },
            new("parent", "上级", row => row.ParentName),
        ];
}

/// <summary>不参加: takes a unit out; what it was asked for is withdrawn.</summary>
internal static class ExcludeUnit
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (await here.UnitOf(db, unitId) is not { } unit)
            return Refusal.NotFound.AsPage();

        db.Add(
            new CampaignExclusion
            {
                TenantId = viewer.TenantId,
                CampaignId = id,
                UnitId = unitId,
            }
        );
        var roster = await db.Set<Roster>()
            .SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.CampaignId == id && one.UnitId == unitId);
        foreach (var fact in roster?.Release() ?? [])
            db.Record(viewer, new FactWithdrawn(fact), id);
        here.Campaign.Touch();
        db.Record(viewer, new CampaignChanged(id, here.Campaign.IssuingUnitId, "units"), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/units", $"{unit.Name}不再参加。");
    }
}

/// <summary>恢复参加.</summary>
internal static class IncludeUnit
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var exclusion = await db.Set<CampaignExclusion>()
            .SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.CampaignId == id && one.UnitId == unitId);
        if (exclusion is null)
            return Refusal.NotFound.AsPage();

        db.Remove(exclusion);
        here.Campaign.Touch();
        db.Record(viewer, new CampaignChanged(id, here.Campaign.IssuingUnitId, "units"), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/units", "已恢复参加。");
    }
}
