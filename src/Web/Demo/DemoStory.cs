using Wuzha.Platform.Facts;
using Wuzha.Platform.Files;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.Demo;

/// <summary>The whole demo, in the order in which it happened: the town, its campaign of three months, the plan, the groups, the directives, the work.</summary>
internal static class DemoStory
{
    /// <param name="open">A unit of work that takes the time from the clock it is given, in a database without tenants.</param>
    /// <param name="parts">Where files and sealed names go, and what the facts mean.</param>
    /// <param name="now">Today: everything else lies before it.</param>
    public static async Task<DemoTown> Plant(Func<TimeProvider, Db> open, (Vault Vault, FileStore Files, FactCatalog Catalog) parts, TimeProvider now)
    {
        var town = await DemoTown.Plant(open, parts.Vault, now);
        var office = await DemoCampaign.Plant(open, town);
        await DemoPlan.Plant(open, town, office, (parts.Files, parts.Catalog));
        await DemoGroups.Plant(open, town, office);
        await DemoDirectives.Plant(open, town, office, parts.Vault);
        await DemoDuties.Plant(open, town);
        return town;
    }
}
