using Microsoft.EntityFrameworkCore;
using Wuzha.Plans.Exports;
using Wuzha.Plans.Parts;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Review;

/// <summary>The acts of one plan's review as they stand in the database: the newest on top, each may be undone in turn.</summary>
internal static class ReviewBook
{
    /// <summary>Puts an act into the rows and the book; the caller saves.</summary>
    public static void Do(Db db, PlanHere here, Replacement act, DateTime now)
    {
        Put(db, act);
        var number = here.Plan.NextChange();
        var fact = db.Record(here.Viewer, new ProposalsReviewed(here.Plan.Id, here.Plan.UnitId, number, act.What));
        db.Add(PlanChange.Of(here, (number, act.What, fact), act.Before, act.After, now));
    }

    /// <summary>The act that would be undone next; null when there is none.</summary>
    public static Task<PlanChange?> Last(Db db, PlanHere here) => here.Changes(db).FirstOrDefaultAsync(change => change.What != PartBook.What);

    /// <summary>撤销: puts back what the last act replaced; the caller saves.</summary>
    /// <returns>The act that was undone.</returns>
    public static async Task<Result<Replacement>> Undo(Db db, PlanHere here, DateTime now)
    {
        if (await Last(db, here) is not { } last)
            return PlansRefusals.NothingToUndo;

        var act = ActOf(last);
        Put(db, act.Reversed);
        last.Undo(db, here, now);
        return act;
    }

    public static Replacement ActOf(PlanChange change)
    {
        var (before, after) = change.Replaced<IReadOnlyList<Proposal>>();
        return new Replacement(change.What, before, after);
    }

    private static void Put(Db db, Replacement act)
    {
        var (before, after) = (act.Before.Select(one => one.Id).ToHashSet(), act.After.Select(one => one.Id).ToHashSet());
        db.RemoveRange(act.Before.Where(one => !after.Contains(one.Id)));
        db.UpdateRange(act.After.Where(one => before.Contains(one.Id)));
        db.AddRange(act.After.Where(one => !before.Contains(one.Id)));
    }
}
