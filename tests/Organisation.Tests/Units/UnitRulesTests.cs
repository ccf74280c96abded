using Wuzha.Organisation.Units;
using Wuzha.Platform.Units;
using Xunit;

namespace Wuzha.Organisation.Tests.Units;

public sealed class UnitRulesTests
{
    [Theory]
    [InlineData("grid", "village", true)]
    [InlineData("grid", "township", true)]
    [InlineData("grid", "bank", false)]
    [InlineData("village", "township", true)]
    [InlineData("village", "village", false)]
    [InlineData("class", "school", true)]
    [InlineData("class", "township", false)]
    [InlineData("entrance", "grid", true)]
    [InlineData("township", "county", true)]
    [InlineData("county", "county", false)]
    [InlineData("village", "grid", false)]
    public void A_kind_stands_only_under_the_kinds_that_hold_it(string kind, string parent, bool allowed) =>
        Assert.Equal(allowed, UnitRules.MayStandUnder(kind, parent));

    [Fact]
    public void Every_kind_but_the_county_has_a_place_somewhere()
    {
        foreach (var kind in UnitKinds.All.Where(kind => kind != UnitKinds.County))
            Assert.Contains(UnitKinds.All, parent => UnitRules.MayStandUnder(kind.Key, parent.Key));
    }
}

public sealed class StatisticsCodeTests
{
    [Theory]
    [InlineData("990131000000", "county", null)]
    [InlineData("990131102000", "township", "990131000000")]
    [InlineData("990131400000", "township", "990131000000")]
    [InlineData("990131102200", "village", "990131102000")]
    [InlineData("990131102200001", "grid", "990131102200")]
    public void A_right_code_is_taken(string code, string kind, string? parent) => Assert.Null(StatisticsCode.Error(code, kind, parent));

    [Theory]
    [InlineData("99013110220", "village", null, "12 位")]
    [InlineData("99013110220a", "village", null, "12 位")]
    [InlineData("990131000001", "county", null, "后 6 位")]
    [InlineData("990131600000", "township", null, "001 至 599")]
    [InlineData("990131000200", "village", null, "001 至 599")]
    [InlineData("990131102001", "township", null, "后 3 位")]
    [InlineData("990131102000", "village", null, "001 至 599")]
    [InlineData("990131102600", "village", null, "001 至 599")]
    [InlineData("990131103200", "village", "990131102000", "前 9 位")]
    [InlineData("990131102200", "grid", null, "15 位")]
    [InlineData("990131102201001", "grid", "990131102200", "前 12 位")]
    public void A_wrong_code_is_refused_with_a_sentence(string code, string kind, string? parent, string says)
    {
        var error = StatisticsCode.Error(code, kind, parent);
        Assert.NotNull(error);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }
}

public sealed class UnitSortKeyTests
{
    [Fact]
    public void Numbered_units_stand_in_the_order_of_their_numbers()
    {
        string[] names = ["第十网格", "第二网格", "第一网格", "第十二网格", "第九网格", "第二十网格", "12 号网格", "3 号网格"];

        var ordered = names.OrderBy(name => UnitSortKey.Of("grid", name), StringComparer.Ordinal);

        Assert.Equal(["3 号网格", "12 号网格", "第一网格", "第二网格", "第九网格", "第十网格", "第十二网格", "第二十网格"], ordered);
    }

    [Fact]
    public void Kinds_stand_in_their_own_order() =>
        Assert.True(string.CompareOrdinal(UnitSortKey.Of("village", "东沟村"), UnitSortKey.Of("bank", "安乡信用社")) < 0);

    [Fact]
    public void A_long_name_still_fits_its_column() =>
        Assert.True(UnitSortKey.Of("village", new string('十', 40) + new string('村', 60)).Length <= 120);
}

public sealed class UnitSumsTests
{
    private static readonly ChildUnit First = new(Guid.Empty, "grid", "第一网格", 300, 100, new DateOnly(2026, 1, 1), 0);

    [Fact]
    public void Grids_that_add_up_agree_with_the_village()
    {
        var sums = UnitSums.Compare(600, 200, [First, First]);
        Assert.True(sums.Agrees);
        Assert.Equal("与总数一致", sums.Sentence);
    }

    [Fact]
    public void What_is_missing_from_the_village_is_named_in_people_and_households()
    {
        var sums = UnitSums.Compare(650, 190, [First, First]);
        Assert.False(sums.Agrees);
        Assert.Equal("比总数少 50 人，比总数多 10 户", sums.Sentence);
    }

    [Fact]
    public void A_grid_without_figures_is_unknown_and_not_zero()
    {
        var sums = UnitSums.Compare(600, 200, [First, First with { Population = null }]);
        Assert.False(sums.Agrees);
        Assert.Contains("1 个没有填数", sums.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_village_without_figures_of_its_own_shows_no_difference()
    {
        var sums = UnitSums.Compare(null, null, [First]);
        Assert.Equal("", sums.Sentence);
    }
}
