using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Directives.Tests;

/// <summary>What tests of this module begin with, and what stands in the town's book.</summary>
internal static class DirectiveTown
{
    /// <summary>A running campaign of the township's office.</summary>
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
        var id = Created(drafted, "/campaigns/");
        Went(await clerk.Send($"/campaigns/{id}/start"), $"/campaigns/{id}");
        return id;
    }

    /// <returns>The id in the address that the answer leads to.</returns>
    public static Guid Created(Answer answer, string under)
    {
        Assert.True(answer.Code is 302 or 303, $"{answer.Code}: {answer.Text}");
        Assert.StartsWith(under, answer.Location);
        return Guid.Parse(answer.Location![under.Length..]);
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

    /// <summary>What a measure adds up to under a unit in April 2026, as every page reads it.</summary>
    public static async Task<long> April(this Town town, Measure measure, Unit unit)
    {
        await using var db = town.Open();
        return await Tallies.Sum(db, Town.TenantId, measure, unit.Scope, new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30));
    }
}
