namespace Wuzha.Organisation.Units;

/// <summary>单位资料: what is known of a unit besides its place in the tree. Never below household level, never about a single resident.</summary>
public sealed class UnitProfile
{
    public required string TenantId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>人口, 户数 and the day they were counted: the denominator of every rate.</summary>
    public int? Population { get; private set; }
    public int? Households { get; private set; }
    public DateOnly? CountedOn { get; private set; }

    /// <summary>Where the figures come from: 第七次全国人口普查, 派出所 2026 年 3 月 …</summary>
    public string? Source { get; private set; }

    /// <summary>统计用区划代码 or the grid's own, see <see cref="StatisticsCode"/>.</summary>
    public string? Code { get; set; }

    /// <summary>办公地址: above household level.</summary>
    public string? Address { get; set; }
    public string? Note { get; set; }
    public int Version { get; set; }

    /// <returns>True when the figures changed: only then is it a fact.</returns>
    public bool Count(int? population, int? households, DateOnly? countedOn, string? source)
    {
        var changed = (population, households, countedOn) != (Population, Households, CountedOn);
        (Population, Households, CountedOn, Source) = (population, households, countedOn, source);
        return changed && countedOn is not null;
    }
}

/// <summary>重点人群: how many people of one audience live or work in a unit, as a number and never as a label on a person (requirements HSH5).</summary>
public sealed class UnitAudience
{
    public required string TenantId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>Key of the audience, see <see cref="Audiences"/>.</summary>
    public required string Audience { get; init; }
    public required int People { get; set; }
}

/// <summary>An audience that a campaign speaks to.</summary>
public sealed record Audience(string Key, string Name);

/// <summary>Audiences of requirements HSH5; the age bands stand first.</summary>
public static class Audiences
{
    public static readonly IReadOnlyList<Audience> All =
    [
        new("minors", "未成年人（18 岁以下）"),
        new("adults", "18 至 59 岁"),
        new("elderly", "老年人（60 岁以上）"),
        new("retired", "离退休人员"),
        new("homemakers", "全职家庭人员"),
        new("accompanying-parents", "陪读家长"),
        new("migrant-workers", "外出务工人员"),
        new("job-seekers", "求职人员"),
        new("low-income", "低收入和帮扶对象"),
        new("finance-staff", "财会人员"),
        new("students", "在校学生"),
        new("enterprise-staff", "企业员工"),
    ];
}

/// <summary>曾用名: a unit's former name, so that a paper of that day still finds it.</summary>
public sealed class FormerUnitName
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }
    public required string Name { get; init; }

    /// <summary>Last day it bore this name.</summary>
    public required DateOnly UntilOn { get; init; }
}
