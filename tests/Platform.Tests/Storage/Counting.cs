using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Support;

namespace Wuzha.Platform.Tests.Storage;

/// <summary>A module with one kind of fact, to try the engine with.</summary>
public sealed class CountingModule : Module
{
    public static readonly Measure Visits = new("counting.visits", "走访户次", "Visits", "户次");
    public static readonly Measure Leaflets = new("counting.leaflets", "发放资料", "Leaflets handed out", "份");

    public override void Facts(FactCatalog facts)
    {
        facts.Add<DoorKnocked>("counting.door-knocked", "敲门", Visits, Leaflets);
        facts.Add<Overdrawn>("counting.overdrawn", "未声明指标的记录", Visits);
    }
}

/// <summary>Two measures at once: one door, some leaflets.</summary>
public sealed record DoorKnocked(Guid Door, int Leaflets) : Fact
{
    public override Guid? Node => Door;

    public override IEnumerable<Posting> Postings => [CountingModule.Visits.Add(), CountingModule.Leaflets.Add(Leaflets)];
}

/// <summary>Posts a measure it has not declared.</summary>
public sealed record Overdrawn : Fact
{
    public override IEnumerable<Posting> Postings => [CountingModule.Leaflets.Add()];
}

internal static class Counting
{
    public const string Tenant = "qingxi";
    public static readonly Guid Actor = Guid.Parse("0197d000-0000-7000-8000-000000000001");

    /// <summary>A database with one tenant, in a process made of the counting module and these.</summary>
    public static async Task<TestDatabase> Create(DatabaseKind kind, params Module[] others)
    {
        var database = await Databases.Create(kind, new ModuleList([new CountingModule(), .. others]));
        await using var db = database.Open();
        db.Tenants.Add(
            new Tenants.Tenant
            {
                Id = Tenant,
                Name = "青溪镇反诈平台",
                TimeZone = "Asia/Shanghai",
                PublicAddress = "http://localhost",
                Organiser = "青溪镇反诈工作领导小组办公室",
            }
        );
        await db.SaveChangesAsync();
        return database;
    }

    public static FactEntry Entry(
        Fact fact,
        Guid? id = null,
        DateOnly? day = null,
        Guid campaign = default,
        string tenant = Tenant,
        Guid? unit = null
    )
    {
        var on = day ?? new DateOnly(2026, 4, 3);
        var at = on.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc);
        return new FactEntry(
            tenant,
            id ?? Guid.CreateVersion7(),
            fact,
            unit ?? Actor,
            fact.Node ?? unit ?? Actor,
            Actor,
            campaign,
            at,
            at,
            on,
            FactSource.Console
        );
    }
}
