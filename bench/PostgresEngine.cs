using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Wuzha.Bench;

/// <summary>
/// The bare PostgreSQL: pgbench on a table of the same columns, row size and indexes, with two roll-up rows kept right in the same transaction; prepared,
/// 16 connections. No row-level security, no triggers, no checks.
/// </summary>
internal sealed class PostgresEngine(string connection, string folder)
{
    private const string Schema = """
        drop table if exists e_facts, e_rollup;
        create table e_facts (tenant_id varchar(32) collate "C" not null, id uuid not null, position bigint not null, kind varchar(80) collate "C" not null,
          campaign_id uuid not null, unit_id uuid not null, node_id uuid not null, actor_id uuid not null, on_day date not null,
          occurred_at timestamptz not null, recorded_at timestamptz not null, source int not null, payload varchar(20000) collate "C" not null, withdraws uuid,
          primary key (tenant_id, id));
        create unique index on e_facts (tenant_id, withdraws);
        create index on e_facts (tenant_id, position, id);
        create index on e_facts (tenant_id, kind, on_day, node_id);
        create table e_rollup (tenant_id varchar(32) collate "C" not null, measure varchar(80) collate "C" not null, node_id uuid not null, day date not null,
          campaign_id uuid not null, value bigint not null, primary key (tenant_id, measure, node_id, day, campaign_id));
        insert into e_rollup select 'bench', m, cast(lpad(to_hex(n), 32, '0') as uuid), date '2026-04-03', cast(repeat('0', 32) as uuid), 0
        from generate_series(0, 499) n, unnest(array['bench.leaflets', 'bench.visits']) m;
        """;

    // A blank after each colon: pgbench takes :1 for a variable.
    private const string Row = """
        'bench', gen_random_uuid(), cast(cast(pg_current_xact_id() as text) as bigint), 'bench.visit-made', cast(repeat('0', 32) as uuid), NODE, NODE, NODE,
        date '2026-04-03', now(), now(), 1,
        '{"grid": "0197d000-0000-7000-8000-000000000001","household": "0197d000-0000-7000-8000-000000000002","officer": "0197d000-0000-7000-8000-000000000003","notice": "0197d000-0000-7000-8000-000000000004","pledge": "0197d000-0000-7000-8000-000000000005","signature": "0197d000-0000-7000-8000-000000000006","outcome": 1,"leaflets": 2,"installed": true}',
        null
        """;

    private static readonly string One = $"""
        \set n random(0, 499)
        begin;
        insert into e_facts select {Row.Replace("NODE", "cast(lpad(to_hex(cast(:n as int)), 32, '0') as uuid)", StringComparison.Ordinal)};
        update e_rollup set value = value + 2 where tenant_id = 'bench' and measure = 'bench.leaflets' and node_id = cast(lpad(to_hex(cast(:n as int)), 32, '0') as uuid)
          and day = date '2026-04-03' and campaign_id = cast(repeat('0', 32) as uuid);
        update e_rollup set value = value + 1 where tenant_id = 'bench' and measure = 'bench.visits' and node_id = cast(lpad(to_hex(cast(:n as int)), 32, '0') as uuid)
          and day = date '2026-04-03' and campaign_id = cast(repeat('0', 32) as uuid);
        commit;
        """;

    private static readonly string Fifty = $"""
        \set n random(0, 499)
        begin;
        insert into e_facts select {Row.Replace(
            "NODE",
            "cast(lpad(to_hex((cast(:n as int) + i * 79) % 500), 32, '0') as uuid)",
            StringComparison.Ordinal
        )} from generate_series(1, 50) i;
        insert into e_rollup as r select 'bench', m, cast(lpad(to_hex((cast(:n as int) + i * 79) % 500), 32, '0') as uuid), date '2026-04-03', cast(repeat('0', 32) as uuid), count(*)
          from generate_series(1, 50) i, unnest(array['bench.leaflets', 'bench.visits']) m group by 2, 3 order by 2, 3
          on conflict (tenant_id, measure, node_id, day, campaign_id) do update set value = r.value + excluded.value;
        commit;
        """;

    public async Task Prepare()
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(Schema);
        await command.ExecuteNonQueryAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "one.pgbench"), OneLine(One));
        await File.WriteAllTextAsync(Path.Combine(folder, "fifty.pgbench"), OneLine(Fifty));
    }

    /// <summary>Rows a second.</summary>
    public Task<double> Append(int batch, TimeSpan time) => Bench(batch == 1 ? "one.pgbench" : "fifty.pgbench", 16, batch, time);

    /// <summary>Seconds that the engine's own fan-out takes: the rows of a directive's receipts, of two whole numbers and three moments, made by one statement.</summary>
    public async Task<double> FanOut(int recipients)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var prepare = source.CreateCommand(
            """
            drop table if exists e_receipt;
            create table e_receipt (directive_id int not null, recipient_id int not null, sent_at timestamptz not null default now(), read_at timestamptz,
              done_at timestamptz, primary key (directive_id, recipient_id));
            """
        );
        await prepare.ExecuteNonQueryAsync();
        var taken = 0.0;
        for (var directive = 1; directive <= 2; directive++)
        {
            await using var insert = source.CreateCommand(
                $"insert into e_receipt (directive_id, recipient_id) select {directive}, i from generate_series(1, {recipients}) i"
            );
            var watch = Stopwatch.StartNew();
            await insert.ExecuteNonQueryAsync();
            taken = watch.Elapsed.TotalSeconds;
        }
        return taken;
    }

    /// <summary>Receipts acknowledged a second, one transaction each, on the rows of <see cref="FanOut"/>.</summary>
    public async Task<double> Acknowledge(int recipients, TimeSpan time)
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "ack.pgbench"),
            $"\\set r random(1, {recipients})\nupdate e_receipt set read_at = now() where directive_id = 1 and recipient_id = :r;\n"
        );
        return await Bench("ack.pgbench", 16, 1, time);
    }

    /// <summary>Reads of all 500 roll-up rows a second, one connection.</summary>
    public Task<double> ReadAll(TimeSpan time) =>
        Read("select node_id, value from e_rollup where tenant_id = 'bench' and measure = 'bench.visits' and day = date '2026-04-03'", time);

    /// <summary>How often a second one connection gets everything that a query answers.</summary>
    public async Task<double> Read(string query, TimeSpan time)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "read.pgbench"), query + ";\n");
        return await Bench("read.pgbench", 1, 1, time);
    }

    private async Task<double> Bench(string script, int connections, int rows, TimeSpan time)
    {
        var words = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo("pgbench")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-n",
                "-M",
                "prepared",
                "-c",
                connections.ToString(CultureInfo.InvariantCulture),
                "-j",
                connections > 1 ? "2" : "1",
                "-T",
                ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture),
                "-f",
                Path.Combine(folder, script),
                "-h",
                words.Host!,
                "-p",
                words.Port.ToString(CultureInfo.InvariantCulture),
                "-U",
                words.Username!,
                words.Database!,
            },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var tps = output.Split('\n').FirstOrDefault(line => line.StartsWith("tps = ", StringComparison.Ordinal));
        return tps is null
            ? throw new InvalidOperationException($"pgbench failed: {await process.StandardError.ReadToEndAsync()}")
            : double.Parse(tps.Split(' ')[2], CultureInfo.InvariantCulture) * rows;
    }

    /// <summary>pgbench takes one statement a line only when it begins there; joined lines keep it simple.</summary>
    private static string OneLine(string script) =>
        string.Join('\n', script.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd())) + "\n";
}
