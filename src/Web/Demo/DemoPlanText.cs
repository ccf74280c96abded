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
    /// <summary>The campaign ends so many days after its first.</summary>
    public const int LastDay = 150;

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
            .Paragraph($"1.泊云镇卫生院于{Day(112)}前在门诊大厅设置防骗宣传栏1处，张贴防范保健品诈骗提示。")
            .Paragraph($"2.民政和社会事务办公室于{Day(120)}前组织1次独居老人防骗宣讲。")
            .Heading(1, "三、工作要求")
            .Paragraph("其他任务按原方案执行。各村（社区）、各单位要高度重视，把老年人和学生防骗宣传抓紧抓实。")
            .Signed("泊云镇人民政府", fromOn.AddDays(DemoClock.CampaignDays - 2))
            .ToBytes();

    private OfficialDocument Head(OfficialDocument page) =>
        page.Flush($"泊云发〔{fromOn.Year}〕8号")
            .Title("泊云镇人民政府\n关于印发《泊云镇防范电信网络诈骗犯罪\n行动方案》的通知")
            .Flush("各村（社区），镇属各办，镇直各单位：")
            .Paragraph("《泊云镇防范电信网络诈骗犯罪行动方案》已经镇党委、镇政府研究同意，现印发给你们，请结合实际认真贯彻执行。")
            .Signed("泊云镇人民政府", fromOn)
            .Title("泊云镇防范电信网络诈骗犯罪行动方案")
            .Paragraph(
                "当前，刷单返利、冒充客服退款、虚假投资理财、冒充熟人借款等电信网络诈骗在我镇仍有发生，受骗的既有老年人，也有务工青年、陪读家长和企业财会人员，"
                    + "一些群众多年的积蓄一夜之间被骗走。为有效防范电信网络诈骗犯罪，增强群众识骗防骗能力，保护群众财产安全，"
                    + "根据《中华人民共和国反电信网络诈骗法》和县委、县政府工作部署，"
                    + $"结合我镇实际，制定本方案。行动时间自{FullDay(0)}起至{FullDay(LastDay)}止。"
            );

    private OfficialDocument Body(OfficialDocument page) =>
        page.Heading(1, "一、指导思想")
            .Paragraph(
                "坚持以人民为中心的发展思想，按照“党委领导、政府主导、部门联动、全民参与”的原则，坚持打防结合、防范为先，突出重点人群、重点行业、重点区域，"
                    + "推动宣传防范工作进村入户、进校进企，既要让群众知道骗子怎么骗，也要让群众知道遇事找谁问、被骗怎么办，着力构建群防群治的工作格局，为全镇经济社会发展营造安全稳定的社会环境。"
            )
            .Heading(1, "二、工作目标")
            .Paragraph(
                "通过集中行动，努力实现群众防骗知识知晓率上升、识骗防骗能力上升，电信网络诈骗发案数下降、群众损失金额下降的“两升两降”目标，"
                    + "切实做到镇不漏村、村不漏户，防骗知识家喻户晓。"
            )
            .Paragraph(
                "重点讲清五件事：凡是刷单先垫钱的都是诈骗；凡是自称客服要求屏幕共享的都是诈骗；凡是“内部消息、稳赚不赔”的投资都是诈骗；"
                    + "凡是自称公检法要求转到“安全账户”的都是诈骗；凡是熟人在网上借钱的，都要打电话或者当面核实。遇到可疑情况，拨打96110咨询，被骗立即拨打110。"
            )
            .Heading(1, "三、组织领导")
            .Paragraph(
                "成立泊云镇防范电信网络诈骗工作领导小组，由镇党委书记任组长，镇党委副书记任常务副组长，泊云派出所所长、镇纪委委员任副组长，"
                    + "各村（社区）党组织书记和各单位主要负责人为成员。领导小组下设办公室，办公室设在镇平安法治办公室，负责日常工作。"
                    + "领导小组成员职务如有变动，由接任者自然接替，不再另行发文。"
            )
            .Heading(1, "四、实施步骤")
            .Heading(2, $"（一）动员部署阶段（{Day(0)}至{Day(20)}）。")
            .Paragraph("召开动员会议，层层部署任务，营造浓厚氛围，做到机构到位、人员到位、责任到位。")
            .Heading(2, $"（二）集中宣传阶段（{Day(21)}至{Day(125)}）。")
            .Paragraph("按照任务分工全面开展入户宣传、阵地宣传和精准宣传，力求不留死角，让每一户都有人听得懂、记得住、用得上。")
            .Heading(2, $"（三）总结提升阶段（{Day(126)}至{Day(LastDay)}）。")
            .Paragraph("认真总结经验做法，查找薄弱环节，建立健全长效机制，把行之有效的做法固定下来、坚持下去，巩固提升全镇防范工作水平。");

    private OfficialDocument Tasks(OfficialDocument page) => Warnings(Places(Homes(Groups(page.Heading(1, "五、工作任务")))));

    private OfficialDocument Groups(OfficialDocument page) =>
        page.Heading(2, "（一）压实责任")
            .Paragraph($"1.各村（社区）、各单位于{Day(8)}前确定第一责任人、具体责任人、联络员和宣讲员，将名单报送镇平安法治办公室。")
            .Paragraph($"2.各村（社区）、各单位第一责任人于{Day(15)}前认领防范责任。")
            .Paragraph($"3.平安法治办公室于{Day(12)}前组织召开全镇动员部署会议。")
            .Paragraph($"4.各村（社区）于{Day(25)}前组织宣讲员参加1次培训。")
            .Heading(2, "（二）指令传达和群内宣传")
            .Paragraph($"1.各村（社区）、泊云镇中心小学、泊云镇初级中学于{Day(20)}前建立防范工作群。")
            .Paragraph("2.平安法治办公室每周向各村（社区）、各单位发布1次防范工作指令。")
            .Paragraph("3.各村（社区）、各单位要及时签收指令，并逐级传达指令要求。")
            .Paragraph("4.柏栖村、泊云社区每季度向各网格转发指令不少于1次，做到一级推一级。")
            .Paragraph("5.各村（社区）在每个工作群每周推送防骗提示不少于2次，并将推送截图报平安法治办公室备查。")
            .Paragraph("6.泊云镇中心小学、泊云镇初级中学在每个家长群每周推送防骗提示不少于1次。")
            .Paragraph("7.各村（社区）监督员每周确认群内推送不少于1次。");

    private OfficialDocument Homes(OfficialDocument page) =>
        page.Heading(2, "（三）入户宣传")
            .Paragraph($"1.各村（社区）于{Day(80)}前组织网格员、帮扶干部逐户走访1遍，面对面讲解防骗知识。")
            .Paragraph($"2.各村（社区）于{Day(60)}前逐户发放致村（居）民的一封信。")
            .Paragraph($"3.各村（社区）组织群众签订防范电信网络诈骗承诺书，于{Day(115)}前签订率达到90%以上。")
            .Paragraph("4.各村（社区）每月至少召开1次防骗宣传会，由宣讲员结合近期案例讲解。");

    private OfficialDocument Places(OfficialDocument page) =>
        page.Heading(2, "（四）阵地宣传")
            .Paragraph($"1.各村（社区）于{Day(24)}前在村口、广场等醒目位置悬挂横幅不少于3条。")
            .Paragraph("2.泊云派出所每月在泊云集开展2次赶集宣传。")
            .Paragraph("3.泊云通信营业厅、泊云客栈在显示屏滚动播放防骗标语。")
            .Heading(2, "（五）精准宣传")
            .Paragraph("1.泊云镇中心小学、泊云镇初级中学每学期开展反诈主题班会不少于2次。")
            .Paragraph("2.泊云镇敬老院每月开展1次防范养老诈骗宣讲。")
            .Paragraph("3.泊云镇卫生院每季度开展1次老年人防骗讲座。")
            .Paragraph($"4.岚汀农商银行泊云支行、邮政储蓄泊云营业所于{Day(30)}前建立客户防范工作群。")
            .Paragraph("5.岚汀农商银行泊云支行、邮政储蓄泊云营业所在客户群每周推送防骗提示不少于1次。")
            .Paragraph("6.岚汀农商银行泊云支行、邮政储蓄泊云营业所对异常转账及时劝阻。")
            .Paragraph($"7.岚汀云织服饰厂、汀州湾食品厂于{Day(30)}前建立职工防范工作群。")
            .Paragraph("8.岚汀云织服饰厂、汀州湾食品厂在职工群每周推送防骗提示不少于1次，重点讲刷单返利和冒充领导要求转账。")
            .Paragraph($"9.岚汀云织服饰厂、汀州湾食品厂于{Day(50)}前对财会人员开展1次防骗专题培训。")
            .Paragraph($"10.泊云镇商会于{Day(30)}前建立商户防范工作群。")
            .Paragraph("11.泊云镇商会在商户群每周推送防骗提示不少于1次。");

    private OfficialDocument Warnings(OfficialDocument page) =>
        page.Heading(2, "（六）预警劝阻")
            .Paragraph("1.泊云派出所每月对辖区发案情况进行分析，提出防范重点。")
            .Paragraph("2.各村（社区）每季度排查1次出租房、快递点等重点场所，发现涉诈线索及时报告泊云派出所。")
            .Paragraph($"3.各村（社区）要大力推广国家反诈中心APP，于{Day(70)}前安装率达到85%以上。")
            .Paragraph("4.县公安局负责提供预警信息和典型案例。")
            .Heading(2, "（七）督导通报")
            .Paragraph("1.平安法治办公室每月开展1次督导检查，以实地看、当面问为主，不看台账多少。")
            .Paragraph("2.平安法治办公室每月通报各村（社区）、各单位工作进展，既讲成绩，也点问题。");

    private OfficialDocument Table(OfficialDocument page) =>
        page.Heading(1, "六、任务分工")
            .Table(
                Columns,
                [
                    ["1", "印制防骗宣传折页12000份并发放到村", "党建和宣传办公室", $"{Day(30)}前"],
                    ["2", "印制致村（居）民的一封信", "各村（社区）", $"{Day(35)}前"],
                ]
            );

    private OfficialDocument Requirements(OfficialDocument page) =>
        page.Heading(1, "七、工作要求")
            .Paragraph(
                "（一）提高思想认识。各村（社区）、各单位要充分认识防范电信网络诈骗工作的重要性和紧迫性，主要负责人亲自抓，分管负责人具体抓，确保各项任务落到实处。"
            )
            .Paragraph(
                "（二）坚持务实为民。宣传要用群众听得懂的话、身边的事，多到田间地头、院坝集市去讲；不搞层层加码，不让基层重复填表报数，把时间和精力用在群众身上。"
                    + "老年人多的地方讲慢一点、多讲几遍，务工人员多的地方把时间放在晚上和节假日，学生和家长的宣传放在学校和家长群，企业财会人员的宣传放在厂里。"
            )
            .Paragraph(
                "（三）形成工作合力。宣传、民政、教育、金融、通信等方面各有所长，要各尽其责、互通情况、相互支持，既管好自己的人、守好自己的门，又做好服务对象的工作，"
                    + "形成一级抓一级、层层抓落实的工作格局，不断巩固群防群治的社会基础。"
            )
            .Paragraph(
                "（四）严守工作纪律。对群众的姓名、电话、受骗经过等信息要严格保密，不得在群里公开，不得用于其他用途；对受骗群众要多安慰、多帮助，不得讥讽指责。"
            )
            .Paragraph(
                $"（五）做好总结提升。各村（社区）、各单位于{Day(145)}前将工作总结报送平安法治办公室。要注意发现和推广好经验、好做法，不断提高群众的获得感、幸福感、安全感。"
            );

    private string Day(int after) => fromOn.AddDays(after).ToString("M月d日", CultureInfo.InvariantCulture);

    private string FullDay(int after) => fromOn.AddDays(after).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
