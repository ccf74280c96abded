using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Documents;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Lists;

/// <summary>反诈任务清单: what one unit owes in the campaigns that run, or in the one that is asked for.</summary>
internal static class ShowUnitDuties
{
    private sealed record UnitDuties(
        UnitHead Head,
        IReadOnlyList<CampaignHead> Campaigns,
        IReadOnlyList<CampaignHead> Chosen,
        IReadOnlyList<DutyLine> Lines
    );

    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, FactCatalog catalog, Vault vault, TimeProvider clock)
    {
        if (await Read(id, query, (db, viewer, catalog, vault), LocalDay.Today(clock)) is not { } found)
            return Refusal.NotFound.AsPage();

        var listing = Listing<DutyLine>.OfRows(
            DutyColumns.Narrow(found.Lines, query),
            query,
            DutyColumns.All(withUnit: false, withTitle: true, withCampaign: found.Chosen.Count > 1)
        );
        if (query.AsSheet)
            return listing.AsSheet($"{found.Head.Name}反诈任务清单", viewer);

        return Page.Of<UnitDutiesPage>(
            new
            {
                found.Head,
                Listing = listing,
                All = found.Lines,
                found.Campaigns,
            }
        );
    }

    /// <summary>The same list on official paper.</summary>
    internal static async Task<IResult> Word(Guid id, ListQuery query, Db db, Viewer viewer, FactCatalog catalog, Vault vault, TimeProvider clock)
    {
        if (await Read(id, query, (db, viewer, catalog, vault), LocalDay.Today(clock)) is not { } found)
            return Refusal.NotFound.AsPage();

        var lines = DutyColumns.Narrow(found.Lines, query);
        var paper = new OfficialDocument(landscape: true).Title($"{found.Head.Name}反诈任务清单");
        foreach (var campaign in found.Chosen)
            paper
                .Flush($"{campaign.Name}（{campaign.FromOn:yyyy-MM-dd} 至 {campaign.UntilOn:yyyy-MM-dd}）")
                .Table(
                    [
                        new("序号", 0.6),
                        new("任务", 2.8) { Centred = false },
                        new("时间要求", 1.9) { Centred = false },
                        new("本期", 2.7),
                        new("完成情况", 1.4),
                        new("期限", 1.7),
                        new("状态", 1.5),
                        new("承办人", 0.9),
                    ],
                    lines.Where(line => line.CampaignId == campaign.Id).Select(Words)
                );
        return paper.Note(ListingSheets.Watermark(viewer, clock.GetUtcNow().UtcDateTime, lines.Count)).AsFile($"{found.Head.Name}反诈任务清单");
    }

    private static IReadOnlyList<string> Words(DutyLine line) =>
        [$"{line.Number}", line.Title, line.When, line.Days, line.Done, $"{line.DueOn:yyyy-MM-dd}", line.StateWords, line.Doer ?? ""];

    /// <returns>Null when the unit lies outside the viewer's scope.</returns>
    private static async Task<UnitDuties?> Read(
        Guid id,
        ListQuery query,
        (Db Db, Viewer Viewer, FactCatalog Catalog, Vault Vault) from,
        DateOnly today
    )
    {
        var (db, viewer) = (from.Db, from.Viewer);
        if (await UnitHead.Of(db, viewer, id) is not { } head)
            return null;

        var known = (await CampaignQuestions.Known(db, viewer, today)).Where(campaign => campaign.State != CampaignState.Draft).ToList();
        var chosen = Guid.TryParse(query.Filter(DutyColumns.CampaignFilter), out var wanted)
            ? known.Where(campaign => campaign.Id == wanted).ToList()
            : known.Where(campaign => campaign.State == CampaignState.Running).ToList();
        var lines = new List<DutyLine>();
        foreach (var campaign in chosen)
            lines.AddRange(await DutyLines.Of(db, from.Catalog, campaign, new LineQuestion(head.Scope, today) { UnitId = id }, viewer.TenantId));
        return new UnitDuties(head, known, chosen, await DutyLines.WithDoers(db, viewer.TenantId, from.Vault, lines));
    }
}
