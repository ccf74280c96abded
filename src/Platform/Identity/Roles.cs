namespace Wuzha.Platform.Identity;

/// <summary>A role that an appointment can have: stable key, Chinese name, and whether one can sign in with it.</summary>
public sealed record Role(string Key, string Name, bool SignsIn = true);

/// <summary>Roles by the field's own names (requirements 'People', design §3). What each may do stands in Web's <c>Permissions.cs</c>.</summary>
public static class Roles
{
    public static readonly Role OfficeClerk = new("office-clerk", "反诈办干事");
    public static readonly Role Leader = new("leader", "分管领导");
    public static readonly Role FirstResponsible = new("first-responsible", "第一责任人");
    public static readonly Role DirectResponsible = new("direct-responsible", "具体责任人");
    public static readonly Role Liaison = new("liaison", "联络员");
    public static readonly Role Lecturer = new("lecturer", "宣讲员");
    public static readonly Role GridChief = new("grid-chief", "网格长");
    public static readonly Role GridOfficer = new("grid-officer", "网格员");
    public static readonly Role BeatOfficer = new("beat-officer", "片警");
    public static readonly Role PoliceAnalyst = new("police-analyst", "警情研判员");
    public static readonly Role Teacher = new("teacher", "班主任");
    public static readonly Role LobbyManager = new("lobby-manager", "大堂经理");
    public static readonly Role Auditor = new("auditor", "纪检监督员");
    public static readonly Role BuildingHead = new("building-head", "楼栋长", SignsIn: false);
    public static readonly Role VisitingCadre = new("visiting-cadre", "帮扶干部", SignsIn: false);

    /// <summary>三员分立: these three are three persons, see no business data and act for nobody (GB/T 22239 AC-d).</summary>
    public static readonly Role SystemAdministrator = new("system-administrator", "系统管理员");
    public static readonly Role SecurityAdministrator = new("security-administrator", "安全管理员");
    public static readonly Role AuditAdministrator = new("audit-administrator", "审计管理员");

    public static readonly IReadOnlyList<Role> Administrators = [SystemAdministrator, SecurityAdministrator, AuditAdministrator];

    public static readonly IReadOnlyList<Role> All =
    [
        OfficeClerk,
        Leader,
        FirstResponsible,
        DirectResponsible,
        Liaison,
        Lecturer,
        GridChief,
        GridOfficer,
        BeatOfficer,
        PoliceAnalyst,
        Teacher,
        LobbyManager,
        Auditor,
        BuildingHead,
        VisitingCadre,
        SystemAdministrator,
        SecurityAdministrator,
        AuditAdministrator,
    ];

    private static readonly Dictionary<string, Role> ByKey = All.ToDictionary(role => role.Key);

    private static readonly Dictionary<string, int> Places = All.Select((role, place) => (role.Key, place)).ToDictionary();

    public static Role Of(string key) => ByKey[key];

    /// <summary>Where the role stands in <see cref="All"/>: the order people are listed in.</summary>
    public static int PlaceOf(string key) => Places[key];

    public static bool IsAdministrator(string key) => Administrators.Any(role => role.Key == key);
}
