using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Campaigns;

internal static class EndCampaign
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var fact = db.Record(viewer, new CampaignEnded(id, here.Campaign.IssuingUnitId), id);
        if (here.Campaign.End(fact, clock.GetUtcNow().UtcDateTime, here.Today) is { } no)
            return await ShowCampaign.Page(here, db, no);

        await db.SaveChangesAsync();
        return Platform.Page.Done($"/campaigns/{id}", "已结束。如需继续，可以恢复。");
    }
}

/// <summary>恢复 a campaign that the office ended early.</summary>
internal static class ResumeCampaign
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (!here.Campaign.Resume().Is(out var ended, out var no))
            return await ShowCampaign.Page(here, db, no);

        db.Record(viewer, new FactWithdrawn(ended), id);
        await db.SaveChangesAsync();
        return Platform.Page.Done($"/campaigns/{id}", "已恢复。");
    }
}
