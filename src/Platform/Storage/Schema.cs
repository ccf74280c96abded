using Microsoft.EntityFrameworkCore;

namespace Wuzha.Platform.Storage;

/// <summary>Brings a database to what this release needs, from nothing or from any earlier release.</summary>
public static class Schema
{
    /// <summary>Runs the migrations that are missing, then puts up the guards. Harmless when there is nothing to do.</summary>
    public static async Task BringUpToDate(Db db, CancellationToken cancellation = default)
    {
        db.ActForAll();
        // Before the first release there is nothing to upgrade from: the model is the schema.
        if (db.Database.GetMigrations().Any())
            await db.Database.MigrateAsync(cancellation);
        else
            await db.Database.EnsureCreatedAsync(cancellation);
        await db.Dialect.Guard(db, cancellation);
    }

    /// <summary>A new database straight from the model: for tests, and for looking at a model that has no migration yet.</summary>
    public static async Task CreateFromModel(Db db, CancellationToken cancellation = default)
    {
        db.ActForAll();
        await db.Database.EnsureCreatedAsync(cancellation);
        await db.Dialect.Guard(db, cancellation);
    }
}
