using System.Text.Json.Serialization;
using Wuzha.PlanReading;

namespace Wuzha.Plans;

/// <summary>What a plan lists around its duties: a stage, a goal, a role, an annex. A correction replaces it, so a part itself never changes.</summary>
[JsonDerivedType(typeof(PlanStage), "stage")]
[JsonDerivedType(typeof(PlanIndicator), "indicator")]
[JsonDerivedType(typeof(PlanRole), "role")]
[JsonDerivedType(typeof(PlanAnnex), "annex")]
internal abstract record PlanPart
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public required int Position { get; init; }

    /// <summary>How a sentence names it: 阶段“宣传发动”.</summary>
    [JsonIgnore]
    public abstract string Called { get; }
}

/// <summary>阶段 as the plan names it, corrected by the clerk.</summary>
internal sealed record PlanStage : PlanPart
{
    public required string Name { get; init; }
    public DateOnly? FromOn { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? UntilOn { get; init; }
    public override string Called => $"阶段“{Name}”";
}

/// <summary>工作目标 with a direction: what shall rise or fall.</summary>
internal sealed record PlanIndicator : PlanPart
{
    public required string Name { get; init; }
    public required bool Rises { get; init; }

    /// <summary>How far; null where the plan says only the direction.</summary>
    public double? Value { get; init; }
    public string? ValueUnit { get; init; }
    public override string Called => $"目标“{Name}”";
}

/// <summary>领导小组: how many in one role. Names are not kept: they are appointed in the campaign itself.</summary>
internal sealed record PlanRole : PlanPart
{
    public required string Role { get; init; }

    /// <summary>Null where the plan leaves the names blank.</summary>
    public int? Count { get; init; }
    public override string Called => $"职务“{Role}”";
}

/// <summary>附件 that the plan names.</summary>
internal sealed record PlanAnnex : PlanPart
{
    public required string Name { get; init; }

    /// <summary>Its text does not stand in the file.</summary>
    public required bool IsAbsent { get; init; }
    public override string Called => $"附件“{Name}”";
}

/// <summary>A heading of the plan: where a section begins. The review pages by them.</summary>
internal sealed class PlanSection
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public required int Position { get; init; }

    /// <summary>That of the number's glyph: 一、 1, （一） 2, 1. 3, （1） 4.</summary>
    public required int Level { get; init; }
    public required string Name { get; init; }
    public required int Start { get; init; }
    public required int End { get; init; }
}

/// <summary>Text that became no proposal, and what it is instead (requirements PLN5). Never changed, so that nothing is lost.</summary>
internal sealed class PlanLeftover
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public required int Start { get; init; }
    public required int End { get; init; }

    /// <summary>One of <see cref="LeftoverClasses.All"/>.</summary>
    public required string Class { get; init; }

    public TextSpan Span => new(Start, End);
}
