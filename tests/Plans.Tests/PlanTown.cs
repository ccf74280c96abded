using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Plans.Tests;

/// <summary>A running campaign of the town and what stands in its book.</summary>
internal static class PlanTown
{
    public static async Task<Guid> Running(this Town town, string until = "2026-06-30")
    {
        var clerk = town.Client(Roles.OfficeClerk);
        var drafted = await clerk.Send(
            "/campaigns",
            ("name", "2026年全民反诈专项行动"),
            ("fromOn", "2026-04-01"),
            ("untilOn", until),
            ("planReference", "青溪发〔2026〕31号"),
            ("quota", "started")
        );
        Assert.StartsWith("/campaigns/", drafted.Location);
        var id = Guid.Parse(drafted.Location!["/campaigns/".Length..]);
        Went(await clerk.Send($"/campaigns/{id}/start"), $"/campaigns/{id}");
        return id;
    }

    public static void Went(Answer answer, string to)
    {
        Assert.True(answer.Code is 302 or 303, $"{answer.Code}: {answer.Text}");
        Assert.Equal(to, answer.Location);
    }

    /// <summary>Refused with this status, and the sentence stands on the page.</summary>
    public static void Refused(Answer answer, int code, string sentence)
    {
        Assert.Equal(code, answer.Code);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
    }

    public static async Task<IReadOnlyList<TFact>> Book<TFact>(this Town town, string kind)
        where TFact : Fact
    {
        await using var db = town.Open();
        var payloads = await db.Set<FactRow>()
            .Where(fact => fact.TenantId == Town.TenantId && fact.Kind == kind)
            .OrderBy(fact => fact.Id)
            .Select(fact => fact.Payload)
            .ToListAsync();
        return [.. payloads.Select(payload => JsonSerializer.Deserialize<TFact>(payload, FactCatalog.PayloadJson)!)];
    }

    public static async Task<long> Tally(this Town town, Measure measure, Guid node)
    {
        await using var db = town.Open();
        return await db.Set<Tally>()
            .Where(tally => tally.TenantId == Town.TenantId && tally.Measure == measure.Key && tally.NodeId == node)
            .SumAsync(tally => tally.Value);
    }

    /// <summary>Every proposal taken, as the clerk would have corrected it.</summary>
    public static async Task TakeAll(this Town town, Guid plan, Func<Proposal, Proposal> correct)
    {
        await using var db = town.Open();
        foreach (var proposal in await town.Proposals(plan))
            db.Update(correct(proposal) with { Decision = Decision.Taken });
        await db.SaveChangesAsync();
    }
}
