namespace Wuzha.Guard.Exports;

/// <summary>The rules against formalism that this product knows (requirements GRD1; domain.md §12).</summary>
public static class GuardRules
{
    private const string Repeats = "禁止事项之一：随意、重复要求基层填表、报数、交材料";
    private const string Functions = "禁止事项之二：打卡签到、积分排名、在线时长等强制功能";
    private const string Installs = "禁止事项之三：强制推广，考核、通报安装率和使用率，强制定期登录";
    private const string Carrier = "禁止事项之四：以点赞、投票、转发、学习时长为评价依据，非必要要求上传工作照片、视频、轨迹";
    private const string Groups = "关于工作群：打卡接龙、即时响应、随意摊派任务、索要材料";

    public static readonly GuardRule CheckIn = new(
        "check-in",
        "打卡签到",
        "不得用打卡、线上签到证明做了工作。",
        Apps(Functions),
        true,
        "知道工作做了没有",
        Form(Turn.LedgerLine, "不打卡。做了什么由经办人记一行台账，写明时间、对象和数量，记一次即可。")
    );

    public static readonly GuardRule Points = new(
        "points",
        "积分排名",
        "不得给工作人员记积分、按积分排名或考核。",
        Apps(Functions),
        true,
        null,
        Form(Turn.Dropped, "不设积分。工作成效看发案、损失和任务完成情况。")
    );

    public static readonly GuardRule OnlineTime = new(
        "online-time",
        "在线时长",
        "不得统计、考核在线时长和线上学习时长。",
        Apps(Functions),
        true,
        null,
        Form(Turn.Dropped, "不设此项。培训办了没有，看培训记录和到场人数。")
    );

    public static readonly GuardRule ForcedLogin = new(
        "forced-login",
        "强制登录",
        "不得要求定期登录应用或平台，不得考核登录次数和活跃度。",
        Apps(Installs),
        true,
        null,
        Form(Turn.Dropped, "不设此项。有事才登录，办完即走；不上网的，可用纸和表格办。")
    );

    public static readonly GuardRule InstallRate = new(
        "install-rate",
        "安装率、注册率",
        "不得下达、考核、通报应用的安装、注册、使用任务，也不得以安装为办事条件。",
        Apps(Installs),
        true,
        "让群众知道有这个防护工具",
        new Dictionary<Turn, string>
        {
            [Turn.Dropped] = "不设安装、注册指标，系统没有这一项。宣传到位没有，看入户和发案情况。",
            [Turn.Voluntary] = "可以介绍这个应用，装不装由本人决定，不登记、不统计、不通报。",
        }
    );

    public static readonly GuardRule ClickRanking = new(
        "click-ranking",
        "点赞转发排名",
        "不得把点赞、转发、阅读、投票、关注的数量作为排名或考核依据，不得给个人派转发任务。",
        Apps(Carrier),
        true,
        "知道宣传内容送到了没有",
        Form(Turn.Relay, "改为转发任务：由单位转发一次，系统自动记打开数，只供改进内容，不排名、不考核。")
    );

    public static readonly GuardRule ActivityRanking = new(
        "activity-ranking",
        "活动量排名",
        "不得按宣传次数、入户次数、推送量、报送信息数等活动量排名或张榜。",
        Apps(Carrier),
        false,
        "看出哪里落后",
        Form(Turn.OutcomeRanking, "改为比结果：只按发案、损失和方案任务完成情况比单位，每个数字都能点开核对。")
    );

    public static readonly GuardRule PersonRanking = new(
        "person-ranking",
        "个人排名",
        "不得给工作人员个人排名、张榜、末位通报。",
        Apps(Functions),
        false,
        "知道责任落实没有",
        Form(Turn.UnitTotals, "只看单位合计，不给个人排名；谁负责哪一项，本人和本单位看得到。")
    );

    public static readonly GuardRule ChainReply = new(
        "chain-reply",
        "群接龙",
        "不得要求在工作群里接龙。",
        Fingertips(Groups),
        true,
        "知道单位收到没有",
        Form(Turn.WorkingTimeDeadline, "不接龙。每个单位在系统里签收一次，工作时间内办理即可。")
    );

    public static readonly GuardRule InstantResponse = new(
        "instant-response",
        "即时响应",
        "不得要求对工作通知立即签收、秒回。",
        Fingertips(Groups),
        true,
        "知道单位收到没有",
        Form(Turn.WorkingTimeDeadline, "改为工作时间内的签收期限：每个单位签收一次，到期未签才提醒；紧急劝阻另走电话。")
    );

    public static readonly GuardRule ReadRate = new(
        "read-rate",
        "已读率",
        "不得统计、通报谁已读谁未读。",
        Fingertips(Groups),
        false,
        "知道消息送到了没有",
        Form(Turn.Relay, "不看已读率。系统记送达和单位打开数，不到个人，不排名。")
    );

    public static readonly GuardRule GroupDemand = new(
        "group-demand",
        "群里派活要材料",
        "不得在工作群里摊派任务、索要材料、报进度。",
        Fingertips(Groups),
        true,
        "把任务交到责任单位",
        Form(Turn.WorkingTimeDeadline, "改为指令：发给责任单位，写明期限，办完记一次，群里不用再报。")
    );

    public static readonly GuardRule NightReply = new(
        "night-reply",
        "夜间、休息时间办理",
        "不得要求在夜间和休息时间回复、报送，也不在这些时间催办。",
        Fingertips(Groups),
        false,
        "按时办完",
        Form(Turn.WorkingTimeDeadline, "期限定在工作时间，提醒在免打扰时段以外发出；紧急劝阻除外。")
    );

    public static readonly GuardRule Screenshot = new(
        "screenshot",
        "截图佐证",
        "不得要求用截图证明转发、推送、学习过。",
        Apps(Carrier),
        false,
        "知道转发了没有",
        Form(Turn.Relay, "不交截图。转发一次，系统自动记打开数，作为送达依据。")
    );

    public static readonly GuardRule ForcedPhoto = new(
        "forced-photo",
        "强制拍照录像",
        "不得在非必要时要求逐户、逐次上传工作照片和视频。",
        Apps(Carrier),
        true,
        "工作真实",
        Form(Turn.SampledPhoto, "照片自愿，不拍也算完成；确需核实的，由系统抽查不超过一成，不要求拍到人脸。")
    );

    public static readonly GuardRule Track = new(
        "track",
        "轨迹定位",
        "不得要求上传行动轨迹、定位或共享位置。",
        Apps(Carrier),
        true,
        "走访真实",
        Form(Turn.LedgerLine, "不记轨迹。走访记一行台账，真实性靠随机抽查回访。")
    );

    public static readonly GuardRule RepeatedReport = new(
        "repeated-report",
        "重复报数",
        "不得要求每日、每周、每月重复报送系统里已有的数字和情况。",
        Apps(Repeats),
        true,
        "掌握进度",
        Form(Turn.DerivedReport, "不用报。报表由系统从台账自动汇总，单位只需核对，可加一句说明。")
    );

    public static readonly GuardRule NeedlessTrace = new(
        "needless-trace",
        "过度留痕",
        "不得为留痕收集签到册、图片、多套台账和佐证材料。",
        Apps(Repeats),
        false,
        "知道工作做了没有",
        Form(Turn.LedgerLine, "改为记一行台账：时间、地点、到场人数。签到册留在本单位，不收、不报；照片自愿。")
    );

    public static readonly GuardRule WatchedPersons = new(
        "watched-persons",
        "重点人员名单和动向",
        "不得登记、掌握前科人员、矫正人员等的名单、行踪和生活轨迹。",
        new Citation("中华人民共和国个人信息保护法", null, "第六条：收集个人信息限于最小范围", "2021年11月1日施行"),
        false,
        "对这些人同样做好宣传",
        Form(Turn.CountsOnly, "只记宣传了多少人，不记是谁、在哪里；公安机关依法办理的，在公安系统里办。")
    );

    public static readonly GuardRule ReadPhone = new(
        "read-phone",
        "查看手机",
        "不得检查群众手机，不得查看聊天、通话记录。",
        new Citation("中华人民共和国个人信息保护法", null, "第六条：收集个人信息限于最小范围", "2021年11月1日施行"),
        false,
        null,
        Form(Turn.Dropped, "不设此项。群众愿意的，教他自己识别；要取证的，由公安机关依法办。")
    );

    public static readonly GuardRule ForcedFollow = new(
        "forced-follow",
        "强制关注",
        "不得下达关注公众号、视频号的任务，不得考核关注数。",
        Fingertips("关于公众号：与工作群同样适用，不得强制推广"),
        false,
        "让群众有地方看到提示",
        Form(Turn.Voluntary, "在告知书、海报上印二维码，关不关注由本人决定，不登记、不统计。")
    );

    public static readonly GuardRule OwnApp = new(
        "own-app",
        "自建应用",
        "县级以下单位原则上不得自行开发应用、小程序。",
        Apps("县级以下（不含县级）单位原则上不得开发建设政务应用程序"),
        true,
        null,
        Form(Turn.Dropped, "不另建应用。用县里统一部署的网页办理，不用安装；不上网的可用纸和表格。")
    );

    public static readonly IReadOnlyList<GuardRule> All =
    [
        CheckIn,
        Points,
        OnlineTime,
        ForcedLogin,
        InstallRate,
        ClickRanking,
        ActivityRanking,
        PersonRanking,
        ChainReply,
        InstantResponse,
        ReadRate,
        GroupDemand,
        NightReply,
        Screenshot,
        ForcedPhoto,
        Track,
        RepeatedReport,
        NeedlessTrace,
        WatchedPersons,
        ReadPhone,
        ForcedFollow,
        OwnApp,
    ];

    private static readonly Dictionary<string, GuardRule> ByKey = All.ToDictionary(rule => rule.Key);

    /// <summary>The rule of a stored key.</summary>
    public static GuardRule Of(string key) => ByKey[key];

    private static Citation Apps(string clause) => new("政务移动互联网应用程序规范化管理办法", "国办函〔2026〕12号", clause, "2026年1月25日");

    private static Citation Fingertips(string clause) => new("关于防治“指尖上的形式主义”的若干意见", null, clause, "2023年");

    private static Dictionary<Turn, string> Form(Turn turn, string sentence) => new() { [turn] = sentence };
}
