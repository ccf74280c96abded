using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Parts;

/// <summary>What every change of a plan's parts does alike: finds the part, writes the change down, and comes back to the plan.</summary>
internal static class PartStep
{
    /// <summary>The parts of one kind, in the order of the plan.</summary>
    internal static IQueryable<TPart> Of<TPart>(Db db, PlanHere here)
        where TPart : PlanPart =>
        db.Set<TPart>()
            .AsNoTracking()
            .Where(part => part.TenantId == here.Viewer.TenantId && part.PlanId == here.Plan.Id)
            .OrderBy(part => part.Position)
            .ThenBy(part => part.Id);

    /// <summary>A part that the viewer may change.</summary>
    internal static async Task<Result<FoundPart<TPart>>> Find<TPart>(Guid id, Guid partId, Db db, Viewer viewer)
        where TPart : PlanPart
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal;

        return await Of<TPart>(db, here).SingleOrDefaultAsync(part => part.Id == partId) is { } part
            ? new FoundPart<TPart>(here, part)
            : Refusal.NotFound;
    }

    /// <summary>Where a part stands that is added behind the others.</summary>
    internal static async Task<int> Next<TPart>(Db db, PlanHere here)
        where TPart : PlanPart => (await Of<TPart>(db, here).MaxAsync(part => (int?)part.Position) ?? -1) + 1;

    internal static async Task<IResult> Save(PlanHere here, PartChange change, Db db, TimeProvider clock)
    {
        if (change.Before != change.After)
            PartBook.Do(db, here, change, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return Page.Done($"/plans/{here.Plan.Id}", $"已{change.Sentence}。");
    }
}

/// <summary>A part that the viewer may change.</summary>
internal sealed record FoundPart<TPart>(PlanHere Here, TPart Part)
    where TPart : PlanPart;

/// <summary>撤销: the last change of a stage, goal, role or annex is taken back.</summary>
internal static class UndoPart
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (!(await PartBook.Undo(db, here, clock.GetUtcNow().UtcDateTime)).Is(out var undone, out var no))
            return await ShowPlan.Page(here, db, no);

        await db.SaveChangesAsync();
        return Page.Done($"/plans/{id}", $"已撤销：{undone.Sentence}。");
    }
}
