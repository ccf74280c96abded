using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Resources;
using Wuzha.Organisation.Tests.Campaigns;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Resources;

public sealed class ResourceTests
{
    [Theory, EveryDatabase]
    public async Task Resources_are_recorded_corrected_removed_and_summed_over_the_subtree(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Running();
        var east = town.Client(town.Of(Roles.Liaison, town.EastVillage));
        (string, string)[] Typed(string kind, string amount, Guid unit) =>
            [("unit", unit.ToString()), ("kind", kind), ("name", "宣传经费"), ("amount", amount), ("recordedOn", "2026-04-03")];

        Assert.Equal(422, (await east.Send($"/campaigns/{id}/resources", Typed("funds", "三千", town.EastVillage.Id))).Code);
        Assert.Equal(422, (await east.Send($"/campaigns/{id}/resources", Typed("vehicles", "1.5", town.EastVillage.Id))).Code);
        Assert.Equal(422, (await east.Send($"/campaigns/{id}/resources", Typed("funds", "1", town.WestVillage.Id))).Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Send($"/campaigns/{id}/resources", Typed("funds", "1", town.Township.Id))).Code);

        CampaignTown.Went(
            await east.Send($"/campaigns/{id}/resources", Typed("funds", "3500.50", town.EastVillage.Id)),
            $"/campaigns/{id}/resources"
        );
        CampaignTown.Went(
            await town.Client(Roles.OfficeClerk).Send($"/campaigns/{id}/resources", Typed("funds", "100", town.Township.Id)),
            $"/campaigns/{id}/resources"
        );
        Assert.Equal(350_050, await town.Tally(CampaignMeasures.Funds, town.EastVillage));
        var totals = (await town.Client(Roles.OfficeClerk).Visit($"/campaigns/{id}/resources")).TextsOf("table:first-of-type tbody tr");
        Assert.Contains(totals, row => row.Contains("青溪镇", StringComparison.Ordinal) && row.Contains("3,600.50", StringComparison.Ordinal));
        Assert.Contains(totals, row => row.Contains("东沟村", StringComparison.Ordinal) && row.Contains("3,500.50", StringComparison.Ordinal));

        await using var db = town.Open();
        var resource = await db.Set<CampaignResource>().SingleAsync(one => one.TenantId == Town.TenantId && one.UnitId == town.EastVillage.Id);
        var href = $"/campaigns/{id}/resources/{resource.Id}";
        Assert.Equal(404, (await town.Client(town.Of(Roles.Liaison, town.WestVillage)).Visit(href)).Code);
        CampaignTown.Went(await east.Send(href, Typed("vehicles", "2", town.EastVillage.Id)), $"/campaigns/{id}/resources");
        Assert.Equal(0, await town.Tally(CampaignMeasures.Funds, town.EastVillage));
        Assert.Equal(2, await town.Tally(CampaignMeasures.Vehicles, town.EastVillage));
        CampaignTown.Went(await east.Send($"{href}/remove"), $"/campaigns/{id}/resources");
        Assert.Equal(404, (await east.Send($"{href}/remove")).Code);
        Assert.Equal(0, await town.Tally(CampaignMeasures.Vehicles, town.EastVillage));
    }
}
