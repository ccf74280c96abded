using System.Text;
using System.Text.RegularExpressions;
using Wuzha.Platform.Units;

namespace Wuzha.Plans.Naming;

/// <summary>A unit that a name may mean.</summary>
internal sealed record NamedUnit(Guid Id, string Name, string Kind);

/// <summary>The office that reads a plan, what stands above it, and what stands under it.</summary>
internal sealed record NameSurroundings(NamedUnit Office, IReadOnlyList<string> Above, IReadOnlyList<NamedUnit> Under);

/// <summary>How a name was understood.</summary>
internal enum NameHow
{
    /// <summary>An office decided it before.</summary>
    Decided,
    SameName,
    Group,

    /// <summary>平安办、综治办、反诈办: another name of the same seat.</summary>
    Seat,
    Higher,
    Office,

    /// <summary>The names are much alike: a person has to say so.</summary>
    Alike,

    /// <summary>相关部门: nobody can know; a person decides once.</summary>
    Open,
}

/// <summary>What a name in a plan means, decided or proposed.</summary>
internal sealed record NameReading(string Written, AliasTarget? Target, NameHow How)
{
    public IReadOnlyList<Guid> UnitIds { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Holds without a person's word.</summary>
    public bool IsSure => Target is not null && How is not (NameHow.Alike or NameHow.Open);

    /// <summary>The units it means among those there are now.</summary>
    public IEnumerable<NamedUnit> Of(IEnumerable<NamedUnit> units) =>
        Target switch
        {
            AliasTarget.Units => units.Where(unit => UnitIds.Contains(unit.Id)),
            AliasTarget.Groups => units.Where(unit =>
                Groups.Any(key => UnitGroups.Find(key) is { } group && (group.Kinds.Count == 0 || group.Kinds.Contains(unit.Kind)))
            ),
            _ => [],
        };
}

/// <summary>Understands names of units as plans write them (domain.md §11.4). Pure.</summary>
internal static partial class UnitNames
{
    private const double AlikeFrom = 0.6;
    private const int MostAlike = 3;

    /// <summary>Names of one seat. The first list is the seat of whoever runs the campaign: it reads the plan itself.</summary>
    private static readonly string[][] Seats =
    [
        [
            "平安办",
            "综治办",
            "反诈办",
            "政法办",
            "平安法治办",
            "平安法治办公室",
            "平安建设办公室",
            "综治中心",
            "社会治安综合治理办公室",
            "平安建设办",
        ],
        ["党政办", "党政综合办", "党政综合办公室", "党政办公室", "办公室", "综合办"],
        ["宣传办", "宣传科", "宣传部", "党建办", "党群办", "党建工作办公室", "党群工作办公室"],
        ["文化站", "综合文化站", "文化服务中心", "文化体育站", "文旅中心", "宣传文化站"],
        ["民政办", "民政所", "社会事务办", "社会事务办公室", "公共服务办"],
        ["市场监管所", "市监所", "市场监督管理所", "工商所"],
        ["财政所", "财政办", "财政分局"],
        ["司法所", "司法办"],
        ["派出所", "公安派出所"],
        ["团委", "共青团"],
        ["妇联", "妇女联合会"],
        ["经发办", "经济发展办", "经济发展办公室", "企业办", "经济办"],
        ["中心校", "教育办", "教育组", "学区", "中心学校", "教管中心"],
        ["卫生院", "中心卫生院", "医院"],
    ];

    /// <summary>Narrow signs, no blanks, no quotes: by this a name is found again.</summary>
    public static string KeyOf(string written)
    {
        var key = new StringBuilder(written.Length);
        foreach (var c in written)
            if (!char.IsWhiteSpace(c) && c is not ('"' or '“' or '”' or '、' or ',' or '，'))
                key.Append(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c);
        return key.ToString();
    }

    public static NameReading Read(string written, NameSurroundings around)
    {
        var whole = ReadOne(written, around);
        if (whole.IsSure)
            return whole;

        // 各村、各单位; 团委和妇联: all parts or none.
        var parts = Joints().Split(written).Where(part => part.Trim().Length > 0).ToList();
        if (parts.Count < 2)
            return whole;
        var read = parts.ConvertAll(part => ReadOne(part, around));
        return read.TrueForAll(part => part is { IsSure: true, Target: AliasTarget.Units or AliasTarget.Groups })
            ? Together(written, read, around)
            : whole;
    }

    private static NameReading ReadOne(string written, NameSurroundings around)
    {
        var key = KeyOf(written);
        var own = WithoutOffice(key, around.Office);
        if (
            around.Under.Where(unit => KeyOf(unit.Name) == key || WithoutOffice(KeyOf(unit.Name), around.Office) == own).ToList() is
            { Count: > 0 } same
        )
            return Units(written, same, NameHow.SameName);
        if (UnitGroups.Spoken(key) is { } group)
            return new(written, AliasTarget.Groups, NameHow.Group) { Groups = [group.Key] };
        if (IsOffice(key, own, around.Office))
            return new(written, AliasTarget.Office, NameHow.Office);
        if (SeatOf(own) is { } seat)
            return BySeat(written, seat, around);
        if (IsHigher(key, around))
            return new(written, AliasTarget.External, NameHow.Higher);
        if (UnitGroups.Spoken(own) is { } local)
            return new(written, AliasTarget.Groups, NameHow.Group) { Groups = [local.Key] };
        if (Undefined().IsMatch(own))
            return new(written, null, NameHow.Open);
        if (
            Doer().Replace(written, "") is { Length: >= 2 } without
            && without.Length < written.Length
            && ReadOne(without, around) is { Target: not null } people
        )
            return people with { Written = written };
        var alike = Alike(own, around).ToList();
        return alike.Count > 0 ? Units(written, alike, NameHow.Alike) : new(written, null, NameHow.Open);
    }

    private static NameReading Units(string written, IReadOnlyList<NamedUnit> units, NameHow how) =>
        new(written, AliasTarget.Units, how) { UnitIds = [.. units.Select(unit => unit.Id)] };

    private static NameReading Together(string written, List<NameReading> parts, NameSurroundings around)
    {
        var groups = parts.SelectMany(part => part.Groups).Distinct().ToList();
        if (parts.TrueForAll(part => part.Target == AliasTarget.Groups))
            return new(written, AliasTarget.Groups, NameHow.Group) { Groups = groups };

        return new(written, AliasTarget.Units, NameHow.SameName)
        {
            UnitIds = [.. parts.SelectMany(part => part.Of(around.Under)).Select(unit => unit.Id).Distinct()],
        };
    }

    /// <summary>One unit of that seat is meant; the seat of the campaign itself, where no unit has it, is the office that reads.</summary>
    private static NameReading BySeat(string written, string[] seat, NameSurroundings around)
    {
        var units = around.Under.Where(unit => SeatOf(WithoutOffice(KeyOf(unit.Name), around.Office)) == seat).ToList();
        return units.Count switch
        {
            1 => Units(written, units, NameHow.Seat),
            > 1 => Units(written, units, NameHow.Alike),
            _ when seat == Seats[0] => new(written, AliasTarget.Office, NameHow.Alike),
            _ when seat[0] == "派出所" => new(written, AliasTarget.Groups, NameHow.Group) { Groups = ["police"] },
            _ => new(written, null, NameHow.Open),
        };
    }

    private static string[]? SeatOf(string own) => Array.Find(Seats, seat => seat.Contains(own, StringComparer.Ordinal));

    /// <summary>青溪镇文化站, 镇文化站 and 文化站 are one where the office is 青溪镇.</summary>
    private static string WithoutOffice(string key, NamedUnit office)
    {
        var name = KeyOf(office.Name);
        if (key.StartsWith(name, StringComparison.Ordinal) && key.Length > name.Length)
            return key[name.Length..];
        var stem = Tail().Replace(name, "");
        if (stem.Length >= 2 && key.StartsWith(stem, StringComparison.Ordinal) && key.Length > stem.Length + 1)
            return Level().Replace(key[stem.Length..], "", 1);
        return LevelOf(office.Kind) is { } level && key.Length > level.Length + 1 && key.StartsWith(level, StringComparison.Ordinal)
                ? key[level.Length..]
            : ShortLevel().Match(key) is { Success: true } match && office.Kind == UnitKinds.Township.Key && key.Length > 2 ? key[match.Length..]
            : key;
    }

    private static string? LevelOf(string kind) =>
        kind == UnitKinds.County.Key ? "县"
        : kind == UnitKinds.Township.Key ? "镇"
        : null;

    private static bool IsOffice(string key, string own, NamedUnit office) =>
        key == KeyOf(office.Name) || OfficeWords().IsMatch(own) || OfficeWords().IsMatch(key);

    /// <summary>县公安局, 市教育局, 省… and whatever stands above by name.</summary>
    private static bool IsHigher(string key, NameSurroundings around) =>
        around.Above.Any(name => key.StartsWith(KeyOf(name), StringComparison.Ordinal))
        || (around.Office.Kind == UnitKinds.County.Key ? AboveCounty() : AboveTownship()).IsMatch(key);

    private static IEnumerable<NamedUnit> Alike(string own, NameSurroundings around) =>
        around
            .Under.Select(unit => (Unit: unit, Likeness: Likeness(own, WithoutOffice(KeyOf(unit.Name), around.Office))))
            .Where(pair => pair.Likeness >= AlikeFrom)
            .OrderByDescending(pair => pair.Likeness)
            .ThenBy(pair => pair.Unit.Name, StringComparer.Ordinal)
            .Take(MostAlike)
            .Select(pair => pair.Unit);

    /// <summary>Shared pairs of characters, twice over all pairs (Dice); one inside the other counts as alike.</summary>
    private static double Likeness(string one, string other)
    {
        if (one.Length < 2 || other.Length < 2)
            return 0;
        if (one.Length >= 3 && other.Contains(one, StringComparison.Ordinal) || other.Length >= 3 && one.Contains(other, StringComparison.Ordinal))
            return AlikeFrom + 0.1;
        var (first, second) = (Pairs(one), Pairs(other));
        var total = first.Count + second.Count;
        var shared = first.Count(second.Remove);
        return 2.0 * shared / total;
    }

    private static List<string> Pairs(string name) => [.. Enumerable.Range(0, name.Length - 1).Select(at => name.Substring(at, 2))];

    [GeneratedRegex("[、，,及和与]|以及")]
    private static partial Regex Joints();

    [GeneratedRegex("(镇|乡|街道|街道办事处|县|区|旗|开发区|苏木)$")]
    private static partial Regex Tail();

    [GeneratedRegex("^(街道办事处|街道|开发区|苏木|镇|乡|县|区|旗)")]
    private static partial Regex Level();

    [GeneratedRegex("^(街道|乡|镇|苏木)")]
    private static partial Regex ShortLevel();

    [GeneratedRegex(
        "^(领导小组|工作领导小组|反诈工作领导小组|反诈领导小组|指挥部|专班|工作专班)(办公室)?$|^(党委|政府|党委政府|人民政府|党工委|办事处|机关)$"
    )]
    private static partial Regex OfficeWords();

    [GeneratedRegex("^(全)?(县|市|省|区|自治区|州|盟|旗|国家|上级)(?!(各|级)?(乡镇|镇))")]
    private static partial Regex AboveTownship();

    [GeneratedRegex("^(市|省|自治区|州|盟|国家|上级)")]
    private static partial Regex AboveCounty();

    [GeneratedRegex(
        "^(各)?(相关|有关|责任|成员|牵头|配合|主管|行业主管|职能)(单位|部门|站所|科室|职能部门|成员单位)?$|^各(成员|责任|级)(单位|组织|部门)?$"
    )]
    private static partial Regex Undefined();

    /// <summary>各村干部, 各村网格员: people of those units.</summary>
    [GeneratedRegex(
        "(主要负责人|负责人|负责同志|干部职工|干部|两委|网格员|网格长|联络员|宣讲员|党支部书记|书记|主任|党支部|民警|党员|教师|班主任|师生|工作人员|志愿者)$"
    )]
    private static partial Regex Doer();
}
