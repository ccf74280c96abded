using Wuzha.Platform.Units;

namespace Wuzha.Plans.Naming;

/// <summary>All units of some kinds, as plans speak of them together (domain.md §11.4).</summary>
/// <param name="Kinds">Keys of the kinds; empty for every unit that takes part.</param>
/// <param name="Tokens">How plans write it, normalised by <see cref="UnitNames.KeyOf"/>.</param>
internal sealed record UnitGroup(string Key, string Name, IReadOnlyList<string> Kinds, IReadOnlyList<string> Tokens);

/// <summary>The groups that a name can mean by itself.</summary>
internal static class UnitGroups
{
    public static readonly IReadOnlyList<UnitGroup> All =
    [
        Of("all", "所有单位", [], "各单位 各有关单位 全镇各单位 各村各单位 各村（社区）各单位 各级各部门 各单位各部门"),
        Of(
            "villages",
            "所有村（社区）",
            [UnitKinds.Village],
            "各村（社区） 各村社区 各村 各社区 各村居 各居 村（社区） 村居 各行政村 各村委会 各居委会 各村（居）委会 各嘎查 各村民委员会 各村两委 各村（居） 村级 各村民小组 各组 各网格 网格"
        ),
        Of("townships", "所有乡镇（街道）", [UnitKinds.Township], "各乡镇 各镇 各街道 各镇（街道） 各乡镇（街道） 各镇街 各乡（镇）"),
        Of(
            "departments",
            "所有部门",
            [UnitKinds.Department, UnitKinds.PoliceStation],
            "各部门 各办 各站所 各办所 各科室 镇直各单位 镇直单位 镇直各部门 镇属各办 镇属各部门 镇属各单位 机关各办公室 机关各办 县直各单位 县直各部门 各职能部门 各办（站、所） 街道所属各部门 街道各部门"
        ),
        Of("police", "派出所", [UnitKinds.PoliceStation], "派出所 公安派出所 辖区派出所 各派出所 公安机关"),
        Of(
            "schools",
            "所有学校",
            [UnitKinds.School],
            "各学校 学校 各校 辖区学校 辖区各学校 中小学校 各中小学校 中小学 各中小学 镇中小学校 中小学校和幼儿园 中小学校幼儿园 中小学、幼儿园 各中小学幼儿园 幼儿园 各幼儿园 辖区中小学校"
        ),
        Of(
            "banks",
            "所有银行网点",
            [UnitKinds.Bank],
            "各银行 银行 各银行网点 银行网点 辖区银行 各金融机构 金融机构 各银行机构 银行机构 辖区各银行 各金融网点 银行业金融机构"
        ),
        Of(
            "telecoms",
            "所有通信营业厅",
            [UnitKinds.Telecom],
            "基础运营商 运营商 各运营商 通信运营商 各通信运营商 通信企业 各通信企业 电信企业 基础电信企业 通讯企业 各营业厅"
        ),
        Of("enterprises", "所有企业", [UnitKinds.Enterprise], "各企业 企业 辖区企业 辖区各企业 规模以上企业 规上企业"),
        Of("hospitals", "所有医院", [UnitKinds.Hospital], "各医院 医院 各医疗机构 医疗机构 各医疗卫生机构"),
        Of("elder-cares", "所有养老机构", [UnitKinds.ElderCare], "各养老机构 养老机构 敬老院 各敬老院 养老院"),
        Of("hotels", "所有旅馆", [UnitKinds.Hotel], "各旅馆 旅馆 各宾馆酒店 宾馆酒店 各宾馆 各酒店"),
        Of("media", "所有媒体", [UnitKinds.Media], "各媒体 媒体 各新闻媒体 新闻媒体"),
        Of("associations", "所有社会团体", [UnitKinds.Association], "各协会 各社会团体 社会团体 各社会组织 社会组织"),
    ];

    private static readonly Dictionary<string, UnitGroup> ByKey = All.ToDictionary(group => group.Key);
    private static readonly Dictionary<string, UnitGroup> ByToken = All.SelectMany(group => group.Tokens.Select(token => (token, group)))
        .DistinctBy(entry => entry.token)
        .ToDictionary(entry => entry.token, entry => entry.group);

    public static UnitGroup? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The group that a normalised name speaks of.</summary>
    public static UnitGroup? Spoken(string key) => ByToken.GetValueOrDefault(key);

    private static UnitGroup Of(string key, string name, UnitKind[] kinds, string tokens) =>
        new(key, name, [.. kinds.Select(kind => kind.Key)], [.. tokens.Split(' ').Select(UnitNames.KeyOf).Distinct()]);
}
