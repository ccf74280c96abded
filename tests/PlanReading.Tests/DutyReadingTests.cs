using Xunit;

namespace Wuzha.PlanReading.Tests;

public sealed class DutyReadingTests
{
    private static Plan Read(string tasks) => Assert.Single(PlanReader.Read($"青溪镇反诈宣传工作方案\n一、工作任务\n{tasks}\n二、其他\n"));

    private static DutyProposal Only(string tasks) => Assert.Single(Read(tasks).Duties);

    [Theory]
    [InlineData("各村要组建反诈宣传微信群。", "group-build")]
    [InlineData("派出所逐户走访。", "visit")]
    [InlineData("网格员逐户签订承诺书。", "sign")]
    [InlineData("学校发放《致家长的一封信》。", "letter")]
    [InlineData("各村张贴宣传海报、悬挂横幅。", "display")]
    [InlineData("镇平安办每月通报发案情况。", "bulletin")]
    [InlineData("各单位每月报送宣传台账。", "report")]
    [InlineData("镇纪委对落实情况开展督导检查。", "inspection")]
    [InlineData("派出所组织网格员培训。", "training")]
    [InlineData("镇总工会举办反诈知识竞赛。", "contest")]
    [InlineData("各村确定一名联络员。", "roster")]
    [InlineData("将反诈工作纳入年终考核。", "assessment")]
    [InlineData("派出所对案件进行研判分析。", "case-analysis")]
    [InlineData("镇党政办在微信公众号推送反诈信息。", "push")]
    [InlineData("镇文化站制作反诈短视频。", "material")]
    [InlineData("宣传办对宣传素材进行审核。", "review")]
    [InlineData("指挥部发布工作指令。", "directive")]
    [InlineData("派出所对出租屋开展排查。", "survey")]
    [InlineData("各银行落实柜面询问制度。", "bank")]
    [InlineData("对先进单位予以表彰。", "community-award")]
    [InlineData("各村召开宣传会议。", "lecture")]
    [InlineData("各村成立工作专班。", "organize")]
    public void Each_kind_is_told_by_its_words(string sentence, string kind) => Assert.Equal(kind, Only(sentence).Kind);

    /// <summary>Names that hold a word which elsewhere ends a name.</summary>
    [Theory]
    [InlineData("张家村")]
    [InlineData("高庄村")]
    [InlineData("于家湾村")]
    [InlineData("向阳社区")]
    [InlineData("和平社区")]
    [InlineData("相关职能部门")]
    [InlineData("“五老”自治队")]
    [InlineData("镇反诈宣传指挥部")]
    [InlineData("县第一高中")]
    [InlineData("镇宣传工作领导小组")]
    public void A_name_is_read_whole(string name) => Assert.Equal([name], Only($"{name}每月开展一次反诈宣讲。").Units);

    /// <summary>What stands behind a name without a mark is no part of it.</summary>
    [Theory]
    [InlineData("各村户外显示屏每天播放反诈标语。", "各村")]
    [InlineData("村干部分片包干，每月走访一次群众。", "村干部")]
    [InlineData("镇村干部、网格员、民警组成宣传小分队每周逐户上门走访。", "镇村干部|网格员|民警")]
    [InlineData("各银行建立由大堂经理和保安组成的劝导队伍。", "各银行")]
    public void A_name_ends_where_its_deed_begins(string sentence, string names)
    {
        var duties = Read(sentence).Duties;
        Assert.NotEmpty(duties);
        Assert.All(duties, duty => Assert.Equal(names.Split('|'), duty.Units));
    }

    [Theory]
    [InlineData("和辖区银行对接，每月开展一次反诈宣讲。")]
    [InlineData("镇里每月开展一次反诈宣讲。")]
    [InlineData("每月开展一次反诈宣讲，向家长发放宣传单。")]
    public void Who_is_only_spoken_of_owes_nothing(string sentence) => Assert.All(Read(sentence).Duties, duty => Assert.Empty(duty.Units));

    [Fact]
    public void Of_a_unit_that_is_named_in_full_and_shortly_the_plan_lists_the_full_name()
    {
        var plan = Read("镇平安办每月通报发案情况。\n平安办每季度开展督导检查。\n各村每月走访群众。");

        Assert.Equal(["镇平安办", "各村"], plan.Units);
        Assert.Contains(plan.Duties, duty => duty.Units is ["平安办"]);
    }

    [Theory]
    [InlineData("各单位要高度重视，提高认识。")]
    [InlineData("营造全民反诈的浓厚氛围。")]
    [InlineData("确保宣传工作取得实效。")]
    [InlineData("切实增强群众防范意识。")]
    public void Wishes_are_no_duties_but_are_listed(string sentence)
    {
        var plan = Read(sentence);

        Assert.Empty(plan.Duties);
        Assert.Contains(
            plan.Unclassified,
            left => left.Class == "exhortation" && sentence.StartsWith(left.Span.Of(plan.Text), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_bracket_at_the_end_says_who()
    {
        var duty = Only("（一）张贴宣传海报。（责任单位：文化站、各村（社区）；完成时限：6月底）");

        Assert.Equal(["文化站", "各村（社区）"], duty.Units);
        Assert.Equal("--06-30", duty.Deadline);
    }

    [Fact]
    public void The_line_of_a_unit_governs_the_items_below_it()
    {
        var plan = Read("镇文化站：负责全镇宣传。\n1.张贴宣传海报；\n2.制作宣传手册。\n各村要逐户走访。");

        Assert.Equal(["镇文化站"], plan.Duties.Single(duty => duty.Kind == "material").Units);
        Assert.Equal(["各村"], plan.Duties.Single(duty => duty.Kind == "visit").Units);
    }

    [Fact]
    public void One_sentence_may_ask_for_several_things()
    {
        var plan = Read("网格员开展入户走访，逐户签订承诺书，每周转发反诈信息。");

        Assert.Equal(["visit", "sign", "push"], plan.Duties.Select(duty => duty.Kind));
        Assert.All(plan.Duties, duty => Assert.Equal(["网格员"], duty.Units));
    }

    [Fact]
    public void Every_duty_names_the_line_of_the_grammar_that_found_it() =>
        Assert.All(Read("各村张贴海报，逐户走访。").Duties, duty => Assert.NotEmpty(duty.Rule));

    [Fact]
    public void A_stage_sets_the_deadline_of_what_it_asks() =>
        Assert.Equal("--04-30", Only("（一）集中宣传阶段（3月1日至4月30日）。各村张贴宣传海报。").Deadline);

    [Fact]
    public void Results_of_the_past_are_no_duties()
    {
        var plan = Assert.Single(PlanReader.Read("工作方案\n一、工作成效\n共张贴海报300张，入户走访500户。\n二、工作任务\n各村逐户走访。\n"));

        Assert.Equal(["visit"], plan.Duties.Select(duty => duty.Kind));
        Assert.Contains(plan.Unclassified, left => left.Class == "results");
    }

    [Fact]
    public void Annexes_that_are_only_named_are_marked_absent()
    {
        var plan = Assert.Single(PlanReader.Read("工作方案\n一、工作任务\n各村逐户走访。\n二、要求\n各村报送台账。\n附件：1.联络员名单\n2.统计表\n"));

        Assert.Equal([("联络员名单", true), ("统计表", true)], plan.Annexes.Select(annex => (annex.Name, annex.IsAbsent)));
    }
}
