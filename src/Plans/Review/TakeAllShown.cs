using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Review;

/// <summary>全部采纳: everything open and lawful in one part of the plan.</summary>
internal static class TakeAllShown
{
    internal static async Task<IResult> Post(Guid id, string? show, string? at, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var text = await here.Text(db);
        var all = await ShowReview.InOrder(here, db);
        var parts = ReviewParts.Of(text, await ShowReview.Sections(db, here), [.. all.Select(proposal => proposal.Start)]);
        var start = int.TryParse(at, out var place) ? place : 0;
        var part = parts.FirstOrDefault(part => part.Holds(start)) ?? parts[^1];
        var shown = all.Where(proposal => part.Holds(proposal.Start)).Select(proposal => (proposal, GuardReading.Of(text, proposal)));
        if (!ReviewActs.TakeAll(shown).Is(out var act, out var no))
            return await ShowReview.Page(here, db, catalog, new ReviewSpot(show, start), no);

        ReviewBook.Do(db, here, act, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return Page.Done(ReviewPlace.Href(id, show, at: part.Start), $"已采纳 {act.After.Count} 条。");
    }
}

/// <summary>撤销: the last review act is taken back.</summary>
internal static class UndoReview
{
    internal static async Task<IResult> Post(Guid id, string? show, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (!(await ReviewBook.Undo(db, here, clock.GetUtcNow().UtcDateTime)).Is(out var undone, out var no))
            return await ShowReview.Page(here, db, catalog, new ReviewSpot(show), no);

        await db.SaveChangesAsync();
        var place =
            undone.Before.Count > 0 ? ReviewPlace.Href(id, show, duty: undone.Before[0].Id) : ReviewPlace.Href(id, show, at: undone.After[0].Start);
        return Page.Done(place, $"已撤销：{ShowReview.Sentence(undone)}。");
    }
}
