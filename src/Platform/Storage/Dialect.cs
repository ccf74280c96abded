using Microsoft.EntityFrameworkCore;

namespace Wuzha.Platform.Storage;

/// <summary>Everything the two databases say differently stands here and in its two subclasses, nowhere else.</summary>
public abstract class Dialect
{
    public static Dialect For(WuzhaOptions options) =>
        options.Postgres is { } connection ? new PostgresDialect(connection) : new SqliteDialect(options.SqliteFile);

    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>Last touches on the model: binary text order, length checks, column types.</summary>
    public abstract void Finish(ModelBuilder model);
}
