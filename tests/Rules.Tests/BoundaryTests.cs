using System.Reflection;
using Wuzha.Rules.Trespasser;
using Xunit;

namespace Wuzha.Rules.Tests;

public sealed class BoundaryTests
{
    private static readonly Assembly Trespasser = typeof(TrespasserModule).Assembly;

    [Fact]
    public void A_module_names_only_exports_of_modules_below_it() =>
        Breaches.None(Checked.SelectMany(assembly => BoundaryRules.Types(assembly, Product.Rows[Product.NameOf(assembly)], Product.Rows)));

    [Fact]
    public void Canary_a_module_that_reaches_into_another_is_found() =>
        Assert.Equal(["Wuzha.Rules.Trespasser -> Wuzha.Organisation.OrganisationModule"], BoundaryRules.Types(Trespasser, ownRow: 4, Product.Rows));

    [Fact]
    public void Canary_a_module_that_asks_sideways_is_found() =>
        Assert.Equal(
            [
                "Wuzha.Rules.Trespasser -> Wuzha.Organisation.Exports.CampaignStarted",
                "Wuzha.Rules.Trespasser -> Wuzha.Organisation.OrganisationModule",
            ],
            BoundaryRules.Types(Trespasser, ownRow: 1, Product.Rows).Order()
        );

    [Fact]
    public void Every_module_has_a_row() => Breaches.None(Product.ModuleAssemblies.Select(Product.NameOf).Except(Product.Rows.Keys));

    [Fact]
    public void No_SQL_names_a_table_of_another_module() =>
        Breaches.None(Checked.SelectMany(assembly => BoundaryRules.Tables(assembly, Models.TableOwners)));

    [Fact]
    public void Canary_SQL_on_another_modules_table_is_found() =>
        Assert.Equal(
            ["Wuzha.Rules.Trespasser names campaigns of Wuzha.Organisation: select l.id from campaigns c join units u on u.tenant_id = c.tenant_id"],
            BoundaryRules.Tables(Trespasser, new Dictionary<string, string> { ["campaigns"] = "Wuzha.Organisation", ["units"] = "Wuzha.Platform" })
        );

    [Fact]
    public void SQL_says_only_what_both_databases_understand_alike() => Breaches.None(Product.Assemblies.SelectMany(BoundaryRules.Sql));

    [Fact]
    public void Canary_SQL_that_the_databases_understand_differently_is_found() =>
        Assert.Equal(["Wuzha.Rules.Trespasser says 'like': select 1 where name like 'x'"], BoundaryRules.Sql(Trespasser));

    [Fact]
    public void Exports_show_only_exports() => Breaches.None(Checked.SelectMany(BoundaryRules.Exports));

    [Fact]
    public void Canary_an_export_that_shows_a_query_or_a_domain_class_is_found() =>
        Assert.Equal(
            [
                "Wuzha.Rules.Trespasser.Exports.Leaks shows Wuzha.Rules.Trespasser.Loot, which is no export",
                "Wuzha.Rules.Trespasser.Exports.Leaks shows a IQueryable`1",
            ],
            BoundaryRules.Exports(Trespasser).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Only_exports_hold_public_constants() => Breaches.None(Product.ModuleAssemblies.SelectMany(BoundaryRules.PublicConstants));

    [Fact]
    public void Canary_a_public_constant_is_found() =>
        Assert.Equal(["Wuzha.Rules.Trespasser.TrespasserModule.Copied"], BoundaryRules.PublicConstants(Trespasser));

    private static IEnumerable<Assembly> Checked => Product.ModuleAssemblies.Append(Product.Platform);
}
