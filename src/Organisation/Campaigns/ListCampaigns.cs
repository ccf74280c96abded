using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Campaigns;

public sealed record CampaignRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string IssuerName { get; init; }
    public required DateOnly FromOn { get; init; }
    public required DateOnly UntilOn { get; init; }
    public DateTime? StartedAt { get; init; }
    public DateTime? EndedAt { get; init; }

    public CampaignState State(DateOnly today) =>
        StartedAt is null ? CampaignState.Draft
        : EndedAt is not null || today > UntilOn ? CampaignState.Ended
        : CampaignState.Running;
}

internal static class ListCampaigns
{
    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        var today = LocalDay.Today(clock);
        var known = CampaignHere.Known(db, viewer);
        known = query.Filter("state") switch
        {
            "draft" => known.Where(campaign => campaign.StartedAt == null),
            "running" => known.Where(campaign => campaign.StartedAt != null && campaign.EndedAt == null && campaign.UntilOn >= today),
            "ended" => known.Where(campaign => campaign.StartedAt != null && (campaign.EndedAt != null || campaign.UntilOn < today)),
            _ => known,
        };
        if (query.Search.Length > 0)
            known = known.Where(campaign => campaign.Name.Contains(query.Search));

        var rows =
            from campaign in known
            join unit in db.Units on new { campaign.TenantId, Id = campaign.IssuingUnitId } equals new { unit.TenantId, unit.Id }
            orderby campaign.FromOn descending, campaign.Id
            select new CampaignRow
            {
                Id = campaign.Id,
                Name = campaign.Name,
                IssuerName = unit.Name,
                FromOn = campaign.FromOn,
                UntilOn = campaign.UntilOn,
                StartedAt = campaign.StartedAt,
                EndedAt = campaign.EndedAt,
            };
        var listing = await Listing<CampaignRow>.Of(rows, query, Columns(today));
        return query.AsSheet
            ? listing.AsSheet("专项行动", viewer)
            : Page.Of<CampaignListPage>(new { Listing = listing, MayDraft = viewer.May(OrganisationActs.EditCampaigns) });
    }

    private static IReadOnlyList<Column<CampaignRow>> Columns(DateOnly today) =>
        [
            new("name", "名称", row => row.Name) { Href = row => $"/campaigns/{row.Id}", Sort = row => row.Name },
            new("issuer", "发文单位", row => row.IssuerName),
            new("from", "开始", row => row.FromOn) { Sort = row => row.FromOn },
            new("until", "截止", row => row.UntilOn) { Sort = row => row.UntilOn, OnCard = true },
            new("state", "状态", row => CampaignHead.NameOf(row.State(today))) { Cell = row => CampaignStateTag.Of(row.State(today)), OnCard = true },
        ];
}
