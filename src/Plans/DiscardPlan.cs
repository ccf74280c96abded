using Microsoft.AspNetCore.Http;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

/// <summary>作废.</summary>
internal static class DiscardPlan
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PlanHere.Edit(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var fact = db.Record(viewer, new PlanDiscarded(id, here.Plan.UnitId));
        if (here.Plan.Discard(fact, clock.GetUtcNow().UtcDateTime) is { } no)
            return await ShowPlan.Page(here, db, no);

        await db.SaveChangesAsync();
        return Page.Done("/plans", "已作废。需要时可以恢复。");
    }
}

/// <summary>恢复.</summary>
internal static class RestorePlan
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer)
    {
        if (!(await PlanHere.Edit(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (!here.Plan.Restore().Is(out var fact, out var no))
            return await ShowPlan.Page(here, db, no);

        db.Record(viewer, new FactWithdrawn(fact));
        await db.SaveChangesAsync();
        return Page.Done($"/plans/{id}", "已恢复。");
    }
}
