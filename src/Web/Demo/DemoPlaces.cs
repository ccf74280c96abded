using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;

namespace Wuzha.Web.Demo;

/// <summary>A village or community of the demo: figures, how many grids, and what it lacks.</summary>
internal sealed record DemoVillage(string Name, string Code, int Population, int Households, int Grids, int Lecturers);

/// <summary>A unit beside the villages.</summary>
internal sealed record DemoUnit(UnitKind Kind, string Name, int Staff, string Head);

/// <summary>岚汀县泊云镇: county, township and everything in them are invented; 99 is no province's code.</summary>
internal static class DemoPlaces
{
    public const string County = "岚汀县";
    public const string Township = "泊云镇";
    public const string CountyCode = "990131000000";
    public const string TownshipCode = "990131102000";

    /// <summary>60 grids in all. 竹影村 has no lecturer; 云坞村 and 枫桥头村 have more people than their lecturers serve.</summary>
    public static readonly IReadOnlyList<DemoVillage> Villages =
    [
        new("泊云社区", "990131102001", 4820, 1716, 8, 5),
        new("望舒社区", "990131102002", 3960, 1402, 7, 4),
        new("柏栖村", "990131102200", 2140, 642, 5, 3),
        new("云坞村", "990131102201", 2615, 788, 5, 1),
        new("汀兰村", "990131102202", 1480, 451, 4, 2),
        new("竹影村", "990131102203", 1236, 377, 4, 0),
        new("鹭洲村", "990131102204", 1910, 566, 5, 2),
        new("石榴湾村", "990131102205", 980, 298, 3, 1),
        new("青禾村", "990131102206", 1755, 530, 5, 2),
        new("杏林坳村", "990131102207", 864, 262, 3, 1),
        new("月牙塘村", "990131102208", 2088, 619, 6, 3),
        new("枫桥头村", "990131102209", 1672, 498, 5, 1),
    ];

    public static readonly IReadOnlyList<DemoUnit> Units =
    [
        new(UnitKinds.Department, "平安法治办公室", 14, "主任"),
        new(UnitKinds.Department, "党建和宣传办公室", 9, "主任"),
        new(UnitKinds.Department, "民政和社会事务办公室", 8, "主任"),
        new(UnitKinds.PoliceStation, "泊云派出所", 21, "所长"),
        new(UnitKinds.School, "泊云镇中心小学", 58, "校长"),
        new(UnitKinds.School, "泊云镇初级中学", 64, "校长"),
        new(UnitKinds.Bank, "岚汀农商银行泊云支行", 16, "行长"),
        new(UnitKinds.Bank, "邮政储蓄泊云营业所", 9, "主任"),
        new(UnitKinds.ElderCare, "泊云镇敬老院", 22, "院长"),
        new(UnitKinds.Hospital, "泊云镇卫生院", 47, "院长"),
        new(UnitKinds.Enterprise, "岚汀云织服饰厂", 230, "厂长"),
        new(UnitKinds.Enterprise, "汀州湾食品厂", 146, "厂长"),
        new(UnitKinds.Hotel, "泊云客栈", 12, "经理"),
        new(UnitKinds.Telecom, "泊云通信营业厅", 7, "经理"),
        new(UnitKinds.Association, "泊云镇商会", 5, "会长"),
    ];

    public static readonly IReadOnlyDictionary<string, string[]> Classes = new Dictionary<string, string[]>
    {
        ["泊云镇中心小学"] = ["一年级（1）班", "二年级（1）班", "三年级（1）班", "四年级（1）班", "五年级（1）班", "六年级（1）班"],
        ["泊云镇初级中学"] = ["七年级（1）班", "八年级（1）班", "九年级（1）班"],
    };

    /// <summary>Sign-in name and the place of each demo account; one for every role that signs in.</summary>
    public static readonly IReadOnlyList<(string SignInName, Role Role, string Unit)> Accounts =
    [
        ("clerk", Roles.OfficeClerk, Township),
        ("leader", Roles.Leader, Township),
        ("county", Roles.OfficeClerk, County),
        ("first1", Roles.FirstResponsible, "柏栖村"),
        ("direct1", Roles.DirectResponsible, "柏栖村"),
        ("liaison1", Roles.Liaison, "柏栖村"),
        ("liaison2", Roles.Liaison, "竹影村"),
        ("liaison3", Roles.Liaison, "泊云镇中心小学"),
        ("lecturer1", Roles.Lecturer, "柏栖村"),
        ("chief1", Roles.GridChief, "柏栖村第一网格"),
        ("officer1", Roles.GridOfficer, "柏栖村第一网格"),
        ("beat1", Roles.BeatOfficer, "柏栖村"),
        ("analyst", Roles.PoliceAnalyst, "泊云派出所"),
        ("teacher1", Roles.Teacher, "三年级（1）班"),
        ("bank1", Roles.LobbyManager, "岚汀农商银行泊云支行"),
        ("auditor", Roles.Auditor, Township),
        ("admin-system", Roles.SystemAdministrator, County),
        ("admin-security", Roles.SecurityAdministrator, County),
        ("admin-audit", Roles.AuditAdministrator, County),
    ];
}
