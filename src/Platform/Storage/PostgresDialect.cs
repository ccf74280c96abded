using Microsoft.EntityFrameworkCore;

namespace Wuzha.Platform.Storage;

/// <summary>PostgreSQL 15 and later.</summary>
public sealed class PostgresDialect(string connection) : Dialect
{
    public override void Configure(DbContextOptionsBuilder options) =>
        options.UseNpgsql(connection, postgres => postgres.MigrationsAssembly("Wuzha.Migrations.Postgres"));

    public override void Finish(ModelBuilder model) { }
}
