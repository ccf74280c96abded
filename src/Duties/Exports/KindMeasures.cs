using Wuzha.Directives.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Facts;

namespace Wuzha.Duties.Exports;

/// <summary>A kind of duty: its Chinese name, and what one ask of it costs.</summary>
/// <param name="Key">One of <see cref="PlanReading.DutyKinds.All"/>.</param>
/// <param name="Minutes">
/// Expected minutes of work at the unit for one ask, preparing and recording it included. Our own estimate, no paper says so: it only makes the prices of
/// plans comparable.
/// </param>
public sealed record DutyKind(string Key, string Name, int Minutes);

/// <summary>Which measures can count which kind of duty. A module that brings a better measure adds its line here.</summary>
public static class KindMeasures
{
    private static readonly DutyKind Other = new("other", "其他工作", 60);

    private static readonly Dictionary<string, DutyKind> Kinds = new DutyKind[]
    {
        new("organize", "组织部署", 90),
        new("directive", "传达指令", 15),
        new("push", "推送宣传", 10),
        new("material", "制作素材", 120),
        new("review", "审核把关", 30),
        new("visit", "入户走访", 240),
        new("sign", "签订承诺", 180),
        new("letter", "发放公开信", 120),
        new("display", "张贴播放", 60),
        new("event", "开展活动", 240),
        new("lecture", "宣讲", 120),
        new("training", "培训", 120),
        new("roster", "报送名单", 30),
        new("group-build", "组建工作群", 60),
        new("report", "报送情况", 45),
        new("bulletin", "通报情况", 60),
        new("inspection", "排查检查", 240),
        new("assessment", "考核评估", 120),
        new("case-analysis", "案件分析", 60),
        new("clue", "线索摸排", 60),
        new("bank", "银行劝阻", 30),
        new("community-award", "无诈创建", 120),
        new("contest", "竞赛征集", 120),
        new("survey", "调查摸底", 120),
        Other,
    }.ToDictionary(kind => kind.Key);

    /// <summary>Kinds whose asks a module of today counts without anybody's help.</summary>
    private static readonly Dictionary<string, Measure> ByItself = new()
    {
        ["roster"] = CampaignMeasures.RostersFiled,
        ["directive"] = DirectiveMeasures.ReceiptsSigned,
        ["push"] = DirectiveMeasures.Relayed,
        ["group-build"] = DirectiveMeasures.GroupsSetUp,
    };

    /// <summary>The same of modules in the rows above, which this one cannot name but by the key of the measure.</summary>
    private static readonly Dictionary<string, string> ByItselfAbove = new() { ["bulletin"] = "reports.bulletins-issued" };

    /// <summary>What may be chosen for a kind besides, when the clerk knows that the plan means it.</summary>
    private static readonly Dictionary<string, Measure[]> Chosen = new()
    {
        ["training"] = [CampaignMeasures.LecturersTrained],
        // Not funds: they are counted in fen, and a plan asks in yuan.
        ["organize"] = [CampaignMeasures.ResponsibilitiesClaimed, CampaignMeasures.Staff, CampaignMeasures.Vehicles],
        ["sign"] = [CampaignMeasures.ResponsibilitiesClaimed],
        ["material"] = [CampaignMeasures.PrintedMatter],
        ["letter"] = [CampaignMeasures.PrintedMatter],
        ["directive"] = [DirectiveMeasures.Issued, DirectiveMeasures.PassedOn],
        ["push"] = [DirectiveMeasures.RelaysConfirmed, DirectiveMeasures.Opens],
        ["bulletin"] = [DirectiveMeasures.BulletinsIssued],
    };

    public static IReadOnlyCollection<DutyKind> All => Kinds.Values;

    /// <summary>The kind by its key; an unknown key is <c>other</c>.</summary>
    public static DutyKind Of(string kind) => Kinds.GetValueOrDefault(kind, Other);

    /// <summary>The measures that can count a kind, the usual one first and the plain record of work always among them. Only those that some module posts.</summary>
    public static IReadOnlyList<Measure> Offered(FactCatalog catalog, string kind)
    {
        var above = ByItselfAbove.TryGetValue(kind, out var key) ? catalog.FindMeasure(key) : null;
        var named = (above ?? ByItself.GetValueOrDefault(kind)) is { } usual ? [usual, DutyMeasures.Work] : new[] { DutyMeasures.Work };
        return [.. named.Concat(Chosen.GetValueOrDefault(kind, [])).Where(measure => catalog.FindMeasure(measure.Key) is not null)];
    }

    /// <summary>A measure as one chooses it: 按期报送责任人员名单（份），自动计数.</summary>
    public static string WordsOf(Measure measure) =>
        measure == DutyMeasures.Work ? "单位自己记录的工作" : $"{measure.Name}（{measure.Unit}），自动计数";

    /// <summary>What counts a kind when nobody chooses.</summary>
    public static Measure Default(FactCatalog catalog, string kind) => Offered(catalog, kind)[0];
}
