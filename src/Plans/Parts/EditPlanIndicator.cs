using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Parts;

/// <summary>The fields of a goal with a direction.</summary>
public static class PlanIndicatorForm
{
    private const string Up = "up";
    private const string Down = "down";

    public static readonly TextField Name = new("name", "目标")
    {
        Min = 2,
        Max = PlanForm.NameLength,
        Hint = "什么要上升或下降，例如：群众知晓率",
    };
    public static readonly ChoiceField Direction = new("direction", "方向") { Options = [(Up, "上升"), (Down, "下降")] };
    public static readonly TextField Value = new("value", "达到多少")
    {
        Max = 15,
        Optional = true,
        Hint = "方案没写数字的不填",
    };
    public static readonly TextField ValueUnit = new("valueUnit", "单位")
    {
        Max = 10,
        Optional = true,
        Hint = "%、起、万元等",
    };

    internal static Form Of(PlanIndicator indicator) =>
        Form.Empty(
            (Name.Name, indicator.Name),
            (Direction.Name, indicator.Rises ? Up : Down),
            (Value.Name, PlanNumbers.Show(indicator.Value)),
            (ValueUnit.Name, indicator.ValueUnit)
        );

    internal static (string? Name, bool Rises, double? Value, string? ValueUnit) Read(Form form)
    {
        var typed = (form.Read(Name), form.Read(Direction) == Up, Value: PlanNumbers.Read(form, Value), ValueUnit: form.Read(ValueUnit));
        if (typed.Value is null && typed.ValueUnit is not null)
            form.Fail(Value, PlansRefusals.TargetHalf.Message);
        return typed;
    }
}

/// <summary>添加目标.</summary>
internal static class AddPlanIndicator
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer) =>
        (await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal)
            ? await EditPlanIndicator.Show(here, db, null, Form.Empty())
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var typed = PlanIndicatorForm.Read(form);
        if (form.Failed)
            return await EditPlanIndicator.Show(here, db, null, form);

        var added = new PlanIndicator
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            PlanId = id,
            Position = await PartStep.Next<PlanIndicator>(db, here),
            Name = typed.Name!,
            Rises = typed.Rises,
            Value = typed.Value,
            ValueUnit = typed.ValueUnit,
        };
        return await PartStep.Save(here, new PartChange(null, added), db, clock);
    }
}

/// <summary>更正目标.</summary>
internal static class EditPlanIndicator
{
    internal static async Task<IResult> Get(Guid id, Guid indicatorId, Db db, Viewer viewer) =>
        (await PartStep.Find<PlanIndicator>(id, indicatorId, db, viewer)).Is(out var found, out var refusal)
            ? await Show(found.Here, db, indicatorId, PlanIndicatorForm.Of(found.Part))
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Guid indicatorId, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PartStep.Find<PlanIndicator>(id, indicatorId, db, viewer)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var typed = PlanIndicatorForm.Read(form);
        if (form.Failed)
            return await Show(found.Here, db, indicatorId, form);

        var corrected = found.Part with { Name = typed.Name!, Rises = typed.Rises, Value = typed.Value, ValueUnit = typed.ValueUnit };
        return await PartStep.Save(found.Here, new PartChange(found.Part, corrected), db, clock);
    }

    internal static async Task<IResult> Show(PlanHere here, Db db, Guid? indicatorId, Form form) =>
        Page.Of<PlanIndicatorPage>(
            new
            {
                Head = await here.Head(db),
                IndicatorId = indicatorId,
                Form = form,
            },
            form.Failed ? 422 : 200
        );
}

/// <summary>删去目标.</summary>
internal static class RemovePlanIndicator
{
    internal static async Task<IResult> Post(Guid id, Guid indicatorId, Db db, Viewer viewer, TimeProvider clock) =>
        (await PartStep.Find<PlanIndicator>(id, indicatorId, db, viewer)).Is(out var found, out var refusal)
            ? await PartStep.Save(found.Here, new PartChange(found.Part, null), db, clock)
            : refusal.AsPage();
}
