using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Facts;

/// <summary>Changes a module's own rows for facts that have just entered, see <see cref="FactCatalog.Keep{TFact}"/>. The facts are of one kind, in the order of their ids.</summary>
/// <returns>Facts that follow from these and enter with them; give them ids that follow from the first ones' too (<see cref="FactId.From"/>).</returns>
public delegate Task<IReadOnlyList<FactEntry>> KeepRows(KeptWrite write, IReadOnlyList<FactEntry> entered);

/// <summary>Takes hold of a module's own rows for facts that are about to enter, see <see cref="FactCatalog.Claim{TFact}"/>. The facts are of one kind, in the order of their ids.</summary>
/// <returns>For each fact, in order, the facts that follow from it and enter with it; null when it may not enter.</returns>
public delegate Task<IReadOnlyList<IReadOnlyList<FactEntry>?>> ClaimRows(KeptWrite write, IReadOnlyList<FactEntry> offered);

/// <summary>Ids of facts that can happen only once.</summary>
public static class FactId
{
    /// <summary>
    /// The id of the one fact of its kind about these things: whoever records it a second time, at whatever moment, is told that it stands already. A UUID of
    /// version 8 (RFC 9562), the leading bits of the SHA-256 of the words.
    /// </summary>
    public static Guid From(string what, params ReadOnlySpan<Guid> about)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(what) + 16 * about.Length];
        var at = Encoding.UTF8.GetBytes(what, bytes);
        foreach (var id in about)
        {
            id.TryWriteBytes(bytes.AsSpan(at), bigEndian: true, out _);
            at += 16;
        }
        var hash = SHA256.HashData(bytes).AsSpan(0, 16);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}

/// <summary>The transaction in which rows are kept equal to facts.</summary>
public sealed class KeptWrite(DbTransaction transaction, Dialect dialect, CancellationToken cancellation)
{
    /// <summary>
    /// Runs one statement for each of these rows of parameters, which stand in it as <c>$1</c>, <c>$2</c> …; none may be null. SQL that both databases read
    /// alike. Give the rows in the order of their keys, so that two transactions cannot wait for each other.
    /// </summary>
    /// <returns>For each row the number that the statement returns; null where it returns none.</returns>
    public Task<IReadOnlyList<long?>> ForEach(string sql, IReadOnlyList<object[]> rows) => dialect.ForEach(transaction, sql, rows, cancellation);
}
