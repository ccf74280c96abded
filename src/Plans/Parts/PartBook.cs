using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
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

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Puts a change into the rows and the book; the caller saves.</summary>
    public static void Do(Db db, PlanHere here, PartChange change, DateTime now)
    {
        Put(db, change);
        db.Add(
            new PlanChange
            {
                TenantId = here.Viewer.TenantId,
                PlanId = here.Plan.Id,
                Number = here.Plan.NextChange(),
                What = What,
                Before = JsonSerializer.Serialize(change.Before, Json),
                After = JsonSerializer.Serialize(change.After, Json),
                DoneBy = here.Viewer.PersonId,
                DoneAt = now,
                FactId = db.Record(here.Viewer, new PlanHeadCorrected(here.Plan.Id, here.Plan.UnitId, NameOf(change.Part))),
            }
        );
    }

    /// <summary>The change that would be undone next; null when there is none.</summary>
    public static Task<PlanChange?> Last(Db db, PlanHere here) =>
        db.Set<PlanChange>()
            .Where(change =>
                change.TenantId == here.Viewer.TenantId && change.PlanId == here.Plan.Id && change.UndoneAt == null && change.What == What
            )
            .OrderByDescending(change => change.Number)
            .FirstOrDefaultAsync();

    /// <summary>撤销: puts back what the last change replaced; the caller saves.</summary>
    /// <returns>The change that was undone.</returns>
    public static async Task<Result<PartChange>> Undo(Db db, PlanHere here, DateTime now)
    {
        if (await Last(db, here) is not { } last)
            return PlansRefusals.NothingToUndo;

        var change = ChangeOf(last);
        Put(db, change.Reversed);
        (last.UndoneAt, last.UndoneBy) = (now, here.Viewer.PersonId);
        here.Plan.Touch();
        db.Record(here.Viewer, new FactWithdrawn(last.FactId));
        return change;
    }

    public static PartChange ChangeOf(PlanChange change) =>
        new(JsonSerializer.Deserialize<PlanPart?>(change.Before, Json), JsonSerializer.Deserialize<PlanPart?>(change.After, Json));

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
