using System.Data.Common;

namespace Wuzha.Platform.Storage;

/// <summary>Reads what <see cref="Dialect.FindFacts"/> selects; the columns stand in the order of <see cref="StoredFact"/>.</summary>
internal static class StoredFacts
{
    public static async Task<IReadOnlyList<StoredFact>> Read(DbCommand select, CancellationToken cancellation)
    {
        var found = new List<StoredFact>();
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            found.Add(
                new StoredFact(
                    rows.GetString(0),
                    rows.GetGuid(1),
                    rows.GetString(2),
                    rows.GetGuid(3),
                    rows.GetGuid(4),
                    rows.GetGuid(5),
                    rows.GetFieldValue<DateOnly>(6),
                    DateTime.SpecifyKind(rows.GetDateTime(7), DateTimeKind.Utc),
                    rows.GetString(8),
                    rows.IsDBNull(9) ? null : rows.GetGuid(9)
                )
            );
        return found;
    }
}
