using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;

namespace Wuzha.Plans.Review;

/// <summary>The fields of a duty under review.</summary>
public static class ProposalForm
{
    private const string OneALine = "一行一个";

    public static readonly TextField Title = new("title", "任务")
    {
        Min = 2,
        Max = Proposal.TitleLength,
        Hint = "动词加对象，例如：逐户走访、签订承诺书",
    };
    public static readonly ChoiceField Kind = new("kind", "类别") { Options = DutyWords.KindOptions };
    public static readonly TextField Units = new("units", "责任单位")
    {
        Max = Proposal.ListLength,
        Lines = 3,
        Optional = true,
        Hint = "照方案的写法，" + OneALine + "，例如：各村（社区）",
    };
    public static readonly NumberField Times = new("times", "频次")
    {
        Min = 1,
        Max = 999,
        Optional = true,
        Unit = "次",
    };
    public static readonly ChoiceField Per = new("per", "多久计一次频次")
    {
        Optional = true,
        Options = [.. DutyWords.Pers.Select(per => (per.Key, per.Name))],
    };
    public static readonly FlagField IsLeast = new("isLeast", "写的是“至少”");
    public static readonly TextField Deadline = new("deadline", "期限")
    {
        Max = 20,
        Optional = true,
        Hint = "例如：2026-05-18、5月18日；每月都有期限的只写几日，例如 25日",
    };
    public static readonly NumberField QuotaCount = new("quotaCount", "配额")
    {
        Min = 1,
        Max = 1_000_000,
        Optional = true,
        Hint = "例如每千人 1 名：配额 1，每 1000，人",
    };
    public static readonly NumberField QuotaPer = new("quotaPer", "每多少")
    {
        Min = 1,
        Max = 1_000_000,
        Optional = true,
        Hint = "不填就是每 1 个",
    };
    public static readonly ChoiceField QuotaUnit = new("quotaUnit", "配额按什么算")
    {
        Optional = true,
        Options = [.. DutyWords.QuotaUnits.Select(unit => (unit.Key, unit.Name))],
    };
    public static readonly TextField TargetMetric = new("targetMetric", "要达到的数量")
    {
        Max = Proposal.MetricLength,
        Optional = true,
        Hint = "什么的数量，例如：悬挂横幅",
    };
    public static readonly TextField TargetValue = new("targetValue", "数值") { Max = 15, Optional = true };
    public static readonly TextField TargetUnit = new("targetUnit", "单位")
    {
        Max = 10,
        Optional = true,
        Hint = "条、份、户、% 等",
    };
    public static readonly TextField Audiences = new("audiences", "宣传对象")
    {
        Max = 1000,
        Lines = 2,
        Optional = true,
        Hint = OneALine,
    };
    public static readonly TextField Channels = new("channels", "方式渠道")
    {
        Max = 1000,
        Lines = 2,
        Optional = true,
        Hint = OneALine,
    };
    public static readonly TextField Evidence = new("evidence", "佐证")
    {
        Max = 1000,
        Lines = 2,
        Optional = true,
        Hint = OneALine + "。系统里有记录的不用另交材料",
    };

    internal static Form Of(Proposal duty, params (string Name, string? Value)[] more) =>
        Form.Empty([
            (Title.Name, duty.Title),
            (Kind.Name, duty.Kind),
            (Units.Name, duty.Units),
            (Times.Name, Times.Show(duty.Times)),
            (Per.Name, duty.Per),
            (IsLeast.Name, IsLeast.Show(duty.IsLeast)),
            (Deadline.Name, DutyWords.TypeDay(duty.Deadline)),
            (QuotaCount.Name, QuotaCount.Show(duty.QuotaCount)),
            (QuotaPer.Name, QuotaPer.Show(duty.QuotaPer)),
            (QuotaUnit.Name, duty.QuotaUnit),
            (TargetMetric.Name, duty.TargetMetric),
            (TargetValue.Name, PlanNumbers.Show(duty.TargetValue)),
            (TargetUnit.Name, duty.TargetUnit),
            (Audiences.Name, duty.Audiences),
            (Channels.Name, duty.Channels),
            (Evidence.Name, duty.Evidence),
            .. more,
        ]);

    /// <summary>The proposal as it was typed; meaningless when the form failed.</summary>
    internal static Proposal Read(Form form, Proposal before, FactCatalog catalog)
    {
        var typed = before with
        {
            Title = form.Read(Title) ?? "",
            Kind = form.Read(Kind) ?? before.Kind,
            Units = ListOf(form, Units),
            Times = form.Read(Times),
            Per = form.Read(Per),
            IsLeast = form.Read(IsLeast),
            Deadline = DayOf(form),
            QuotaCount = form.Read(QuotaCount),
            QuotaPer = form.Read(QuotaPer),
            QuotaUnit = form.Read(QuotaUnit),
            TargetMetric = form.Read(TargetMetric),
            TargetValue = PlanNumbers.Read(form, TargetValue),
            TargetUnit = form.Read(TargetUnit),
            Audiences = ListOf(form, Audiences),
            Channels = ListOf(form, Channels),
            Evidence = ListOf(form, Evidence),
        };
        if (typed.Times is null != (typed.Per is null))
            form.Fail(typed.Times is null ? Times : Per, PlansRefusals.CadenceHalf.Message);
        if (typed.QuotaCount is null != (typed.QuotaUnit is null))
            form.Fail(typed.QuotaCount is null ? QuotaCount : QuotaUnit, PlansRefusals.QuotaHalf.Message);
        if (typed.TargetValue is null && (typed.TargetMetric ?? typed.TargetUnit) is not null)
            form.Fail(TargetValue, PlansRefusals.TargetHalf.Message);
        return typed with
        {
            IsLeast = typed.IsLeast && typed.Per is not null,
            QuotaPer = typed.QuotaCount is null ? null : typed.QuotaPer ?? 1,
            MeasureKey = MeasureChoice.Kept(catalog, typed.Kind, before.MeasureKey),
        };
    }

    private static string ListOf(Form form, TextField field) => Proposal.List(Proposal.Lines((form.Read(field) ?? "").ReplaceLineEndings("\n")));

    private static string? DayOf(Form form)
    {
        if (form.Read(Deadline) is not { } typed)
            return null;
        var day = DutyWords.ReadDay(typed.Replace(" ", "", StringComparison.Ordinal));
        if (day is null)
            form.Fail(Deadline, PlansRefusals.NotADeadline.With(("typed", typed)).Message);
        return day;
    }
}
