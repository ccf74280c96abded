using Wuzha.Platform.Storage;
using Wuzha.Rules.Trespasser;
using Xunit;

namespace Wuzha.Rules.Tests;

public sealed class ModelTests
{
    /// <summary>Texts whose length is bounded elsewhere: JSON written by the product itself.</summary>
    private static readonly HashSet<string> Boundless = [];

    [Fact]
    public void Every_table_is_as_both_databases_want_it() =>
        Breaches.None(ModelRules.Breaches(Models.Sqlite, ModelRules.ReferenceTables, Boundless));

    [Fact]
    public void Both_models_have_the_same_tables_and_columns() =>
        Assert.Equal(ModelRules.Columns(Models.Sqlite), ModelRules.Columns(Models.Postgres));

    [Fact]
    public void Both_models_have_the_same_keys_and_indexes() =>
        Assert.Equal(ModelRules.KeysAndIndexes(Models.Sqlite), ModelRules.KeysAndIndexes(Models.Postgres));

    [Fact]
    public void Canary_a_faulty_table_is_found()
    {
        var faults = ModelRules.Breaches(
            Models.Of(new ModuleList([new TrespasserModule()]), new SqliteDialect("unused.db")),
            ModelRules.ReferenceTables,
            Boundless
        );

        Assert.Equal(
            [
                "Loot: the name is not snake_case",
                "Loot: the key (Id) does not start with TenantId",
                "Loot: the index (Label) does not start with TenantId",
                "Loot.Due: a day's name ends in On (or Day)",
                "Loot.Label: a text without a greatest length",
                "Loot.Label: the column LABEL is not snake_case",
                "Loot.Seen: DateTimeOffset is not compared alike by both databases",
                "Loot.Taken: an instant's name ends in At (or Until)",
                "Loot.TenantId: a text without a greatest length",
                "Loot.Worth: Decimal is not compared alike by both databases",
            ],
            faults.Where(fault => fault.StartsWith("Loot", StringComparison.Ordinal))
        );
    }
}
