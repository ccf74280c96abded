using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Support;

namespace Wuzha.Organisation.Tests;

/// <summary>What stands in the book of a town.</summary>
internal static class TownFacts
{
    public static async Task<IReadOnlyList<TFact>> Facts<TFact>(this Town town, string kind)
        where TFact : Fact
    {
        await using var db = town.Open();
        var payloads = await db.Set<FactRow>()
            .Where(fact => fact.TenantId == Town.TenantId && fact.Kind == kind)
            .OrderBy(fact => fact.Id)
            .Select(fact => fact.Payload)
            .ToListAsync();
        return [.. payloads.Select(payload => System.Text.Json.JsonSerializer.Deserialize<TFact>(payload, FactCatalog.PayloadJson)!)];
    }

    public static async Task<long> Tally(this Town town, string measure, Guid node)
    {
        await using var db = town.Open();
        return await db.Set<Tally>()
            .Where(tally => tally.TenantId == Town.TenantId && tally.Measure == measure && tally.NodeId == node)
            .SumAsync(tally => tally.Value);
    }
}
