using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Audit;

/// <summary>What the chain says about the book.</summary>
/// <param name="Blocks">Blocks that hold.</param>
/// <param name="Facts">Facts in them.</param>
/// <param name="Head">Hash of the last block that holds, hexadecimal: noted elsewhere it proves later that nothing was cut off the end.</param>
/// <param name="Waiting">Facts that are recorded but not sealed yet.</param>
/// <param name="Breach">The first thing that is wrong; null when all is well.</param>
public sealed record AuditVerdict(long Blocks, long Facts, string Head, long Waiting, AuditBreach? Breach);

/// <summary>The first place where the book is not what was sealed.</summary>
public sealed record AuditBreach(long Block, Guid? FactId, string Sentence);

/// <summary>
/// The audit chain: settled facts are sealed into blocks, each of which carries the hash of the one before. Whatever is changed, removed, swapped or
/// inserted afterwards breaks it.
/// </summary>
public static class AuditChain
{
    private const int FactsPerBlock = 5000;
    private const int MarkLength = 8;
    private static readonly byte[] Genesis = new byte[SHA256.HashSizeInBytes];

    /// <summary>Seals what has settled since the last block, one block at most.</summary>
    /// <returns>True when a block was full: there may be more.</returns>
    public static async Task<bool> Seal(Db db, string tenantId, DateTime now, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.Dialect.TryLock(db, $"seal {tenantId}", cancellation))
            return false;

        var last = await db.Set<FactBlock>()
            .AsNoTracking()
            .Where(block => block.TenantId == tenantId)
            .OrderByDescending(block => block.Number)
            .FirstOrDefaultAsync(cancellation);
        var from = (last?.ToPosition ?? -1) + 1;
        var settled = await db.Dialect.SettledBelow(db, cancellation);
        var open = db.Set<FactRow>().Where(fact => fact.TenantId == tenantId && fact.Position >= from && fact.Position < settled);
        var full = await open.Select(fact => fact.Position).Order().Skip(FactsPerBlock - 1).Take(1).ToListAsync(cancellation);
        var to = full.Count > 0 ? full[0] : await open.MaxAsync(fact => (long?)fact.Position, cancellation);
        if (to is null)
            return false;

        var content = await Hash(db, tenantId, from, to.Value, cancellation);
        var sealedAt = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        var header = new Header(tenantId, (last?.Number ?? 0) + 1, from, to.Value, content.Ids.Count, sealedAt);
        var previous = last?.Hash ?? Genesis;
        db.Add(
            new FactBlock
            {
                TenantId = tenantId,
                Number = header.Number,
                FromPosition = from,
                ToPosition = to.Value,
                Count = content.Ids.Count,
                PreviousHash = previous,
                Hash = BlockHash(previous, header, content.Hashes),
                Marks = content.Marks(),
                SealedAt = sealedAt,
            }
        );
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return full.Count > 0;
    }

    /// <summary>Computes the whole chain again from the facts.</summary>
    /// <param name="noted">A head noted earlier; the chain must still contain it.</param>
    public static async Task<AuditVerdict> Verify(Db db, string tenantId, string? noted = null, CancellationToken cancellation = default)
    {
        var (previous, number, position, facts) = (Genesis, 0L, -1L, 0L);
        var isNotedSeen = noted is null;
        AuditBreach? breach = null;
        while (breach is null)
        {
            var block = await db.Set<FactBlock>()
                .AsNoTracking()
                .Where(one => one.TenantId == tenantId && one.Number > number)
                .OrderBy(one => one.Number)
                .FirstOrDefaultAsync(cancellation);
            if (block is null)
                break;

            breach = Link(block, previous, number, position) ?? await Content(db, block, cancellation);
            if (breach is not null)
                break;

            (previous, number, position) = (block.Hash, block.Number, block.ToPosition);
            facts += block.Count;
            isNotedSeen |= string.Equals(Convert.ToHexStringLower(block.Hash), noted, StringComparison.OrdinalIgnoreCase);
        }
        if (breach is null && !isNotedSeen)
            breach = new AuditBreach(number, null, "链上找不到当初记下的校验码：末尾的封存块被删去或整条链被重做。");

        var waiting = await db.Set<FactRow>().LongCountAsync(fact => fact.TenantId == tenantId && fact.Position > position, cancellation);
        return new AuditVerdict(number, facts, Convert.ToHexStringLower(previous), waiting, breach);
    }

    private static AuditBreach? Link(FactBlock block, byte[] previous, long number, long position) =>
        block.Number != number + 1 ? new AuditBreach(number + 1, null, $"第 {number + 1} 块不见了。")
        : !block.PreviousHash.AsSpan().SequenceEqual(previous) || block.FromPosition != position + 1
            ? new AuditBreach(block.Number, null, $"第 {block.Number} 块接不上前一块。")
        : null;

    private static async Task<AuditBreach?> Content(Db db, FactBlock block, CancellationToken cancellation)
    {
        var content = await Hash(db, block.TenantId, block.FromPosition, block.ToPosition, cancellation);
        var header = new Header(block.TenantId, block.Number, block.FromPosition, block.ToPosition, block.Count, block.SealedAt);
        var marks = content.Marks();
        if (BlockHash(block.PreviousHash, header, content.Hashes).AsSpan().SequenceEqual(block.Hash) && marks.AsSpan().SequenceEqual(block.Marks))
            return null;

        var same = marks.AsSpan().CommonPrefixLength(block.Marks) / MarkLength;
        var touched = same < content.Ids.Count ? content.Ids[same] : (Guid?)null;
        return content.Ids.Count < block.Count
                ? new AuditBreach(
                    block.Number,
                    touched,
                    $"第 {block.Number} 块少了 {block.Count - content.Ids.Count} 条记录，从块内第 {same + 1} 条起。"
                )
            : content.Ids.Count > block.Count
                ? new AuditBreach(
                    block.Number,
                    touched,
                    $"第 {block.Number} 块多出 {content.Ids.Count - block.Count} 条记录，从块内第 {same + 1} 条起。"
                )
            : touched is not null ? new AuditBreach(block.Number, touched, $"第 {block.Number} 块的第 {same + 1} 条记录（{touched}）被改动或调换。")
            : new AuditBreach(block.Number, null, $"第 {block.Number} 块本身被改动。");
    }

    private sealed record Header(string TenantId, long Number, long From, long To, int Count, DateTime SealedAt);

    private sealed record Leaves(List<Guid> Ids, List<byte[]> Hashes)
    {
        public byte[] Marks() => [.. Hashes.SelectMany(hash => hash[..MarkLength])];
    }

    private static async Task<Leaves> Hash(Db db, string tenantId, long from, long to, CancellationToken cancellation)
    {
        var leaves = new Leaves([], []);
        var facts = db.Set<FactRow>()
            .AsNoTracking()
            .Where(fact => fact.TenantId == tenantId && fact.Position >= from && fact.Position <= to)
            .OrderBy(fact => fact.Position)
            .ThenBy(fact => fact.Id)
            .AsAsyncEnumerable();
        await foreach (var fact in facts.WithCancellation(cancellation))
        {
            leaves.Ids.Add(fact.Id);
            leaves.Hashes.Add(LeafHash(fact));
        }
        return leaves;
    }

    private static byte[] LeafHash(FactRow fact)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Text(hash, fact.TenantId);
        Id(hash, fact.Id);
        Number(hash, fact.Position);
        Text(hash, fact.Kind);
        Id(hash, fact.CampaignId);
        Id(hash, fact.UnitId);
        Id(hash, fact.NodeId);
        Id(hash, fact.ActorId);
        Number(hash, fact.OnDay.DayNumber);
        Number(hash, fact.OccurredAt.Ticks);
        Number(hash, fact.RecordedAt.Ticks);
        Number(hash, (int)fact.Source);
        Text(hash, fact.Payload);
        // None and the zero id are two different things to whoever changes a row.
        Number(hash, fact.Withdraws is null ? 0 : 1);
        Id(hash, fact.Withdraws ?? Guid.Empty);
        return hash.GetHashAndReset();
    }

    private static byte[] BlockHash(byte[] previous, Header header, List<byte[]> leaves)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Text(hash, header.TenantId);
        Number(hash, header.Number);
        Number(hash, header.From);
        Number(hash, header.To);
        Number(hash, header.Count);
        Number(hash, header.SealedAt.Ticks);
        foreach (var leaf in leaves)
            hash.AppendData(leaf);
        return hash.GetHashAndReset();
    }

    private static void Text(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Number(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Number(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Id(IncrementalHash hash, Guid id) => hash.AppendData(id.ToByteArray(bigEndian: true));
}
