using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Wuzha.Platform.Storage;

/// <summary>
/// The second wall: row-level security reads the session setting <c>wuzha.tenant</c>, which follows the <see cref="Db"/> that opens the connection.
/// A pooled session keeps its setting, so one is sent only when the tenant changes: with one tenant per installation once per session.
/// Needs a pool that keeps sessions (Npgsql's own, or PgBouncer in session mode).
/// </summary>
internal sealed class PostgresTenantWall : DbConnectionInterceptor
{
    public const string EveryTenant = "*";

    /// <summary>Tenant of each server process of the pool.</summary>
    private readonly ConcurrentDictionary<int, string> tenants = new();

    /// <summary>Server process numbers come back; a fresh session stands for nobody.</summary>
    public void Forget(NpgsqlConnection fresh) => tenants.TryRemove(fresh.ProcessID, out _);

    public async Task Stand(NpgsqlConnection connection, string tenant, CancellationToken cancellation)
    {
        if (tenants.TryGetValue(connection.ProcessID, out var standing) && standing == tenant)
            return;

        await using var command = Command(connection, tenant);
        await command.ExecuteNonQueryAsync(cancellation);
        tenants[connection.ProcessID] = tenant;
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => Stand((NpgsqlConnection)connection, TenantOf(eventData), cancellationToken);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var session = (NpgsqlConnection)connection;
        var tenant = TenantOf(eventData);
        if (tenants.TryGetValue(session.ProcessID, out var standing) && standing == tenant)
            return;

        using var command = Command(session, tenant);
        command.ExecuteNonQuery();
        tenants[session.ProcessID] = tenant;
    }

    private static string TenantOf(ConnectionEndEventData eventData) => (eventData.Context as Db)?.Tenant ?? "";

    private static NpgsqlCommand Command(NpgsqlConnection connection, string tenant) =>
        new("select set_config('wuzha.tenant', $1, false)", connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = tenant } } };
}
