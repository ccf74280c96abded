using Wuzha.Organisation.Exports;
using Wuzha.Platform.Units;

namespace Wuzha.Plans.Activation;

/// <summary>Whom a name as written means: units of the campaign, a unit above (nobody here), or nobody knows.</summary>
internal sealed record NamedUnits(IReadOnlyList<CampaignUnit> Units, bool IsElsewhere)
{
    public bool IsUnresolved => Units.Count == 0 && !IsElsewhere;
}

/// <summary>Finds the units that a plan names: by their own name, or by a word for a whole kind (各村（社区）, 各单位, 中小学校).</summary>
internal sealed class UnitNames(IReadOnlyList<CampaignUnit> units, string issuerName)
{
    private static readonly (string[] Words, string[] Kinds)[] Groups =
    [
        (["村", "社区", "居", "嘎查"], [UnitKinds.Village.Key]),
        (["学校", "中小学", "校"], [UnitKinds.School.Key]),
        (["银行", "金融机构", "网点"], [UnitKinds.Bank.Key]),
        (["企业", "厂矿"], [UnitKinds.Enterprise.Key]),
        (["站所", "办", "部门", "科室"], [UnitKinds.Department.Key, UnitKinds.PoliceStation.Key]),
        (["医院", "医疗机构"], [UnitKinds.Hospital.Key]),
        (["养老机构", "敬老院"], [UnitKinds.ElderCare.Key]),
        (["酒店", "宾馆", "旅馆"], [UnitKinds.Hotel.Key]),
        (["运营商", "通信企业"], [UnitKinds.Telecom.Key]),
    ];

    private readonly Dictionary<string, NamedUnits> known = [];

    public NamedUnits Of(string name)
    {
        if (!known.TryGetValue(name, out var found))
            known[name] = found = Find(name);
        return found;
    }

    private NamedUnits Find(string name)
    {
        var parts = name.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One).ToList();
        return new NamedUnits([.. parts.SelectMany(part => part.Units).DistinctBy(unit => unit.Id)], parts.TrueForAll(part => part.IsElsewhere));
    }

    private NamedUnits One(string name)
    {
        var plain = Plain(name);
        if (ByName(plain) is { Count: > 0 } named)
            return new NamedUnits(named, false);
        if (plain is "各单位" or "各村各单位" or "全镇")
            return new NamedUnits(plain == "各单位" ? [.. units.Where(unit => unit.Kind != UnitKinds.Village.Key)] : units, false);
        if (plain.StartsWith('各') || plain.StartsWith("辖区", StringComparison.Ordinal) || plain.StartsWith("中小学", StringComparison.Ordinal))
            return new NamedUnits(OfKinds(plain), false);
        return new NamedUnits([], plain.Length > 1 && plain[0] is '县' or '市' or '省');
    }

    private List<CampaignUnit> ByName(string plain)
    {
        var whole = units.Where(unit => Plain(unit.Name) == plain).ToList();
        if (whole.Count > 0 || plain.Length < 3)
            return whole;
        var ending = units.Where(unit => unit.Name.EndsWith(plain, StringComparison.Ordinal)).ToList();
        return ending.Count == 1 ? ending : [];
    }

    private List<CampaignUnit> OfKinds(string plain)
    {
        var kinds = Groups.FirstOrDefault(group => group.Words.Any(word => plain.Contains(word, StringComparison.Ordinal))).Kinds ?? [];
        return [.. units.Where(unit => kinds.Contains(unit.Kind))];
    }

    /// <summary>Without brackets, spaces and the name of the township itself: 镇平安办 is 平安办.</summary>
    private string Plain(string name)
    {
        var open = name.IndexOfAny(['（', '(']);
        var bare = (open > 0 && name.EndsWith('）') || open > 0 && name.EndsWith(')') ? name[..open] : name).Replace(
            " ",
            "",
            StringComparison.Ordinal
        );
        foreach (var start in (string[])[issuerName, "镇", "街道", "乡"])
            if (bare.Length > start.Length + 1 && bare.StartsWith(start, StringComparison.Ordinal))
                return bare[start.Length..];
        return bare;
    }
}
