using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Web;

namespace Wuzha.Rules.Tests;

/// <summary>The model as each database gets it; no database is opened for it.</summary>
internal static class Models
{
    public static readonly IModel Sqlite = Of(Modules.All, new SqliteDialect("unused.db"));
    public static readonly IModel Postgres = Of(Modules.All, new PostgresDialect("Host=unused"));

    /// <summary>Table → the assembly whose class is mapped to it.</summary>
    public static IReadOnlyDictionary<string, string> TableOwners =>
        Sqlite
            .GetEntityTypes()
            .Where(type => type.GetTableName() is not null)
            .GroupBy(type => type.GetTableName()!)
            .ToDictionary(group => group.Key, group => Product.NameOf(group.First().ClrType.Assembly));

    public static IModel Of(ModuleList modules, Dialect dialect)
    {
        var options = new DbContextOptionsBuilder<Db>();
        dialect.Configure(options);
        // EF keeps models by options; the canary's module must not meet the product's model.
        options.EnableServiceProviderCaching(false);
        using var db = new Db(
            options.Options,
            modules,
            dialect,
            new FactWriter(new FactCatalog(modules.All), dialect),
            TimeProvider.System,
            new Signals()
        );
        return db.GetService<IDesignTimeModel>().Model;
    }
}
