using System.Globalization;
using Wuzha.Platform.Documents;

namespace Wuzha.Web.Demo;

/// <summary>
/// The demo township's plan and its later supplement as Word documents, written for this product. Two sentences ask for what may not be asked (a screenshot,
/// an installation rate), so that the review has something to turn.
/// </summary>
/// <param name="fromOn">First day of the campaign; all days in the text follow from it.</param>
internal sealed class DemoPlanText(DateOnly fromOn)
{
    private static readonly IReadOnlyList<DocumentColumn> Columns =
    [
        new("序号", 0.5),
        new("工作任务", 3.5) { Centred = false },
        new("责任单位", 2) { Centred = false },
        new("完成时限", 1.2),
    ];

    public const string FileName = "泊云镇防范电信网络诈骗犯罪行动方案.docx";
    public const string SupplementFileName = "关于加强老年人和学生防骗宣传的补充通知.docx";

    public byte[] Plan() => Requirements(Table(Tasks(Body(Head(new OfficialDocument()))))).Signed("泊云镇人民政府", fromOn).ToBytes();

    public byte[] Supplement() =>
        new OfficialDocument()
            .Flush($"泊云发〔{fromOn.Year}〕15号")
            .Title("泊云镇人民政府关于加强老年人和学生\n防骗宣传的补充方案")
            .Flush("各村（社区），镇属各办，镇直各单位：")
            .Paragraph($"根据近期发案情况，现就《泊云镇防范电信网络诈骗犯罪行动方案》（泊云发〔{fromOn.Year}〕8号）补充如下，自印发之日起执行。")
            .Heading(1, "一、调整的任务")
            .Paragraph("1.各村（社区）每月至少召开2次防骗宣传会，由宣讲员结合近期案例讲解。")
            .Paragraph("2.泊云镇中心小学、泊云镇初级中学每学期开展反诈主题班会不少于3次。")
            .Heading(1, "二、新增的任务")
            .Paragraph($"1.泊云镇卫生院于{Day(70)}前在门诊大厅设置防骗宣传栏1处，张贴防范保健品诈骗提示。")
            .Paragraph($"2.民政和社会事务办公室于{Day(75)}前组织1次独居老人防骗宣讲。")
            .Heading(1, "三、工作要求")
            .Paragraph("其他任务按原方案执行。各村（社区）、各单位要高度重视，把老年人和学生防骗宣传抓紧抓实。")
            .Signed("泊云镇人民政府", fromOn.AddDays(38))
            .ToBytes();

    private OfficialDocument Head(OfficialDocument page) =>
        page.Flush($"泊云发〔{fromOn.Year}〕8号")
            .Title("泊云镇人民政府\n关于印发《泊云镇防范电信网络诈骗犯罪\n行动方案》的通知")
            .Flush("各村（社区），镇属各办，镇直各单位：")
            .Paragraph("《泊云镇防范电信网络诈骗犯罪行动方案》已经镇党委、镇政府研究同意，现印发给你们，请结合实际认真贯彻执行。")
            .Signed("泊云镇人民政府", fromOn)
            .Title("泊云镇防范电信网络诈骗犯罪行动方案")
            .Paragraph(
                "为有效防范电信网络诈骗犯罪，增强群众识骗防骗能力，保护群众财产安全，根据《中华人民共和国反电信网络诈骗法》和县委、县政府工作部署，"
                    + $"结合我镇实际，制定本方案。行动时间自{FullDay(0)}起至{FullDay(100)}止。"
            );

    private OfficialDocument Body(OfficialDocument page) =>
        page.Heading(1, "一、指导思想")
            .Paragraph(
                "坚持以人民为中心的发展思想，按照“党委领导、政府主导、部门联动、全民参与”的原则，坚持打防结合、防范为先，突出重点人群、重点行业、重点区域，"
                    + "推动宣传防范工作进村入户、进校进企，着力构建群防群治的工作格局，为全镇经济社会发展营造安全稳定的社会环境。"
            )
            .Heading(1, "二、工作目标")
            .Paragraph(
                "通过集中行动，努力实现群众防骗知识知晓率上升、识骗防骗能力上升，电信网络诈骗发案数下降、群众损失金额下降的“两升两降”目标，"
                    + "切实做到镇不漏村、村不漏户，防骗知识家喻户晓。"
            )
            .Heading(1, "三、组织领导")
            .Paragraph(
                "成立泊云镇防范电信网络诈骗工作领导小组，由镇党委书记任组长，镇党委副书记任常务副组长，泊云派出所所长、镇纪委委员任副组长，"
                    + "各村（社区）党组织书记和各单位主要负责人为成员。领导小组下设办公室，办公室设在镇平安法治办公室，负责日常工作。"
            )
            .Heading(1, "四、实施步骤")
            .Heading(2, $"（一）动员部署阶段（{Day(0)}至{Day(14)}）。")
            .Paragraph("召开动员会议，层层部署任务，营造浓厚氛围。")
            .Heading(2, $"（二）集中宣传阶段（{Day(15)}至{Day(80)}）。")
            .Paragraph("按照任务分工全面开展入户宣传、阵地宣传和精准宣传，力求不留死角。")
            .Heading(2, $"（三）总结提升阶段（{Day(81)}至{Day(100)}）。")
            .Paragraph("认真总结经验做法，查找薄弱环节，建立健全长效机制。");

    private OfficialDocument Tasks(OfficialDocument page) =>
        page.Heading(1, "五、工作任务")
            .Heading(2, "（一）压实责任")
            .Paragraph($"1.各村（社区）、各单位于{Day(6)}前确定第一责任人、具体责任人、联络员和宣讲员，将名单报送镇平安法治办公室。")
            .Paragraph($"2.平安法治办公室于{Day(10)}前组织召开全镇动员部署会议，印发任务清单。")
            .Paragraph($"3.泊云派出所于{Day(20)}前组织1次宣讲员培训，讲解常见诈骗手法和宣讲要点。")
            .Heading(2, "（二）入户宣传")
            .Paragraph($"1.各村（社区）组织网格员、帮扶干部逐户走访，面对面讲解防骗知识，于{Day(60)}前完成第一轮走访。")
            .Paragraph($"2.各村（社区）组织群众签订防范电信网络诈骗承诺书，于{Day(70)}前签订率达到90%以上。")
            .Paragraph("3.各村（社区）每月至少召开1次防骗宣传会，由宣讲员结合近期案例讲解。")
            .Heading(2, "（三）阵地宣传")
            .Paragraph($"1.各村（社区）于{Day(18)}前在村口、广场等醒目位置悬挂横幅不少于3条，设置宣传栏1处。")
            .Paragraph("2.各村（社区）每周利用大喇叭播放防骗音频不少于3次。")
            .Paragraph("3.党建和宣传办公室每周通过公众号发布防骗提示不少于2条。")
            .Paragraph("4.泊云通信营业厅、泊云客栈在显示屏滚动播放防骗标语，并在醒目位置张贴防骗提示。")
            .Heading(2, "（四）精准宣传")
            .Paragraph("1.泊云镇中心小学、泊云镇初级中学每学期开展反诈主题班会不少于2次。")
            .Paragraph($"2.泊云镇中心小学、泊云镇初级中学于{Day(40)}前向学生家长发放致家长的一封信，并收回回执。")
            .Paragraph("3.泊云镇敬老院每月开展1次防范养老诈骗宣讲。")
            .Paragraph($"4.岚汀云织服饰厂、汀州湾食品厂于{Day(45)}前对财会人员开展1次防骗专题培训。")
            .Paragraph("5.岚汀农商银行泊云支行、邮政储蓄泊云营业所每月对柜面人员开展1次劝阻技巧培训，对异常转账及时劝阻。")
            .Heading(2, "（五）预警劝阻")
            .Paragraph("1.泊云派出所每月对辖区发案情况进行分析，向领导小组报送分析报告。")
            .Paragraph("2.各村（社区）每周在工作群转发预警提示不少于2次，并将转发截图报平安法治办公室备查。")
            .Paragraph($"3.各村（社区）要大力推广国家反诈中心APP，于{Day(50)}前安装率达到85%以上。")
            .Paragraph("4.县公安局负责提供预警信息和典型案例。");

    private OfficialDocument Table(OfficialDocument page) =>
        page.Heading(1, "六、任务分工")
            .Table(
                Columns,
                [
                    ["1", "印制防骗宣传折页12000份并发放到村", "党建和宣传办公室", $"{Day(20)}前"],
                    ["2", "在卫生院门诊、住院部张贴防骗提示", "泊云镇卫生院", $"{Day(25)}前"],
                    ["3", "组织商户开展防骗知识宣讲1次", "泊云镇商会", $"{Day(55)}前"],
                    ["4", "摸排独居老人、陪读家长等易受骗群体", "民政和社会事务办公室、各村（社区）", $"{Day(30)}前"],
                ]
            );

    private OfficialDocument Requirements(OfficialDocument page) =>
        page.Heading(1, "七、工作要求")
            .Paragraph(
                "（一）提高思想认识。各村（社区）、各单位要充分认识防范电信网络诈骗工作的重要性和紧迫性，主要负责人亲自抓，分管负责人具体抓，确保各项任务落到实处。"
            )
            .Paragraph("（二）强化督导检查。平安法治办公室每月开展1次督导检查，对工作不力的予以通报。")
            .Paragraph(
                $"（三）做好总结提升。各村（社区）、各单位于{Day(95)}前将工作总结报送平安法治办公室。要注意发现和推广好经验、好做法，不断提高群众的获得感、幸福感、安全感。"
            );

    private string Day(int after) => fromOn.AddDays(after).ToString("M月d日", CultureInfo.InvariantCulture);

    private string FullDay(int after) => fromOn.AddDays(after).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
