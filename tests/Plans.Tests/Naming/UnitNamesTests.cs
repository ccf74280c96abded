using Wuzha.Plans.Naming;
using Xunit;

namespace Wuzha.Plans.Tests.Naming;

public sealed class UnitNamesTests
{
    private static readonly NamedUnit East = new(new Guid(1, 0, 0, new byte[8]), "东沟村", "village");
    private static readonly NamedUnit West = new(new Guid(2, 0, 0, new byte[8]), "西岭社区", "village");
    private static readonly NamedUnit School = new(new Guid(3, 0, 0, new byte[8]), "青溪镇中心小学", "school");
    private static readonly NamedUnit Culture = new(new Guid(4, 0, 0, new byte[8]), "青溪镇综合文化站", "department");
    private static readonly NamedUnit Police = new(new Guid(5, 0, 0, new byte[8]), "青溪派出所", "police-station");
    private static readonly NamedUnit Youth = new(new Guid(6, 0, 0, new byte[8]), "团委", "department");
    private static readonly NamedUnit Bank = new(new Guid(7, 0, 0, new byte[8]), "青溪镇信用社", "bank");

    private static readonly NameSurroundings Around = new(
        new NamedUnit(new Guid(9, 0, 0, new byte[8]), "青溪镇", "township"),
        ["云泽县"],
        [East, West, School, Culture, Police, Youth, Bank]
    );

    private static NameReading Read(string written) => UnitNames.Read(written, Around);

    [Theory]
    [InlineData("东沟村", "东沟村")]
    [InlineData("中心小学", "青溪镇中心小学")]
    [InlineData("镇中心小学", "青溪镇中心小学")]
    [InlineData("青溪镇中心小学", "青溪镇中心小学")]
    [InlineData("镇文化站", "青溪镇综合文化站")]
    [InlineData("镇团委", "团委")]
    [InlineData("青溪派出所", "青溪派出所")]
    [InlineData("镇派出所", "青溪派出所")]
    [InlineData("东沟村干部", "东沟村")]
    public void A_unit_is_known_by_its_name_and_its_seat(string written, string name)
    {
        var reading = Read(written);
        Assert.True(reading.IsSure, $"{reading}");
        Assert.Equal([name], reading.Of(Around.Under).Select(unit => unit.Name));
    }

    [Theory]
    [InlineData("各村（社区）", 2)]
    [InlineData("各村(社区)", 2)]
    [InlineData("各村、各社区", 2)]
    [InlineData("各村干部", 2)]
    [InlineData("各单位", 7)]
    [InlineData("各村、各单位", 7)]
    [InlineData("辖区学校", 1)]
    [InlineData("镇中小学校和幼儿园", 1)]
    [InlineData("各银行", 1)]
    [InlineData("镇直各单位", 3)]
    [InlineData("基础运营商", 0)]
    public void A_group_is_a_rule_and_not_a_list(string written, int units)
    {
        var reading = Read(written);
        Assert.True(reading is { IsSure: true, Target: AliasTarget.Groups }, $"{reading}");
        Assert.Equal(units, reading.Of(Around.Under).Count());
        var later = new NamedUnit(new Guid(8, 0, 0, new byte[8]), "新湾村", "village");
        Assert.Equal(
            reading.Groups is ["villages"] or ["villages", "all"] or ["all"] ? units + 1 : units,
            reading.Of([.. Around.Under, later]).Count()
        );
    }

    [Theory]
    [InlineData("县公安局")]
    [InlineData("县经济信息委")]
    [InlineData("市反诈中心")]
    [InlineData("云泽县教育局")]
    public void A_unit_above_has_no_task_here(string written) =>
        Assert.Equal((AliasTarget.External, true), (Read(written).Target, Read(written).IsSure));

    [Theory]
    [InlineData("镇政府")]
    [InlineData("领导小组办公室")]
    [InlineData("青溪镇")]
    public void The_office_itself_is_known(string written) => Assert.Equal((AliasTarget.Office, true), (Read(written).Target, Read(written).IsSure));

    [Theory]
    [InlineData("相关部门")]
    [InlineData("有关单位")]
    [InlineData("各成员单位")]
    [InlineData("镇卫健办")]
    public void What_nobody_can_know_is_asked(string written) => Assert.False(Read(written).IsSure);

    [Theory]
    [InlineData("镇平安办", AliasTarget.Office)]
    [InlineData("东沟", AliasTarget.Units)]
    public void What_only_seems_so_is_proposed_and_asked(string written, AliasTarget target)
    {
        var reading = Read(written);
        Assert.False(reading.IsSure);
        Assert.Equal(target, reading.Target);
    }

    [Fact]
    public void One_seat_has_many_names()
    {
        var office = new NamedUnit(new Guid(10, 0, 0, new byte[8]), "青溪镇综治办", "department");
        var around = Around with { Under = [.. Around.Under, office] };
        foreach (var written in new[] { "镇平安办", "平安办", "镇综治办", "反诈办" })
            Assert.Equal([office], UnitNames.Read(written, around).Of(around.Under));
    }
}
