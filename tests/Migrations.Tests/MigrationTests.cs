using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Migrations.Tests;

/// <summary>The migrations lead where the model says. `tools/migrate NAME` writes the missing pair.</summary>
public sealed class MigrationTests
{
    [Theory, EveryDatabase]
    public async Task The_migrations_say_all_that_the_model_says(DatabaseKind kind)
    {
        await using var database = await Databases.CreateEmpty(kind);
        await using var db = database.Open();

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: run tools/migrate NAME.");
    }

    [Theory, EveryDatabase]
    public async Task A_migrated_database_is_the_same_as_one_made_from_the_model(DatabaseKind kind)
    {
        await using var migrated = await Databases.CreateEmpty(kind);
        await using (var db = migrated.Open())
            await Schema.BringUpToDate(db);
        await using var made = await Databases.Create(kind);

        Assert.Equal(await Layout.Of(made), await Layout.Of(migrated));
    }

    [Theory, EveryDatabase]
    public async Task Bringing_up_to_date_twice_changes_nothing(DatabaseKind kind)
    {
        await using var database = await Databases.CreateEmpty(kind);
        await using (var db = database.Open())
            await Schema.BringUpToDate(db);
        var once = await Layout.Of(database);
        await using (var db = database.Open())
            await Schema.BringUpToDate(db);

        Assert.Equal(once, await Layout.Of(database));
    }

    [Fact]
    public async Task Migrations_come_in_pairs_with_the_same_name()
    {
        await using var sqlite = Databases.At(new WuzhaOptions { DataFolder = "." });
        await using var postgres = Databases.At(new WuzhaOptions { DataFolder = ".", Postgres = "Host=unused" });

        Assert.Equal(Names(sqlite), Names(postgres));
    }

    /// <summary>The names without the time at which each was written.</summary>
    private static List<string> Names(TestDatabase database)
    {
        using var db = database.Open();
        return [.. db.Database.GetMigrations().Select(name => name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..])];
    }
}
