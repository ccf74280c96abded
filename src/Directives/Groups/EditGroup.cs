using Microsoft.AspNetCore.Http;
using Wuzha.Directives.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Groups;

internal static class EditGroup
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await GroupHere.Find(db, viewer, id) is not { } here)
            return Refusal.NotFound.AsPage();
        if (here.Group.IsDissolved)
            return await ShowGroup.Shown(here, db, viewer, vault, clock, DirectiveRefusals.GroupDissolved);

        var choices = await GroupChoices.For(db, viewer, vault, here.Unit, here.Group, LocalDay.Today(clock));
        return Show(here, GroupForm.Of(here.Group), choices);
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await GroupHere.Find(db, viewer, id) is not { } here)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var choices = await GroupChoices.For(db, viewer, vault, here.Unit, here.Group, today);
        var typed = GroupForm.Read(form, choices, today);
        await RegisterGroup.CheckName(form, db, here.Unit, typed.Name, id);
        if (form.Failed)
            return Show(here, form, choices);
        if (here.Group.Describe(typed) is { } refusal)
            return await ShowGroup.Shown(here, db, viewer, vault, clock, refusal);

        await RegisterGroup.SetUp(db, viewer, clock, here.Group, typed.SetUpOn);
        db.Record(viewer, new GroupChanged(id, here.Unit.Id, typed.Members), typed.CampaignId ?? Guid.Empty);
        await db.SaveChangesAsync();
        return Page.Done($"/groups/{id}", "已保存。");
    }

    private static IResult Show(GroupHere here, Form form, GroupChoices choices) =>
        Page.Of<GroupFormPage>(
            new
            {
                UnitName = here.Unit.Name,
                Action = $"/groups/{here.Group.Id}/edit",
                Form = form,
                Choices = choices,
                GroupId = (Guid?)here.Group.Id,
            },
            form.Failed ? 422 : 200
        );
}

/// <summary>解散: the group is no more; what was counted stays.</summary>
internal static class DissolveGroup
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await GroupHere.Find(db, viewer, id) is not { } here)
            return Refusal.NotFound.AsPage();

        var fact = db.Record(viewer, new GroupDissolved(id, here.Unit.Id, WithCampaign: false), here.Group.CampaignId ?? Guid.Empty);
        if (here.Group.Dissolve(LocalDay.Today(clock), fact) is { } refusal)
            return await ShowGroup.Shown(here, db, viewer, vault, clock, refusal);

        await db.SaveChangesAsync();
        return Page.Done($"/groups/{id}", "已登记解散。群还在用的，可以恢复。");
    }
}

/// <summary>恢复: takes a dissolution back.</summary>
internal static class RestoreGroup
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await GroupHere.Find(db, viewer, id) is not { } here)
            return Refusal.NotFound.AsPage();
        if (!here.Group.Restore().Is(out var dissolved, out var refusal))
            return await ShowGroup.Shown(here, db, viewer, vault, clock, refusal);

        db.Record(viewer, new FactWithdrawn(dissolved), here.Group.CampaignId ?? Guid.Empty);
        await db.SaveChangesAsync();
        return Page.Done($"/groups/{id}", "已恢复。");
    }
}
