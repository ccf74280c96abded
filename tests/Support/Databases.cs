using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wuzha.Platform.Storage;
using Wuzha.Web;

namespace Wuzha.Support;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Fresh databases for tests: each test gets its own copy of a template that is made once.</summary>
public static class Databases
{
    /// <summary>Connection string of a server where databases may be created; null when there is none.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    private static readonly string Folder = Directory.CreateTempSubdirectory("wuzha-tests-").FullName;
    private static readonly SemaphoreSlim One = new(1, 1);
    private static readonly Dictionary<(DatabaseKind, string), string> Templates = [];
    private static int made;

    static Databases() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>A new database with today's schema and no rows. Dispose it to drop it.</summary>
    /// <param name="modules">What the process is made of; all modules of the product when left out.</param>
    public static async Task<TestDatabase> Create(DatabaseKind kind, ModuleList? modules = null)
    {
        modules ??= Modules.All;
        var template = await Template(kind, modules);
        var name = $"wuzha_test_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        var options = OptionsOf(kind, name);
        if (kind == DatabaseKind.Sqlite)
            File.Copy(template, options.SqliteFile);
        else
            await OnServer($"create database {name} template {template}");
        return new TestDatabase(kind, options, modules, name);
    }

    /// <summary>A new database without a single table.</summary>
    public static async Task<TestDatabase> CreateEmpty(DatabaseKind kind)
    {
        var name = $"wuzha_test_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        var options = OptionsOf(kind, name);
        if (kind == DatabaseKind.Postgres)
            await OnServer($"create database {name}");
        return new TestDatabase(kind, options, Modules.All, name);
    }

    /// <summary>A database that somebody else made and will drop.</summary>
    public static TestDatabase At(WuzhaOptions options, ModuleList? modules = null) =>
        new(options.Postgres is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres, options, modules ?? Modules.All, name: null);

    internal static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(ServerOrFail());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string ServerOrFail() =>
        Server ?? throw new InvalidOperationException("TEST_POSTGRES is not set: this run is to prove PostgreSQL too. See tests/postgres.sh.");

    private static WuzhaOptions OptionsOf(DatabaseKind kind, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        return new WuzhaOptions
        {
            DataFolder = folder,
            Postgres = kind == DatabaseKind.Sqlite ? null : new NpgsqlConnectionStringBuilder(ServerOrFail()) { Database = name }.ConnectionString,
        };
    }

    private static async Task<string> Template(DatabaseKind kind, ModuleList modules)
    {
        await One.WaitAsync();
        try
        {
            var key = (kind, string.Join(' ', modules.All.Select(module => module.GetType().FullName)));
            if (!Templates.TryGetValue(key, out var template))
                Templates[key] = template = kind == DatabaseKind.Sqlite ? await SqliteTemplate(modules) : await PostgresTemplate(modules);
            return template;
        }
        finally
        {
            One.Release();
        }
    }

    private static async Task<string> SqliteTemplate(ModuleList modules)
    {
        var options = OptionsOf(DatabaseKind.Sqlite, $"template{Interlocked.Increment(ref made)}");
        await Fill(options, modules);
        return options.SqliteFile;
    }

    /// <summary>Named after what made it, so that all test programs on one server share it; one makes it, the others wait.</summary>
    private static async Task<string> PostgresTemplate(ModuleList modules)
    {
        await using var connection = new NpgsqlConnection(ServerOrFail());
        await connection.OpenAsync();
        await Run(connection, "select pg_advisory_lock(20260501)");
        var migrations = Assembly.Load("Wuzha.Migrations.Postgres").ManifestModule.ModuleVersionId;
        var builds = modules
            .All.Select(module => $"{module.GetType().FullName} {module.GetType().Module.ModuleVersionId}")
            .Append($"{typeof(Db).Module.ModuleVersionId} {migrations}");
        var name = "wuzha_template_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', builds))))[..16];
        if (await Run(connection, $"select 1 from pg_database where datname = '{name}'") is null)
        {
            var making = $"wuzha_making_{Environment.ProcessId}";
            await Run(connection, $"create database {making}");
            await Fill(OptionsOf(DatabaseKind.Postgres, making), modules);
            await Run(connection, $"alter database {making} rename to {name}");
        }
        return name;
    }

    private static async Task<object?> Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task Fill(WuzhaOptions options, ModuleList modules)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(options, modules).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        // The product's own tables come as an operator gets them; modules that a test made up have no migrations.
        if (modules == Web.Modules.All)
            await Schema.BringUpToDate(db);
        else
            await Schema.CreateFromModel(db);
    }
}

/// <summary>One test's own database.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? name;

    internal TestDatabase(DatabaseKind kind, WuzhaOptions options, ModuleList modules, string? name)
    {
        (Kind, Options, this.name) = (kind, options, name);
        Services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddStorage(options, modules).BuildServiceProvider();
    }

    public DatabaseKind Kind { get; }

    /// <summary>For starting a host on this database.</summary>
    public WuzhaOptions Options { get; }

    public FakeClock Clock { get; } = new();

    /// <summary>The storage services on this database, with the test's clock.</summary>
    public ServiceProvider Services { get; }

    /// <summary>A new unit of work, as the installation itself or as one tenant. Dispose it.</summary>
    public Db Open(string? tenantId = null)
    {
        var options = new DbContextOptionsBuilder<Db>();
        var dialect = Services.GetRequiredService<Dialect>();
        dialect.Configure(options);
        var db = ActivatorUtilities.CreateInstance<Db>(Services, options.Options);
        if (tenantId is null)
            db.ActForAll();
        else
            db.ActFor(tenantId);
        return db;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (name is null)
            return;

        if (Kind == DatabaseKind.Postgres)
            await Databases.OnServer($"drop database if exists {name} with (force)");
        else
            Directory.Delete(Options.DataFolder, recursive: true);
    }
}
