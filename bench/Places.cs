using Npgsql;
using Wuzha.Platform.Storage;

namespace Wuzha.Bench;

/// <summary>Where the measured databases live: a scratch folder, and the PostgreSQL that <c>bench.sh</c> started with fsync on.</summary>
internal static class Places
{
    private static readonly string Scratch = Directory.CreateTempSubdirectory("wuzha-bench-").FullName;

    static Places() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Scratch, recursive: true);

    /// <summary>Connection string of a server where databases may be created; null measures SQLite only.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("BENCH_POSTGRES") is { Length: > 0 } server ? server : null;

    public static string Folder(string name) => Directory.CreateDirectory(Path.Combine(Scratch, name)).FullName;

    public static WuzhaOptions Sqlite(string name) => new() { DataFolder = Folder(name) };

    public static async Task<WuzhaOptions> Postgres(string name)
    {
        var database = $"wuzha_bench_{name}_{Environment.ProcessId}";
        await using var source = NpgsqlDataSource.Create(Server!);
        await using var create = source.CreateCommand($"create database {database}");
        await create.ExecuteNonQueryAsync();
        return new WuzhaOptions
        {
            DataFolder = Folder(name),
            Postgres = new NpgsqlConnectionStringBuilder(Server!) { Database = database }.ConnectionString,
        };
    }
}
