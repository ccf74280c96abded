using Microsoft.EntityFrameworkCore;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Parts;

/// <summary>One part of a plan is replaced by another.</summary>
/// <param name="Before">Null for one that is added.</param>
/// <param name="After">Null for one that is removed.</param>
internal sealed record PartChange(PlanPart? Before, PlanPart? After)
{
    public PlanPart Part => (After ?? Before)!;

    /// <summary>What is said of it when it was done or undone.</summary>
    public string Sentence => $"{(Before is null ? "添加" : After is null ? "删去" : "更正")}{Part.Called}";

    /// <summary>What undoes it.</summary>
    public PartChange Reversed => new(After, Before);
}

/// <summary>The changes of a plan's parts as they stand in the database, beside those of its duties: the newest on top, each may be undone in turn.</summary>
internal static class PartBook
{
    /// <summary><see cref="PlanChange.What"/> of every change of a part.</summary>
    public const string What = "part";

    /// <summary>Puts a change into the rows and the book; the caller saves.</summary>
    public static void Do(Db db, PlanHere here, PartChange change, DateTime now)
    {
        Put(db, change);
        var fact = db.Record(here.Viewer, new PlanHeadCorrected(here.Plan.Id, here.Plan.UnitId, NameOf(change.Part)));
        db.Add(PlanChange.Of(here, (here.Plan.NextChange(), What, fact), change.Before, change.After, now));
    }

    /// <summary>The change that would be undone next; null when there is none.</summary>
    public static Task<PlanChange?> Last(Db db, PlanHere here) => here.Changes(db).FirstOrDefaultAsync(change => change.What == What);

    /// <summary>撤销: puts back what the last change replaced; the caller saves.</summary>
    /// <returns>The change that was undone.</returns>
    public static async Task<Result<PartChange>> Undo(Db db, PlanHere here, DateTime now)
    {
        if (await Last(db, here) is not { } last)
            return PlansRefusals.NothingToUndo;

        var change = ChangeOf(last);
        Put(db, change.Reversed);
        last.Undo(db, here, now);
        return change;
    }

    public static PartChange ChangeOf(PlanChange change)
    {
        var (before, after) = change.Replaced<PlanPart?>();
        return new PartChange(before, after);
    }

    /// <summary>Which part of the head, as the fact says it.</summary>
    private static string NameOf(PlanPart part) =>
        part switch
        {
            PlanStage => "stages",
            PlanIndicator => "indicators",
            PlanRole => "roles",
            _ => "annexes",
        };

    private static void Put(Db db, PartChange change)
    {
        if (change.Before is null)
            db.Add(change.Part);
        else if (change.After is null)
            db.Remove(change.Part);
        else
            db.Update(change.Part);
    }
}
