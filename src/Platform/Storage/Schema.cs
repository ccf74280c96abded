using Microsoft.EntityFrameworkCore;

namespace Wuzha.Platform.Storage;

/// <summary>Brings a database to what this release needs, from nothing or from any earlier release.</summary>
public static class Schema
{
    /// <summary>Runs the migrations that are missing, then puts up the guards. Harmless when there is nothing to do.</summary>
    public static async Task BringUpToDate(Db db, CancellationToken cancellation = default)
    {
        db.ActForAll();
        await db.Database.MigrateAsync(cancellation);
        await db.Dialect.Guard(db, cancellation);
    }

    /// <summary>A new database straight from the model: for a set of modules that has no migrations of its own, as tests make them up.</summary>
    public static async Task CreateFromModel(Db db, CancellationToken cancellation = default)
    {
        db.ActForAll();
        await db.Database.EnsureCreatedAsync(cancellation);
        await db.Dialect.Guard(db, cancellation);
    }
}
