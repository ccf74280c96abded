using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Campaigns;

/// <summary>What every test of a campaign begins with, done through the pages.</summary>
internal static class CampaignTown
{
    public static (string Name, string Value)[] Head(string name = "2026年全民反诈专项行动", string quota = "started") =>
        [("name", name), ("fromOn", "2026-04-01"), ("untilOn", "2026-06-30"), ("planReference", "青溪发〔2026〕31号"), ("quota", quota)];

    /// <returns>The id in the address that the answer leads to.</returns>
    public static Guid Created(Answer answer, string under)
    {
        Assert.True(answer.Code is 302 or 303, $"{answer.Code}: {answer.Text}");
        Assert.StartsWith(under, answer.Location);
        return Guid.Parse(answer.Location!.Split('?')[0][under.Length..]);
    }

    public static void Went(Answer answer, string to)
    {
        Assert.True(answer.Code is 302 or 303, $"{answer.Code}: {answer.Text}");
        Assert.Equal(to, answer.Location);
    }

    public static async Task<Guid> Draft(this Town town, string quota = "started") =>
        Created(await town.Client(Roles.OfficeClerk).Send("/campaigns", Head(quota: quota)), "/campaigns/");

    public static async Task<Guid> Running(this Town town, string quota = "started")
    {
        var id = await town.Draft(quota);
        Went(await town.Client(Roles.OfficeClerk).Send($"/campaigns/{id}/start"), $"/campaigns/{id}");
        return id;
    }

    /// <summary>A running campaign that has asked for the rosters by Thursday 9 April 2026.</summary>
    public static async Task<Guid> Asking(this Town town, string quota = "started")
    {
        var id = await town.Running(quota);
        Went(await town.Client(Roles.OfficeClerk).Send($"/campaigns/{id}/rosters/ask", ("dueOn", "2026-04-09")), $"/campaigns/{id}/rosters");
        return id;
    }

    /// <summary>东沟村 has named its four people, as they serve already.</summary>
    public static async Task Name(this Town town, Guid id)
    {
        foreach (var role in (Role[])[Roles.FirstResponsible, Roles.DirectResponsible, Roles.Liaison, Roles.Lecturer])
            Went(
                await town.Client(Roles.Liaison)
                    .Send(
                        $"/campaigns/{id}/rosters/{town.EastVillage.Id}/entries",
                        ("role", role.Key),
                        ("person", town.Of(role, town.EastVillage).Person.Id.ToString())
                    ),
                $"/campaigns/{id}/rosters/{town.EastVillage.Id}"
            );
    }

    /// <summary>东沟村 has filed.</summary>
    public static async Task<Guid> Filed(this Town town, string quota = "started")
    {
        var id = await town.Asking(quota);
        await town.Name(id);
        Went(
            await town.Client(Roles.Liaison).Send($"/campaigns/{id}/rosters/{town.EastVillage.Id}/file"),
            $"/campaigns/{id}/rosters/{town.EastVillage.Id}"
        );
        return id;
    }

    public static async Task<IReadOnlyList<FactRow>> Facts(this Town town, string kind)
    {
        await using var db = town.Open();
        return await db.Set<FactRow>()
            .Where(fact => fact.TenantId == Town.TenantId && fact.Kind == kind)
            .OrderBy(fact => fact.Position)
            .ToListAsync();
    }

    /// <summary>The tally of a measure at a unit over all days.</summary>
    public static async Task<long> Tally(this Town town, Measure measure, Unit unit)
    {
        await using var db = town.Open();
        return await db.Set<Tally>()
            .Where(tally => tally.TenantId == Town.TenantId && tally.Measure == measure.Key && tally.NodeId == unit.Id)
            .SumAsync(tally => tally.Value);
    }
}
