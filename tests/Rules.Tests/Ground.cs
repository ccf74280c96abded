using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Files;
using Wuzha.Platform.Identity;
using Wuzha.Support;

namespace Wuzha.Rules.Tests;

/// <summary>A town with a plot at every unit where somebody serves, and a copy of its database to go back to.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private readonly Dictionary<Guid, Plot> plots = [];
    private readonly SqliteConnection copy = new("Data Source=:memory:");

    private Ground(Town town) => Town = town;

    public Town Town { get; }

    public static async Task<Ground> Plant()
    {
        var ground = new Ground(await Town.Build());
        await ground.PlantAll();
        await ground.copy.OpenAsync();
        await using var live = ground.Live();
        live.BackupDatabase(ground.copy);
        return ground;
    }

    /// <summary>Things of the visitor's own unit, of a sibling unit, of another tenant.</summary>
    public IReadOnlyList<Plot> PlotsFor(Visitor visitor) =>
        [plots[(visitor.Member?.Invoke(Town) ?? Town.Of(Roles.OfficeClerk)).Unit.Id], plots[Town.WestVillage.Id], plots[Town.OtherVillage.Id]];

    /// <summary>Page by page through SQLite's own backup, so that the host's open connections see a change like any other.</summary>
    public void Restore()
    {
        using var live = Live();
        copy.BackupDatabase(live);
    }

    public async ValueTask DisposeAsync()
    {
        await copy.DisposeAsync();
        await Town.DisposeAsync();
    }

    private async Task PlantAll()
    {
        await using var db = Town.Open();
        var campaign = Plot.PlantCampaign(db, Town.Township);
        var other = Plot.PlantCampaign(db, Town.OtherTownship);
        var files = Town.Host.Services.GetRequiredService<FileStore>();
        foreach (var member in Town.Members.Where(member => member.Account is not null).DistinctBy(member => member.Unit.Id))
            plots[member.Unit.Id] = Plot.Plant(
                db,
                member.Unit,
                member,
                member.Unit.TenantId == Town.OtherTenantId ? other : campaign,
                await files.Put(member.Unit.TenantId, "%PDF"u8.ToArray())
            );
        await db.SaveChangesAsync();
    }

    private SqliteConnection Live()
    {
        using var db = Town.Open();
        var live = new SqliteConnection(db.Database.GetConnectionString());
        live.Open();
        return live;
    }
}
