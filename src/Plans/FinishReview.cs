using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

/// <summary>审完: every proposal is decided.</summary>
internal static class FinishReview
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PlanHere.Edit(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var open = await here.Proposals(db).CountAsync(proposal => proposal.Decision == Decision.Open);
        var taken = await here.Proposals(db).CountAsync(proposal => proposal.Decision == Decision.Taken);
        var dropped = await here.Proposals(db).CountAsync(proposal => proposal.Decision == Decision.Dropped);
        var fact = db.Record(viewer, new PlanReviewed(id, here.Plan.UnitId, taken, dropped));
        if (here.Plan.FinishReview(open, taken, fact, clock.GetUtcNow().UtcDateTime) is { } no)
            return await ShowPlan.Page(here, db, no);

        await db.SaveChangesAsync();
        return Page.Done($"/plans/{id}", $"已审完：采纳 {taken} 条，不要 {dropped} 条。");
    }
}

/// <summary>重新审阅.</summary>
internal static class ResumeReview
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer)
    {
        if (!(await PlanHere.Edit(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (!here.Plan.TakeUpAgain().Is(out var fact, out var no))
            return await ShowPlan.Page(here, db, no);

        db.Record(viewer, new FactWithdrawn(fact));
        await db.SaveChangesAsync();
        return Page.Done($"/plans/{id}", "可以接着审阅了。");
    }
}
