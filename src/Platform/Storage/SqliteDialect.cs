using System.Data;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Wuzha.Platform.Storage;

/// <summary>SQLite: one file, one writer, group commit through the write queue.</summary>
public sealed class SqliteDialect(string file) : Dialect
{
    private readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString();
    private readonly SqliteTurn turn = new();

    protected override void Use(DbContextOptionsBuilder options)
    {
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly("Wuzha.Migrations.Sqlite"));
        options.AddInterceptors(new SqlitePragmas(), turn);
    }

    /// <summary>SQLite takes 300 characters into a column of 200 without a word; a check makes it refuse as PostgreSQL does.</summary>
    public override void Finish(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        foreach (var property in entity.GetProperties().Where(property => property.GetMaxLength() is not null))
        {
            var column = property.GetColumnName(StoreObjectIdentifier.Table(entity.GetTableName()!));
            entity.AddCheckConstraint($"ck_{entity.GetTableName()}_{column}_length", $"length(\"{column}\") <= {property.GetMaxLength()}");
        }
    }

    public override async Task<DbConnection> Open(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await SqlitePragmas.Set(connection, cancellation);
        return connection;
    }

    public override async Task<WriteTransaction> BeginWrite(DbConnection connection, CancellationToken cancellation)
    {
        var lease = await turn.Take(cancellation);
        try
        {
            return new WriteTransaction(await connection.BeginTransactionAsync(cancellation), lease);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    public override async Task Guard(Db db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync("pragma journal_mode = wal", cancellation);
        foreach (var table in AppendOnly)
        foreach (var verb in (string[])["update", "delete"])
        {
            var sql =
                $"create trigger if not exists {table}_no_{verb} before {verb} on {table} begin select raise(abort, '{table} is append-only'); end";
            await db.Database.ExecuteSqlRawAsync(sql, cancellation);
        }
    }

    /// <summary>SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY.</summary>
    public override bool IsTaken(DbUpdateException fault) => fault.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    public override string RandomId =>
        "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-'"
        + " || substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

    public override int JobsAtOnce => 1;

    /// <summary>Only one transaction can add facts, and it is committed before the next begins.</summary>
    public override Task<long> SettledBelow(Db db, CancellationToken cancellation = default) => Task.FromResult(long.MaxValue);

    public override Task<bool> TryLock(Db db, string name, CancellationToken cancellation = default) => Task.FromResult(InTransaction(db));

    public override Task Lock(Db db, string name, CancellationToken cancellation = default) => Task.FromResult(InTransaction(db));

    public override Task LockTallies(Db db, CancellationToken cancellation = default) => Task.FromResult(InTransaction(db));

    public override Task<List<Guid>> ClaimNext(
        Db db,
        string tenantId,
        DateTime now,
        DateTime until,
        int count,
        CancellationToken cancellation = default
    ) =>
        db
            .Database.SqlQuery<Guid>(
                $"""
                update jobs set claimed_until = {until}, attempts = attempts + 1
                where tenant_id = {tenantId} and id in (
                  select id from jobs
                  where tenant_id = {tenantId} and done_at is null and stopped_at is null and due_at <= {now}
                    and (claimed_until is null or claimed_until <= {now})
                  order by due_at limit {count})
                returning id as "Value"
                """
            )
            .ToListAsync(cancellation);

    internal override Task Relay(Signals signals, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Every transaction here is the one writer: to be in one is to hold every lock.</summary>
    private static bool InTransaction(Db db) =>
        db.Database.CurrentTransaction is not null ? true : throw new InvalidOperationException("A lock needs a transaction.");

    internal override async Task<IReadOnlySet<FactKey>> InsertFacts(
        DbTransaction transaction,
        IReadOnlyList<PreparedFact> facts,
        CancellationToken cancellation
    )
    {
        // The one writer holds the lock, so the next number is free, and nobody with a smaller one can still come.
        var positions = new Dictionary<string, long>();
        var inserted = new HashSet<FactKey>();
        await using var insert = Command(
            transaction,
            """
            insert into facts (tenant_id, id, position, kind, campaign_id, unit_id, node_id, actor_id, on_day, occurred_at, recorded_at, source, payload, withdraws)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing
            """,
            14
        );
        foreach (var fact in facts)
        {
            var entry = fact.Entry;
            if (!positions.TryGetValue(entry.TenantId, out var position))
                positions[entry.TenantId] = position = await NextPosition(transaction, entry.TenantId, cancellation);

            Set(
                insert,
                entry.TenantId,
                entry.Id,
                position,
                fact.Kind,
                entry.CampaignId,
                entry.UnitId,
                entry.NodeId,
                entry.ActorId,
                entry.OnDay,
                entry.OccurredAt,
                entry.RecordedAt,
                (int)entry.Source,
                fact.Payload,
                fact.Withdraws
            );
            if (await insert.ExecuteNonQueryAsync(cancellation) == 1)
                inserted.Add(fact.Key);
        }
        return inserted;
    }

    internal override async Task InsertRows(DbTransaction transaction, BulkRows rows, CancellationToken cancellation)
    {
        var names = string.Join(", ", rows.Columns.Select(column => $"\"{column.Name}\""));
        var places = string.Join(", ", rows.Columns.Select((_, at) => $"${at + 1}"));
        await using var insert = Command(transaction, $"insert into \"{rows.Table}\" ({names}) values ({places})", rows.Columns.Count);
        foreach (var row in rows.Rows)
        {
            for (var i = 0; i < rows.Columns.Count; i++)
                insert.Parameters[i].Value = rows.Columns[i].Value(row) ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(cancellation);
        }
    }

    internal override async Task AddTallies(DbTransaction transaction, IReadOnlyList<TallyLine> lines, CancellationToken cancellation)
    {
        await using var upsert = Command(
            transaction,
            """
            insert into tallies (tenant_id, measure, node_id, day, campaign_id, value) values ($1, $2, $3, $4, $5, $6)
            on conflict (tenant_id, measure, node_id, day, campaign_id) do update set value = value + excluded.value
            """,
            6
        );
        foreach (var line in lines)
        {
            Set(upsert, line.TenantId, line.Measure, line.NodeId, line.Day, line.CampaignId, line.Value);
            await upsert.ExecuteNonQueryAsync(cancellation);
        }
    }

    internal override async Task<IReadOnlyList<long?>> ForEach(
        DbTransaction transaction,
        string sql,
        IReadOnlyList<object[]> rows,
        CancellationToken cancellation
    )
    {
        if (rows.Count == 0)
            return [];

        var answers = new List<long?>(rows.Count);
        await using var command = Command(transaction, sql, rows[0].Length);
        foreach (var row in rows)
        {
            Set(command, row);
            answers.Add(await command.ExecuteScalarAsync(cancellation) as long?);
        }
        return answers;
    }

    internal override async Task<IReadOnlyList<StoredFact>> FindFacts(
        DbTransaction transaction,
        string tenantId,
        IReadOnlyList<Guid> ids,
        IReadOnlyList<Guid> withdrawn,
        CancellationToken cancellation
    )
    {
        await using var select = Command(
            transaction,
            """
            select tenant_id, id, kind, campaign_id, node_id, actor_id, on_day, occurred_at, payload, withdraws from facts
            where tenant_id = $1
              and (id in (select value from json_each($2)) or withdraws in (select value from json_each($3)))
            """,
            3
        );
        Set(select, tenantId, Json(ids), Json(withdrawn));
        return await StoredFacts.Read(select, cancellation);
    }

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    private static async Task<long> NextPosition(DbTransaction transaction, string tenantId, CancellationToken cancellation)
    {
        await using var next = Command(transaction, "select coalesce(max(position), 0) + 1 from facts where tenant_id = $1", 1);
        Set(next, tenantId);
        return (long)(await next.ExecuteScalarAsync(cancellation))!;
    }

    private static string Json(IReadOnlyList<Guid> ids) => JsonSerializer.Serialize(ids.Select(id => id.ToString("D").ToUpperInvariant()));

    private static SqliteCommand Command(DbTransaction transaction, string sql, int parameters)
    {
        var command = ((SqliteTransaction)transaction).Connection!.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
