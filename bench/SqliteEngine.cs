using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Wuzha.Bench;

/// <summary>The bare SQLite: one connection, prepared statements, one transaction for each batch (16 rows stand for 16 callers), WAL and synchronous=FULL.</summary>
internal sealed class SqliteEngine : IDisposable
{
    private const string Payload =
        """{"grid":"0197d000-0000-7000-8000-000000000001","household":"0197d000-0000-7000-8000-000000000002","officer":"0197d000-0000-7000-8000-000000000003","notice":"0197d000-0000-7000-8000-000000000004","pledge":"0197d000-0000-7000-8000-000000000005","signature":"0197d000-0000-7000-8000-000000000006","outcome":1,"leaflets":2,"installed":true}""";

    private const string Schema = """
        pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536;
        create table e_facts (tenant_id text not null, id text not null, position integer not null, kind text not null, campaign_id text not null,
          unit_id text not null, node_id text not null, actor_id text not null, on_day text not null, occurred_at text not null, recorded_at text not null,
          source integer not null, payload text not null, withdraws text, primary key (tenant_id, id));
        create unique index e1 on e_facts (tenant_id, withdraws);
        create index e2 on e_facts (tenant_id, position, id);
        create index e3 on e_facts (tenant_id, kind, on_day, node_id);
        create table e_rollup (tenant_id text not null, measure text not null, node_id text not null, day text not null, campaign_id text not null,
          value integer not null, primary key (tenant_id, measure, node_id, day, campaign_id));
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand update;
    private readonly SqliteCommand read;
    private readonly string[] nodes = [.. Enumerable.Range(0, Ours.Villages).Select(_ => Guid.CreateVersion7().ToString())];
    private long position;

    public SqliteEngine(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Command(Schema).ExecuteNonQuery();
        update = Command(
            "update e_rollup set value = value + $1 where tenant_id = 'bench' and measure = $2 and node_id = $3 and day = '2026-04-03' and campaign_id = ''"
        );
        read = Command("select node_id, value from e_rollup where tenant_id = 'bench' and measure = 'bench.visits'");
        insert = Command(
            $"insert into e_facts values ('bench', $1, $2, 'bench.visit-made', '', $3, $3, $3, '2026-04-03', '2026-04-03 02:00:00', '2026-04-03 02:00:00', 1, '{Payload}', null)"
        );
        using var fill = connection.BeginTransaction();
        foreach (var node in nodes)
        foreach (var measure in (string[])["bench.visits", "bench.leaflets"])
            Command($"insert into e_rollup values ('bench', '{measure}', '{node}', '2026-04-03', '', 0)").ExecuteNonQuery();
        fill.Commit();
    }

    /// <summary>Rows a second.</summary>
    public Task<double> Append(int rowsPerCommit, TimeSpan time)
    {
        var random = new Random(1);
        var rows = 0L;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            using var transaction = connection.BeginTransaction();
            (insert.Transaction, update.Transaction) = (transaction, transaction);
            position++;
            for (var i = 0; i < rowsPerCommit; i++)
            {
                var node = nodes[random.Next(nodes.Length)];
                Run(insert, Guid.CreateVersion7().ToString(), position, node);
                Run(update, 1, "bench.visits", node);
                Run(update, 2, "bench.leaflets", node);
            }
            transaction.Commit();
            rows += rowsPerCommit;
        }
        return Task.FromResult(rows / watch.Elapsed.TotalSeconds);
    }

    /// <summary>Reads of all 500 roll-up rows a second.</summary>
    public Task<double> ReadAll(TimeSpan time)
    {
        var (reads, sum) = (0L, 0L);
        read.Transaction = null;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            using var rows = read.ExecuteReader();
            while (rows.Read())
                sum += rows.GetInt64(1);
            reads++;
        }
        return Task.FromResult(sum < 0 ? 0 : reads / watch.Elapsed.TotalSeconds);
    }

    /// <summary>Seconds for the rows of a directive's receipts, one statement prepared once, one transaction.</summary>
    public Task<double> FanOut(int recipients)
    {
        Command(
                "drop table if exists e_receipt; create table e_receipt (directive_id integer not null, recipient_id integer not null, sent_at integer not null, read_at integer, done_at integer, primary key (directive_id, recipient_id)) without rowid"
            )
            .ExecuteNonQuery();
        var taken = 0.0;
        for (var directive = 1; directive <= 2; directive++)
        {
            var watch = Stopwatch.StartNew();
            using var transaction = connection.BeginTransaction();
            using var one = Command("insert into e_receipt (directive_id, recipient_id, sent_at) values ($1, $2, 1)");
            one.Transaction = transaction;
            for (var recipient = 1; recipient <= recipients; recipient++)
                Run(one, directive, recipient);
            transaction.Commit();
            taken = watch.Elapsed.TotalSeconds;
        }
        return Task.FromResult(taken);
    }

    public void Dispose()
    {
        insert.Dispose();
        update.Dispose();
        read.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= 3 && sql.Contains($"${i}", StringComparison.Ordinal); i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
