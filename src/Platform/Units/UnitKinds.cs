namespace Wuzha.Platform.Units;

/// <summary>A kind of unit: stable key, Chinese name, and the place it takes among its siblings.</summary>
public sealed record UnitKind(string Key, string Name, int Order);

/// <summary>Kinds of units (requirements ORG2).</summary>
public static class UnitKinds
{
    public static readonly UnitKind County = new("county", "县（区）", 0);
    public static readonly UnitKind Township = new("township", "乡镇（街道）", 10);
    public static readonly UnitKind Village = new("village", "村（社区）", 20);
    public static readonly UnitKind Grid = new("grid", "网格", 30);
    public static readonly UnitKind VillagersGroup = new("villagers-group", "村民小组", 31);
    public static readonly UnitKind Entrance = new("entrance", "楼栋单元", 32);
    public static readonly UnitKind Department = new("department", "部门", 40);
    public static readonly UnitKind PoliceStation = new("police-station", "派出所", 41);
    public static readonly UnitKind School = new("school", "学校", 50);
    public static readonly UnitKind Class = new("class", "班级", 51);
    public static readonly UnitKind Bank = new("bank", "银行网点", 60);
    public static readonly UnitKind Telecom = new("telecom", "通信营业厅", 61);
    public static readonly UnitKind Enterprise = new("enterprise", "企业", 62);
    public static readonly UnitKind Hospital = new("hospital", "医院", 63);
    public static readonly UnitKind ElderCare = new("elder-care", "养老机构", 64);
    public static readonly UnitKind Hotel = new("hotel", "旅馆", 65);
    public static readonly UnitKind Media = new("media", "媒体", 66);
    public static readonly UnitKind Association = new("association", "社会团体", 67);

    public static readonly IReadOnlyList<UnitKind> All =
    [
        County,
        Township,
        Village,
        Grid,
        VillagersGroup,
        Entrance,
        Department,
        PoliceStation,
        School,
        Class,
        Bank,
        Telecom,
        Enterprise,
        Hospital,
        ElderCare,
        Hotel,
        Media,
        Association,
    ];

    private static readonly Dictionary<string, UnitKind> ByKey = All.ToDictionary(kind => kind.Key);

    public static UnitKind Of(string key) => ByKey[key];
}
