using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

/// <summary>
/// 审阅记录: one review act: these proposals, or this part of the head, were replaced by those. Undoing puts the first ones back, the last act first, to any
/// depth; duties and parts each in their own turn.
/// </summary>
internal sealed class PlanChange
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A page of proposals as JSON stays far below.</summary>
    public const int JsonLength = 4_000_000;

    public required string TenantId { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>From 1 within the plan.</summary>
    public required int Number { get; init; }

    /// <summary>take, correct, merge, split, drop, add …; part for a stage, goal, role or annex.</summary>
    public required string What { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required Guid DoneBy { get; init; }
    public required DateTime DoneAt { get; init; }
    public required Guid FactId { get; init; }
    public DateTime? UndoneAt { get; private set; }
    public Guid? UndoneBy { get; private set; }

    /// <param name="change">Its fact is withdrawn when it is undone.</param>
    public static PlanChange Of<T>(PlanHere here, (int Number, string What, Guid Fact) change, T before, T after, DateTime now) =>
        new()
        {
            TenantId = here.Viewer.TenantId,
            PlanId = here.Plan.Id,
            Number = change.Number,
            What = change.What,
            Before = JsonSerializer.Serialize(before, Json),
            After = JsonSerializer.Serialize(after, Json),
            DoneBy = here.Viewer.PersonId,
            DoneAt = now,
            FactId = change.Fact,
        };

    /// <summary>What was replaced by what, as <see cref="Of"/> was given it.</summary>
    public (T Before, T After) Replaced<T>() => (JsonSerializer.Deserialize<T>(Before, Json)!, JsonSerializer.Deserialize<T>(After, Json)!);

    /// <summary>Undone now; the caller puts back into the rows what was replaced, and saves.</summary>
    public void Undo(Db db, PlanHere here, DateTime now)
    {
        (UndoneAt, UndoneBy) = (now, here.Viewer.PersonId);
        here.Plan.Touch();
        db.Record(here.Viewer, new FactWithdrawn(FactId));
    }
}
