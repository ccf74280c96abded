using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Parts;

/// <summary>The fields of a role in the leading group.</summary>
public static class PlanRoleForm
{
    public static readonly TextField Role = new("role", "职务")
    {
        Min = 2,
        Max = PlanForm.NameLength,
        Hint = "例如：组长、副组长、成员",
    };
    public static readonly NumberField Count = new("count", "人数")
    {
        Min = 1,
        Max = 999,
        Optional = true,
        Unit = "人",
        Hint = "方案里名单空着的不填",
    };

    internal static Form Of(PlanRole role) => Form.Empty((Role.Name, role.Role), (Count.Name, Count.Show(role.Count)));

    internal static (string? Role, int? Count) Read(Form form) => (form.Read(Role), form.Read(Count));
}

/// <summary>添加职务.</summary>
internal static class AddPlanRole
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer) =>
        (await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal)
            ? await EditPlanRole.Show(here, db, null, Form.Empty())
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var typed = PlanRoleForm.Read(form);
        if (form.Failed)
            return await EditPlanRole.Show(here, db, null, form);

        var added = new PlanRole
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            PlanId = id,
            Position = await PartStep.Next<PlanRole>(db, here),
            Role = typed.Role!,
            Count = typed.Count,
        };
        return await PartStep.Save(here, new PartChange(null, added), db, clock);
    }
}

/// <summary>更正职务.</summary>
internal static class EditPlanRole
{
    internal static async Task<IResult> Get(Guid id, Guid roleId, Db db, Viewer viewer) =>
        (await PartStep.Find<PlanRole>(id, roleId, db, viewer)).Is(out var found, out var refusal)
            ? await Show(found.Here, db, roleId, PlanRoleForm.Of(found.Part))
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Guid roleId, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PartStep.Find<PlanRole>(id, roleId, db, viewer)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var typed = PlanRoleForm.Read(form);
        if (form.Failed)
            return await Show(found.Here, db, roleId, form);

        var corrected = found.Part with { Role = typed.Role!, Count = typed.Count };
        return await PartStep.Save(found.Here, new PartChange(found.Part, corrected), db, clock);
    }

    internal static async Task<IResult> Show(PlanHere here, Db db, Guid? roleId, Form form) =>
        Page.Of<PlanRolePage>(
            new
            {
                Head = await here.Head(db),
                RoleId = roleId,
                Form = form,
            },
            form.Failed ? 422 : 200
        );
}

/// <summary>删去职务.</summary>
internal static class RemovePlanRole
{
    internal static async Task<IResult> Post(Guid id, Guid roleId, Db db, Viewer viewer, TimeProvider clock) =>
        (await PartStep.Find<PlanRole>(id, roleId, db, viewer)).Is(out var found, out var refusal)
            ? await PartStep.Save(found.Here, new PartChange(found.Part, null), db, clock)
            : refusal.AsPage();
}
