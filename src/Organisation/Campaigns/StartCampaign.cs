using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Campaigns;

internal static class StartCampaign
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var fact = db.Record(viewer, new CampaignStarted(id, here.Campaign.IssuingUnitId), id);
        if (here.Campaign.Start(fact, clock.GetUtcNow().UtcDateTime) is { } no)
            return await ShowCampaign.Page(here, db, no);

        await db.SaveChangesAsync();
        return Platform.Page.Done($"/campaigns/{id}", "已启动，参加单位现在都能看到。");
    }
}
