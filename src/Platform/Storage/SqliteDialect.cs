using Microsoft.EntityFrameworkCore;

namespace Wuzha.Platform.Storage;

/// <summary>SQLite: one file, one writer, group commit through the write queue.</summary>
public sealed class SqliteDialect(string file) : Dialect
{
    public override void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite($"Data Source={file}", sqlite => sqlite.MigrationsAssembly("Wuzha.Migrations.Sqlite"));

    public override void Finish(ModelBuilder model) { }
}
