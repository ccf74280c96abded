using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Web;

namespace Wuzha.DesignTime;

/// <summary>Gives <c>dotnet ef</c> the model for one of the two databases, without opening one.</summary>
public sealed class DesignTimeDb : IDesignTimeDbContextFactory<Db>
{
    public Db CreateDbContext(string[] args)
    {
        var dialect = Dialect.For(new WuzhaOptions { DataFolder = ".", Postgres = args is ["postgres"] ? "Host=unused" : null });
        var options = new DbContextOptionsBuilder<Db>();
        dialect.Configure(options);
        return new Db(
            options.Options,
            Modules.All,
            dialect,
            new FactWriter(new FactCatalog(Modules.All.All), dialect),
            TimeProvider.System,
            new Signals()
        );
    }
}
