using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Lists;

/// <summary>我的任务: what the viewer's unit owes, and what the viewer was named to carry out elsewhere.</summary>
internal static class ShowMyDuties
{
    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, FactCatalog catalog, Vault vault, TimeProvider clock)
    {
        var today = LocalDay.Today(clock);
        var lines = await DutyLines.WithDoers(db, viewer.TenantId, vault, await DutyLines.Mine(db, catalog, viewer, today));
        var listing = Listing<DutyLine>.OfRows(
            // The most urgent first; on the desk any column can be sorted by.
            [
                .. DutyColumns
                    .Narrow(lines, query)
                    .OrderBy(line => line.Standing.State)
                    .ThenBy(line => line.DueOn ?? DateOnly.MaxValue)
                    .ThenBy(line => line.Number),
            ],
            query,
            DutyColumns.All(
                withUnit: lines.Any(line => line.UnitId != viewer.UnitId),
                withTitle: true,
                withCampaign: lines.DistinctBy(line => line.CampaignId).Count() > 1
            )
        );
        if (query.AsSheet)
            return listing.AsSheet("我的任务", viewer);

        return Page.Of<MyDutiesPage>(
            new
            {
                Listing = listing,
                All = lines,
                Campaigns = await DutyLines.Running(db, viewer, today),
                viewer.UnitName,
            }
        );
    }
}
