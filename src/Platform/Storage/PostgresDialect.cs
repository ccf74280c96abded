using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Wuzha.Platform.Storage;

/// <summary>PostgreSQL 15 and later.</summary>
public sealed class PostgresDialect : Dialect
{
    /// <summary>Rows sent at once: some megabytes.</summary>
    private const int BulkBatch = 20_000;

    private readonly NpgsqlDataSource source;
    private readonly PostgresTenantWall wall = new();

    public PostgresDialect(string connection)
    {
        // The session keeps its tenant between two uses, so that one set_config serves many requests: see PostgresTenantWall.
        var words = new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true, MaxAutoPrepare = 200 };
        var builder = new NpgsqlDataSourceBuilder(words.ConnectionString);
        builder.UsePhysicalConnectionInitializer(
            wall.Forget,
            fresh =>
            {
                wall.Forget(fresh);
                return Task.CompletedTask;
            }
        );
        source = builder.Build();
    }

    // A connection instead of the data source: EF would build its services anew for each data source.
    protected override void Use(DbContextOptionsBuilder options)
    {
        options.UseNpgsql(
            source.CreateConnection(),
            contextOwnsConnection: true,
            postgres => postgres.MigrationsAssembly("Wuzha.Migrations.Postgres")
        );
        options.AddInterceptors(wall);
    }

    public override void Finish(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            if (property.ClrType == typeof(string) && property.GetColumnType() is not "jsonb")
                property.SetCollation("C");
    }

    public override async Task<DbConnection> Open(CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        await wall.Stand(connection, PostgresTenantWall.EveryTenant, cancellation);
        return connection;
    }

    public override async Task<WriteTransaction> BeginWrite(DbConnection connection, CancellationToken cancellation) =>
        new(await connection.BeginTransactionAsync(cancellation), gate: null);

    public override Task Guard(Db db, CancellationToken cancellation) => PostgresGuards.Put(db, cancellation);

    public override bool IsTaken(DbUpdateException fault) =>
        fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override string RandomId => "gen_random_uuid()";

    public override int JobsAtOnce => 4;

    public override Task<long> SettledBelow(Db db, CancellationToken cancellation = default) =>
        db.Database.SqlQueryRaw<long>("select facts_settled_below() as \"Value\"").SingleAsync(cancellation);

    public override Task<bool> TryLock(Db db, string name, CancellationToken cancellation = default) =>
        db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({name}, 0)) as \"Value\"").SingleAsync(cancellation);

    public override Task Lock(Db db, string name, CancellationToken cancellation = default) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellation);

    public override Task LockTallies(Db db, CancellationToken cancellation = default) =>
        db.Database.ExecuteSqlRawAsync("lock table tallies in share row exclusive mode", cancellation);

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
                  order by due_at limit {count} for no key update skip locked)
                returning id as "Value"
                """
            )
            .ToListAsync(cancellation);

    internal override async Task Relay(Signals signals, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        connection.Notification += (_, word) =>
        {
            if (word.PID != connection.ProcessID)
                signals.Heard(word.Payload);
        };
        await using (var listen = new NpgsqlCommand("listen wuzha", connection))
            await listen.ExecuteNonQueryAsync(cancellation);
        await Task.WhenAll(Hear(connection, cancellation), Tell(signals, cancellation));
    }

    private static async Task Hear(NpgsqlConnection connection, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
            await connection.WaitAsync(cancellation);
    }

    /// <summary>A commit that notifies holds a lock that all of them share, so words go out apart from the writing, and not more than ten times a second.</summary>
    private async Task Tell(Signals signals, CancellationToken cancellation)
    {
        while (await signals.Outgoing.Reader.WaitToReadAsync(cancellation))
        {
            var words = new HashSet<string>();
            while (signals.Outgoing.Reader.TryRead(out var word))
                words.Add(word);
            await using var notify = source.CreateCommand("select pg_notify('wuzha', word) from unnest($1) as word");
            notify.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. words] });
            await notify.ExecuteNonQueryAsync(cancellation);
            await Task.Delay(100, cancellation);
        }
    }

    internal override async Task<IReadOnlySet<FactKey>> InsertFacts(
        DbTransaction transaction,
        IReadOnlyList<PreparedFact> facts,
        CancellationToken cancellation
    )
    {
        await using var insert = Command(
            transaction,
            """
            insert into facts (tenant_id, id, position, kind, campaign_id, unit_id, node_id, actor_id, on_day, occurred_at, recorded_at, source, payload, withdraws)
            select f.tenant_id, f.id, (select facts_position()), f.kind, f.campaign_id, f.unit_id, f.node_id, f.actor_id, f.on_day, f.occurred_at, f.recorded_at,
                   f.source, f.payload, f.withdraws
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
              as f (tenant_id, id, kind, campaign_id, unit_id, node_id, actor_id, on_day, occurred_at, recorded_at, source, payload, withdraws)
            on conflict do nothing
            returning tenant_id, id
            """
        );
        Add(insert, facts, NpgsqlDbType.Text, fact => fact.Entry.TenantId);
        Add(insert, facts, NpgsqlDbType.Uuid, fact => fact.Entry.Id);
        Add(insert, facts, NpgsqlDbType.Text, fact => fact.Kind);
        Add(insert, facts, NpgsqlDbType.Uuid, fact => fact.Entry.CampaignId);
        Add(insert, facts, NpgsqlDbType.Uuid, fact => fact.Entry.UnitId);
        Add(insert, facts, NpgsqlDbType.Uuid, fact => fact.Entry.NodeId);
        Add(insert, facts, NpgsqlDbType.Uuid, fact => fact.Entry.ActorId);
        Add(insert, facts, NpgsqlDbType.Date, fact => fact.Entry.OnDay);
        Add(insert, facts, NpgsqlDbType.TimestampTz, fact => fact.Entry.OccurredAt);
        Add(insert, facts, NpgsqlDbType.TimestampTz, fact => fact.Entry.RecordedAt);
        Add(insert, facts, NpgsqlDbType.Integer, fact => (int)fact.Entry.Source);
        Add(insert, facts, NpgsqlDbType.Text, fact => fact.Payload);
        Add(insert, facts, NpgsqlDbType.Uuid, fact => fact.Withdraws);

        var inserted = new HashSet<FactKey>(facts.Count);
        await using var rows = await insert.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            inserted.Add(new FactKey(rows.GetString(0), rows.GetGuid(1)));
        return inserted;
    }

    /// <summary>By arrays and not by COPY, which PostgreSQL refuses behind the tenant wall.</summary>
    internal override async Task InsertRows(DbTransaction transaction, BulkRows rows, CancellationToken cancellation)
    {
        var names = string.Join(", ", rows.Columns.Select(column => $"\"{column.Name}\""));
        var arrays = string.Join(", ", rows.Columns.Select((column, at) => $"${at + 1}::{column.StoreType}[]"));
        var sql = $"insert into \"{rows.Table}\" ({names}) select * from unnest({arrays})";
        foreach (var batch in rows.Rows.Chunk(BulkBatch))
        {
            await using var insert = Command(transaction, sql);
            foreach (var column in rows.Columns)
            {
                var values = Array.CreateInstance(column.Type, batch.Length);
                for (var i = 0; i < batch.Length; i++)
                    values.SetValue(column.Value(batch[i]), i);
                insert.Parameters.Add(new NpgsqlParameter { Value = values });
            }
            await insert.ExecuteNonQueryAsync(cancellation);
        }
    }

    internal override async Task AddTallies(DbTransaction transaction, IReadOnlyList<TallyLine> lines, CancellationToken cancellation)
    {
        await using var upsert = Command(
            transaction,
            """
            insert into tallies as t (tenant_id, measure, node_id, day, campaign_id, value)
            select * from unnest($1, $2, $3, $4, $5, $6)
            on conflict (tenant_id, measure, node_id, day, campaign_id) do update set value = t.value + excluded.value
            """
        );
        Add(upsert, lines, NpgsqlDbType.Text, line => line.TenantId);
        Add(upsert, lines, NpgsqlDbType.Text, line => line.Measure);
        Add(upsert, lines, NpgsqlDbType.Uuid, line => line.NodeId);
        Add(upsert, lines, NpgsqlDbType.Date, line => line.Day);
        Add(upsert, lines, NpgsqlDbType.Uuid, line => line.CampaignId);
        Add(upsert, lines, NpgsqlDbType.Bigint, line => line.Value);
        await upsert.ExecuteNonQueryAsync(cancellation);
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

        await using var batch = new NpgsqlBatch((NpgsqlConnection)transaction.Connection!, (NpgsqlTransaction)transaction);
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in row)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }

        var answers = new List<long?>(rows.Count);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        do answers.Add(await reader.ReadAsync(cancellation) ? reader.GetInt64(0) : null);
        while (await reader.NextResultAsync(cancellation));
        // A statement that never returns anything has no results to step through.
        return answers.Count < rows.Count ? new long?[rows.Count] : answers;
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
            where tenant_id = $1 and (id = any($2) or withdraws = any($3))
            """
        );
        select.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenantId });
        Add(select, ids, NpgsqlDbType.Uuid, id => id);
        Add(select, withdrawn, NpgsqlDbType.Uuid, id => id);
        return await StoredFacts.Read(select, cancellation);
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    private static NpgsqlCommand Command(DbTransaction transaction, string sql) =>
        new(sql, ((NpgsqlTransaction)transaction).Connection, (NpgsqlTransaction)transaction);

    private static void Add<TRow, TValue>(NpgsqlCommand command, IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, TValue> value)
    {
        var column = new TValue[rows.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(rows[i]);
        command.Parameters.Add(new NpgsqlParameter<TValue[]> { TypedValue = column, NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
