using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using Wuzha.Platform.Facts;

namespace Wuzha.Platform.Storage;

/// <summary>Appends facts to the book and posts their measures to the tallies, inside the caller's transaction.</summary>
public sealed class FactWriter(FactCatalog catalog)
{
    /// <returns>One outcome for each fact, in order.</returns>
    public Task<IReadOnlyList<FactOutcome>> Append(
        DbConnection connection,
        IDbContextTransaction transaction,
        IReadOnlyList<FactEntry> facts,
        CancellationToken cancellation
    ) => throw new NotSupportedException($"{catalog.Kinds.Count()} {connection} {transaction} {facts.Count} {cancellation.CanBeCanceled}");
}
