using Wuzha.Directives.Exports;
using Wuzha.Platform.Facts;

namespace Wuzha.Directives.Relays;

/// <summary>Openings of one relay's public page on one day, kept equal to the facts.</summary>
internal sealed class RelayDay
{
    public required string TenantId { get; init; }
    public required Guid RelayId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>One a device and day.</summary>
    public long Opens { get; init; }

    /// <summary>One a robot and day.</summary>
    public long Previews { get; init; }
}

/// <summary>Keeps <see cref="RelayDay"/> in the transaction of the facts.</summary>
internal static class KeptOpenings
{
    private const string Add = """
        insert into directive_relay_days (tenant_id, relay_id, day, opens, previews)
        select tenant_id, id, $4, $5, $6 from directive_relays where tenant_id = $1 and directive_id = $2 and group_id = $3
        on conflict (tenant_id, relay_id, day) do update
        set opens = directive_relay_days.opens + excluded.opens, previews = directive_relay_days.previews + excluded.previews
        """;

    public static Task<IReadOnlyList<FactEntry>> Opened(KeptWrite write, IReadOnlyList<FactEntry> entered) =>
        Keep(write, entered, opens: 1, previews: 0);

    public static Task<IReadOnlyList<FactEntry>> Previewed(KeptWrite write, IReadOnlyList<FactEntry> entered) =>
        Keep(write, entered, opens: 0, previews: 1);

    private static async Task<IReadOnlyList<FactEntry>> Keep(KeptWrite write, IReadOnlyList<FactEntry> entered, long opens, long previews)
    {
        await write.ForEach(
            Add,
            [
                .. entered
                    .GroupBy(entry =>
                        (entry.TenantId, Fact: (RelayFact)entry.Fact is var fact ? (fact.DirectiveId, fact.GroupId) : default, entry.OnDay)
                    )
                    .OrderBy(group => group.Key.TenantId, StringComparer.Ordinal)
                    .ThenBy(group => group.Key.Fact)
                    .ThenBy(group => group.Key.OnDay)
                    .Select(group =>
                        new object[]
                        {
                            group.Key.TenantId,
                            group.Key.Fact.DirectiveId,
                            group.Key.Fact.GroupId,
                            group.Key.OnDay,
                            opens * group.Count(),
                            previews * group.Count(),
                        }
                    ),
            ]
        );
        return [];
    }
}
