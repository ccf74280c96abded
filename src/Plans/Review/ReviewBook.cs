using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Wuzha.Plans.Exports;
using Wuzha.Plans.Parts;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Review;

/// <summary>The acts of one plan's review as they stand in the database: the newest on top, each may be undone in turn.</summary>
internal static class ReviewBook
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Puts an act into the rows and the book; the caller saves.</summary>
    public static void Do(Db db, PlanHere here, Replacement act, DateTime now)
    {
        Put(db, act);
        var number = here.Plan.NextChange();
        db.Add(
            new PlanChange
            {
                TenantId = here.Viewer.TenantId,
                PlanId = here.Plan.Id,
                Number = number,
                What = act.What,
                Before = JsonSerializer.Serialize(act.Before, Json),
                After = JsonSerializer.Serialize(act.After, Json),
                DoneBy = here.Viewer.PersonId,
                DoneAt = now,
                FactId = db.Record(here.Viewer, new ProposalsReviewed(here.Plan.Id, here.Plan.UnitId, number, act.What)),
            }
        );
    }

    /// <summary>The act that would be undone next; null when there is none.</summary>
    public static Task<PlanChange?> Last(Db db, PlanHere here) =>
        db.Set<PlanChange>()
            .Where(change =>
                change.TenantId == here.Viewer.TenantId && change.PlanId == here.Plan.Id && change.UndoneAt == null && change.What != PartBook.What
            )
            .OrderByDescending(change => change.Number)
            .FirstOrDefaultAsync();

    /// <summary>撤销: puts back what the last act replaced; the caller saves.</summary>
    /// <returns>The act that was undone.</returns>
    public static async Task<Result<Replacement>> Undo(Db db, PlanHere here, DateTime now)
    {
        if (await Last(db, here) is not { } last)
            return PlansRefusals.NothingToUndo;

        var act = ActOf(last);
        Put(db, act.Reversed);
        (last.UndoneAt, last.UndoneBy) = (now, here.Viewer.PersonId);
        here.Plan.Touch();
        db.Record(here.Viewer, new FactWithdrawn(last.FactId));
        return act;
    }

    public static Replacement ActOf(PlanChange change) =>
        new(
            change.What,
            JsonSerializer.Deserialize<List<Proposal>>(change.Before, Json)!,
            JsonSerializer.Deserialize<List<Proposal>>(change.After, Json)!
        );

    private static void Put(Db db, Replacement act)
    {
        var (before, after) = (act.Before.Select(one => one.Id).ToHashSet(), act.After.Select(one => one.Id).ToHashSet());
        db.RemoveRange(act.Before.Where(one => !after.Contains(one.Id)));
        db.UpdateRange(act.After.Where(one => before.Contains(one.Id)));
        db.AddRange(act.After.Where(one => !before.Contains(one.Id)));
    }
}
