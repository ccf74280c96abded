using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Wuzha.Platform.Storage;

/// <summary>What every SQLite connection is told when it opens: durable commits, and patience with other processes on the same file.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql =
        "pragma synchronous = full; pragma busy_timeout = 10000; pragma cache_size = -65536; pragma wal_autocheckpoint = 4000;";

    public static async Task Set(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => Set(connection, cancellationToken);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }
}
