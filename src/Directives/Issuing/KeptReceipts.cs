using Wuzha.Directives.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Facts;

namespace Wuzha.Directives.Issuing;

/// <summary>
/// Keeps receipts and the sums of their directive equal to the facts, in the facts' own transaction: many units sign in one commit, a resend changes
/// nothing, and whoever was being reminded is left alone from that commit on.
/// </summary>
internal static class KeptReceipts
{
    // What the statements answer: 1 for a receipt that had been returned, 2 for one about which reminders run.
    private const int WasReturned = 1;
    private const int WasAsked = 2;

    private const string SignRow = """
        update directive_receipts set signed_at = $4, signed_by = $5
        where tenant_id = $1 and unit_id = $2 and directive_id = $3 and signed_at is null
          and exists (select 1 from directives d where d.tenant_id = $1 and d.id = $3 and d.withdrawn_at is null)
        returning case when returned_at is null then 0 else 1 end + case when asked_at is null then 0 else 2 end
        """;

    private const string ReturnRow = """
        update directive_receipts set returned_at = $4
        where tenant_id = $1 and unit_id = $2 and directive_id = $3 and returned_at is null
        returning case when signed_at is null then 0 else 1 end + case when asked_at is null then 0 else 2 end
        """;

    private const string Sum = """
        update directives set signed = signed + $3, signed_late = signed_late + $4, returned = returned + $5,
          first_signed_at = case when first_signed_at is null or first_signed_at > $6 then $6 else first_signed_at end,
          last_signed_at = case when last_signed_at is null or last_signed_at < $7 then $7 else last_signed_at end
        where tenant_id = $1 and id = $2
        """;

    private const string SumReturned = "update directives set returned = returned + $3 where tenant_id = $1 and id = $2";

    /// <summary>The one fact by which a unit signs a directive.</summary>
    public static Guid SignId(Guid directiveId, Guid unitId) => FactId.From("directives.receipt-signed", directiveId, unitId);

    /// <summary>The one fact by which a unit returns it.</summary>
    public static Guid ReturnId(Guid directiveId, Guid unitId) => FactId.From("directives.receipt-returned", directiveId, unitId);

    /// <summary>A unit can sign what addresses it, once, and not after it was withdrawn.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<FactEntry>?>> Sign(KeptWrite write, IReadOnlyList<FactEntry> offered)
    {
        var answers = await write.ForEach(
            SignRow,
            [.. offered.Select(entry => Row(entry, (ReceiptSigned)entry.Fact, entry.OccurredAt, entry.ActorId))]
        );
        var signed = offered
            .Zip(answers, (entry, answer) => (entry, fact: (ReceiptSigned)entry.Fact, answer))
            .Where(one => one.answer is not null)
            .ToList();
        await write.ForEach(
            Sum,
            [
                .. signed
                    .GroupBy(one => (one.entry.TenantId, one.fact.DirectiveId))
                    .OrderBy(group => group.Key.DirectiveId)
                    .Select(group =>
                        new object[]
                        {
                            group.Key.TenantId,
                            group.Key.DirectiveId,
                            group.Count(),
                            group.Count(one => one.fact.Late),
                            -group.Count(one => (one.answer & WasReturned) != 0),
                            group.Min(one => one.entry.OccurredAt),
                            group.Max(one => one.entry.OccurredAt),
                        }
                    ),
            ]
        );
        return
        [
            .. offered.Zip(
                answers,
                (entry, answer) =>
                    answer is null ? null
                    : (answer & WasAsked) == 0 ? Array.Empty<FactEntry>()
                    : [Settled(entry, (ReceiptSigned)entry.Fact)]
            ),
        ];
    }

    public static async Task<IReadOnlyList<FactEntry>> Returned(KeptWrite write, IReadOnlyList<FactEntry> entered)
    {
        var answers = await write.ForEach(ReturnRow, [.. entered.Select(entry => Row(entry, (ReceiptReturned)entry.Fact, entry.OccurredAt))]);
        var returned = entered
            .Zip(answers, (entry, answer) => (entry, fact: (ReceiptReturned)entry.Fact, answer))
            .Where(one => one.answer is 0 or WasAsked)
            .ToList();
        await write.ForEach(
            SumReturned,
            [
                .. returned
                    .GroupBy(one => (one.entry.TenantId, one.fact.DirectiveId))
                    .OrderBy(group => group.Key.DirectiveId)
                    .Select(group => new object[] { group.Key.TenantId, group.Key.DirectiveId, group.Count() }),
            ]
        );
        return [.. returned.Where(one => one.answer == WasAsked).Select(one => Settled(one.entry, one.fact))];
    }

    private static object[] Row(FactEntry entry, ReceiptFact fact, params object[] more) => [entry.TenantId, fact.UnitId, fact.DirectiveId, .. more];

    private static FactEntry Settled(FactEntry cause, ReceiptFact fact) =>
        cause with
        {
            Id = FactId.From("directives.receipt-settled", cause.Id),
            Fact = new MatterSettled(new Subject(IssueDirective.Matter, fact.DirectiveId, fact.UnitId)),
            NodeId = fact.UnitId,
        };
}
