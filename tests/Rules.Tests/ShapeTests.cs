using System.Reflection;
using Wuzha.Rules.Trespasser;
using Xunit;

namespace Wuzha.Rules.Tests;

public sealed class ShapeTests
{
    private static readonly Assembly Trespasser = typeof(TrespasserModule).Assembly;

    [Fact]
    public void Types_are_named_after_concepts() => Breaches.None(Product.Assemblies.SelectMany(ShapeRules.Names));

    [Fact]
    public void Canary_a_name_that_says_nothing_is_found() =>
        Assert.Equal(["Wuzha.Rules.Trespasser.LootManager ends in Manager"], ShapeRules.Names(Trespasser));

    [Fact]
    public void Methods_carry_no_Async_suffix() => Breaches.None(Product.Assemblies.SelectMany(ShapeRules.AsyncSuffix));

    [Fact]
    public void Canary_an_Async_suffix_is_found() =>
        Assert.Equal(["Wuzha.Rules.Trespasser.LootManager.CountAsync"], ShapeRules.AsyncSuffix(Trespasser));

    [Fact]
    public void No_interface_has_a_single_implementation() => Breaches.None(ShapeRules.Interfaces([.. Product.Assemblies]));

    [Fact]
    public void Canary_a_lonely_interface_is_found() =>
        Assert.Equal(["Wuzha.Rules.Trespasser.ILonely has 1 implementations"], ShapeRules.Interfaces([Trespasser]));

    [Fact]
    public void Facts_carry_no_words_about_anybody() => Breaches.None(Product.Assemblies.SelectMany(ShapeRules.FactPayloads));

    [Fact]
    public void Canary_a_fact_with_a_name_in_it_is_found() =>
        Assert.Equal(["Wuzha.Rules.Trespasser.Exports.LootTaken.OwnerName may hold words about somebody"], ShapeRules.FactPayloads(Trespasser));
}
