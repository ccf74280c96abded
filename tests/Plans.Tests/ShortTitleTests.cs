using Xunit;

namespace Wuzha.Plans.Tests;

public sealed class ShortTitleTests
{
    [Theory]
    [InlineData("各村（社区）要组织网格员逐户走访，", "各村（社区）", "组织网格员逐户走访")]
    [InlineData("镇综治办统一印制宣传资料1万份，", "镇综治办", "统一印制宣传资料1万份")]
    [InlineData("每月底前将宣传情况书面报镇综治办。", "", "宣传情况书面报镇综治办")]
    [InlineData("通过召开会议等方式，每月至少开展一次反诈培训。（责任单位：镇平安办）", "", "开展一次反诈培训")]
    [InlineData("3.要求各网点张贴海报。", "", "要求各网点张贴海报")]
    [InlineData("泊云派出所于2027年1月15日前组织1次宣讲员培训。", "泊云派出所", "组织1次宣讲员培训")]
    [InlineData("。", "", "（没有文字）")]
    public void A_title_is_verb_and_object(string sentence, string unit, string title) =>
        Assert.Equal(title, ShortTitle.Of(sentence, unit.Length == 0 ? [] : [unit]));

    [Fact]
    public void Every_unit_that_shall_do_it_is_left_out() =>
        Assert.Equal("发放致家长的一封信", ShortTitle.Of("中心小学、初级中学于11月22日前发放致家长的一封信。", ["中心小学", "初级中学"]));

    [Fact]
    public void A_long_sentence_is_cut_and_says_so()
    {
        var title = ShortTitle.Of("组织" + new string('各', 100), []);
        Assert.Equal(Proposal.TitleLength, title.Length);
        Assert.EndsWith("…", title);
    }
}
