using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Facts;

/// <summary>A fact as a listener gets it: after its commit, in sealed order, at least once.</summary>
public sealed record HeardFact(
    string TenantId,
    Guid Id,
    Fact Fact,
    Guid UnitId,
    Guid NodeId,
    Guid ActorId,
    Guid CampaignId,
    DateTime OccurredAt,
    DateTime RecordedAt
);

/// <summary>One listener: a stable name (its cursor) and what it does. Must be idempotent by fact id; its changes commit together with its cursor.</summary>
public sealed record Listener(string Name, Type FactType, Func<IServiceProvider, Db, HeardFact, Task> Hear);

/// <summary>All listeners of all modules.</summary>
public sealed class Listeners
{
    private readonly List<Listener> all = [];

    public Listeners(IEnumerable<Module> modules)
    {
        foreach (var module in modules)
            module.Subscriptions(this);
    }

    public IReadOnlyList<Listener> All => all;

    /// <summary>Hears every fact of one type. The name is the cursor's key: never rename it.</summary>
    public void Hear<TFact>(string name, Func<IServiceProvider, Db, TFact, HeardFact, Task> hear)
        where TFact : Fact => all.Add(new Listener(name, typeof(TFact), (services, db, heard) => hear(services, db, (TFact)heard.Fact, heard)));
}
