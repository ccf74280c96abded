using System.Data.Common;
using Wuzha.Platform.Facts;

namespace Wuzha.Platform.Storage;

internal readonly record struct FactKey(string TenantId, Guid Id);

/// <summary>One row of <c>tallies</c> and what is added to it.</summary>
internal readonly record struct TallyLine(string TenantId, string Measure, Guid NodeId, DateOnly Day, Guid CampaignId, long Value);

/// <summary>A fact checked and written out, so that nothing but SQL is left to do inside the transaction.</summary>
internal sealed record PreparedFact
{
    public required FactEntry Entry { get; init; }
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public required IReadOnlyList<Posting> Postings { get; init; }
    public Guid? Withdraws => (Entry.Fact as FactWithdrawn)?.FactId;
    public FactKey Key => new(Entry.TenantId, Entry.Id);
}

/// <summary>What of a stored fact a resend or a withdrawal is compared with.</summary>
internal sealed record StoredFact(
    string TenantId,
    Guid Id,
    string Kind,
    Guid CampaignId,
    Guid NodeId,
    Guid ActorId,
    DateOnly OnDay,
    DateTime OccurredAt,
    string Payload,
    Guid? Withdraws
);

/// <summary>Appends facts to the book and posts their measures to the tallies, inside the caller's transaction.</summary>
public sealed class FactWriter(FactCatalog catalog, Dialect dialect)
{
    /// <summary>Checks facts and writes out their payloads.</summary>
    /// <exception cref="InvalidOperationException">A fact posts a measure that its kind does not declare.</exception>
    internal IReadOnlyList<PreparedFact> Prepare(IEnumerable<FactEntry> facts) => [.. facts.Select(Prepare)];

    /// <returns>One outcome for each fact, in order.</returns>
    internal async Task<IReadOnlyList<FactOutcome>> Append(
        DbTransaction transaction,
        IReadOnlyList<PreparedFact> facts,
        CancellationToken cancellation
    )
    {
        var batch = new Batch(facts);
        // Withdrawals come after all other facts, so that the order within a batch does not matter.
        await Append(transaction, batch, [.. batch.Places(withdrawals: false)], cancellation);
        await Append(transaction, batch, [.. batch.Places(withdrawals: true)], cancellation);

        var lines = batch
            .Tallies.Where(line => line.Value != 0)
            .Select(line => line.Key with { Value = line.Value })
            .Order(InKeyOrder.Instance)
            .ToList();
        if (lines.Count > 0)
            await dialect.AddTallies(transaction, lines, cancellation);
        await Keep(transaction, batch, cancellation);
        if (batch.Following.Count > 0)
            await Append(transaction, Prepare(batch.Following), cancellation);
        return batch.Outcomes;
    }

    /// <summary>Lets modules take hold of their own rows for facts that are about to enter.</summary>
    /// <returns>The facts that may not enter, and those for which something was taken hold of.</returns>
    private async Task<(HashSet<FactKey> Refused, HashSet<FactKey> Claimed)> Claim(
        DbTransaction transaction,
        Batch batch,
        IEnumerable<PreparedFact> offered,
        CancellationToken cancellation
    )
    {
        var write = new KeptWrite(transaction, dialect, cancellation);
        var (refused, claimed) = (new HashSet<FactKey>(), new HashSet<FactKey>());
        foreach (var kind in offered.GroupBy(fact => catalog.ClaimerOf(fact.Entry.Fact)))
        {
            if (kind.Key is not { } claim)
                continue;

            var facts = kind.OrderBy(fact => fact.Entry.Id).ToList();
            foreach (var (fact, following) in facts.Zip(await claim(write, facts.ConvertAll(fact => fact.Entry))))
            {
                (following is null ? refused : claimed).Add(fact.Key);
                batch.Following.AddRange(following ?? []);
            }
        }
        return (refused, claimed);
    }

    private async Task Keep(DbTransaction transaction, Batch batch, CancellationToken cancellation)
    {
        var write = new KeptWrite(transaction, dialect, cancellation);
        foreach (var kind in batch.Facts.Where((_, i) => batch.Entered[i]).GroupBy(fact => catalog.KeeperOf(fact.Entry.Fact)))
            if (kind.Key is { } keep)
                batch.Following.AddRange(await keep(write, [.. kind.Select(fact => fact.Entry).OrderBy(entry => entry.Id)]));
    }

    private PreparedFact Prepare(FactEntry entry)
    {
        var kind = catalog.Of(entry.Fact);
        var postings = entry.Fact.Postings.ToList();
        foreach (var posting in postings)
            if (!kind.Posts.Contains(posting.Measure))
                throw new InvalidOperationException($"{kind.Key} posts {posting.Measure.Key}, which it does not declare.");

        return new PreparedFact
        {
            Entry = entry with { OccurredAt = Milliseconds(entry.OccurredAt), RecordedAt = Milliseconds(entry.RecordedAt) },
            Kind = kind.Key,
            Payload = FactCatalog.Write(entry.Fact),
            Postings = postings,
        };
    }

    private async Task Append(DbTransaction transaction, Batch batch, IReadOnlyList<int> places, CancellationToken cancellation)
    {
        if (places.Count == 0)
            return;

        var (facts, outcomes) = (batch.Facts, batch.Outcomes);
        var originals = await Originals(transaction, [.. places.Select(i => facts[i])], cancellation);
        var first = new Dictionary<FactKey, int>();
        foreach (var i in places)
        {
            outcomes[i] = MayEnter(facts[i], originals);
            if (outcomes[i] == FactOutcome.Accepted)
                first.TryAdd(facts[i].Key, i);
        }

        var offered = first.Values.Order().Select(i => facts[i]).ToList();
        var (refused, claimed) = await Claim(transaction, batch, offered, cancellation);
        offered.RemoveAll(fact => refused.Contains(fact.Key));
        var inserted = offered.Count == 0 ? new HashSet<FactKey>() : await dialect.InsertFacts(transaction, offered, cancellation);
        if (!claimed.IsSubsetOf(inserted))
            throw new InvalidOperationException("A fact whose rows could still be claimed stands in the book already.");

        var doubtful = new List<int>();
        foreach (var i in places.Where(i => outcomes[i] == FactOutcome.Accepted))
        {
            batch.Entered[i] = first[facts[i].Key] == i && inserted.Contains(facts[i].Key);
            if (batch.Entered[i])
                Post(facts[i], originals, batch.Tallies);
            else
                doubtful.Add(i);
        }
        await Compare(transaction, batch, doubtful, cancellation);
    }

    private static FactOutcome MayEnter(PreparedFact fact, Dictionary<FactKey, StoredFact> originals) =>
        fact.Withdraws is not { } id ? FactOutcome.Accepted
        : !originals.TryGetValue(new FactKey(fact.Entry.TenantId, id), out var original) ? FactOutcome.NotYetThere
        : original.Withdraws is not null ? FactOutcome.NotWithdrawable
        : FactOutcome.Accepted;

    private async Task<Dictionary<FactKey, StoredFact>> Originals(
        DbTransaction transaction,
        IReadOnlyList<PreparedFact> facts,
        CancellationToken cancellation
    )
    {
        var found = new Dictionary<FactKey, StoredFact>();
        foreach (var tenant in facts.Where(fact => fact.Withdraws is not null).GroupBy(fact => fact.Entry.TenantId))
        foreach (
            var stored in await dialect.FindFacts(
                transaction,
                tenant.Key,
                [.. tenant.Select(fact => fact.Withdraws!.Value).Distinct()],
                [],
                cancellation
            )
        )
            found[new FactKey(stored.TenantId, stored.Id)] = stored;
        return found;
    }

    /// <summary>A withdrawal takes back what the original posted, where and on the day it was posted.</summary>
    private void Post(PreparedFact fact, Dictionary<FactKey, StoredFact> originals, Dictionary<TallyLine, long> tallies)
    {
        if (fact.Withdraws is { } id)
        {
            var original = originals[new FactKey(fact.Entry.TenantId, id)];
            foreach (var posting in catalog.Read(original.Kind, original.Payload).Postings)
                Add(tallies, original.TenantId, posting, original.NodeId, original.OnDay, original.CampaignId, -posting.Value);
        }
        else
        {
            foreach (var posting in fact.Postings)
                Add(tallies, fact.Entry.TenantId, posting, fact.Entry.NodeId, fact.Entry.OnDay, fact.Entry.CampaignId, posting.Value);
        }
    }

    private static void Add(
        Dictionary<TallyLine, long> tallies,
        string tenantId,
        Posting posting,
        Guid nodeId,
        DateOnly day,
        Guid campaignId,
        long value
    )
    {
        var line = new TallyLine(tenantId, posting.Measure.Key, nodeId, day, campaignId, 0);
        tallies[line] = tallies.GetValueOrDefault(line) + value;
    }

    /// <summary>Facts that were not inserted: is it the same one again, another one under its id, or one that its module refused?</summary>
    private async Task Compare(DbTransaction transaction, Batch batch, List<int> doubtful, CancellationToken cancellation)
    {
        var facts = batch.Facts;
        foreach (var tenant in doubtful.GroupBy(i => facts[i].Entry.TenantId))
        {
            var stored = await dialect.FindFacts(
                transaction,
                tenant.Key,
                [.. tenant.Select(i => facts[i].Entry.Id).Distinct()],
                [.. tenant.Select(i => facts[i].Withdraws).OfType<Guid>().Distinct()],
                cancellation
            );
            foreach (var i in tenant)
                batch.Outcomes[i] =
                    stored.Any(row => IsSame(facts[i], row)) ? FactOutcome.AlreadyHad
                    : stored.Any(row => row.Id == facts[i].Entry.Id) || facts[i].Withdraws is not null ? FactOutcome.Conflict
                    : FactOutcome.Refused;
        }
    }

    /// <summary>The recorder's unit and the source may differ: a phone may send again after its holder changed posts. A second withdrawal of a fact is the first one again.</summary>
    private bool IsSame(PreparedFact fact, StoredFact stored) =>
        fact.Withdraws is { } withdraws && stored.Withdraws == withdraws
        || stored.Id == fact.Entry.Id
            && stored.Kind == fact.Kind
            && (stored.NodeId == fact.Entry.NodeId || fact.Entry.Fact.Node is null && fact.Entry.NodeId == fact.Entry.UnitId)
            && stored.ActorId == fact.Entry.ActorId
            && stored.CampaignId == fact.Entry.CampaignId
            && stored.OccurredAt == fact.Entry.OccurredAt
            && (stored.Payload == fact.Payload || FactCatalog.Write(catalog.Read(stored.Kind, stored.Payload)) == fact.Payload);

    private static DateTime Milliseconds(DateTime instant) => new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    /// <summary>Facts that go into the book together, and what becomes of them.</summary>
    private sealed class Batch(IReadOnlyList<PreparedFact> facts)
    {
        public IReadOnlyList<PreparedFact> Facts => facts;
        public FactOutcome[] Outcomes { get; } = new FactOutcome[facts.Count];
        public bool[] Entered { get; } = new bool[facts.Count];
        public Dictionary<TallyLine, long> Tallies { get; } = [];

        /// <summary>What follows from the facts and enters with them.</summary>
        public List<FactEntry> Following { get; } = [];

        public IEnumerable<int> Places(bool withdrawals) =>
            Enumerable.Range(0, facts.Count).Where(i => facts[i].Withdraws is not null == withdrawals);
    }

    private sealed class InKeyOrder : IComparer<TallyLine>
    {
        public static readonly InKeyOrder Instance = new();

        public int Compare(TallyLine x, TallyLine y) =>
            string.CompareOrdinal(x.TenantId, y.TenantId) is not 0 and var tenant ? tenant
            : string.CompareOrdinal(x.Measure, y.Measure) is not 0 and var measure ? measure
            : x.NodeId.CompareTo(y.NodeId) is not 0 and var node ? node
            : x.Day.CompareTo(y.Day) is not 0 and var day ? day
            : x.CampaignId.CompareTo(y.CampaignId);
    }
}
